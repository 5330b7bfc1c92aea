package org.yici.disbursement.payout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.yici.disbursement.County;
import org.yici.disbursement.County.Answer;
import org.yici.disbursement.County.Person;
import org.yici.disbursement.household.CardNumber;

@DisplayName("A card that changed after the award")
class ChangedCardTest {

    private static final County county = County.shared();
    private static final String NEW = "6228480402564890018";

    private record Granted(String application, String household, String award) {

        static Granted now() {
            String id = county.onNotice("hardship", 20_000);
            county.aWeekLater();
            String award = county.staff("approver")
                    .post("/api/v1/applications/" + id + "/approval", Map.of("decision", "APPROVE", "note", ""))
                    .text("/award");
            return new Granted(
                    id,
                    county.staff("auditor").get("/api/v1/applications/" + id).text("/household"),
                    award);
        }

        void card(String number) {
            Answer changed = county.staff("intake")
                    .post(
                            "/api/v1/households/" + household + "/changes",
                            Map.of("bankCard", Map.of("number", number), "note", "旧卡丢了。"));
            assertThat(changed.status()).as(changed.body()).isEqualTo(201);
        }

        Answer confirm(String username, String ends) {
            return county.staff(username)
                    .post(
                            "/api/v1/households/" + household + "/card/confirmation",
                            Map.of("ends", ends, "note", "打电话问过，也看了卡。"));
        }

        Answer pay() {
            return county.staff("cashier").post("/api/v1/payouts", Map.of("awards", List.of(award)));
        }

        String file(Answer batch) {
            return county.staff("cashier")
                    .get("/api/v1/payouts/" + batch.text("/id") + "/file?format=csv")
                    .body();
        }
    }

    @Test
    @DisplayName(
            "is shown to the cashier with the one that was approved, and paid to once a second person confirmed it")
    void confirmed() {
        Granted granted = Granted.now();
        granted.card(NEW);
        assertThat(county.staff("cashier").page("/staff/payouts").body())
                .contains("审批时是 **** 0128")
                .contains("**** 0018")
                .contains("还没有第二个人核实");
        assertThat(granted.pay().text("/reason")).isEqualTo("card-unconfirmed");
        assertThat(granted.confirm("intake", "0018").text("/reason")).isEqualTo("same-person");
        assertThat(granted.confirm("cashier", "0018").text("/reason")).isEqualTo("role");
        assertThat(granted.confirm("reviewer", "0128").text("/errors/0/field")).isEqualTo("ends");
        Answer confirmed = granted.confirm("reviewer", "0018");
        assertThat(confirmed.status()).as(confirmed.body()).isEqualTo(201);
        Answer card = county.staff("cashier").get("/api/v1/awards/" + granted.award() + "/card");
        assertThat(card.text("/saw")).isEqualTo("**** 0128");
        assertThat(card.text("/by")).isEqualTo("intake");
        assertThat(card.text("/confirmedBy")).isEqualTo("reviewer");
        Answer batch = granted.pay();
        assertThat(batch.status()).as(batch.body()).isEqualTo(201);
        assertThat(granted.file(batch)).contains(NEW);
    }

    @Test
    @DisplayName("is confirmed on the page of the case by somebody else than who changed it")
    void onThePage() {
        Granted granted = Granted.now();
        granted.card(NEW);
        String page = "/staff/applications/" + granted.application();
        assertThat(county.staff("intake").page(page).body())
                .contains("收款卡在审批以后改过")
                .doesNotContain("新卡的最后四位");
        Person reviewer = county.staff("reviewer");
        assertThat(reviewer.page(page).body()).contains("新卡的最后四位");
        String waits = page + "#card";
        assertThat(reviewer.page("/staff").body()).contains(waits);
        assertThat(county.staff("intake").page("/staff").body())
                .as("who changed it")
                .doesNotContain(waits);
        assertThat(county.staff("cashier").page("/staff").body()).doesNotContain(waits);
        String form =
                "idempotencyKey=" + UUID.randomUUID() + "&household=" + granted.household() + "&ends=0018&note=ok";
        assertThat(reviewer.send(
                                page + "/card",
                                "POST",
                                "application/x-www-form-urlencoded",
                                "text/html",
                                form.getBytes(StandardCharsets.UTF_8))
                        .status())
                .isEqualTo(303);
        assertThat(county.staff("cashier").page(page).body()).contains("已核实");
        assertThat(reviewer.page("/staff").body()).doesNotContain(waits);
    }

    @Test
    @DisplayName("does not show its digits to who is to say them, on no page and to no program; to others as ever")
    void notToBeCopied() {
        Granted granted = Granted.now();
        granted.card(NEW);
        String kase = "/staff/applications/" + granted.application();
        String household = "/staff/households/" + granted.household();
        String line = "/api/v1/households/" + granted.household();
        Person reviewer = county.staff("reviewer");
        assertThat(reviewer.page(kase).body()).contains("号码等您看着卡填").doesNotContain("**** 0018");
        assertThat(reviewer.page(household).body()).contains("号码等您看着卡填").doesNotContain("**** 0018");
        assertThat(reviewer.get(line).body()).doesNotContain("**** 0018");
        assertThat(reviewer.get("/api/v1/households?limit=200").json().at("/items"))
                .filteredOn(item -> item.at("/id").asString().equals(granted.household()))
                .allSatisfy(
                        item -> assertThat(item.at("/bankCard/number").isNull()).isTrue());
        assertThat(county.staff("cashier").page(kase).body()).contains("**** 0018");
        assertThat(county.staff("intake").get(line).text("/bankCard/number")).isEqualTo("**** 0018");
        assertThat(granted.confirm("reviewer", "0018").status()).isEqualTo(201);
        assertThat(reviewer.get(line).text("/bankCard/number")).isEqualTo("**** 0018");
    }

    @Test
    @DisplayName("needs to be confirmed anew when it changes once more; back to the approved one needs nobody")
    void onceMore() {
        Granted granted = Granted.now();
        granted.card(NEW);
        assertThat(granted.confirm("reviewer", "0018").status()).isEqualTo(201);
        granted.card(another());
        assertThat(granted.pay().text("/reason")).isEqualTo("card-unconfirmed");
        granted.card("6222021234567890128");
        assertThat(granted.pay().status()).isEqualTo(201);
    }

    private static String another() {
        for (int check = 0; check < 10; check++) {
            String number = "622202123456789777" + check;
            if (CardNumber.isValid(number)) {
                return number;
            }
        }
        throw new AssertionError();
    }

    @Test
    @DisplayName("does not reach an order that is made already: its file says the same whenever it is fetched")
    void madeAlready() {
        Granted granted = Granted.now();
        Answer batch = granted.pay();
        String before = granted.file(batch);
        granted.card(NEW);
        assertThat(granted.file(batch)).isEqualTo(before).contains("6222021234567890128");
    }

    @Test
    @DisplayName("is held back by the database too, whatever a program would do")
    void byTheDatabase() {
        Granted granted = Granted.now();
        granted.card(NEW);
        assertThatThrownBy(() -> county.asOwner("insert into disbursement.card_confirmed"
                        + " select gen_random_uuid(), id, card_holder, card_index, 'x', 'intake', now() + interval '9 years'"
                        + " from disbursement.household where id = '" + granted.household() + "'"))
                .hasMessageContaining("another person");
        assertThatThrownBy(
                        () -> county.asOwner("update disbursement.household set card_index = sha256('x') where id = '"
                                + granted.household() + "'"))
                .hasMessageContaining("by somebody");
        String batch = Granted.now().pay().text("/id");
        assertThatThrownBy(
                        () -> county.asOwner("insert into disbursement.payout_item (end_to_end, payout, award, amount,"
                                + " state, sent, holder, card_index, payee, card) select 'x', '" + batch
                                + "', w.id, 1, 'RETURNED',"
                                + " 1, h.card_holder, h.card_index, 'x', 'x' from disbursement.award w join disbursement.household h"
                                + " on h.id = w.household where w.id = '" + granted.award() + "'"))
                .hasMessageContaining("only one person knows");
    }
}
