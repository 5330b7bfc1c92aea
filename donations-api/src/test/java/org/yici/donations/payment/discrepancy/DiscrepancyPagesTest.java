package org.yici.donations.payment.discrepancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yici.donations.World.world;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.context.MessageSource;
import org.yici.donations.World;
import org.yici.donations.payment.refund.web.Office;

/** What does not fit, as staff see it: how old it is, who looks into it, and how it ends. */
class DiscrepancyPagesTest {

    private static final String LIST = "/staff/payments/discrepancies";
    private final Discrepancies discrepancies = world().bean(Discrepancies.class);

    @Test
    void somebody_takes_it_on_and_settles_it_in_words() {
        String subject = opened();
        long number = number(subject);
        Office cashier = Office.of("cashier");
        assertThat(cashier.page(before(number)).text()).contains(subject, "还没有人", "我来处理", "今天发现");
        assertThat(cashier.fill(LIST + "/" + number + "/owner", Map.of()).location())
                .isEqualTo(LIST);
        assertThat(cashier.page(before(number)).text()).contains("已查清").doesNotContain("我来处理");
        assertThat(Office.of("deputy").page(before(number)).text()).contains("改由我处理");
        cashier.fill(LIST + "/" + number, Map.of("settlement", "EXPLAINED", "note", "付款方重复记了一行"));
        assertThat(world().text("select outcome || ' ' || settled_by from donations.discrepancy where number = "
                        + number))
                .contains("explained cashier");
        assertThat(cashier.fill(LIST + "/" + number + "/owner", Map.of()).status())
                .isEqualTo(409);
    }

    @Test
    void nothing_counts_as_given_back_that_is_not() {
        long number = number(opened());
        Office cashier = Office.of("cashier");
        cashier.fill(LIST + "/" + number + "/owner", Map.of());
        Office.Answer refused = cashier.fill(LIST + "/" + number, Map.of("settlement", "REFUNDED", "note", "已退"));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text()).contains("还没有退给捐赠人");
        assertThat(world().number("select count(*) from donations.discrepancy where settled_at is null and number = "
                        + number))
                .isEqualTo(1);
    }

    @Test
    void only_a_cashier_takes_it_on_and_others_read() {
        String subject = opened();
        long number = number(subject);
        Office auditor = Office.of("auditor");
        assertThat(auditor.page(before(number)).text()).contains(subject).doesNotContain("我来处理");
        assertThat(auditor.fill(LIST + "/" + number + "/owner", Map.of()).status())
                .isEqualTo(403);
        assertThat(Office.of("reviewer").page(LIST).status()).isEqualTo(403);
    }

    @Test
    void an_amount_is_shown_only_where_one_is_known_and_in_yuan() {
        String unknown = "no-amount-" + UUID.randomUUID();
        String foreign = "foreign-" + UUID.randomUUID();
        discrepancies
                .open(Discrepancy.Kind.UNCLEAR_LINE, "sandbox", unknown, null, null)
                .then(discrepancies.open(Discrepancy.Kind.OTHER_CURRENCY, "sandbox", foreign, null, 98_765L))
                .block(World.PATIENCE);
        Office.Answer page = Office.of("cashier").page(before(number(unknown)));
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text()).contains(unknown, foreign).doesNotContain("987<");
    }

    @Test
    void there_are_as_many_pages_as_there_have_to_be() {
        String first = opened();
        List<String> others =
                java.util.stream.IntStream.range(0, 50).mapToObj(i -> opened()).toList();
        String page = Office.of("cashier").page(before(number(first))).text();
        assertThat(page).contains(others.get(48)).doesNotContain(others.get(49));
        String next = LIST + "?after=" + number(others.get(48));
        assertThat(page).contains(next);
        assertThat(Office.of("cashier").page(next).text()).contains(others.get(49));
    }

    @Test
    void every_kind_has_its_words_in_both_languages() {
        MessageSource messages = world().bean(MessageSource.class);
        for (Discrepancy.Kind kind : Discrepancy.Kind.values()) {
            String key = "discrepancy." + kind.word();
            String zh = messages.getMessage(key, null, Locale.SIMPLIFIED_CHINESE);
            assertThat(zh).isNotEqualTo(messages.getMessage(key, null, Locale.ENGLISH));
        }
    }

    private String opened() {
        String subject = "odd-" + UUID.randomUUID();
        discrepancies
                .open(Discrepancy.Kind.UNCLEAR_LINE, "sandbox", subject, null, 100L)
                .block(World.PATIENCE);
        return subject;
    }

    private static long number(String subject) {
        return world().number("select number from donations.discrepancy where subject = '" + subject + "'");
    }

    private static String before(long number) {
        return LIST + "?after=" + (number - 1);
    }
}
