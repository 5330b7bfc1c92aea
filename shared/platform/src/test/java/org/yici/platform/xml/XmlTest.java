package org.yici.platform.xml;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class XmlTest {

    @Test
    void names_are_looked_up_whatever_their_namespace() {
        Element root = parse("<a xmlns='x' xmlns:y='y'><b><y:c> 1 </y:c></b><b><c>2</c></b></a>")
                .orElseThrow()
                .getDocumentElement();
        assertThat(Xml.text(root, "b", "c")).isEqualTo("1");
        assertThat(Xml.all(root, "c")).hasSize(2);
        assertThat(Xml.text(root, "b", "d")).isNull();
    }

    @Test
    void nothing_but_data_is_read() {
        assertThat(parse("<!DOCTYPE a [<!ENTITY x 'y'>]><a>&x;</a>")).isEmpty();
        assertThat(parse("<!DOCTYPE a SYSTEM 'file:///etc/passwd'><a/>")).isEmpty();
        assertThat(parse("<!DOCTYPE a><a/>")).isEmpty();
        assertThat(parse("<a>&x;</a>")).isEmpty();
        assertThat(parse("<a>")).isEmpty();
        assertThat(parse("")).isEmpty();
    }

    @Test
    void what_is_deeper_than_any_bank_s_message_is_not_read() {
        assertThat(parse("<a>".repeat(99) + "</a>".repeat(99))).isPresent();
        assertThat(parse("<a>".repeat(101) + "</a>".repeat(101))).isEmpty();
        assertThat(parse("<a>".repeat(100_000) + "</a>".repeat(100_000))).isEmpty();
    }

    private static Optional<Document> parse(String xml) {
        return Xml.parse(xml.getBytes(StandardCharsets.UTF_8));
    }
}
