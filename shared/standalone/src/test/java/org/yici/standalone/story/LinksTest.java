package org.yici.standalone.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Whoever follows the links from the front page, or from a receipt, never stands before a closed door. */
@Order(5)
class LinksTest {

    private static final Pattern LINK = Pattern.compile("(?:href|src|hx-get|sse-connect)=\"(/[^\"#]*)");
    private static final int ENOUGH = 150;

    @Test
    void every_link_leads_somewhere() {
        Gift gift = Gift.paid(200);
        Books.awaitPublished(gift.sequence());
        Queue<String> next = new ArrayDeque<>(List.of("/", "/?lang=en", "/receipts/" + gift.token()));
        Set<String> seen = new HashSet<>(next);
        List<String> dead = new ArrayList<>();
        for (int i = 0; i < ENOUGH && !next.isEmpty(); i++) {
            String path = next.remove();
            Answer answer = Visitor.browser().get(path);
            if (answer.status() >= 400) {
                dead.add(answer.status() + " " + path);
            } else if (answer.header("Content-Type").startsWith("text/html")) {
                Matcher links = LINK.matcher(answer.body());
                while (links.find()) {
                    String link = links.group(1).replace("&amp;", "&");
                    if (!link.startsWith("/api/v1/stream") && !link.startsWith("/staff") && seen.add(link)) {
                        next.add(link);
                    }
                }
            }
        }
        assertThat(dead).isEmpty();
        assertThat(seen).hasSizeGreaterThan(20);
    }
}
