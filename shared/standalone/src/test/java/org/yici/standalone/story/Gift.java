package org.yici.standalone.story;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;

/** A gift as the giver's phone knows it. */
record Gift(Visitor giver, String id, String token, long fen) {

    /** Promised at the campaign page, not paid yet. */
    static Gift of(long fen) {
        return by(Visitor.stranger(), fen);
    }

    static Gift by(Visitor giver, long fen) {
        return of(giver, giver.post("/api/v1/donations", wish(fen)).expect(201), fen);
    }

    static Gift of(Visitor giver, Answer created, long fen) {
        String receipt = created.text("receiptUrl");
        return new Gift(giver, created.text("id"), receipt.substring(receipt.lastIndexOf('/') + 1), fen);
    }

    static String wish(long fen) {
        return """
                {"campaign": "%s", "amount": {"value": %d, "currency": "CNY"}, "method": "sandbox",
                 "donor": {"anonymous": true}}""".formatted(SmallCampaign.CODE, fen);
    }

    /** Paid, and in the books. */
    static Gift paid(long fen) {
        return of(fen).pay("PAID").await("PAID", Duration.ofSeconds(10));
    }

    @CanIgnoreReturnValue
    Gift pay(String outcome) {
        giver.postWithoutKey("/pay/sandbox/" + id, "{\"outcome\": \"" + outcome + "\"}")
                .expect(202);
        return this;
    }

    Answer look() {
        return giver.get("/api/v1/donations/" + id + "?token=" + token);
    }

    String status() {
        return look().expect(200).text("status");
    }

    long sequence() {
        return look().expect(200).json().path("sequence").asLong();
    }

    @CanIgnoreReturnValue
    Gift await(String status, Duration within) {
        AtomicReference<String> last = new AtomicReference<>();
        org.awaitility.Awaitility.await("the gift %s becomes %s".formatted(id, status))
                .atMost(within)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> {
                    last.set(status());
                    return status.equals(last.get());
                });
        return this;
    }
}
