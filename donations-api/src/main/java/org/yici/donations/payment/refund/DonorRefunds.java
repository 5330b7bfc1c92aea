package org.yici.donations.payment.refund;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yici.donations.donation.DonationId;
import org.yici.ledger.Money;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A gift's refunds as its donor reads them: without people's names, and without what staff only think of. */
@Component
public final class DonorRefunds {

    private final Refunds refunds;
    private final RefundStory story;

    DonorRefunds(Refunds refunds, RefundStory story) {
        this.refunds = refunds;
        this.story = story;
    }

    /**
     * @param amount null where the donor asked for all that is not spent and nothing is decided
     * @param since when it came to stand like this, program clock
     * @param note why it was declined
     */
    public record DonorRefund(
            RefundStatus status,
            @Nullable Money amount,
            Instant since,
            @Nullable String note) {}

    /** Oldest first. */
    public Mono<List<DonorRefund>> of(DonationId gift) {
        return refunds.ofGift(gift)
                .concatMap(refund -> story.of(refund.id())
                        .collectList()
                        .flatMapMany(lines -> Flux.fromStream(told(refund, lines).stream())))
                .collectList();
    }

    private static Optional<DonorRefund> told(Refund refund, List<RefundStory.Line> lines) {
        boolean asked = lines.get(0).act() == RefundAct.ASK;
        if (!asked && refund.sequence() == null) {
            return Optional.empty();
        }
        RefundStory.Line last = lines.get(lines.size() - 1);
        String note = refund.status() == RefundStatus.DECLINED ? last.words() : null;
        return Optional.of(new DonorRefund(refund.status(), amount(refund), last.at(), note));
    }

    private static @Nullable Money amount(Refund refund) {
        return refund.sequence() == null ? refund.wished() : refund.proposed().amount();
    }
}
