package org.yici.benchmarks.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class LineTest {

    @Test
    void a_message_arrives_as_it_was_sent_whatever_is_in_it() {
        Line sent = Line.of("pages")
                .with("paths", "/\n/a b?c=d&e")
                .with("port", 8080)
                .with("none", "");
        assertThat(Line.parse(sent.toString())).isEqualTo(sent);
        assertThat(sent.toString()).doesNotContain("\n");
    }

    @Test
    void what_was_not_sent_is_named() {
        assertThatThrownBy(() -> Line.of("gifts").text("port")).hasMessage("gifts without port");
    }
}
