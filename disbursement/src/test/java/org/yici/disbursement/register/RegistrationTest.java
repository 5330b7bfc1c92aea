package org.yici.disbursement.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yici.disbursement.County;
import org.yici.disbursement.County.Answer;
import org.yici.disbursement.County.Person;

/** A household registered one by one: head, guardian, division, category with its day. */
class RegistrationTest {

    private static final County county = County.shared();

    private final Person intake = county.staff("intake");

    private static Map<String, Object> household(int number) {
        Map<String, Object> household = new HashMap<>(County.household("赞字乡"));
        household.put("category", "TEKUN");
        household.put("area", "rural");
        household.put("careLevel", "PARTLY");
        household.put("categorySince", "2017-03-01");
        household.put("village", "东升村");
        household.put(
                "members",
                List.of(
                        Map.of(
                                "name", "王小雨",
                                "identityNumber", County.identity(number),
                                "relation", "孙女",
                                "guardian", "刘建国"),
                        Map.of("name", "王德福", "identityNumber", County.identity(number + 1), "relation", "户主")));
        household.put(
                "guardians",
                List.of(Map.of("name", "刘建国", "identityNumber", County.identity(number + 2), "relation", "舅舅")));
        household.put("bankCard", Map.of("holder", "刘建国", "number", "6222021234567890128"));
        return household;
    }

    @Test
    void the_head_is_who_says_so_and_the_card_may_be_a_guardians() {
        Answer made = intake.post("/api/v1/households", household(7_001));
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        assertThat(made.json().at("/members").size()).isEqualTo(2);
        Answer read = intake.get("/api/v1/households/" + made.text("/id"));
        assertThat(read.json().at("/members/0/head").asBoolean()).isFalse();
        assertThat(read.json().at("/members/1/head").asBoolean()).isTrue();
        assertThat(read.text("/townshipCode")).isEqualTo("229999201");
        assertThat(read.text("/bankCard/holder")).isEqualTo("刘**");
        String then = intake.get("/api/v1/households/" + made.text("/id") + "/categories?on=2017-03-01")
                .body();
        assertThat(then).contains("TEKUN").contains("PARTLY").contains("RURAL");
        assertThat(intake.get("/api/v1/households/" + made.text("/id") + "/categories?on=2017-02-28")
                        .json()
                        .at("/items")
                        .size())
                .isZero();
    }

    @Test
    void a_guardian_may_have_a_household_of_their_own() {
        assertThat(intake.post("/api/v1/households", household(7_101)).status()).isEqualTo(201);
        Map<String, Object> own = new HashMap<>(County.household("清河镇"));
        own.put("members", List.of(Map.of("name", "刘建国", "identityNumber", County.identity(7_103), "relation", "本人")));
        own.put("bankCard", Map.of("holder", "刘建国", "number", "6222021234567890128"));
        assertThat(intake.post("/api/v1/households", own).status()).isEqualTo(201);
    }

    @Test
    void what_does_not_fit_is_said_field_by_field() {
        Map<String, Object> wrong = household(7_201);
        wrong.put("category", "DIBAO");
        wrong.put("categorySince", "2999-01-01");
        wrong.put("guardians", List.of());
        wrong.put("bankCard", Map.of("holder", "王德福", "number", "6222021234567890128"));
        Answer answer = intake.post("/api/v1/households", wrong);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body())
                .contains("\"careLevel\"")
                .contains("\"categorySince\"")
                .contains("\"members[0].guardian\"")
                .doesNotContain("bankCard");
    }

    @Test
    void a_number_of_no_province_is_no_number() {
        String body = "99072319600101001";
        Map<String, Object> wrong = new HashMap<>(County.household("赞字乡"));
        wrong.put(
                "members",
                List.of(Map.of("name", "王", "identityNumber", body + InventedCounty.check(body), "relation", "本人")));
        assertThat(intake.post("/api/v1/households", wrong).body()).contains("行政区划不存在");
    }
}
