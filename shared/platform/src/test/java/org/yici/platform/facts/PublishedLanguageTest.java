package org.yici.platform.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.yici.platform.facts.Fact.Words;
import org.yici.proof.CanonicalJson;

@DisplayName("The published language, one golden vector each")
class PublishedLanguageTest {

    @ParameterizedTest(name = "{0}")
    @MethodSource("vectors")
    void saysExactlyThis(String type, String key, Fact fact, String canonical) {
        assertThat(fact.type()).isEqualTo(type);
        assertThat(fact.key()).isEqualTo(key);
        assertThat(CanonicalJson.write(fact.body())).isEqualTo(canonical);
    }

    static Stream<Arguments> vectors() {
        Words words = new Words("扶贫", "Relief");
        return Stream.of(
                Arguments.of(
                        "fund-opened",
                        "fund:relief",
                        new Fact.FundOpened("relief", words),
                        "{\"code\":\"relief\",\"name\":{\"en\":\"Relief\",\"zh\":\"扶贫\"}}"),
                Arguments.of(
                        "campaign-opened",
                        "campaign:relief",
                        new Fact.CampaignOpened(
                                "relief",
                                "relief",
                                words,
                                words,
                                words,
                                List.of(new Fact.Chip(100, words)),
                                5_000,
                                "备〔2018〕1号",
                                "5322",
                                words,
                                "0431",
                                "https://p.example",
                                "2018-01-01T00:00:00.000Z",
                                null),
                        "{\"chips\":[{\"amount\":100,\"does\":{\"en\":\"Relief\",\"zh\":\"扶贫\"}}],\"code\":\"relief\","
                                + "\"contact\":\"0431\",\"filingNumber\":\"备〔2018〕1号\",\"fund\":\"relief\",\"goal\":5000,"
                                + "\"opensAt\":\"2018-01-01T00:00:00.000Z\",\"organisation\":{\"en\":\"Relief\",\"zh\":\"扶贫\"},"
                                + "\"platformLink\":\"https://p.example\",\"purpose\":{\"en\":\"Relief\",\"zh\":\"扶贫\"},"
                                + "\"qualification\":\"5322\",\"story\":{\"en\":\"Relief\",\"zh\":\"扶贫\"},"
                                + "\"title\":{\"en\":\"Relief\",\"zh\":\"扶贫\"}}"),
                Arguments.of(
                        "campaign-closed",
                        "campaign:relief",
                        new Fact.CampaignClosed("relief"),
                        "{\"code\":\"relief\"}"),
                Arguments.of(
                        "award-made",
                        "grant:g",
                        new Fact.AwardMade("g", "medical", null, List.of("relief"), 80_000),
                        "{\"amount\":80000,\"funds\":[\"relief\"],\"grant\":\"g\",\"kind\":\"medical\"}"),
                Arguments.of(
                        "grant-paid",
                        "grant:g",
                        new Fact.GrantPaid("g", true, false),
                        "{\"grant\":\"g\",\"newHousehold\":false,\"newPerson\":true}"),
                Arguments.of(
                        "grant-unpaid",
                        "grant:g",
                        new Fact.GrantUnpaid("g", true, false),
                        "{\"grant\":\"g\",\"householdGone\":false,\"personGone\":true}"),
                Arguments.of("receipt-confirmed", "grant:g", new Fact.ReceiptConfirmed("g"), "{\"grant\":\"g\"}"),
                Arguments.of(
                        "outcomes-told",
                        "outcomes:schooling",
                        new Fact.OutcomesTold("schooling", "school", "PROMOTED", 6),
                        "{\"answer\":\"PROMOTED\",\"kind\":\"schooling\",\"question\":\"school\",\"visits\":6}"),
                Arguments.of(
                        "notice-ended",
                        "notice:n",
                        new Fact.NoticeEnded("n", "00ff"),
                        "{\"hash\":\"00ff\",\"notice\":\"n\"}"));
    }
}
