package org.yici.benchmarks.load;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Gives again and again: makes a gift, is the provider who says that it is paid, and begins the next. */
final class GiftVisitor implements Visitor {

    private static final int CREATED = 201;
    private static final int HEARD = 200;
    private static final byte[] ID_MARK = "\"id\":\"".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] BOOKED = "\"booked\"".getBytes(StandardCharsets.US_ASCII);

    private final GiftRound round;
    private final List<GiftRequests> mix;
    private final long pauseMillis;
    private final byte[] id = new byte[GiftRound.ID_LENGTH];
    private GiftRequests gift;
    private boolean toNotify;

    GiftVisitor(GiftRound round, String campaign, long pauseMillis) {
        this.round = round;
        this.mix = GiftRequests.mix(campaign);
        this.pauseMillis = pauseMillis;
        this.gift = mix.get(0);
    }

    @Override
    public @Nullable ByteBuffer next() {
        if (toNotify) {
            return gift.notice().about(id, 0, round.signer);
        }
        if (!round.another()) {
            return null;
        }
        pause();
        gift = mix.get(round.random.nextInt(mix.size()));
        return gift.fresh(round.random);
    }

    @Override
    public void answered(Response answer, long nanos) {
        if (toNotify) {
            heard(answer, nanos);
        } else {
            created(answer, nanos);
        }
    }

    private void created(Response answer, long nanos) {
        int at = answer.after(ID_MARK);
        if (answer.status() == CREATED && at >= 0) {
            System.arraycopy(answer.bytes(), at, id, 0, id.length);
            round.created(nanos);
            toNotify = true;
        } else {
            round.error("create " + answer.status(), answer.head());
        }
    }

    private void heard(Response answer, long nanos) {
        toNotify = false;
        if (answer.status() == HEARD && answer.after(BOOKED) >= 0) {
            round.booked(id, nanos);
        } else {
            round.error("notify " + answer.status(), answer.head());
        }
    }

    @Override
    public void lost(String why) {
        round.error("lost", why);
    }

    private void pause() {
        if (pauseMillis > 0) {
            try {
                TimeUnit.MILLISECONDS.sleep(pauseMillis);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
