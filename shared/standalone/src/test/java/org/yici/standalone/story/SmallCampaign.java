package org.yici.standalone.story;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.yici.donations.campaign.Campaign;
import org.yici.donations.campaign.CampaignState;
import org.yici.donations.campaign.OpenCampaign;
import org.yici.donations.payment.Settling;
import org.yici.ledger.CampaignCode;
import org.yici.ledger.FundCode;
import org.yici.ledger.Money;
import org.yici.platform.facts.Fact.Chip;
import org.yici.platform.facts.Fact.Words;
import org.yici.standalone.RunningYici;
import org.yici.standalone.Service;

/** One kindness a day: the campaign that the stories of this package give to. */
final class SmallCampaign {

    static final String CODE = "daily-kindness";
    static final String FUND = "daily-kindness";
    static final String TITLE = "日行一慈";
    static final String TITLE_IN_ENGLISH = "One kindness a day";

    private SmallCampaign() {}

    /** Through the use case that the staff page calls. */
    static void openIn(RunningYici yici) {
        yici.bean(Service.DONATIONS, OpenCampaign.class)
                .fileAndOpen(plan())
                .block(Duration.ofSeconds(30))
                .fold(campaign -> campaign, refusal -> {
                    throw new IllegalStateException(refusal.toString());
                });
    }

    /** The sandbox's bank day: what the provider took in is paid into the charity's account. */
    static void settle() {
        Settling settling = County.yici().bean(Service.DONATIONS, Settling.class);
        settling.owedBy("sandbox")
                .flatMap(owed ->
                        settling.settle("sandbox", owed, UUID.randomUUID().toString()))
                .block(Duration.ofSeconds(30))
                .fold(sequence -> sequence, refusal -> {
                    throw new IllegalStateException(refusal.toString());
                });
    }

    private static Campaign plan() {
        return new Campaign(
                CampaignCode.of(CODE),
                new Campaign.Fund(FundCode.of(FUND), new Words("日行一慈基金", "Daily kindness fund")),
                CampaignState.FILED,
                new Words(TITLE, TITLE_IN_ENGLISH),
                new Words("每天一元。", "One yuan a day."),
                new Words("在村口扫一扫。", "Scan the code at the village shop."),
                List.of(
                        new Chip(100, new Words("一天一善", "one day's kindness")),
                        new Chip(600, new Words("一顿营养午餐", "a school lunch")),
                        new Chip(2_000, new Words("一次挂号取药", "a visit to the doctor")),
                        new Chip(10_000, new Words("一个月的生活用品", "a month of household basics"))),
                Money.ofFen(10_000_000),
                "乾慈募备〔2018〕001号",
                "53220000DEMO170401",
                new Words("乾河县慈善总会", "Qianhe County Charity Federation"),
                "程守信",
                "0431-0000-2018",
                new Words("转入目的相近的项目,并公布", "goes to a project of similar purpose, and is published"),
                "https://platform.example/yici",
                Instant.parse("2018-01-01T00:00:00Z"),
                null);
    }
}
