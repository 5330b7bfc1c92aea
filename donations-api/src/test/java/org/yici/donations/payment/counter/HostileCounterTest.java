package org.yici.donations.payment.counter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yici.donations.World.world;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yici.donations.World;
import org.yici.donations.payment.counter.SheetOf.Format;

/** Whatever is sent to the counter, the answer says why not, and no draft of it stays. */
class HostileCounterTest {

    private final World world = world();
    private final Clerk clerk = new Clerk("intake");

    @Test
    void odd_addresses_are_unknown_and_odd_parameters_are_passed_over() {
        for (String path :
                List.of("/0", "/x", "/99999999999999999999", "/1x", "/999999999", "/-1", "/999999999/progress")) {
            assertThat(clerk.get(Clerk.HOME + path).getStatus().value())
                    .as(path)
                    .isEqualTo(404);
        }
        for (String query : List.of("?after=x", "?after=-1", "?after=0", "?after=%27")) {
            assertThat(clerk.page(Clerk.HOME + query)).contains("柜台捐款");
        }
        CounterBatchId draft = draft("odd", "甲");
        for (String query : List.of("?show=%27&after=x", "?after=99999999999", "?show=refused&after=-1")) {
            assertThat(clerk.page(Clerk.HOME + "/" + draft + query)).contains("第 " + draft + " 批");
        }
        clerk.does(draft, "removal");
    }

    @Test
    void a_sheet_that_is_none_leaves_nothing() {
        long before = world.number("select count(*) from donations.counter_batch");
        for (byte[] file : List.of(
                new byte[0],
                "PK\3\4".getBytes(StandardCharsets.ISO_8859_1),
                "date,donor,amount".getBytes(StandardCharsets.UTF_8),
                "\"date,donor,amount\n2018-05-04,x,6".getBytes(StandardCharsets.UTF_8),
                "a\u0000b".getBytes(StandardCharsets.UTF_8))) {
            assertThat(clerk.send(file, "../../etc/passwd", "cash", "")
                            .getStatus()
                            .value())
                    .isEqualTo(422);
        }
        byte[] good =
                new SheetOf().row("日期", "姓名", "金额").row("2018-05-04", "甲", "6").as(Format.CSV);
        assertThat(clerk.send(good, "a.csv", "sandbox", "").getStatus().value()).isEqualTo(422);
        assertThat(clerk.send(new byte[34 << 20], "a.csv", "cash", "")
                        .getStatus()
                        .value())
                .as("too large")
                .isEqualTo(413);
        assertThat(clerk.post(Clerk.HOME + "/sheet", Map.of("method", "cash"))
                        .getStatus()
                        .value())
                .isEqualTo(415);
        assertThat(world.number("select count(*) from donations.counter_batch")).isEqualTo(before);
    }

    @Test
    void what_is_written_as_markup_or_formula_is_shown_as_text() {
        CounterBatchId draft = draft("markup", "<script>alert(1)</script>");
        assertThat(clerk.page(Clerk.HOME + "/" + draft))
                .doesNotContain("<script>alert")
                .contains("&lt;script&gt;alert(1)");
        clerk.does(draft, "removal");
    }

    @Test
    void a_form_without_anything_says_what_is_missing() {
        var empty = clerk.post(Clerk.HOME + "/gift", Map.of());
        assertThat(empty.getStatus().value()).isEqualTo(422);
        assertThat(Clerk.text(empty)).contains("DATE-error", "DONOR-error", "AMOUNT-error", "CAMPAIGN-error");
        var odd = clerk.post(
                Clerk.HOME + "/gift",
                Map.of("DATE", "2018-05-04", "DONOR", "a\u0000b", "AMOUNT", "6", "CAMPAIGN", "'", "PHONE", "=1+1"));
        assertThat(odd.getStatus().value()).isEqualTo(422);
        assertThat(Clerk.text(odd)).contains("DONOR-error", "CAMPAIGN-error", "PHONE-error");
    }

    @Test
    void a_second_person_cannot_change_what_was_entered() {
        CounterBatchId draft = draft("mine", "甲");
        for (String step : List.of("removal", "lines/1/removal", "submission")) {
            assertThat(new Clerk("cashier").step(draft, step).getStatus().value())
                    .as(step)
                    .isEqualTo(403);
        }
        assertThat(clerk.step(draft, "confirmation").getStatus().value()).isEqualTo(403);
        assertThat(new Clerk("cashier").step(draft, "confirmation").getStatus().value())
                .as("not submitted yet")
                .isEqualTo(409);
        clerk.does(draft, "removal");
    }

    private CounterBatchId draft(String receipt, String name) {
        String slip = receipt.replaceAll("[^a-z]", "") + "9";
        byte[] sheet = new SheetOf()
                .row("日期", "姓名", "金额", "收据号")
                .row("2018-05-04", name, "6", slip)
                .as(Format.CSV);
        return clerk.drafted(sheet, "a.csv", "cash", "daily-kindness");
    }
}
