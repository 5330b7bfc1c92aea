package org.yici.donations.payment.counter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yici.donations.World.world;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.yici.donations.World;
import org.yici.donations.payment.counter.SheetOf.Format;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The counter by program: the same desk, the same rules. */
class CounterApiTest {

    private static final String GIFT =
            "{\"method\":\"cash\",\"campaign\":\"daily-kindness\",\"givenOn\":\"2018-05-04\","
                    + "\"amount\":{\"value\":%s,\"currency\":\"CNY\"},\"reference\":\"%s\",\"donor\":{\"name\":\"%s\"}}";

    private final World world = world();
    private final Clerk intake = new Clerk("intake");
    private final Clerk cashier = new Clerk("cashier");

    @Test
    void one_program_sends_a_sheet_another_confirms_it_and_both_read_how_far_it_is() {
        String tag = tag();
        byte[] sheet = sheet(tag);
        JsonNode taken = json(intake.upload(sheet, "cash", "daily-kindness", key()), 201);
        assertThat(taken.path("state").asString()).isEqualTo("READING");
        String batch = "/batches/" + taken.path("id").asString();
        intake.untilRead(CounterBatchId.parse(taken.path("id").asString()).orElseThrow());

        JsonNode checked = json(intake.read(batch), 200);
        assertThat(checked.path("state").asString()).isEqualTo("DRAFT");
        assertThat(checked.path("gifts").asInt()).isEqualTo(2);
        assertThat(checked.path("total").path("value").asLong()).isEqualTo(1_250);
        assertThat(checked.path("passedOver").asInt()).isEqualTo(1);
        assertThat(checked.path("reading").path("row").asInt()).isEqualTo(4);
        assertThat(next(checked))
                .containsExactly("submit true ", "confirm false role", "reject false role", "discard true ");

        assertThat(json(intake.tell(batch + "/submission", ""), 201)
                        .path("state")
                        .asString())
                .isEqualTo("SUBMITTED");
        assertThat(next(json(cashier.read(batch), 200)))
                .containsExactly("submit false not-yours", "confirm true ", "reject true ", "discard false not-yours");
        String key = key();
        JsonNode confirmed = json(cashier.tell(batch + "/confirmation", "{\"decision\":\"CONFIRM\"}", key), 201);
        assertThat(confirmed.path("state").asString()).isEqualTo("CONFIRMED");
        assertThat(json(cashier.tell(batch + "/confirmation", "{\"decision\":\"CONFIRM\"}", key), 201))
                .as("the same request again gets the same answer")
                .isEqualTo(confirmed);

        JsonNode booked = booked(batch);
        assertThat(booked.path("booked").asInt()).isEqualTo(2);
        JsonNode first = json(cashier.read(batch + "/lines?limit=1"), 200);
        assertThat(first.path("next").asString()).isEqualTo("1");
        JsonNode line = first.path("items").path(0);
        assertThat(line.path("gift").path("donor").asString()).isEqualTo("张" + tag);
        assertThat(line.path("gift").path("amount").path("value").asLong()).isEqualTo(1_000);
        assertThat(line.path("sequence").asLong()).isPositive();
        assertThat(line.path("receiptUrl").asString()).startsWith("/receipts/");
        JsonNode others = json(new Clerk("auditor").read(batch + "/lines?after=1"), 200);
        assertThat(others.path("items").path(0).path("gift").path("donor").asString())
                .isEqualTo("李**");
        assertThat(others.path("items").path(1).path("why").asString()).isEqualTo("TOTAL");
        assertThat(others.path("next").isMissingNode() || others.path("next").isNull())
                .isTrue();
    }

    @Test
    void the_same_key_sends_a_sheet_once() {
        byte[] sheet = sheet(tag());
        String key = key();
        JsonNode first = json(intake.upload(sheet, "cash", "daily-kindness", key), 201);
        assertThat(json(intake.upload(sheet, "cash", "daily-kindness", key), 201))
                .isEqualTo(first);
        assertThat(reason(intake.upload(sheet, "bank", "daily-kindness", key), 422))
                .isEqualTo("idempotency-key-reused");
        assertThat(reason(intake.upload(sheet, "cash", "daily-kindness", "short"), 400))
                .isEqualTo("idempotency-key");
        CounterBatchId batch = CounterBatchId.parse(first.path("id").asString()).orElseThrow();
        intake.untilRead(batch);
        assertThat(intake.delete("/batches/" + batch).getStatus().value()).isEqualTo(204);
        assertThat(intake.delete("/batches/" + batch).getStatus().value()).isEqualTo(404);
    }

    @Test
    void a_refused_line_is_explained_in_the_readers_language_and_holds_the_whole_sheet() {
        byte[] sheet = new SheetOf()
                .row("日期", "姓名", "金额")
                .row("2018-05-04", "钱长长", "270.767")
                .as(Format.CSV);
        String id = json(intake.upload(sheet, "cash", "daily-kindness", key()), 201)
                .path("id")
                .asString();
        intake.untilRead(CounterBatchId.parse(id).orElseThrow());
        JsonNode fault = json(intake.read("/batches/" + id + "/lines?show=refused"), 200)
                .path("items")
                .path(0)
                .path("problems")
                .path(0);
        assertThat(fault.path("column").asString()).isEqualTo("Amount");
        assertThat(fault.path("value").asString()).isEqualTo("270.767");
        assertThat(fault.path("message").asString()).contains("More than two decimals");
        EntityExchangeResult<byte[]> refused = intake.tell("/batches/" + id + "/submission", "");
        assertThat(refused.getResponseHeaders().getContentType()).hasToString("application/problem+json");
        JsonNode problem = json(refused, 409);
        assertThat(problem.path("reason").asString()).isEqualTo("refused-lines");
        assertThat(problem.path("detail").asString()).contains("1 line is refused");
        assertThat(intake.delete("/batches/" + id).getStatus().value()).isEqualTo(204);
    }

    @Test
    void what_is_no_sheet_of_gifts_says_why_when_it_was_read() {
        byte[] sheet = "购物单\n苹果,3\n".getBytes(StandardCharsets.UTF_8);
        String id =
                json(intake.upload(sheet, "cash", "", key()), 201).path("id").asString();
        intake.untilRead(CounterBatchId.parse(id).orElseThrow());
        JsonNode batch = json(intake.read("/batches/" + id), 200);
        assertThat(batch.path("state").asString()).isEqualTo("UNREAD");
        assertThat(batch.path("errors").path(0).path("field").asString()).isEqualTo("file");
        assertThat(batch.path("errors").path(0).path("message").asString()).contains("No heading");
        assertThat(json(intake.read("/batches/" + id + "/lines"), 200).path("items"))
                .isEmpty();
        assertThat(intake.delete("/batches/" + id).getStatus().value()).isEqualTo(204);
    }

    @Test
    void gifts_are_entered_one_by_one_and_a_line_is_taken_out_again() {
        String key = key();
        String tag = tag();
        JsonNode draft = json(intake.tell("/gifts", gift("600", "A" + tag, "甲" + tag), key), 201);
        assertThat(draft.path("state").asString()).isEqualTo("DRAFT");
        assertThat(json(intake.tell("/gifts", gift("600", "A" + tag, "甲" + tag), key), 201))
                .isEqualTo(draft);
        assertThat(json(intake.tell("/gifts", gift("700", "B" + tag, "乙" + tag)), 201))
                .as("they join one draft")
                .isEqualTo(draft);
        String batch = "/batches/" + draft.path("id").asString();
        long lines = json(intake.read(batch), 200).path("gifts").asLong();
        JsonNode last =
                json(intake.read(batch + "/lines?limit=200"), 200).path("items").path((int) lines - 1);
        assertThat(last.path("gift").path("donor").asString()).isEqualTo("乙" + tag);
        assertThat(last.has("row")).as("it was typed").isFalse();
        assertThat(intake.delete(batch + "/lines/" + last.path("line").asInt())
                        .getStatus()
                        .value())
                .isEqualTo(204);
        assertThat(json(intake.read(batch), 200).path("gifts").asLong()).isEqualTo(lines - 1);
        assertThat(intake.delete(batch).getStatus().value()).isEqualTo(204);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | method",
                "{\"method\":\"sandbox\"} | method",
                "{\"method\":\"cash\",\"amount\":{\"value\":1.5,\"currency\":\"CNY\"}} | amount.value",
                "{\"method\":\"cash\",\"amount\":{\"value\":\"1\",\"currency\":\"CNY\"}} | amount.value",
                "{\"method\":\"cash\",\"amount\":{\"value\":1,\"currency\":\"USD\"}} | amount.currency",
                "{\"method\":\"cash\",\"amount\":{\"value\":0,\"currency\":\"CNY\"}} | amount.value",
                "{\"method\":\"cash\",\"amount\":{\"value\":-1,\"currency\":\"CNY\"}} | amount.value",
                "{\"method\":\"bank\",\"amount\":{\"value\":1,\"currency\":\"CNY\"}} | reference",
                "{\"method\":\"cash\",\"amount\":{\"value\":1,\"currency\":\"CNY\"}} | donor.name",
                "{\"method\":\"cash\",\"amount\":{\"value\":1,\"currency\":\"CNY\"},\"givenOn\":\"2099-01-01\"} | givenOn",
                "{\"method\":\"cash\",\"amount\":{\"value\":1,\"currency\":\"CNY\"},\"campaign\":\"'\"} | campaign",
                "{\"method\":\"cash\",\"amount\":{\"value\":1,\"currency\":\"CNY\"},\"donor\":{\"phone\":\"=1\"}} | donor.phone"
            })
    void what_is_wrong_with_a_gift_is_told_by_the_fields_of_the_request(String body, String field) {
        JsonNode problem = json(intake.tell("/gifts", body), 422);
        assertThat(problem.path("errors"))
                .extracting(error -> error.path("field").asString())
                .contains(field);
        assertThat(problem.path("errors").path(0).path("message").asString()).isNotBlank();
    }

    @Test
    void nobody_confirms_what_they_entered_and_roles_are_kept() {
        Clerk deputy = new Clerk("deputy");
        String id = json(deputy.upload(sheet(tag()), "cash", "daily-kindness", key()), 201)
                .path("id")
                .asString();
        deputy.untilRead(CounterBatchId.parse(id).orElseThrow());
        assertThat(json(deputy.tell("/batches/" + id + "/submission", ""), 201)).isNotNull();
        assertThat(reason(deputy.tell("/batches/" + id + "/confirmation", "{\"decision\":\"CONFIRM\"}"), 403))
                .isEqualTo("same-person");
        assertThat(reason(intake.tell("/batches/" + id + "/confirmation", "{\"decision\":\"CONFIRM\"}"), 403))
                .isEqualTo("role");
        assertThat(reason(new Clerk("auditor").tell("/gifts", gift("1", "x", "x")), 403))
                .isEqualTo("role");
        assertThat(new Clerk("reviewer").read("/batches").getStatus().value()).isEqualTo(403);
        assertThat(cashier.tell("/batches/" + id + "/confirmation", "{\"decision\":\"MAYBE\"}")
                        .getStatus()
                        .value())
                .isEqualTo(422);
        assertThat(json(cashier.tell("/batches/" + id + "/confirmation", "{\"decision\":\"REJECT\"}"), 201)
                        .path("state")
                        .asString())
                .isEqualTo("REJECTED");
        world.web().get().uri(Clerk.API + "/batches").exchange().expectStatus().isUnauthorized();
    }

    @Test
    void batches_are_listed_newest_first_page_by_page_and_odd_addresses_are_unknown() {
        for (int i = 0; i < 3; i++) {
            intake.drafted(sheet(tag()), "a.csv", "cash", "daily-kindness");
        }
        JsonNode page = json(intake.read("/batches?limit=2"), 200);
        long first = page.path("items").path(0).path("id").asLong();
        long second = page.path("items").path(1).path("id").asLong();
        assertThat(second).isLessThan(first);
        assertThat(page.path("next").asLong()).isEqualTo(second);
        assertThat(json(intake.read("/batches?limit=2&after=" + second), 200)
                        .path("items")
                        .path(0)
                        .path("id")
                        .asLong())
                .isLessThan(second);
        for (String path : List.of("/batches/0", "/batches/x", "/batches/999999999", "/batches/999999999/lines")) {
            assertThat(intake.read(path).getStatus().value()).as(path).isEqualTo(404);
        }
        for (String query : List.of("?limit=0", "?limit=201", "?limit=x")) {
            assertThat(intake.read("/batches" + query).getStatus().value())
                    .as(query)
                    .isEqualTo(400);
        }
    }

    private JsonNode booked(String batch) {
        JsonNode seen = json(cashier.read(batch), 200);
        for (int i = 0; i < 400 && !seen.path("state").asString().equals("BOOKED"); i++) {
            World.pause(50);
            seen = json(cashier.read(batch), 200);
        }
        assertThat(seen.path("state").asString()).isEqualTo("BOOKED");
        return seen;
    }

    private static List<String> next(JsonNode batch) {
        return batch.path("next")
                .valueStream()
                .map(step -> step.path("action").asString() + " "
                        + step.path("allowed").asBoolean() + " "
                        + step.path("reason").asString(""))
                .toList();
    }

    private static byte[] sheet(String tag) {
        return new SheetOf()
                .row("日期", "姓名", "金额", "收据号")
                .row("2018-05-04", "张" + tag, "10.00", "C" + tag)
                .row("2018-05-04", "李" + tag, "2.50", "D" + tag)
                .row("合计", "", "12.50")
                .as(Format.CSV);
    }

    private static String gift(String value, String reference, String name) {
        return GIFT.formatted(value, reference, name);
    }

    private static String tag() {
        return UUID.randomUUID().toString().substring(0, 8);
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    private static String reason(EntityExchangeResult<byte[]> answer, int status) {
        return json(answer, status).path("reason").asString();
    }

    private static JsonNode json(EntityExchangeResult<byte[]> answer, int status) {
        assertThat(answer.getStatus().value()).as(Clerk.text(answer)).isEqualTo(status);
        return JsonMapper.shared().readTree(Clerk.text(answer));
    }
}
