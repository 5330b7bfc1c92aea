package org.yici.donations.payment.refund;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.yici.donations.donation.Donation;
import org.yici.donations.donation.DonationId;
import org.yici.donations.donation.Donations;
import org.yici.ledger.Ledger;
import org.yici.ledger.Money;
import org.yici.platform.clock.ProgramClock;
import org.yici.platform.outcome.Outcome;
import org.yici.platform.staff.AuditTrail;
import org.yici.platform.staff.StaffMember;
import reactor.core.publisher.Mono;

/**
 * How every step of a refund begins and ends, inside the caller's transaction: lock the gift, then the refund; afterwards tell
 * the story and, for a step of staff, the audit trail. The gift is the lock of everything that takes money back from it.
 */
@Component
final class RefundSteps {

    private final DatabaseClient database;
    private final Donations donations;
    private final Refunds refunds;
    private final RefundStory story;
    private final Ledger ledger;
    private final AuditTrail audit;
    private final ProgramClock clock;

    RefundSteps(
            DatabaseClient database,
            Donations donations,
            Refunds refunds,
            RefundStory story,
            Ledger ledger,
            AuditTrail audit,
            ProgramClock clock) {
        this.database = database;
        this.donations = donations;
        this.refunds = refunds;
        this.story = story;
        this.ledger = ledger;
        this.audit = audit;
        this.clock = clock;
    }

    /** The refund and its gift, locked; refused {@code not-found}. */
    Mono<Outcome<RefundCase>> open(RefundId id) {
        Mono<Outcome<Refund>> found =
                refunds.find(id).map(Outcome::done).defaultIfEmpty(Outcome.refused(RefundReason.UNKNOWN));
        return Chain.then(
                found,
                refund -> Chain.then(gift(refund.gift()), gift -> refunds.lock(id)
                        .flatMap(locked -> caseOf(gift, locked))
                        .map(Outcome::done)));
    }

    /** The gift, locked; refused when there is none, or its money has not come. */
    Mono<Outcome<Donation>> gift(DonationId id) {
        return database.sql("select id from donations.donation where id = $1 for update")
                .bind(0, id.value())
                .then()
                .then(donations.find(id))
                .map(gift -> gift.sequence() == null
                        ? Outcome.<Donation>refused(RefundReason.GIFT_NOT_PAID)
                        : Outcome.done(gift))
                .defaultIfEmpty(Outcome.refused(RefundReason.UNKNOWN));
    }

    Mono<RefundCase> caseOf(Donation gift, Refund refund) {
        return refundable(gift).map(left -> new RefundCase(gift, refund, left));
    }

    Mono<Money> refundable(Donation gift) {
        return ledger.refundable(requireNonNull(gift.sequence(), "sequence"));
    }

    /** A line that begins now. */
    RefundStory.Line line(RefundAct act) {
        return RefundStory.Line.of(act, clock.instant());
    }

    /** What the donor, the program or the provider did; answers the refund as it stands afterwards. */
    Mono<Outcome<Refund>> tell(RefundId id, RefundStory.Line line) {
        return story.add(id, line).then(refunds.find(id)).map(Outcome::done);
    }

    /** What somebody of the staff did. */
    Mono<Outcome<Refund>> tell(StaffMember actor, Refund refund, RefundStory.Line line) {
        Money amount = line.amount();
        Map<String, ?> detail = amount == null
                ? Map.of("donation", refund.gift().toString())
                : Map.of("donation", refund.gift().toString(), "amount", amount.fen());
        return audit.record(actor, "refund-" + line.act().word(), refund.id().toString(), detail)
                .then(tell(refund.id(), line.by(actor.username())));
    }
}
