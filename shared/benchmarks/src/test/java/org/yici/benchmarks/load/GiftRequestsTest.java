package org.yici.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import org.junit.jupiter.api.Test;

class GiftRequestsTest {

    private static final Pattern KEY =
            Pattern.compile("Idempotency-Key: ([0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12})\r\n");
    private static final String ID = "0190a1b2-c3d4-7e5f-8061-728394a5b6c7";

    private final SplittableRandom random = new SplittableRandom(4);

    @Test
    void one_gift_in_four_has_a_name_and_a_phone_number() {
        List<GiftRequests> mix = GiftRequests.mix("poverty-relief");
        List<String> named = mix.stream()
                .map(gift -> text(gift.fresh(random)))
                .filter(request -> request.contains("\"anonymous\":false"))
                .toList();
        assertThat(mix).hasSize(4 * named.size());
        assertThat(named).allSatisfy(request -> assertThat(request).containsPattern("\"phone\":\"130000\\d{5}\""));
    }

    @Test
    void every_request_has_a_key_of_its_own_and_the_length_of_its_body() {
        Set<String> keys = new HashSet<>();
        for (GiftRequests gift : GiftRequests.mix("poverty-relief")) {
            for (int time = 0; time < 10; time++) {
                String request = text(gift.fresh(random));
                Matcher key = KEY.matcher(request);
                assertThat(key.find()).isTrue();
                assertThat(keys.add(key.group(1))).isTrue();
                assertThat(request)
                        .contains("Content-Length: " + body(request).getBytes(StandardCharsets.UTF_8).length);
            }
        }
    }

    @Test
    void a_notice_is_signed_over_its_time_and_its_very_bytes() {
        Mac signer = NoticeRequest.signer(new byte[32]);
        byte[] answer = ("{\"id\":\"" + ID + "\"}").getBytes(StandardCharsets.US_ASCII);
        String request = text(new NoticeRequest(600).about(answer, 7, signer));
        assertThat(body(request))
                .isEqualTo(
                        "{\"order\":\"%s\",\"reference\":\"sandbox-%s\",\"state\":\"PAID\",\"amount\":{\"value\":600,\"currency\":\"CNY\"}}"
                                .formatted(ID, ID));
        String signed = header(request, "Yici-Timestamp") + "." + body(request);
        assertThat(header(request, "Yici-Signature"))
                .isEqualTo(HexFormat.of().formatHex(signer.doFinal(signed.getBytes(StandardCharsets.UTF_8))));
    }

    private static String text(ByteBuffer request) {
        return StandardCharsets.UTF_8.decode(request.duplicate()).toString();
    }

    private static String body(String request) {
        return request.substring(request.indexOf("\r\n\r\n") + 4);
    }

    private static String header(String request, String name) {
        return request.lines()
                .filter(line -> line.startsWith(name + ": "))
                .map(line -> line.substring(name.length() + 2))
                .findFirst()
                .orElse("");
    }
}
