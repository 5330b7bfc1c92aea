package org.yici.donations.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yici.donations.World.world;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.yici.donations.World;
import org.yici.donations.donation.CreatedDonation;
import org.yici.platform.staff.DemoStaff;
import org.yici.platform.staff.SessionToken;

class StaffPagesTest {

    private final World world = world();

    @Test
    void nobody_looks_without_signing_in() {
        world.web().get().uri("/staff/donations").exchange().expectStatus().isUnauthorized();
        world.web().get().uri("/staff/campaigns").exchange().expectStatus().isUnauthorized();
    }

    @Test
    void an_admin_files_a_campaign_and_it_opens_only_when_it_is_lawful() {
        Desk admin = new Desk("admin");
        assertThat(admin.page("/staff/campaigns/new")).contains("方案备案号", "name=\"title-zh\"");
        assertThat(admin.send("/staff/campaigns", plan("unlicensed", ""))
                        .getStatus()
                        .value())
                .isEqualTo(303);
        EntityExchangeResult<byte[]> refused = admin.send("/staff/campaigns/unlicensed/opening", Map.of());
        assertThat(refused.getStatus().value()).isEqualTo(409);
        assertThat(text(refused)).contains("没有备案号");

        assertThat(admin.send("/staff/campaigns", plan("licensed", "53220000MJY417A18002"))
                        .getStatus()
                        .value())
                .isEqualTo(303);
        assertThat(admin.send("/staff/campaigns/licensed/opening", Map.of())
                        .getStatus()
                        .value())
                .isEqualTo(303);
        assertThat(admin.page("/c/licensed")).contains("一学期的书", "53220000MJY417A18002", "id=\"give\"");
        assertThat(world.number("select count(*) from platform.outbox where key = 'campaign:licensed'"))
                .isEqualTo(1);
        assertThat(world.number("select count(*) from donations.campaign where code = 'licensed' and state = 'OPEN'"))
                .isEqualTo(1);
    }

    @Test
    void a_campaign_that_is_over_shows_its_book_and_no_form() {
        Desk admin = new Desk("admin");
        admin.send("/staff/campaigns", plan("over", "53220000MJY417A18003"));
        admin.send("/staff/campaigns/over/opening", Map.of());
        assertThat(world.number("with over as (update donations.campaign set state = 'CLOSED' where code = 'over'"
                        + " returning 1) select count(*) from over"))
                .isEqualTo(1);
        assertThat(admin.page("/c/over")).contains("不接受捐赠").doesNotContain("id=\"give\"");
    }

    @Test
    void what_is_wrong_with_a_plan_stands_at_its_fields() {
        Map<String, String> plan = plan("Not A Code", "x");
        plan.put("goal", "270.767");
        EntityExchangeResult<byte[]> again = new Desk("admin").send("/staff/campaigns", plan);
        assertThat(again.getStatus().value()).isEqualTo(422);
        assertThat(text(again)).contains("id=\"code-error\"", "id=\"goal-error\"", "270.767");
    }

    @Test
    void an_auditor_looks_and_changes_nothing() {
        Desk auditor = new Desk("auditor");
        assertThat(auditor.page("/staff/campaigns")).contains("daily-kindness").doesNotContain("/closing");
        assertThat(auditor.send("/staff/campaigns/daily-kindness/closing", Map.of())
                        .getStatus()
                        .value())
                .isEqualTo(403);
    }

    @Test
    void a_cashier_finds_a_gift_by_its_number() {
        CreatedDonation gift = world.pending(12_345);
        long sequence = world.booked(gift);
        Desk cashier = new Desk("cashier");
        assertThat(cashier.page("/staff/donations?find=" + sequence))
                .contains(gift.id().toString());
        assertThat(cashier.page("/staff/donations?find=" + gift.id())).contains("123", ".45");
        assertThat(cashier.page("/staff/donations")).contains("日行一慈");
        assertThat(cashier.page("/staff/donations?day=x&after=y&campaign=%27")).contains("捐赠明细");
    }

    @Test
    void reviewers_have_no_business_with_gifts() {
        new Desk("reviewer").get("/staff/donations").expectStatus().isForbidden();
    }

    private static Map<String, String> plan(String code, String filingNumber) {
        Map<String, String> plan = new LinkedHashMap<>();
        for (String words : new String[] {"fund-name", "title", "purpose", "story", "organisation", "left-over"}) {
            plan.put(words + "-zh", "一学期的书");
            plan.put(words + "-en", "A term's books");
        }
        plan.putAll(Map.of(
                "code", code,
                "fund", "daily-kindness",
                "goal", "5000",
                "filing-number", filingNumber,
                "qualification", "慈募证字 2200-0417 号",
                "person-in-charge", "高远",
                "contact", "0430-000 0000",
                "opens-on", "2018-01-01",
                "chip-1", "6",
                "chip-1-zh", "一套练习本"));
        return plan;
    }

    private static String text(EntityExchangeResult<byte[]> result) {
        return new String(result.getResponseBody(), StandardCharsets.UTF_8);
    }

    /** Somebody who has signed in. */
    private final class Desk {

        private final String cookie;
        private final String csrf;

        Desk(String username) {
            SessionToken session = world.signIn(DemoStaff.named(username));
            cookie = session.value();
            csrf = session.csrf();
        }

        WebTestClient.ResponseSpec get(String path) {
            return world.web()
                    .get()
                    .uri(java.net.URI.create(world.address() + path))
                    .cookie("yici_staff", cookie)
                    .accept(MediaType.TEXT_HTML)
                    .exchange();
        }

        String page(String path) {
            return text(get(path).expectStatus().isOk().expectBody().returnResult());
        }

        EntityExchangeResult<byte[]> send(String path, Map<String, String> fields) {
            Map<String, String> all = new LinkedHashMap<>(fields);
            all.put("_csrf", csrf);
            String form = all.entrySet().stream()
                    .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                    .collect(Collectors.joining("&"));
            return world.web()
                    .post()
                    .uri(path)
                    .cookie("yici_staff", cookie)
                    .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                    .accept(MediaType.TEXT_HTML)
                    .bodyValue(form)
                    .exchange()
                    .expectBody()
                    .returnResult();
        }
    }
}
