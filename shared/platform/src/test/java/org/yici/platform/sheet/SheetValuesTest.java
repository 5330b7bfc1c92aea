package org.yici.platform.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.StringLength;
import org.yici.ledger.Money;
import org.yici.ledger.ParsedMoney.Flaw;

class SheetValuesTest {

    private static final String WIDE = "０１２３４５６７８９";

    @Property
    void an_amount_is_read_to_the_fen_however_it_is_written(@ForAll @LongRange(max = 100_000_000_000L) long fen) {
        Money money = Money.ofFen(fen);
        String grouped = money.yuan();
        for (String text : List.of(
                grouped,
                grouped.replace(",", ""),
                "¥" + grouped,
                " ￥ " + grouped + " 元",
                "人民币" + grouped + "元整",
                wide(grouped),
                grouped.replace(',', '，'))) {
            assertThat(read(text)).as(text).isEqualTo(money);
        }
    }

    @Property
    void a_number_of_a_sheet_is_the_same_amount(@ForAll @LongRange(max = 100_000_000_000L) long fen) {
        SheetCell cell = Numbers.cell(fen / 100.0, false, false);
        assertThat(SheetMoney.read(cell).money()).contains(Money.ofFen(fen));
    }

    @Property
    void a_balance_below_zero_is_read_to_the_fen_too(@ForAll @LongRange(min = 1, max = 100_000_000_000L) long fen) {
        Money owed = Money.ofFen(-fen);
        String grouped = Money.ofFen(fen).yuan();
        for (String text :
                List.of("-" + grouped, grouped + "-", "(" + grouped + ")", "¥-" + grouped, wide("-" + grouped))) {
            assertThat(SheetMoney.signed(SheetCell.text(text))).as(text).contains(owed);
        }
        assertThat(SheetMoney.signed(Numbers.cell(fen / -100.0, false, false))).contains(owed);
        assertThat(SheetMoney.signed(SheetCell.text(grouped))).contains(Money.ofFen(fen));
        assertThat(SheetMoney.signed(SheetCell.text("-" + grouped + "9"))).isEmpty();
    }

    @Property
    void a_third_decimal_is_refused_and_never_rounded(
            @ForAll @IntRange(max = 1_000_000) int yuan,
            @ForAll @IntRange(max = 99) int fen,
            @ForAll @IntRange(min = 1, max = 9) int third) {
        String text = "%d.%02d%d".formatted(yuan, fen, third);
        assertThat(flaw(text)).isEqualTo(Flaw.TOO_MANY_DECIMALS);
        SheetCell number = Numbers.cell(Double.parseDouble(text), false, false);
        assertThat(SheetMoney.read(number).<Flaw>fold(money -> null, flaw -> flaw))
                .isEqualTo(Flaw.TOO_MANY_DECIMALS);
    }

    @Property
    void whatever_else_is_written_is_an_amount_or_a_reason_and_never_an_error(
            @ForAll @StringLength(max = 12) String text) {
        boolean answered = SheetMoney.read(SheetCell.text(text)).fold(money -> true, flaw -> true);
        assertThat(answered).isTrue();
    }

    @Property
    void an_amount_below_zero_is_told_as_such(@ForAll @LongRange(min = 1, max = 1_000_000_000L) long fen) {
        String yuan = Money.ofFen(fen).yuan();
        assertThat(List.of(flaw("-" + yuan), flaw("(" + yuan + ")"), flaw("（" + yuan + "）"), flaw("－" + yuan)))
                .containsOnly(Flaw.NEGATIVE);
    }

    @Example
    void commas_in_the_wrong_place_are_not_guessed_at() {
        assertThat(flaw("1,00")).isEqualTo(Flaw.THOUSANDS_SEPARATOR);
        assertThat(flaw("12,34,567")).isEqualTo(Flaw.THOUSANDS_SEPARATOR);
        assertThat(flaw("1.5万")).isEqualTo(Flaw.NOT_A_NUMBER);
        assertThat(flaw("")).isEqualTo(Flaw.EMPTY);
    }

    @Property
    void a_day_is_read_in_each_of_the_styles_that_clerks_use(@ForAll @IntRange(min = 20_000, max = 80_000) int serial) {
        LocalDate day = LocalDate.of(1899, 12, 30).plusDays(serial);
        int year = day.getYear();
        int month = day.getMonthValue();
        int of = day.getDayOfMonth();
        for (String text : List.of(
                day.toString(),
                year + "/" + month + "/" + of,
                year + "." + month + "." + of,
                year + "年" + month + "月" + of + "日",
                wide(day.toString()),
                day.toString().replace("-", ""),
                day + " 10:02:01",
                day + "T10:02",
                year + "/" + month + "/" + of + " 9:08:07",
                year + "/" + month + "/" + of + "\u3000" + "23:08",
                Integer.toString(serial))) {
            assertThat(SheetDates.read(text)).as(text).contains(day);
        }
        assertThat(SheetDates.read(Numbers.cell(serial + 0.5, true, false))).contains(day);
        assertThat(SheetDates.read(Numbers.cell(serial, false, false))).contains(day);
        assertThat(SheetDates.read(Numbers.cell(serial - Numbers.DAYS_FROM_1904, true, true)))
                .contains(day);
    }

    @Example
    void what_is_no_day_or_two_is_none() {
        for (String text : List.of("4/5/18", "2018-13-01", "2018年2月30日", "昨天", "5月4日", "201805", "99999", "")) {
            assertThat(SheetDates.read(text)).as(text).isEmpty();
        }
    }

    private static Money read(String text) {
        return SheetMoney.read(SheetCell.text(text)).money().orElseThrow(() -> new AssertionError(text));
    }

    private static Flaw flaw(String text) {
        return SheetMoney.read(SheetCell.text(text))
                .fold(
                        money -> {
                            throw new AssertionError(text + " is " + money);
                        },
                        flaw -> flaw);
    }

    private static String wide(String text) {
        StringBuilder wide = new StringBuilder();
        text.chars().forEach(c -> wide.append(Character.isDigit(c) ? WIDE.charAt(c - '0') : (char) c));
        return wide.toString();
    }
}
