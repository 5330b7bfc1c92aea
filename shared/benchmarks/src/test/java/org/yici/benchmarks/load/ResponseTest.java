package org.yici.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ResponseTest {

    private static final String CREATED =
            "HTTP/1.1 201 Created\r\nConTENT-length: 21\r\nContent-Type: application/json\r\n\r\n{\"id\":\"0123-4567-89\"}";

    private final Response response = new Response();

    @Test
    void an_answer_that_comes_byte_by_byte_is_whole_with_its_last_byte() {
        for (int at = 0; at < CREATED.length() - 1; at++) {
            assertThat(response.take(bytes(CREATED.substring(at, at + 1)))).isFalse();
        }
        assertThat(response.take(bytes("}"))).isTrue();
        assertThat(response.status()).isEqualTo(201);
        assertThat(response.bodyLength()).isEqualTo(21);
    }

    @Test
    void what_follows_a_mark_in_the_body_is_found() {
        assertThat(response.take(bytes(CREATED))).isTrue();
        int at = response.after("\"id\":\"".getBytes(StandardCharsets.US_ASCII));
        assertThat(new String(response.bytes(), at, 12, StandardCharsets.US_ASCII))
                .isEqualTo("0123-4567-89");
        assertThat(response.after("content-type".getBytes(StandardCharsets.US_ASCII)))
                .isNegative();
    }

    @Test
    void of_a_long_body_only_the_beginning_is_kept_and_all_is_counted() {
        String head = "HTTP/1.1 200 OK\r\ncontent-length: 10000\r\n\r\n";
        assertThat(response.take(bytes(head + "x".repeat(9_999)))).isFalse();
        assertThat(response.take(bytes("x"))).isTrue();
        response.clear();
        assertThat(response.take(bytes(CREATED))).isTrue();
        assertThat(response.status()).isEqualTo(201);
    }

    @Test
    void an_answer_whose_end_cannot_be_known_is_refused() {
        assertThatThrownBy(() -> response.take(bytes("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")))
                .hasMessageContaining("without Content-Length");
    }

    private static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
    }
}
