package org.yici.donations.payment.counter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yici.donations.World.world;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.yici.donations.World;
import org.yici.donations.payment.counter.SheetOf.Format;

class CounterStoryTest {

    private static final Pattern RECEIPT = Pattern.compile("/receipts/[A-Za-z0-9_-]{43}");

    private final World world = world();
    private final Clerk intake = new Clerk("intake");
    private final Clerk cashier = new Clerk("cashier");

    @Test
    void a_good_sheet_of_any_format_is_confirmed_by_a_second_person_and_each_line_has_a_journal_and_a_receipt() {
        for (Format format : Format.values()) {
            String tag = format.name() + UUID.randomUUID().toString().substring(0, 8);
            long before = journals();
            CounterBatchId batch = intake.drafted(good(tag).as(format), "五月." + format, "cash", "");
            assertThat(intake.page(Clerk.HOME + "/" + batch)).contains("每一行都可以接受", "3 笔", "张" + tag, "合计行");
            assertThat(journals()).as("nothing is booked by a dry run").isEqualTo(before);

            intake.does(batch, "submission");
            assertThat(journals()).as("nor by submitting").isEqualTo(before);
            assertThat(cashier.page(Clerk.HOME + "/" + batch)).contains("核对无误");
            cashier.does(batch, "confirmation");

            booked(batch);
            assertThat(journals()).isEqualTo(before + 3);
            assertThat(world.number("select count(*) from donations.counter_line l join donations.donation d"
                            + " on d.id = l.donation and d.sequence = l.sequence and d.amount = l.amount"
                            + " and d.campaign = l.campaign and d.method = l.method"
                            + " join ledger.journals j on j.sequence = l.sequence where l.batch = " + batch))
                    .isEqualTo(3);
            assertThat(world.number("select count(distinct given_on) from donations.counter_line where batch = " + batch
                            + " and given_on in ('2018-05-04', '2018-05-05')"))
                    .as("the day that the sheet says is kept")
                    .isEqualTo(2);
            Matcher receipt = RECEIPT.matcher(cashier.page(Clerk.HOME + "/" + batch));
            assertThat(receipt.find()).isTrue();
            assertThat(cashier.page(receipt.group())).contains("张" + tag, "1,234", ".50");
        }
    }

    private static SheetOf good(String tag) {
        return new SheetOf()
                .row("乾河县慈善总会捐款登记表")
                .row("共 3 笔，合计 1,434.51 元")
                .row("序号", "捐赠日期", "捐 赠 人", "金额（元）", "方式", "活动", "交易流水号", "收据号", "手机")
                .row(1.0, "2018-05-04", "张" + tag, "1,234.50", "现金", "daily-kindness", "", "R" + tag, "138 0000 0000")
                .row(2.0, "2018年5月5日", "李四" + tag, "１００元", "银行转账", "daily-kindness", "TX-" + tag, "", "")
                .row(3.0, "2018/5/5", "匿名", 100.01, "现金", "daily-kindness", "", "S" + tag, "")
                .row("合 计", "", "", "¥1,434.51", "", "", "3笔")
                .row("制表人：王芳", "", "", "", "审核：");
    }

    @Test
    void who_entered_a_batch_does_not_confirm_it() {
        Clerk deputy = new Clerk("deputy");
        CounterBatchId batch = deputy.drafted(one("deputy-1").as(Format.CSV), "a.csv", "cash", "daily-kindness");
        deputy.does(batch, "submission");
        var refused = deputy.step(batch, "confirmation");
        assertThat(refused.getStatus().value()).isEqualTo(403);
        assertThat(Clerk.text(refused)).contains("要由两个人来做");
        assertThat(deputy.step(batch, "rejection").getStatus().value()).isEqualTo(403);
        assertThat(state(batch)).isEqualTo(1);
        assertThat(intake.step(batch, "confirmation").getStatus().value())
                .as("entering is not confirming")
                .isEqualTo(403);
    }

    @Test
    void the_same_sheet_is_known_again_by_its_content_and_by_its_lines() {
        CounterBatchId batch = intake.drafted(one("twice-1").as(Format.CSV), "a.csv", "bank", "daily-kindness");
        intake.does(batch, "submission");

        var same = intake.send(one("twice-1").as(Format.CSV), "renamed.csv", "bank", "daily-kindness");
        assertThat(same.getStatus().value()).isEqualTo(409);
        assertThat(Clerk.text(same)).contains("这个文件已经交过，是第 " + batch + " 批");

        CounterBatchId other = intake.drafted(one("twice-1").as(Format.XLSX), "a.xlsx", "bank", "daily-kindness");
        assertThat(intake.page(Clerk.HOME + "/" + other)).contains("这一笔已在第 " + batch + " 批的第 2 行交过");
        assertThat(intake.step(other, "submission").getStatus().value()).isEqualTo(409);
    }

    @Test
    void two_drafts_of_one_sheet_are_submitted_once() {
        byte[] sheet = one("race-1").as(Format.CSV);
        CounterBatchId first = intake.drafted(sheet, "a.csv", "bank", "daily-kindness");
        CounterBatchId second = cashier.drafted(sheet, "a.csv", "bank", "daily-kindness");
        CounterBatchId third = cashier.drafted(one("race-1").as(Format.XLS), "a.xls", "bank", "daily-kindness");
        intake.does(first, "submission");
        assertThat(Clerk.text(cashier.step(second, "submission"))).contains("这个文件已经交过");
        assertThat(Clerk.text(cashier.step(third, "submission"))).contains("这一笔已在第 " + first + " 批");
        assertThat(state(second) + state(third)).isZero();
    }

    @Test
    void a_batch_that_was_sent_back_may_come_again() {
        byte[] sheet = one("again-1").as(Format.CSV);
        CounterBatchId first = intake.drafted(sheet, "a.csv", "bank", "daily-kindness");
        intake.does(first, "submission");
        cashier.does(first, "rejection");
        assertThat(cashier.page(Clerk.HOME + "/" + first)).contains("已退回");
        CounterBatchId second = intake.drafted(sheet, "a.csv", "bank", "daily-kindness");
        intake.does(second, "submission");
        cashier.does(second, "confirmation");
        booked(second);
    }

    @Test
    void gifts_are_typed_in_one_by_one_and_join_one_draft() {
        Clerk clerk = new Clerk("intake");
        var wrong = clerk.post(Clerk.HOME + "/gift", typed("张三", "270.767", "T1"));
        assertThat(wrong.getStatus().value()).isEqualTo(422);
        assertThat(Clerk.text(wrong)).contains("id=\"AMOUNT-error\"", "270.767", "超过两位小数");
        CounterBatchId draft = Clerk.batch(clerk.post(Clerk.HOME + "/gift", typed("张三", "270.76", "T1")));
        assertThat(Clerk.batch(clerk.post(Clerk.HOME + "/gift", typed("李四", "6", "T2"))))
                .isEqualTo(draft);
        var twice = clerk.post(Clerk.HOME + "/gift", typed("张三", "270.76", "T1"));
        assertThat(Clerk.text(twice)).contains("与第 1 行是同一笔");
        assertThat(Clerk.batch(clerk.post(Clerk.HOME + "/gift", typed("王五", "7", "T3"))))
                .isEqualTo(draft);
        clerk.does(draft, "lines/2/removal");
        assertThat(clerk.page(Clerk.HOME + "/" + draft)).contains("张三", "王五").doesNotContain("李四");
        assertThat(new Clerk("deputy").step(draft, "submission").getStatus().value())
                .as("somebody else's draft")
                .isEqualTo(403);
        clerk.does(draft, "submission");
        new Clerk("approver").does(draft, "confirmation");
        booked(draft);
        assertThat(world.number(
                        "select count(*) from donations.counter_line where sequence is not null and batch = " + draft))
                .isEqualTo(2);
    }

    @Test
    void who_types_a_pile_of_slips_goes_on_where_the_last_one_ended() {
        Clerk clerk = new Clerk("cashier");
        Map<String, String> slip = new HashMap<>(
                typed("张三", "50", "P" + UUID.randomUUID().toString().substring(0, 8)));
        slip.put("then", "again");
        slip.put("DATE", "2018-05-03");
        var answer = clerk.post(Clerk.HOME + "/gift", slip);
        assertThat(answer.getStatus().value()).isEqualTo(303);
        String next = String.valueOf(answer.getResponseHeaders().getLocation());
        assertThat(next)
                .startsWith(Clerk.HOME + "/gift?DATE=2018-05-03&METHOD=cash&CAMPAIGN=daily-kindness")
                .as("no name in an address")
                .doesNotContain("张三", "DONOR");
        assertThat(clerk.page(next)).contains("记下了", "草稿里有 1 笔，合计 ¥50.00", "value=\"2018-05-03\"");
        assertThat(clerk.page(Clerk.HOME + "/gift?DATE=%3Cb%3E&METHOD&CAMPAIGN=%27"))
                .doesNotContain("<b>\"");
    }

    private static Map<String, String> typed(String donor, String amount, String receipt) {
        return Map.of(
                "DATE",
                "2018-05-04",
                "DONOR",
                donor,
                "AMOUNT",
                amount,
                "METHOD",
                "cash",
                "CAMPAIGN",
                "daily-kindness",
                "RECEIPT",
                receipt);
    }

    @Test
    void a_draft_is_thrown_away_with_all_that_it_says() {
        CounterBatchId draft = intake.drafted(one("gone-1").as(Format.CSV), "a.csv", "cash", "daily-kindness");
        intake.does(draft, "removal");
        assertThat(world.number("select count(*) from donations.counter_line where batch = " + draft))
                .isZero();
        assertThat(intake.get(Clerk.HOME + "/" + draft).getStatus().value()).isEqualTo(404);
    }

    @Test
    void donors_cannot_choose_the_counters_methods() {
        for (String method : new String[] {"cash", "bank"}) {
            world.web()
                    .post()
                    .uri("/api/v1/donations")
                    .header("Idempotency-Key", UUID.randomUUID().toString())
                    .contentType(MediaType.APPLICATION_JSON)
                    .bodyValue("{\"campaign\":\"daily-kindness\",\"amount\":{\"value\":600,\"currency\":\"CNY\"},"
                            + "\"method\":\"" + method + "\",\"donor\":{\"anonymous\":true}}")
                    .exchange()
                    .expectStatus()
                    .isEqualTo(422)
                    .expectBody()
                    .jsonPath("$.reason")
                    .isEqualTo("payment-method");
        }
    }

    @Test
    void every_act_is_in_the_trail() {
        CounterBatchId batch = intake.drafted(one("trail-1").as(Format.CSV), "a.csv", "bank", "daily-kindness");
        intake.does(batch, "submission");
        cashier.does(batch, "confirmation");
        try (var owner = world.asOwner();
                var acts = owner.prepareStatement(
                        "select string_agg(actor || ' ' || act, ', ' order by act) from staff.act where subject = ?"
                                + " and act like 'counter-%'")) {
            acts.setString(1, batch.toString());
            try (var found = acts.executeQuery()) {
                assertThat(found.next()).isTrue();
                assertThat(found.getString(1))
                        .contains(
                                "cashier counter-batch-confirmed",
                                "intake counter-batch-submitted",
                                "intake counter-sheet-checked");
            }
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void a_reviewer_has_no_business_here_and_an_auditor_sees_no_names() {
        CounterBatchId batch = intake.drafted(one("looks-1").as(Format.CSV), "a.csv", "bank", "daily-kindness");
        assertThat(new Clerk("reviewer").get(Clerk.HOME).getStatus().value()).isEqualTo(403);
        Clerk auditor = new Clerk("auditor");
        assertThat(auditor.page(Clerk.HOME)).contains("第 " + batch + " 批");
        assertThat(auditor.page(Clerk.HOME + "/" + batch)).contains("赵**").doesNotContain("赵六");
        assertThat(auditor.get(Clerk.HOME + "/sheet").getStatus().value()).isEqualTo(403);
        assertThat(auditor.step(batch, "submission").getStatus().value()).isEqualTo(403);
        world.web().get().uri(Clerk.HOME).exchange().expectStatus().isUnauthorized();
    }

    @Test
    void the_empty_sheet_has_the_headings_that_are_read() {
        assertThat(intake.page(Clerk.HOME + "/template.csv")).startsWith("\ufeff日期,捐赠人,金额,方式,活动,流水号,收据号,手机,备注");
        assertThat(intake.page(Clerk.HOME + "/template.csv?lang=en")).contains("Date,Donor,Amount");
        assertThat(intake.page(Clerk.HOME + "/sheet?lang=en")).contains("Check it");
        assertThat(intake.page(Clerk.HOME + "/gift")).contains("记入草稿");
    }

    private static SheetOf one(String reference) {
        return new SheetOf().row("日期", "姓名", "金额", "流水号").row("2018-05-04", "赵六", "6.00", reference);
    }

    private void booked(CounterBatchId batch) {
        for (int i = 0; i < 400 && state(batch) != 3; i++) {
            World.pause(50);
        }
        assertThat(state(batch)).as("booked").isEqualTo(3);
    }

    private long state(CounterBatchId batch) {
        return world.number(
                "select array_position(array['DRAFT', 'SUBMITTED', 'CONFIRMED', 'BOOKED', 'REJECTED'], state)"
                        + " - 1 from donations.counter_batch where number = " + batch);
    }

    private long journals() {
        return world.number("select count(*) from ledger.journals where key like 'donation/%'");
    }
}
