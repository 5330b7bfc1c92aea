package org.yici.donations.receipt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yici.donations.World.world;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.yici.donations.World;
import org.yici.donations.donation.CreatedDonation;
import org.yici.proof.Commitment;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The pages as a phone without scripts sees them. */
class PagesTest {

    private final World world = world();

    @Test
    void from_the_poster_to_the_receipt_in_two_taps() {
        String page = page("/c/daily-kindness?p=village-shop");
        assertThat(page).contains("日行一慈，微爱乾行", "一套练习本", "53220000MJY417A18001", "慈募证字");
        String cashier = sent("/give/daily-kindness", form(page) + "&chip=600&anonymous=true");
        assertThat(cashier).startsWith("/pay/sandbox/");
        String slip = page(cashier);
        assertThat(slip).contains("不会真的扣款");
        String receipt =
                sent(cashier.replaceAll("\\?.*", ""), "outcome=PAID&token=" + cashier.replaceAll(".*token=", ""));
        assertThat(receipt).startsWith("/receipts/");
        for (int i = 0; i < 100 && !page(receipt).contains("捐赠回执</h1>"); i++) {
            World.pause(50);
        }
        assertThat(page(receipt)).contains("人民币陆元整", "一位不留姓名的人");
    }

    @Test
    void the_same_form_twice_is_one_gift_and_another_amount_another_gift() {
        String fields = form(page("/c/daily-kindness"));
        String first = sent("/give/daily-kindness", fields + "&chip=600&anonymous=true");
        assertThat(sent("/give/daily-kindness", fields + "&chip=600&anonymous=true"))
                .isEqualTo(first);
        assertThat(sent("/give/daily-kindness", fields + "&chip=2000&anonymous=true"))
                .isNotEqualTo(first);
    }

    @Test
    void an_amount_with_three_decimals_is_explained_at_the_field() {
        String fields = form(page("/c/daily-kindness"));
        EntityExchangeResult<byte[]> result =
                send("/give/daily-kindness", fields + "&chip=other&other=270.767&anonymous=true");
        assertThat(result.getStatus().value()).isEqualTo(422);
        assertThat(new String(result.getResponseBody(), StandardCharsets.UTF_8))
                .contains("id=\"amount-error\"", "270.767", "两位小数");
    }

    @Test
    void an_amount_that_is_typed_beside_another_choice_is_asked_about_and_not_passed_over() {
        String fields = form(page("/c/daily-kindness"));
        EntityExchangeResult<byte[]> result =
                send("/give/daily-kindness", fields + "&chip=600&other=3.50&anonymous=true");
        assertThat(result.getStatus().value()).isEqualTo(422);
        assertThat(new String(result.getResponseBody(), StandardCharsets.UTF_8))
                .contains("id=\"amount-error\"", "3.50", "又填了另一个");
    }

    @Test
    void a_receipt_has_one_address() {
        String token = world.pending(600).token().value();
        String other = token.substring(0, 42) + (char) (token.charAt(42) + 1);
        world.web().get().uri("/receipts/" + token).exchange().expectStatus().isOk();
        world.web().get().uri("/receipts/" + other).exchange().expectStatus().isNotFound();
    }

    @Test
    void a_wrong_phone_is_explained_and_what_was_typed_is_kept() {
        String fields = form(page("/c/daily-kindness"));
        EntityExchangeResult<byte[]> result =
                send("/give/daily-kindness", fields + "&chip=600&name=%E5%BC%A0%E4%B8%89&phone=12");
        assertThat(result.getStatus().value()).isEqualTo(422);
        assertThat(new String(result.getResponseBody(), StandardCharsets.UTF_8)).contains("张三", "phone-error");
    }

    @Test
    void a_pending_receipt_looks_again_by_itself_and_no_search_engine_keeps_it() {
        CreatedDonation gift = world.pending(600);
        world.web()
                .get()
                .uri("/receipts/" + gift.token().value())
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("Refresh", "2")
                .expectHeader()
                .valueEquals("X-Robots-Tag", "noindex, nofollow")
                .expectHeader()
                .valueEquals("Referrer-Policy", "no-referrer");
    }

    @Test
    void the_receipt_for_programs_opens_the_journals_commitment() {
        CreatedDonation gift = world.pending(600);
        long sequence = world.booked(gift);
        JsonNode receipt =
                JsonMapper.shared().readTree(page("/receipts/" + gift.token().value() + ".json"));
        assertThat(receipt.path("sequence").asLong()).isEqualTo(sequence);
        JsonNode leaf = JsonMapper.shared().readTree(receipt.path("leaf").asString());
        Commitment secret = new Commitment(
                Base64.getDecoder().decode(receipt.path("secret").path("salt").asString()),
                receipt.path("secret").path("text").asString());
        assertThat(secret.opens(leaf.path("private").asString())).isTrue();
        assertThat(receipt.path("way").path("unspent").path("value").asLong()).isEqualTo(600);
    }

    @Test
    void pages_are_there_in_english() {
        assertThat(page("/c/daily-kindness?lang=en")).contains("A kindness a day", "exercise books", "Give");
    }

    private String page(String path) {
        return new String(
                world.web()
                        .get()
                        .uri(path)
                        .accept(path.endsWith(".json") ? MediaType.APPLICATION_JSON : MediaType.TEXT_HTML)
                        .exchange()
                        .expectStatus()
                        .isOk()
                        .expectBody()
                        .returnResult()
                        .getResponseBody(),
                StandardCharsets.UTF_8);
    }

    private static String form(String page) {
        Matcher key =
                Pattern.compile("name=\"idempotencyKey\" value=\"([^\"]+)\"").matcher(page);
        assertThat(key.find()).isTrue();
        return "idempotencyKey=" + key.group(1) + "&place=village-shop";
    }

    private String sent(String path, String form) {
        EntityExchangeResult<byte[]> result = send(path, form);
        assertThat(result.getStatus().value()).isEqualTo(303);
        return String.valueOf(result.getResponseHeaders().getLocation());
    }

    private EntityExchangeResult<byte[]> send(String path, String form) {
        return world.web()
                .post()
                .uri(path)
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .accept(MediaType.TEXT_HTML)
                .bodyValue(form)
                .exchange()
                .expectBody()
                .returnResult();
    }
}
