package org.yici.donations.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.Result;
import com.google.zxing.ResultMetadataType;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.yici.donations.World;
import org.yici.platform.web.QrCode;

class QrCodeTest {

    private final World world = World.world();

    @Test
    void the_picture_for_print_decodes_to_the_campaigns_address_and_place() throws Exception {
        byte[] png = world.web()
                .get()
                .uri("/qr/daily-kindness.png?p=village-shop")
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentType("image/png")
                .expectHeader()
                .exists("ETag")
                .expectBody(byte[].class)
                .returnResult()
                .getResponseBody();
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
        assertThat(image.getWidth()).isGreaterThanOrEqualTo(1_000);
        Result result = decode(image);
        assertThat(result.getText()).isEqualTo("http://localhost:8080/c/daily-kindness?p=village-shop");
        assertThat(result.getResultMetadata().get(ResultMetadataType.ERROR_CORRECTION_LEVEL))
                .isEqualTo("Q");
    }

    @Test
    void the_drawing_is_the_same_code_with_its_quiet_zone() {
        QrCode code = QrCode.of("http://localhost:8080/c/daily-kindness");
        assertThat(code.svg())
                .contains("viewBox=\"0 0 " + code.size() + " " + code.size())
                .contains(code.path());
        assertThat(code.path()).startsWith("M4 4h7v1h-7z");
    }

    @Test
    void an_unchanged_picture_is_not_sent_twice() {
        String tag = world.web()
                .get()
                .uri("/qr/daily-kindness.svg")
                .exchange()
                .expectBody()
                .returnResult()
                .getResponseHeaders()
                .getETag();
        world.web()
                .get()
                .uri("/qr/daily-kindness.svg")
                .header("If-None-Match", tag)
                .exchange()
                .expectStatus()
                .isNotModified();
    }

    @Test
    void unknown_campaigns_and_odd_places_have_no_code() {
        world.web().get().uri("/qr/nothing-here.png").exchange().expectStatus().isNotFound();
        world.web()
                .get()
                .uri("/qr/Daily_Kindness.svg")
                .exchange()
                .expectStatus()
                .isNotFound();
        world.web()
                .get()
                .uri("/qr/daily-kindness.svg?p=a b")
                .exchange()
                .expectStatus()
                .isBadRequest();
    }

    private static Result decode(BufferedImage image) throws Exception {
        int width = image.getWidth();
        int height = image.getHeight();
        int[] pixels = image.getRGB(0, 0, width, height, null, 0, width);
        return new QRCodeReader()
                .decode(new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(width, height, pixels))));
    }
}
