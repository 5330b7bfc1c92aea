package org.yici.donations.payment.refund;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.yici.donations.donation.Donation;
import org.yici.donations.donation.Donations;
import org.yici.ledger.Ledger;
import org.yici.ledger.Money;
import org.yici.platform.outcome.Refusal;
import org.yici.platform.staff.StaffMember;
import reactor.core.publisher.Mono;

/** What may happen next, for the person who asks: by the same rules that will judge the step when it is taken. */
@Component
public final class RefundOffers {

    private static final Money LEAST = Money.ofFen(1);

    private final Donations donations;
    private final Ledger ledger;
    private final ReturnWays ways;

    RefundOffers(Donations donations, Ledger ledger, ReturnWays ways) {
        this.donations = donations;
        this.ledger = ledger;
        this.ways = ways;
    }

    /** A step, and the reason why not, if there is one. */
    public record Offer(RefundAct act, Optional<Refusal> obstacle) {

        public boolean allowed() {
            return obstacle.isEmpty();
        }
    }

    /** A refund with what it is about, as it stands at this moment; nothing is locked. */
    public Mono<RefundCase> look(Refund refund) {
        return donations.find(refund.gift()).flatMap(gift -> refundable(gift)
                .map(left -> new RefundCase(gift, refund, left)));
    }

    /** How much of a gift could go back now; zero before it is paid. */
    public Mono<Money> refundable(Donation gift) {
        return gift.sequence() == null ? Mono.just(Money.ZERO) : ledger.refundable(requireNonNull(gift.sequence()));
    }

    /** Every step of staff that begins where the refund stands. */
    public List<Offer> of(RefundCase seen, StaffMember asking) {
        return Arrays.stream(RefundAct.values())
                .filter(RefundAct::isOfStaff)
                .filter(act -> seen.refund().status().after(act).isPresent())
                .map(act -> new Offer(act, attempt(seen, act, asking).obstacle()))
                .toList();
    }

    private RefundAttempt attempt(RefundCase seen, RefundAct act, StaffMember asking) {
        return new RefundAttempt(seen, act, asking, amount(seen, act), ways.isThereFor(seen.gift()));
    }

    private static Money amount(RefundCase seen, RefundAct act) {
        return switch (act) {
            case APPROVE -> seen.refund().proposed().amount();
            case PROPOSE -> LEAST;
            case ASK, DECLINE, SEND, LEAVE_TO_HAND, CONFIRM, FAIL, DISPUTE, COME_BACK, SEND_AGAIN, PAY_BY_HAND ->
                Money.ZERO;
        };
    }
}
