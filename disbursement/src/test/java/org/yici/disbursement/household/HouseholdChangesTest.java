package org.yici.disbursement.household;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.r2dbc.core.DatabaseClient;
import org.yici.disbursement.County;
import org.yici.disbursement.County.Answer;
import org.yici.disbursement.County.Person;
import org.yici.disbursement.Helped;

@DisplayName("What changes about a household")
class HouseholdChangesTest {

    private static final County county = County.shared();
    private static final Person intake = county.staff("intake");

    private static Answer registered(String card) {
        Map<String, Object> household = new HashMap<>(County.household("赞字乡"));
        String holder = ((Map<?, ?>) ((List<?>) household.get("members")).get(0))
                .get("name")
                .toString();
        household.put("bankCard", Map.of("holder", holder, "number", card));
        Answer answer = intake.post("/api/v1/households", household);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer;
    }

    /** A valid card number that nobody has. */
    private static String freshCard() {
        String head =
                "62220" + "%011d".formatted(Math.floorMod(UUID.randomUUID().getMostSignificantBits(), 99_999_999_999L));
        for (int check = 0; check < 10; check++) {
            if (CardNumber.isValid(head + check)) {
                return head + check;
            }
        }
        throw new AssertionError(head);
    }

    private static String path(Answer household, String what) {
        return "/api/v1/households/" + household.text("/id") + what;
    }

    @Test
    @DisplayName(
            "Address, card, relation and phone are changed with a day and words, and what stood there is kept, sealed")
    void changed() {
        Answer household = registered(freshCard());
        String member = household.text("/members/0");
        String card = freshCard();
        Answer answer = intake.post(
                path(household, "/changes"),
                Map.of(
                        "township", "清河镇",
                        "village", "双河村",
                        "members", List.of(Map.of("id", member, "relation", "户主", "phone", "13843210987")),
                        "bankCard", Map.of("holder", member, "number", card),
                        "changedOn", "2018-05-04",
                        "note", "搬到镇上，换了卡。"));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        assertThat(answer.json().at("/what").valueStream().map(node -> node.asString()))
                .containsExactlyInAnyOrder("PLACE", "RELATION", "PHONE", "CARD");
        Answer now = intake.get(path(household, ""));
        assertThat(now.text("/township")).isEqualTo("清河镇");
        assertThat(now.text("/bankCard/number")).endsWith(card.substring(card.length() - 4));
        Answer history = intake.get(path(household, "/changes"));
        assertThat(history.json().at("/items").size()).isEqualTo(4);
        assertThat(history.body()).contains("搬到镇上，换了卡。", "2018-05-04").doesNotContain(card, "13843210987");
        String page = intake.page("/staff/households/" + household.text("/id")).body();
        assertThat(page).contains("改了收款卡", "改了住址", "搬到镇上").doesNotContain(card);
        assertThat(dump(household)).doesNotContain("双河", card);
    }

    private static String dump(Answer household) {
        return county.bean(DatabaseClient.class)
                .sql("select string_agg(encode(coalesce(was, ''), 'escape') || encode(coalesce(now, ''), 'escape')"
                        + " || encode(note, 'escape'), '') from disbursement.household_change where household = $1")
                .bind(0, UUID.fromString(household.text("/id")))
                .map(row -> row.get(0, String.class))
                .one()
                .block();
    }

    @Test
    @DisplayName("A card is in the name of somebody who lives there or is a guardian, and nothing new is no change")
    void refused() {
        Answer household = registered(freshCard());
        Answer stranger = intake.post(
                path(household, "/changes"),
                Map.of(
                        "bankCard",
                        Map.of("holder", UUID.randomUUID().toString(), "number", freshCard()),
                        "note",
                        "换卡"));
        assertThat(stranger.text("/errors/0/field")).isEqualTo("bankCard.holder");
        assertThat(intake.post(path(household, "/changes"), Map.of("note", "没有变"))
                        .text("/errors/0/field"))
                .isEqualTo("note");
        assertThat(intake.post(path(household, "/changes"), Map.of("township", "清河镇", "changedOn", "2999-01-01"))
                        .json()
                        .at("/errors")
                        .size())
                .isEqualTo(2);
        assertThat(county.staff("reviewer")
                        .post(path(household, "/changes"), Map.of("note", "改"))
                        .text("/reason"))
                .isEqualTo("role");
    }

    @Test
    @DisplayName("A card that two households use, in two names, becomes a question and is never refused")
    void cardTwice() {
        String card = freshCard();
        Answer first = registered(card);
        Answer second = registered(card);
        assertThat(questions(second)).as("asked about the second").isEqualTo(1);
        assertThat(questions(first)).isEqualTo(0);
        Answer third = registered(freshCard());
        assertThat(intake.post(path(third, "/changes"), Map.of("bankCard", Map.of("number", card), "note", "换成亲戚的卡"))
                        .status())
                .isEqualTo(201);
        assertThat(questions(third)).isEqualTo(1);
        for (String lang : List.of("zh", "en")) {
            assertThat(intake.page("/staff/households/questions?lang=" + lang).body())
                    .doesNotContain("??");
        }
    }

    private static Long questions(Answer household) {
        return county.bean(DatabaseClient.class)
                .sql(
                        "select count(*) from disbursement.register_question where kind = 'CARD_TWICE' and other_member = $1")
                .bind(0, UUID.fromString(household.text("/members/0")))
                .map(row -> row.get(0, Long.class))
                .one()
                .block();
    }

    @Test
    @DisplayName(
            "Consent taken back: nothing new is filed, what is under way stops before payment, until it is given again")
    void consent() {
        String id = county.onNotice("hardship", 1_000);
        county.aWeekLater();
        String household = intake.get("/api/v1/applications/" + id).text("/household");
        String consent = "/api/v1/households/" + household + "/consent";
        Answer taken = intake.post(consent + "/withdrawal", Map.of("kind", "REGISTER", "note", "本人到办公室提出，签字存档。"));
        assertThat(taken.status()).as(taken.body()).isEqualTo(201);
        assertThat(taken.json().at("/register").asBoolean()).isFalse();
        assertThat(intake.post(consent + "/withdrawal", Map.of("kind", "REGISTER", "note", "再说一次"))
                        .text("/reason"))
                .isEqualTo("consent-withdrawn");

        Person approver = county.staff("approver");
        Map<String, Object> approve = Map.of("decision", "APPROVE", "note", "同意");
        Answer stopped = approver.post("/api/v1/applications/" + id + "/approval", approve);
        assertThat(stopped.status()).isEqualTo(409);
        assertThat(stopped.text("/reason")).isEqualTo("consent-withdrawn");
        Map<String, Object> request = Map.of(
                "household",
                household,
                "member",
                0,
                "programme",
                "hardship",
                "amount",
                County.cny(100),
                "reason",
                "取暖");
        Answer filed = intake.post("/api/v1/applications", request);
        assertThat(filed.status()).isEqualTo(409);
        assertThat(filed.text("/reason")).isEqualTo("consent-withdrawn");

        assertThat(intake.post(consent, Map.of("note", "新签的授权书在档案柜。")).status()).isEqualTo(201);
        assertThat(intake.post(consent, Map.of("note", "再签一次")).text("/reason")).isEqualTo("consent-stands");
        Answer award = approver.post("/api/v1/applications/" + id + "/approval", approve);
        assertThat(award.status()).as(award.body()).isEqualTo(201);
        assertThat(intake.post(consent + "/withdrawal", Map.of("kind", "REGISTER", "note", "又反悔了。"))
                        .status())
                .isEqualTo(201);
        Answer payout =
                county.staff("cashier").post("/api/v1/payouts", Map.of("awards", List.of(award.text("/award"))));
        assertThat(payout.text("/reason")).isEqualTo("consent-withdrawn");
        assertThat(new Helped(county, award.text("/award")).one("select state from disbursement.award where id = $1"))
                .isEqualTo("AWARDED");
    }

    @Test
    @DisplayName("The cross-check alone is taken back without stopping anything else")
    void crossCheckAlone() {
        Answer household = registered(freshCard());
        Answer taken =
                intake.post(path(household, "/consent/withdrawal"), Map.of("kind", "CROSS_CHECK", "note", "不愿意核对。"));
        assertThat(taken.json().at("/register").asBoolean()).isTrue();
        assertThat(taken.json().at("/crossCheck").asBoolean()).isFalse();
    }

    @Test
    @DisplayName("The pages open in both languages, and a form does what a program does")
    void pages() {
        Answer household = registered(freshCard());
        String page = "/staff/households/" + household.text("/id");
        for (String path : List.of(page, page + "/edit", page + "/consent")) {
            for (String lang : List.of("zh", "en")) {
                Answer shown = intake.page(path + "?lang=" + lang);
                assertThat(shown.status()).as(path + shown.body()).isEqualTo(200);
                assertThat(shown.body()).doesNotContain("??");
            }
        }
        assertThat(county.staff("auditor").page(page + "/edit").status()).isEqualTo(403);
        Map<String, String> fields = Map.of("township", "柳河镇", "village", "向阳村", "note", "随儿子住。");
        Answer wrong =
                intake.submit(page + "/edit", Map.of("township", "柳河镇", "bankCard.number", "123", "note", "随儿子住。"));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body()).contains("随儿子住。", "卡号不对");
        assertThat(intake.submit(page + "/edit", fields).status()).isEqualTo(303);
        assertThat(intake.page(page).body()).contains("柳河镇向阳村", "随儿子住。");
        assertThat(intake.submit(page + "/consent/withdrawal", Map.of("kind", "REGISTER", "note", "本人提出。"))
                        .status())
                .isEqualTo(303);
        assertThat(intake.page(page).body()).contains("收回");
        assertThat(intake.submit(page + "/consent", Map.of("note", "重新签字。")).status())
                .isEqualTo(303);
    }
}
