package org.yici.standalone.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The poster's code, read by another program than the one that drew it. */
@Order(5)
class QrTest {

    @TempDir
    Path folder;

    @Test
    void the_code_leads_to_the_campaign() throws Exception {
        assertThat(decoded("/qr/daily-kindness.png"))
                .isEqualTo(County.address("/c/daily-kindness").toString());
    }

    @Test
    void the_code_says_where_the_poster_hangs() throws Exception {
        assertThat(decoded("/qr/daily-kindness.png?p=village-shop"))
                .isEqualTo(County.address("/c/daily-kindness?p=village-shop").toString());
    }

    @Test
    void the_code_for_print_is_a_drawing() {
        Answer svg =
                Visitor.stranger().get("/qr/daily-kindness.svg?p=village-shop").expect(200);
        assertThat(svg.header("Content-Type")).startsWith("image/svg+xml");
        assertThat(svg.body()).contains("<svg");
        Visitor.stranger().get("/qr/no-such-campaign.png").expect(404);
    }

    private String decoded(String address) throws Exception {
        Tools.need("zbarimg");
        Answer image = Visitor.stranger().get(address).expect(200);
        assertThat(image.header("Content-Type")).isEqualTo("image/png");
        Path file = Files.write(folder.resolve("code.png"), image.bytes());
        Process zbarimg = new ProcessBuilder("zbarimg", "--quiet", "--raw", file.toString()).start();
        String text = new String(zbarimg.getInputStream().readAllBytes());
        assertThat(zbarimg.waitFor()).isZero();
        return text.strip();
    }
}
