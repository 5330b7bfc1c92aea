package org.yici.disbursement.standing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.r2dbc.core.DatabaseClient;
import org.yici.disbursement.Amount;
import org.yici.disbursement.County;
import org.yici.disbursement.County.Answer;
import org.yici.disbursement.household.Household.Leaving;
import org.yici.disbursement.household.MemberId;
import org.yici.disbursement.household.MemberLeaves;
import org.yici.disbursement.standard.desk.ReplayDecisions;
import org.yici.disbursement.standing.Appropriate.Appropriation;
import org.yici.ledger.Money;
import org.yici.platform.clock.ProgramClock;
import org.yici.platform.staff.DemoStaff;
import org.yici.platform.web.Figures;
import org.yici.platform.web.IdempotencyKey;
import org.yici.platform.web.Language;
import tools.jackson.databind.JsonNode;

@DisplayName("Due lists as a county runs them: changes, arrears, and what was paid too much")
class ArrearsStoryTest {

    private static County county;
    private static LocalDate today;
    private static Scheme dibao;

    @BeforeAll
    static void aCountyOfItsOwn() {
        county = County.start();
        today = county.bean(ProgramClock.class).today();
        dibao = county.bean(Schemes.class).find("dibao").block();
        county.bean(Appropriate.class)
                .receive(
                        DemoStaff.named("cashier"),
                        IdempotencyKey.of(UUID.randomUUID().toString()),
                        dibao,
                        new Appropriation(Amount.of(Money.ofFen(100_000_000)), "吉财社〔2018〕1号"))
                .block();
    }

    private static YearMonth month(int ago) {
        return YearMonth.from(today).minusMonths(ago);
    }

    private static String lists(int ago) {
        return "/api/v1/programmes/dibao/due-lists/" + month(ago);
    }

    private static Answer registered(String area, LocalDate since) {
        Map<String, Object> registration = new HashMap<>(County.household("柳河镇"));
        registration.putAll(Map.of("area", area, "categorySince", since.toString()));
        Answer answer = county.staff("intake").post("/api/v1/households", registration);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer;
    }

    private static Answer book(int ago, Map<String, Object> seen) {
        return county.staff("approver").post(lists(ago) + "/booking", seen);
    }

    private static Answer form(String username, String path, Map<String, String> fields) {
        return county.staff(username).submit(path, fields);
    }

    private static long sum(JsonNode lines, String pointer) {
        long sum = 0;
        for (JsonNode line : lines) {
            sum += line.at(pointer).asLong();
        }
        return sum;
    }

    /** What a month of rural 低保 comes to: a twelfth of ¥4,000, in December the rest. */
    private static long rural(YearMonth month) {
        return month.getMonthValue() == 12 ? 33_337 : 33_333;
    }

    @Test
    @DisplayName("A year of changes: who died, who came late, a raise told late, and money that came back")
    void theStory() {
        LocalDate longAgo = month(12).atDay(1);
        Answer stays = registered("农村", longAgo);
        Answer dies = registered("农村", longAgo);
        String dead = dies.text("/members/0");

        Answer first = county.staff("approver").get(lists(4));
        assertThat(first.status()).as(first.body()).isEqualTo(200);
        assertThat(first.json().at("/changes").isNull()).isTrue();
        assertThat(book(4, Map.of("seen", first.text("/mark"))).status()).isEqualTo(201);
        String toPay = "/staff/standing/dibao/" + month(4);
        assertThat(county.staff("cashier").page("/staff").body()).contains("名单已定，待发放", toPay);
        assertThat(county.staff("approver").page("/staff").body()).doesNotContain(toPay);
        onlyInKnowledgeOfTheOthers();
        assertThat(book(3, Map.of()).status()).isEqualTo(201);
        assertThat(county.staff("cashier").post(lists(4) + "/payment", Map.of()).status())
                .isEqualTo(201);
        assertThat(county.staff("cashier").page("/staff").body())
                .contains("/staff/standing/dibao/" + month(3))
                .doesNotContain("/staff/standing/dibao/" + month(4));

        assertThat(county.staff("cashier").page("/staff").body()).doesNotContain(toPay);

        // Dead since the fourth month back: that month is paid, the third month back was too much.
        LocalDate day = month(4).atDay(20);
        assertThat(county.bean(MemberLeaves.class)
                        .leave(DemoStaff.named("intake"), new MemberId(UUID.fromString(dead)), Leaving.Why.DIED, day)
                        .block()
                        .isRefused())
                .isFalse();
        // Somebody who should have been on both lists is registered only now.
        Answer late = registered("农村", month(5).atDay(10));

        Answer third = county.staff("approver").get(lists(2));
        assertThat(third.text("/changes/last")).isEqualTo(month(3).toString());
        assertThat(third.text("/changes/gone/0/reason")).isEqualTo("DIED");
        assertThat(third.text("/changes/gone/0/person")).isEqualTo(dead);
        assertThat(third.text("/changes/came/0/person")).isEqualTo(late.text("/members/0"));
        assertThat(third.json().at("/changes/same").asInt()).isEqualTo(1);
        assertThat(third.json().at("/corrections").size()).isEqualTo(2);
        assertThat(third.json().at("/corrections/0/months/0/reason").asString()).isEqualTo("ENTERED");
        long due = 2 * rural(month(2));
        long arrears = rural(month(4)) + rural(month(3));
        assertThat(third.json().at("/total/value").asLong()).isEqualTo(due + arrears);
        assertThat(sum(third.json().at("/items"), "/total/value")).isEqualTo(due + arrears);
        assertThat(third.text("/toClaim/0/person")).isEqualTo(dead);
        assertThat(third.json().at("/toClaim/0/amount/value").asLong()).isEqualTo(-rural(month(3)));

        String page = "/staff/standing/dibao/" + month(2);
        for (String lang : new String[] {"zh", "en"}) {
            assertThat(county.staff("approver").page(page + "?lang=" + lang).body())
                    .contains(dead.substring(0, 13))
                    .doesNotContain("??");
        }
        assertThat(county.staff("approver").page(page).body())
                .contains("与 " + Figures.in(Language.ZH).month(month(3)) + " 相比")
                .contains("补发 " + Figures.in(Language.ZH).month(month(4)))
                .contains("新进")
                .contains("去世")
                .containsSubsequence("相比", "怎么算出来的", "定下这份名单", "名单（");

        // Who has looked at another list than there is now looks again.
        assertThat(book(2, Map.of("seen", "0123")).text("/reason")).isEqualTo("list-changed");
        assertThat(form("approver", page + "/booking", Map.of("seen", third.text("/mark")))
                        .status())
                .isEqualTo(303);
        assertThat(county.staff("auditor")
                        .get(lists(2))
                        .json()
                        .at("/corrections")
                        .size())
                .isEqualTo(2);
        Answer sheet = county.staff("cashier").page(page + "/file?format=csv");
        assertThat(sheet.body()).contains("补发 " + month(4) + " (新进)").contains(late.text("/members/0"));

        decideAboutTheDead(dead);
        aRaiseToldLate(stays.text("/members/0"));
        assertThat(county.bean(ReplayDecisions.class).all().block().differences())
                .isEmpty();
        theDatabaseKeepsIt();
    }

    /** With one list fixed, a page says which lists before it are missing, and which is earlier than all. */
    private static void onlyInKnowledgeOfTheOthers() {
        String at = "/staff/standing/dibao/";
        String missing = "以前还有没有定下的名单";
        assertThat(county.staff("approver").page(at + month(3)).body()).doesNotContain(missing, "还早");
        assertThat(county.staff("approver").page(at + month(1)).body())
                .contains(
                        missing, at + month(3) + "\">" + Figures.in(Language.ZH).month(month(3)));
        assertThat(county.staff("approver").get(lists(1)).text("/missing/0")).isEqualTo(month(3).toString());
        assertThat(county.staff("approver").page(at + month(5)).body()).contains("比最早定下的名单还早");
        assertThat(county.staff("approver").page("/staff/standing").body()).contains(missing, at + month(1));
        for (String absurd : new String[] {"0000-01", "1999-12", "9999-12"}) {
            assertThat(county.staff("approver").page(at + absurd).status()).isEqualTo(404);
        }
        assertThat(county.staff("approver").page(at + "2000-01").status()).isEqualTo(200);
    }

    private static void decideAboutTheDead(String dead) {
        long amount = rural(month(3));
        String claims = "/api/v1/programmes/dibao/claims";
        assertThat(county.staff("cashier").get(claims).text("/waiting/0/person"))
                .isEqualTo(dead);
        Map<String, Object> claim = Map.of("decision", "CLAIM", "note", "家属同意退回。");
        String at = claims + "/" + dead + "/decision";
        assertThat(county.staff("cashier").post(at, claim).text("/reason")).isEqualTo("role");
        assertThat(county.staff("approver")
                        .post(at, Map.of("decision", "CLAIM"))
                        .status())
                .isEqualTo(422);
        Answer decided = county.staff("approver").post(at, claim);
        assertThat(decided.status()).as(decided.body()).isEqualTo(201);
        assertThat(decided.json().at("/amount/value").asLong()).isEqualTo(amount);
        assertThat(county.staff("approver").post(at, claim).text("/reason")).isEqualTo("nothing-to-claim");
        assertThat(county.staff("approver").get(lists(1)).json().at("/toClaim").size())
                .isZero();

        String parts = claims + "/" + decided.text("/id") + "/parts";
        long before = county.balance("treasury:appropriation:dibao");
        Map<String, Object> tooMuch = Map.of("amount", County.cny(amount + 1), "reference", "ICBC-77");
        assertThat(county.staff("cashier").post(parts, tooMuch).text("/reason")).isEqualTo("claim-not-open");
        Map<String, Object> part = Map.of("amount", County.cny(10_000), "reference", "ICBC-77");
        assertThat(county.staff("cashier")
                        .post(parts, part)
                        .json()
                        .at("/outstanding/value")
                        .asLong())
                .isEqualTo(amount - 10_000);
        assertThat(county.staff("cashier").post(parts, part).text("/reason")).isEqualTo("claim-part-booked");
        assertThat(county.balance("treasury:appropriation:dibao")).isEqualTo(before + 10_000);
        String page = "/staff/standing/dibao/" + month(1);
        assertThat(county.staff("cashier").page(page).body())
                .contains("家属同意退回。")
                .contains("已退回");
        assertThat(form(
                                "cashier",
                                page + "/claims/" + decided.text("/id") + "/parts",
                                Map.of("amount", "0.01", "reference", "ICBC-78"))
                        .status())
                .isEqualTo(303);
        assertThat(form("cashier", page + "/claims/" + dead + "/decision", Map.of("decision", "WAIVE", "note", "x"))
                        .status())
                .isEqualTo(403);
    }

    private static void aRaiseToldLate(String stays) {
        String at = "/api/v1/programmes/dibao-rural/versions";
        Map<String, Object> draft = Map.of(
                "from",
                month(3).atDay(1).toString(),
                "formula",
                "year-in-months",
                "amount",
                "4800",
                "per",
                "PERSON",
                "note",
                "吉民发〔2018〕9号");
        String id = county.staff("admin").post(at, draft).text("/id");
        // The preview shows the next list, which pays the rest of the lists before it.
        assertThat(county.staff("approver").page("/staff/standards/dibao-rural").body())
                .contains("/staff/standing/dibao/" + month(1))
                .contains("往前改，补发以前各期")
                .doesNotContain("/staff/standing/dibao/" + month(3));
        Answer approved = county.staff("approver").post(at + "/" + id + "/decision", Map.of("decision", "APPROVE"));
        assertThat(approved.status()).as(approved.body()).isEqualTo(201);
        Answer next = county.staff("approver").get(lists(1));
        List<JsonNode> mine = next.json()
                .at("/corrections")
                .valueStream()
                .filter(line -> line.at("/person").asString().equals(stays))
                .toList();
        assertThat(mine)
                .hasSize(2)
                .allMatch(line -> line.at("/months/0/reason").asString().equals("STANDARD"));
        assertThat(mine.get(0).at("/amount/value").asLong()).isEqualTo(40_000 - rural(month(3)));
        assertThat(book(1, Map.of("seen", next.text("/mark"))).status()).isEqualTo(201);
        Answer now = county.staff("approver").get(lists(0));
        assertThat(now.json().at("/corrections").size()).isZero();
    }

    private static void theDatabaseKeepsIt() {
        for (String sql : new String[] {
            "update disbursement.due_correction set amount = 1",
            "delete from disbursement.due_claim",
            "update disbursement.due_claim set amount = 1",
            "update disbursement.due_claim_part set amount = 1"
        }) {
            assertThatThrownBy(() -> county.asOwner(sql)).as(sql).hasMessageContaining("forbidden");
        }
        assertThatThrownBy(() -> county.bean(DatabaseClient.class)
                        .sql("insert into disbursement.due_correction select * from disbursement.due_correction")
                        .then()
                        .block())
                .isInstanceOf(Exception.class);
    }
}
