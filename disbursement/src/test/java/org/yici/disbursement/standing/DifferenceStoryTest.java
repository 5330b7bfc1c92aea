package org.yici.disbursement.standing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.yici.disbursement.County;
import org.yici.disbursement.County.Answer;
import org.yici.ledger.Money;
import org.yici.platform.clock.ProgramClock;

@DisplayName("An allowance that is paid as a difference")
class DifferenceStoryTest {

    private static County county;
    private static LocalDate today;

    @BeforeAll
    static void aCountyOfItsOwn() {
        county = County.start();
        today = county.bean(ProgramClock.class).today();
    }

    private static YearMonth month(int ago) {
        return YearMonth.from(today).minusMonths(ago);
    }

    private static Answer registered(String area, LocalDate since) {
        Map<String, Object> registration = new HashMap<>(County.household("柳河镇"));
        registration.putAll(Map.of("area", area, "categorySince", since.toString()));
        Answer answer = county.staff("intake").post("/api/v1/households", registration);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer;
    }

    private static Answer form(String username, String path, Map<String, String> fields) {
        return county.staff(username).submit(path, fields);
    }

    @Test
    @DisplayName("It rests on an income that two people stand for, and the list uses the figure of its day")
    void difference() {
        Answer home = registered("城市", month(2).atDay(1));
        String incomes = "/api/v1/households/" + home.text("/id") + "/incomes";
        String at = "/api/v1/programmes/dibao-urban/versions";
        String from = month(0).atDay(1).toString();
        Map<String, Object> draft = Map.of(
                "from",
                from,
                "formula",
                "difference",
                "amount",
                "700",
                "rounding",
                "YUAN",
                "floor",
                "20",
                "note",
                "9号");
        assertThat(county.staff("admin")
                        .post(at, Map.of("from", from, "formula", "difference", "amount", "700", "note", "9号"))
                        .body())
                .contains("rounding");
        String id = county.staff("admin").post(at, draft).text("/id");
        assertThat(county.staff("approver").page("/staff/standards/dibao-urban").body())
                .contains("会落在名单外", "户没有确认过的收入，确认以前不发")
                .containsPattern("[0-9]+ 人 → [0-9]+ 人");
        assertThat(county.staff("approver")
                        .post(at + "/" + id + "/decision", Map.of("decision", "APPROVE"))
                        .status())
                .isEqualTo(201);
        Period now = Period.containing(Frequency.MONTH, today);
        String household = home.text("/id");
        assertThat(dues(now).withoutIncome()).contains(UUID.fromString(household));
        assertThat(county.staff("approver")
                        .page("/staff/standing/dibao/" + month(0))
                        .body())
                .contains("没有确认过的收入", "/staff/households/" + household + "/incomes");

        Map<String, Object> figure =
                Map.of("since", from, "income", County.cny(12_345), "heads", 1, "source", "入户核对，工资条");
        assertThat(county.staff("reviewer").post(incomes, figure).text("/reason"))
                .isEqualTo("role");
        assertThat(county.staff("intake")
                        .post(incomes, Map.of("since", "gestern", "heads", 0))
                        .body())
                .contains("\"since\"", "\"income\"", "\"heads\"", "\"source\"");
        Answer counted = county.staff("intake").post(incomes, figure);
        assertThat(counted.status()).as(counted.body()).isEqualTo(201);
        assertThat(county.staff("intake").post(incomes, figure).text("/reason")).isEqualTo("income-waits");
        String decision = incomes + "/" + counted.text("/id") + "/decision";
        assertThat(county.staff("intake")
                        .post(decision, Map.of("decision", "CONFIRM"))
                        .text("/reason"))
                .isEqualTo("role");
        assertThat(dues(now).withoutIncome()).contains(UUID.fromString(household));
        String waits = "/staff/households/" + household + "/incomes";
        assertThat(county.staff("reviewer").page("/staff").body()).contains(waits);
        assertThat(county.staff("intake").page("/staff").body()).doesNotContain(waits);
        assertThat(county.staff("reviewer")
                        .post(decision, Map.of("decision", "CONFIRM"))
                        .text("/state"))
                .isEqualTo("CONFIRMED");
        assertThat(county.staff("reviewer").page("/staff").body()).doesNotContain(waits);
        assertThat(county.staff("reviewer")
                        .post(decision, Map.of("decision", "DROP"))
                        .text("/reason"))
                .isEqualTo("income-decided");

        DueList list = dues(now);
        assertThat(list.withoutIncome()).doesNotContain(UUID.fromString(household));
        DueLine line = list.lines().stream()
                .filter(one -> one.household().toString().equals(household))
                .findAny()
                .orElseThrow();
        assertThat(line.regular()).isEqualTo(Money.ofFen(57_700));
        assertThat(county.staff("auditor")
                        .get(incomes)
                        .json()
                        .at("/items/0/perHead/value")
                        .asLong())
                .isEqualTo(12_345);
        for (String lang : new String[] {"zh", "en"}) {
            assertThat(county.staff("intake")
                            .page("/staff/households/" + household + "/incomes?lang=" + lang)
                            .body())
                    .contains("123")
                    .doesNotContain("??");
            assertThat(county.staff("admin")
                            .page("/staff/standards/dibao-urban?lang=" + lang)
                            .body())
                    .contains("700")
                    .doesNotContain("??");
        }
        assertThat(county.count("select count(*) from disbursement.counted_income where encode(income, 'escape') like"
                        + " '%12345%' or encode(source, 'escape') like '%入户%'"))
                .isZero();
        assertThatThrownBy(() -> county.asOwner("update disbursement.counted_income set heads = 2"))
                .hasMessageContaining("forbidden");
    }

    @Test
    @DisplayName("Who writes an income down does not confirm it, even where the roles would let them")
    void fourEyes() {
        String id = registered("城市", today).text("/id");
        String page = "/staff/households/" + id + "/incomes";
        assertThat(form(
                                "deputy",
                                page,
                                Map.of("since", today.toString(), "income", "0", "heads", "1", "source", "没有收入"))
                        .status())
                .isEqualTo(303);
        String income = county.staff("deputy")
                .get("/api/v1/households/" + id + "/incomes")
                .text("/items/0/id");
        assertThat(county.staff("deputy").page(page).body()).contains("要由另一个人确认");
        assertThat(county.staff("approver").page("/staff").body()).contains("收入等第二个人确认", page);
        assertThat(county.staff("deputy").page("/staff").body()).doesNotContain(page);
        assertThat(county.staff("approver").page("/staff?lang=en").body())
                .contains(page)
                .doesNotContain("??");
        Answer own = form("deputy", page + "/" + income + "/decision", Map.of("decision", "CONFIRM"));
        assertThat(own.status()).isEqualTo(403);
        assertThat(form("approver", page + "/" + income + "/decision", Map.of("decision", "CONFIRM"))
                        .status())
                .isEqualTo(303);
        assertThat(county.staff("approver").page("/staff").body()).doesNotContain(page);
    }

    @Test
    @DisplayName("Who does not say town or country is in no list, and the page says whom that is")
    void withoutResidence() {
        Answer home = registered("", month(1).atDay(1));
        String household = home.text("/id");
        String at = "/api/v1/programmes/dibao/due-lists/" + month(0);
        assertThat(county.staff("approver").get(at).body()).contains("withoutResidence", household);
        for (String lang : new String[] {"zh", "en"}) {
            assertThat(county.staff("approver")
                            .page("/staff/standing/dibao/" + month(0) + "?lang=" + lang)
                            .body())
                    .contains("/staff/households/" + household)
                    .doesNotContain("??");
        }
    }

    @Test
    @DisplayName(
            "The page names who is in it to those who may read names, and offers the sheet to those who may take it")
    void namesByRole() {
        String household = registered("农村", month(1).atDay(1)).text("/id");
        String page = "/staff/standing/dibao/" + month(0);
        assertThat(county.staff("approver").page(page).body())
                .contains("/staff/households/" + household, page + "/file?format=csv");
        assertThat(county.staff("reviewer").page(page).body())
                .contains("/staff/households/" + household)
                .doesNotContain("/file?format=");
        assertThat(county.staff("admin").page(page).body()).doesNotContain("/staff/households/" + household);
        assertThat(county.staff("intake").page("/staff").body()).doesNotContain("/staff/crosschecks");
        assertThat(county.staff("reviewer").page("/staff").body()).contains("/staff/crosschecks");
    }

    private static DueList dues(Period period) {
        return county.bean(Dues.class)
                .worked(county.bean(Schemes.class).find("dibao").block(), period)
                .block();
    }

    @Test
    @DisplayName("Who is registered within a quarter counts for its later months")
    void withinAQuarter() {
        Map<String, Object> registration = new HashMap<>(County.household("柳河镇"));
        registration.putAll(
                Map.of("category", "TEKUN", "careLevel", "UNABLE", "area", "农村", "categorySince", "2026-05-10"));
        Answer answer = county.staff("intake").post("/api/v1/households", registration);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        Scheme tekun = county.bean(Schemes.class).find("tekun").block();
        DueList list = county.bean(Dues.class)
                .worked(tekun, Period.of(Frequency.QUARTER, "2026Q2").orElseThrow())
                .block();
        assertThat(list.total()).isEqualTo(Money.ofFen(55_500 + 90_000));
    }
}
