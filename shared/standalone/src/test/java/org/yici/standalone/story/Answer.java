package org.yici.standalone.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What came back, with the questions that tests ask of it. */
record Answer(String asked, int status, HttpResponse<byte[]> response) {

    static final JsonMapper JSON = JsonMapper.shared();

    static Answer of(HttpResponse<byte[]> response) {
        return new Answer(
                response.request().method() + " " + response.request().uri().getPath(),
                response.statusCode(),
                response);
    }

    @CanIgnoreReturnValue
    Answer expect(int expected) {
        assertThat(status).as("%s answered %s", asked, body()).isEqualTo(expected);
        return this;
    }

    /** Refused with this machine word, as problem+json with words for people. */
    @CanIgnoreReturnValue
    Answer expectRefusal(int expected, String reason) {
        expect(expected);
        assertThat(header("Content-Type")).startsWith("application/problem+json");
        assertThat(json().path("reason").asString()).as(body()).isEqualTo(reason);
        assertThat(json().path("status").asInt()).isEqualTo(expected);
        assertThat(json().path("title").asString()).isNotBlank();
        assertThat(json().path("detail").asString()).isNotBlank().doesNotContain("refusal.", "??");
        return this;
    }

    String body() {
        return new String(response.body(), StandardCharsets.UTF_8);
    }

    byte[] bytes() {
        return response.body();
    }

    String header(String name) {
        return response.headers().firstValue(name).orElse("");
    }

    JsonNode json() {
        return JSON.readTree(response.body());
    }

    String text(String field) {
        return json().path(field).asString();
    }
}
