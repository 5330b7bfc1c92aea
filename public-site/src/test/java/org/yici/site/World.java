package org.yici.site;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.yici.platform.facts.Fact;
import org.yici.platform.facts.Fact.Words;

/** The small world of these tests: two funds, three grants, a notice. */
final class World {

    static final Instant BEGIN = Instant.parse("2018-03-01T01:00:00Z");
    static final String RELIEF = "poverty-relief";
    static final String DAILY = "daily-kindness";

    private World() {}

    static void publish(Published to) {
        to.fact(new Fact.FundOpened(RELIEF, new Words("扶贫济困基金", "Poverty relief fund")));
        to.fact(new Fact.FundOpened(DAILY, new Words("日行一慈基金", "Daily kindness fund")));
        to.fact(campaign(
                RELIEF, "扶贫济困", "Poverty relief", "给困难家庭的助学、助医和助困。", "Schooling, medical care and hardship grants."));
        to.fact(campaign(
                DAILY,
                "日行一慈，微爱乾行",
                "One Kindness a Day",
                "每天一元，帮孩子读完这一学期。",
                "One yuan a day helps a child finish the term."));
        long first = to.gift(RELIEF, 100_000, true);
        to.gift(DAILY, 600, true);
        to.gift(RELIEF, 50_000, true);
        to.refund(first + 2, RELIEF, 140_000, 10_000, false);
        for (int i = 0; i < 8; i++) {
            to.gift(DAILY, 100 + 666L * i, i % 2 == 0);
        }
        long schooling = to.award("G-1", "schooling", new java.util.TreeMap<>(Map.of(RELIEF, 80_000L)));
        to.fact(new Fact.AwardMade("G-1", "schooling", "赞字乡", List.of(RELIEF), 80_000));
        to.pay("G-1", "schooling", schooling, 80_000);
        to.fact(new Fact.GrantPaid("G-1", true, true));
        long both = to.award("G-2", "medical", new java.util.TreeMap<>(Map.of(DAILY, 1_000L, RELIEF, 20_000L)));
        to.fact(new Fact.AwardMade("G-2", "medical", null, List.of(RELIEF, DAILY), 21_000));
        to.payout("payout", "G-2", "medical", both, 21_000, "payable:award:G-2", "transit:payouts");
        long released = to.award("G-3", "hardship", new java.util.TreeMap<>(Map.of(RELIEF, 5_000L)));
        to.fact(new Fact.AwardMade("G-3", "hardship", "清河镇", List.of(RELIEF), 5_000));
        to.release("G-3", "hardship", released, RELIEF, 5_000, 100_000);
        to.notice("N-1", notice("张**", "赞字乡", false));
        to.notice("N-2", notice("李**", "柳河镇", true));
        to.flush();
    }

    static Map<String, Object> notice(String name, String township, boolean objected) {
        return Map.of(
                "notice",
                "N",
                "kind",
                "schooling",
                "name",
                name,
                "township",
                township,
                "amount",
                80_000L,
                "postedAt",
                "2018-05-31T02:00:00.000Z",
                "endsAt",
                "2018-06-07T16:00:00.000Z",
                "objected",
                objected);
    }

    private static Fact campaign(String code, String zh, String en, String purposeZh, String purposeEn) {
        return new Fact.CampaignOpened(
                code,
                code,
                new Words(zh, en),
                new Words(purposeZh, purposeEn),
                new Words("故事", "Story"),
                List.of(new Fact.Chip(100, new Words("一个本子", "A notebook"))),
                500_000,
                "51220000MJ0001",
                "QH-2017-01",
                new Words("乾河县慈善总会", "Qianhe County Charity Federation"),
                "0433-000000",
                "https://example.org",
                "2017-04-01T00:00:00.000Z",
                null);
    }
}
