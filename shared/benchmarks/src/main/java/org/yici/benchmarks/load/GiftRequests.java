package org.yici.benchmarks.load;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The requests of a gift of one amount and one kind of donor, on one connection: the one that makes it, and the notice that
 * it is paid.
 *
 * @param phoneAt where the phone number stands; -1 for an anonymous donor
 */
record GiftRequests(ByteBuffer request, int keyAt, int phoneAt, NoticeRequest notice) {

    private static final String KEY = "kkkkkkkk-kkkk-4kkk-8kkk-kkkkkkkkkkkk";
    private static final String PHONE = "13000000000";
    /** So many donors give by name; with more gifts than that, some give again. */
    private static final int DONORS = 20_000;

    private static final int[] AMOUNTS = {100, 600, 2_000, 10_000};
    private static final String NAME = "王小明";

    /** Three of four are anonymous; all amounts are as frequent. */
    static List<GiftRequests> mix(String campaign) {
        return IntStream.of(AMOUNTS)
                .boxed()
                .flatMap(amount -> Stream.of(
                        anonymous(campaign, amount, "village-shop"),
                        anonymous(campaign, amount, "service-hall"),
                        anonymous(campaign, amount, "school-gate"),
                        named(campaign, amount)))
                .toList();
    }

    private static GiftRequests anonymous(String campaign, long amount, String place) {
        Template template = template(campaign, amount, place, "{\"anonymous\":true}");
        return new GiftRequests(template.copy(), template.place(KEY, 0), -1, new NoticeRequest(amount));
    }

    private static GiftRequests named(String campaign, long amount) {
        String donor = "{\"name\":\"" + NAME + "\",\"phone\":\"" + PHONE + "\",\"anonymous\":false}";
        Template template = template(campaign, amount, "village-shop", donor);
        return new GiftRequests(
                template.copy(), template.place(KEY, 0), template.place(PHONE, 0), new NoticeRequest(amount));
    }

    private static Template template(String campaign, long amount, String place, String donor) {
        return Template.post(
                "/api/v1/donations",
                List.of("Accept: application/json", "Idempotency-Key: " + KEY),
                ("{\"campaign\":\"%s\",\"amount\":{\"value\":%d,\"currency\":\"CNY\"},\"method\":\"sandbox\","
                                + "\"place\":\"%s\",\"donor\":%s}")
                        .formatted(campaign, amount, place, donor));
    }

    /** A request under a key that nobody has used, and for a named donor one of the phone numbers. */
    ByteBuffer fresh(SplittableRandom random) {
        Hex.uuid(request, keyAt, random.nextLong(), random.nextLong());
        if (phoneAt >= 0) {
            int donor = random.nextInt(DONORS);
            for (int digit = PHONE.length() - 1; digit > 1; digit--) {
                request.put(phoneAt + digit, (byte) ('0' + donor % 10));
                donor /= 10;
            }
        }
        return request.rewind();
    }
}
