package org.yici.donations.payment.counter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yici.donations.World.world;
import static org.yici.donations.payment.counter.line.LineFlaw.AMOUNT_DECIMALS;
import static org.yici.donations.payment.counter.line.LineFlaw.AMOUNT_NEGATIVE;
import static org.yici.donations.payment.counter.line.LineFlaw.AMOUNT_SEPARATORS;
import static org.yici.donations.payment.counter.line.LineFlaw.AMOUNT_TOO_LARGE;
import static org.yici.donations.payment.counter.line.LineFlaw.AMOUNT_UNREADABLE;
import static org.yici.donations.payment.counter.line.LineFlaw.AMOUNT_ZERO;
import static org.yici.donations.payment.counter.line.LineFlaw.CAMPAIGN_NOT_OPEN;
import static org.yici.donations.payment.counter.line.LineFlaw.CAMPAIGN_UNKNOWN;
import static org.yici.donations.payment.counter.line.LineFlaw.COUNT_DIFFERS;
import static org.yici.donations.payment.counter.line.LineFlaw.DATE_AHEAD;
import static org.yici.donations.payment.counter.line.LineFlaw.DATE_UNREADABLE;
import static org.yici.donations.payment.counter.line.LineFlaw.MERGED;
import static org.yici.donations.payment.counter.line.LineFlaw.METHOD_UNKNOWN;
import static org.yici.donations.payment.counter.line.LineFlaw.MISSING;
import static org.yici.donations.payment.counter.line.LineFlaw.PHONE_SHAPE;
import static org.yici.donations.payment.counter.line.LineFlaw.REFERENCE_DIGITS;
import static org.yici.donations.payment.counter.line.LineFlaw.REFERENCE_SHAPE;
import static org.yici.donations.payment.counter.line.LineFlaw.TOO_LONG;
import static org.yici.donations.payment.counter.line.LineFlaw.TOTAL_DIFFERS;
import static org.yici.donations.payment.counter.line.LineFlaw.TWICE;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.yici.donations.World;
import org.yici.donations.campaign.OpenCampaign;
import org.yici.donations.payment.counter.SheetOf.Format;
import org.yici.donations.payment.counter.line.LineFate;
import org.yici.donations.payment.counter.line.LineFlaw;
import org.yici.donations.payment.counter.line.LineProblem;
import org.yici.ledger.CampaignCode;

class DirtySheetTest {

    private static final String[] HEADING = {"日期", "捐赠人", "金额", "方式", "活动", "流水号", "收据号", "手机", "备注"};

    private final World world = world();
    private final Clerk clerk = new Clerk("intake");

    @ParameterizedTest
    @EnumSource(Format.class)
    void every_flaw_is_explained_at_its_line_and_nothing_changes(Format format) {
        String before = everything();
        CounterBatchId draft = clerk.drafted(dirty().as(format), "脏表." + format, "cash", "");
        boolean book = format == Format.XLSX || format == Format.XLS;
        assertThat(flaws(draft)).isEqualTo(expected(book));
        String page = clerk.page(Clerk.HOME + "/" + draft + "?show=refused");
        assertThat(page)
                .contains("270.767", "超过两位小数", "没有这个活动", "不存在的活动", "与第 4 行是同一笔", "表上写的是 20 笔")
                .contains("钱**", "043******99")
                .doesNotContain("钱长长", "0430139", "<span class=\"code\">**</span>");
        assertThat(clerk.page(Clerk.HOME + "/" + draft))
                .as("what is in the way is shown first")
                .contains("270.767")
                .doesNotContain("¥</i>1,000");
        assertThat(clerk.page(Clerk.HOME + "/" + draft + "?show=all")).contains("¥</i>1,000");
        assertThat(clerk.page(Clerk.HOME + "/" + draft + "?show=refused&lang=en"))
                .contains("More than two decimals", "There is no such campaign", "The same gift as on line 4");
        var refused = clerk.step(draft, "submission");
        assertThat(refused.getStatus().value()).isEqualTo(409);
        assertThat(Clerk.text(refused)).contains("整批都不能交");
        assertThat(everything()).isEqualTo(before);
    }

    private static Map<Integer, List<LineFlaw>> expected(boolean book) {
        Map<Integer, List<LineFlaw>> flaws = new TreeMap<>();
        flaws.put(2, List.of(COUNT_DIFFERS));
        flaws.put(5, List.of(AMOUNT_DECIMALS));
        flaws.put(6, List.of(AMOUNT_DECIMALS));
        flaws.put(7, List.of(AMOUNT_NEGATIVE));
        flaws.put(8, List.of(AMOUNT_ZERO));
        flaws.put(9, List.of(MISSING));
        flaws.put(10, List.of(CAMPAIGN_UNKNOWN));
        flaws.put(11, List.of(DATE_UNREADABLE));
        flaws.put(12, List.of(DATE_AHEAD));
        flaws.put(13, List.of(PHONE_SHAPE));
        flaws.put(14, List.of(MISSING));
        flaws.put(15, List.of(METHOD_UNKNOWN));
        flaws.put(16, List.of(TWICE));
        flaws.put(18, List.of(book ? MERGED : MISSING));
        flaws.put(19, List.of(AMOUNT_SEPARATORS));
        flaws.put(20, List.of(AMOUNT_UNREADABLE));
        flaws.put(21, List.of(AMOUNT_TOO_LARGE));
        flaws.put(22, List.of(TOO_LONG, MISSING));
        flaws.put(23, List.of(REFERENCE_SHAPE));
        if (book) {
            flaws.put(24, List.of(REFERENCE_DIGITS));
        }
        flaws.put(25, List.of(CAMPAIGN_NOT_OPEN));
        flaws.put(27, List.of(COUNT_DIFFERS));
        return flaws;
    }

    private SheetOf dirty() {
        String open = "daily-kindness";
        return new SheetOf()
                .row("乾河县慈善总会捐款登记表")
                .row("2018年5月　共 20 笔")
                .row((Object[]) HEADING)
                .row(43_224.0, "孙一", "1,000.00", "现金", open, "", "D1", "", "")
                .row("2018-05-04", "孙一", "270.767", "现金", open, "", "D2", "", "")
                .row("2018-05-04", "孙一", 270.767, "现金", open, "", "D3", "", "")
                .row("2018-05-04", "孙一", "-5.00", "现金", open, "", "D4", "", "")
                .row("2018-05-04", "孙一", 0.0, "现金", open, "", "D5", "", "")
                .row("2018-05-04", "", "6", "现金", open, "", "D6", "", "")
                .row("2018-05-04", "孙一", "6", "现金", "不存在的活动", "", "D7", "", "")
                .row("4/5/18", "孙一", "6", "现金", open, "", "D8", "", "")
                .row("2099-01-01", "孙一", "6", "现金", open, "", "D9", "", "")
                .row("2018-05-04", "孙一", "6", "现金", open, "", "D10", "0430139999999999", "")
                .row("2018-05-04", "孙一", "6", "银行转账", open, "", "", "", "")
                .row("2018-05-04", "孙一", "6", "支票", open, "", "D11", "", "")
                .row("2018年5月4日", "孙 一", "１０００", "现金", open, "", "D1", "", "")
                .row("2018-05-04", "孙一", "300", "现金", open, "", "D12", "", "")
                .row("2018-05-04", "孙二", "", "现金", open, "", "D13", "", "")
                .merge(16, 17, 2)
                .row("2018-05-04", "孙一", "1,00", "现金", open, "", "D14", "", "")
                .row("2018-05-04", "孙一", "1.5万", "现金", open, "", "D15", "", "")
                .row("2018-05-04", "孙一", "1000000.01", "现金", open, "", "D16", "", "")
                .row("2018-05-04", "钱" + "长".repeat(60), "6", "现金", "", "", "D17", "", "")
                .row("2018-05-04", "孙一", "6", "银行转账", open, "号=1", "", "", "")
                .row("2018-05-04", "孙一", "6", "银行转账", open, 1.2345678901234567e17, "", "", "")
                .row("2017-12-31", "孙一", "6", "现金", closed(), "", "D18", "", "")
                .row((Object[]) HEADING)
                .row("合计", "", "99,999.00", "共 20 笔")
                .row("制表：王芳");
    }

    @Test
    void money_that_came_in_while_a_campaign_ran_is_taken_for_it_when_the_campaign_is_over() {
        CounterBatchId draft = clerk.drafted(
                new SheetOf()
                        .row("日期", "姓名", "金额", "收据号")
                        .row("2018-05-04", "甲", 1.0, "E1")
                        .row("2017-12-31", "乙", 2.0, "E2")
                        .as(Format.CSV),
                "a.csv",
                "cash",
                closed());
        assertThat(flaws(draft)).isEqualTo(Map.of(3, List.of(CAMPAIGN_NOT_OPEN)));
        assertThat(clerk.page(Clerk.HOME + "/" + draft)).contains("活动期间收到的钱，日期写收到的那天");
    }

    /** It took gifts from 2018 on, until now. */
    private static String closed() {
        String code = "closed-" + UUID.randomUUID().toString().substring(0, 8);
        World.done(world().bean(OpenCampaign.class).fileAndOpen(World.kindness(code)));
        World.done(world().bean(OpenCampaign.class).close(CampaignCode.of(code)));
        return code;
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void stated_totals_are_held_against_the_lines(Format format) {
        CounterBatchId draft = clerk.drafted(
                new SheetOf()
                        .row("捐款明细 合计金额：301.00元 笔数：4")
                        .row("日期", "姓名", "金额", "收据号")
                        .row("2018-05-04", "甲", 100.0, "S1")
                        .row("2018-05-04", "乙", 100.5, "S2")
                        .row("小计", "", 200.5)
                        .row("2018-05-04", "丙", 99.5, "S3")
                        .row("小 计（1笔）", "", 99.4)
                        .row("总计", "", "301.00")
                        .row("累计", "", "9,000.00")
                        .as(format),
                "a",
                "cash",
                "daily-kindness");
        assertThat(flaws(draft))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        1,
                        List.of(TOTAL_DIFFERS, COUNT_DIFFERS),
                        7,
                        List.of(TOTAL_DIFFERS),
                        8,
                        List.of(TOTAL_DIFFERS)));
        assertThat(clerk.page(Clerk.HOME + "/" + draft)).contains("表上写的合计是 ¥301.00，各行加起来是 ¥300.00");
    }

    @Test
    void a_banks_statement_is_read_and_what_went_out_is_passed_over() {
        CounterBatchId draft = clerk.drafted(
                new SheetOf()
                        .row("账号", "6222 0000", "户名", "乾河县慈善总会")
                        .row("交易日期", "交易流水号", "借方发生额", "贷方发生额", "余额", "对方户名", "摘要")
                        .row("20180504", "B0001", "", "88.00", "1,088.00", "周七", "捐款")
                        .row("20180504", "B0002", "20.00", "", "1,068.00", "电力公司", "电费")
                        .row("20180504 10:02:01", "B0003", "0.00", "12.00", "1,080.00", "吴八", "合计捐款")
                        .as(Format.GB18030),
                "流水.csv",
                "bank",
                "daily-kindness");
        assertThat(flaws(draft)).isEmpty();
        assertThat(clerk.page(Clerk.HOME + "/" + draft)).contains("支出，不是捐款", "2 笔", "周七", "B0003");
    }

    @Test
    void one_date_and_one_campaign_may_be_merged_over_their_lines() {
        CounterBatchId draft = clerk.drafted(
                new SheetOf()
                        .row("日期", "姓名", "金额", "活动", "收据号")
                        .row("2018-05-04", "甲", 1.0, "daily-kindness", "M1")
                        .row("", "乙", 2.0, "", "M2")
                        .row("", "丙", 3.0, "", "M3")
                        .merge(1, 3, 0)
                        .merge(1, 3, 3)
                        .as(Format.XLSX),
                "a.xlsx",
                "cash",
                "");
        assertThat(flaws(draft)).isEmpty();
        assertThat(world.number("select count(*) from donations.counter_line where fate = 'GOOD' and batch = " + draft
                        + " and given_on = '2018-05-04'"))
                .isEqualTo(3);
    }

    @Test
    void what_is_no_sheet_of_gifts_is_refused_as_a_whole() {
        Map<String, byte[]> files = Map.of(
                "读不出这个文件", new byte[] {1, 0, 2},
                "这个文件是空的", new byte[0],
                "找不到表头", new SheetOf().row("购物单").row("苹果", "3").as(Format.CSV),
                "没有“捐赠人”这一栏",
                        new SheetOf().row("日期", "金额").row("2018-05-04", "6").as(Format.XLS),
                "一笔捐款也没有",
                        new SheetOf().row("日期", "姓名", "金额").row("合计", "", "0").as(Format.XLSX),
                "另存成 .xls 的网页", "<html><table>".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        String before = everything();
        long batches = world.number("select count(*) from donations.counter_batch");
        files.forEach((sentence, file) -> {
            var answer = clerk.send(file, "x.xlsx", "cash", "daily-kindness");
            assertThat(answer.getStatus().value()).as(sentence).isEqualTo(422);
            assertThat(Clerk.text(answer)).contains(sentence);
        });
        assertThat(world.number("select count(*) from donations.counter_batch")).isEqualTo(batches);
        assertThat(everything()).isEqualTo(before);
    }

    private Map<Integer, List<LineFlaw>> flaws(CounterBatchId draft) {
        Map<Integer, List<LineFlaw>> flaws = new TreeMap<>();
        world.bean(CounterLines.class)
                .after(draft, 0, CounterLines.Shown.REFUSED, 1_000)
                .toIterable()
                .forEach(line -> flaws.put(
                        line.row(),
                        ((LineFate.Refused) line.fate())
                                .problems().stream().map(LineProblem::flaw).toList()));
        return flaws;
    }

    private String everything() {
        return world.number("select count(*) from ledger.journals") + " journals, "
                + world.number("select count(*) from donations.gift where method in ('cash', 'bank')") + " gifts, "
                + world.number("select count(*) from donations.counter_identity") + " submitted";
    }
}
