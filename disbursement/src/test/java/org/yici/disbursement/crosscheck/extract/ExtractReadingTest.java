package org.yici.disbursement.crosscheck.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yici.disbursement.County;
import org.yici.platform.outcome.InvalidInput;
import org.yici.platform.sheet.SheetLimits;
import org.yici.platform.sheet.SheetRow;
import org.yici.platform.sheet.SheetRows;
import org.yici.platform.sheet.Sheets;

@DisplayName("A department's extract is read as it comes")
class ExtractReadingTest {

    private static final LocalDate AS_OF = LocalDate.of(2018, 1, 31);
    private static final String ONE = County.identity(7001);
    private static final String TWO = County.identity(7002);

    @TempDir
    private Path folder;

    private List<Piece> read(ExtractKind kind, String... lines) {
        try {
            Path file = Files.write(
                    Files.createTempFile(folder, "extract", ".csv"),
                    String.join("\r\n", lines).getBytes(StandardCharsets.UTF_8));
            ExtractWalk walk = new ExtractWalk(kind, AS_OF);
            try (SheetRows rows = Sheets.open(file, SheetLimits.LARGE)) {
                Iterable<SheetRow> all = () -> rows;
                List<Piece> pieces = StreamSupport.stream(all.spliterator(), false)
                        .flatMap(walk::row)
                        .toList();
                return Stream.concat(pieces.stream(), walk.end()).toList();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ExtractRow kept(Piece piece) {
        return ((Piece.Kept) piece).row();
    }

    @Test
    @DisplayName("with titles, headings in any order, full-width figures, spaces and a total")
    void dirt() {
        List<Piece> pieces = read(
                ExtractKind.VEHICLES,
                "乾河县机动车登记信息,,,",
                "价值（元）,车主姓名,身份证明号码,登记日期",
                "\"56,000.00\",王桂兰," + ONE.substring(0, 6) + " " + ONE.substring(6) + ",2017年3月4日",
                "３００００,李　强," + TWO + ",20150612",
                "价值（元）,车主姓名,身份证明号码,登记日期",
                "86000,合计,,");
        assertThat(kept(pieces.get(0)).facts())
                .containsEntry(Column.IDENTITY, ONE)
                .containsEntry(Column.VALUE, "5600000")
                .containsEntry(Column.SINCE, "2017-03-04");
        assertThat(kept(pieces.get(1)).facts()).containsEntry(Column.VALUE, "3000000");
        assertThat(pieces.subList(2, 4)).allMatch(Piece.PassedOver.class::isInstance);
    }

    @ParameterizedTest
    @ValueSource(strings = {"合计,,共 980 人,", "合计,980人,980,", ",总计,——,86000", "1,小计,980人,", ",,合计,86000", "小计,/,（见上）,1"})
    @DisplayName("a total whose count or words stand under the number's heading is passed over, and told as a total")
    void totals(String total) {
        List<Piece> pieces = read(ExtractKind.VEHICLES, "序号,姓名,身份证号,价值", "1,王桂兰," + ONE + ",1", total);
        assertThat(pieces.get(1)).isEqualTo(new Piece.PassedOver(3, true));
    }

    @Test
    @DisplayName("somebody who is named, or whose number is mistyped, is no total because a remark says so")
    void noTotals() {
        List<Piece> pieces =
                read(ExtractKind.VEHICLES, "姓名,身份证号,品牌型号", "王桂兰,2207231961,合计两辆", "李强,不详,合计两辆", ",220723196101,合计");
        assertThat(pieces).allMatch(Piece.Refused.class::isInstance);
    }

    @Test
    @DisplayName("车船税 is a list of columns like any other")
    void vehicleTax() {
        List<Piece> pieces =
                read(ExtractKind.VEHICLE_TAX, "纳税人姓名,纳税人识别号,车牌号,所属年度,实缴税额", "王桂兰," + ONE + ",吉A12345,2017,420.00");
        assertThat(kept(pieces.get(0)).facts()).containsEntry(Column.DUTY, "42000");
    }

    @ParameterizedTest(name = "{0} → {2}")
    @CsvSource({
        "22072319610101,1,IDENTITY_SHAPE",
        "220723196101010,1,IDENTITY_OLD",
        "2.20723E+17,1,DIGITS_LOST",
        "220723196102300010,1,IDENTITY_BIRTH",
        "'',1,MISSING",
        "ID,12.345,AMOUNT",
        "ID,三万,AMOUNT",
    })
    @DisplayName("and what is wrong is said of the very cell")
    void wrongCells(String identity, String value, RowFlaw flaw) {
        String number = "ID".equals(identity) ? ONE : identity;
        Piece piece = read(ExtractKind.VEHICLES, "姓名,身份证号,价值", "王桂兰," + number + "," + value)
                .get(0);
        RowProblem problem = ((Piece.Refused) piece).problems().get(0);
        assertThat(problem.flaw()).isEqualTo(flaw);
        assertThat(problem.cell()).isEqualTo("ID".equals(identity) ? "C2" : "B2");
        assertThat(problem.shown()).doesNotContain("19610");
    }

    @Test
    @DisplayName("nothing happened after the day that it is of, and a death has a day")
    void days() {
        List<Piece> pieces = read(
                ExtractKind.DEATHS,
                "姓名,身份证号,死亡日期",
                "甲," + ONE + ",2018-02-01",
                "乙," + TWO + ",",
                "丙," + TWO + ",2018-01-31");
        assertThat(((Piece.Refused) pieces.get(0)).problems().get(0).flaw()).isEqualTo(RowFlaw.DAY_AHEAD);
        assertThat(((Piece.Refused) pieces.get(1)).problems().get(0).flaw()).isEqualTo(RowFlaw.MISSING);
        assertThat(kept(pieces.get(2)).facts()).containsEntry(Column.DIED_ON, "2018-01-31");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = ';',
            value = {
                "姓名,价值;input.crosscheck.no-heading",
                "姓名,身份证号;input.crosscheck.no-column.DIED_ON",
            })
    @DisplayName("a heading that lacks what is needed is refused")
    void headings(String heading, String key) {
        assertThatThrownBy(() -> read(ExtractKind.DEATHS, heading, "甲," + ONE))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        no -> assertThat(no.errors().get(0).messageKey()).isEqualTo(key));
    }

    @Test
    @DisplayName("amounts in ten thousands are refused, not read ten thousand times too small")
    void tenThousands() {
        assertThatThrownBy(() -> read(ExtractKind.BUSINESS, "姓名,身份证号,注册资本（万元）", "甲," + ONE + ",50"))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        no -> assertThat(no.errors().get(0).messageKey()).isEqualTo("input.crosscheck.ten-thousands"));
    }

    @ParameterizedTest
    @EnumSource(ExtractKind.class)
    @DisplayName("every kind is a list of columns, the person's number among them")
    void kinds(ExtractKind kind) {
        assertThat(kind.columns())
                .contains(Column.IDENTITY)
                .doesNotHaveDuplicates()
                .containsAll(kind.needed());
    }

    @Test
    @DisplayName("no heading means two columns")
    void headingsAreUnique() {
        Set<String> seen = new HashSet<>();
        Arrays.stream(Column.values())
                .flatMap(column -> column.headings().stream())
                .forEach(heading -> assertThat(seen.add(heading)).as(heading).isTrue());
    }
}
