package org.yici.standalone.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** What the public sees is made of what Kafka keeps, and of nothing else. */
@Order(8)
class RebuildTest {

    private static final List<String> ADDRESSES = List.of(
            "/",
            "/?lang=en",
            "/campaigns",
            "/funds",
            "/funds/daily-kindness",
            "/grants",
            "/notices",
            "/api/v1/summary",
            "/api/v1/funds",
            "/api/v1/grants",
            "/api/v1/notices",
            "/api/v1/journals?limit=200",
            "/api/v1/trace/1");

    @Test
    void wiped_and_rebuilt_every_page_has_the_same_bytes() throws Exception {
        Gift.paid(109);
        Books.awaitQuiet();
        Map<String, String> before = pages();

        Process rebuild = Jvm.command("rebuild", County.options().data());
        String said = new String(rebuild.getInputStream().readAllBytes());
        assertThat(rebuild.waitFor()).as(said).isZero();

        Awaitility.await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> assertThat(pages())
                .isEqualTo(before));
    }

    private static Map<String, String> pages() {
        Map<String, String> pages = new TreeMap<>();
        for (String address : ADDRESSES) {
            pages.put(address, Visitor.stranger().get(address).expect(200).body());
        }
        return pages;
    }
}
