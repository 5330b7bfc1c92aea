package org.yici.donations.payment.refund.web;

import java.util.List;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import org.yici.donations.payment.refund.DecideRefund;
import org.yici.donations.payment.refund.FinishByHand;
import org.yici.donations.payment.refund.ProposeRefund;
import org.yici.donations.payment.refund.Refund;
import org.yici.donations.payment.refund.RefundOffers;
import org.yici.donations.payment.refund.RefundStory;
import org.yici.donations.payment.refund.Refunds;
import org.yici.donations.payment.refund.web.RefundOnce.Taken;
import org.yici.platform.outcome.Outcome;
import org.yici.platform.staff.StaffMember;
import org.yici.platform.web.IdempotencyKey;
import org.yici.platform.web.RefusedException;
import org.yici.platform.web.StrictJson;
import reactor.core.publisher.Mono;

/**
 * Refunds by program, for staff: every method asks for a {@link StaffMember}, so that these addresses need a session while the
 * rest of {@code /api/v1/donations} is open to all. Every POST carries an {@code Idempotency-Key} and answers 201
 * {@code {id, state}}.
 *
 * <ul>
 *   <li>{@code POST …/refunds {amount, reason}}: cashier or reviewer
 *   <li>{@code POST …/refunds/{refund}/approval {decision: APPROVE|DECLINE, amount?, note}}: approver, not who proposed
 *       (403 {@code same-person}); {@code amount} is what the approver has read (409 {@code refund-changed})
 *   <li>{@code POST …/refunds/{refund}/sendings}: cashier, not who approved; a failed one goes out once more
 *   <li>{@code POST …/refunds/{refund}/payment {source: CASH|SAME_WAY, reference}}: cashier, not who approved
 * </ul>
 */
@RestController
@RequestMapping(path = "/api/v1/donations/{id}/refunds", produces = "application/json")
final class RefundsApi {

    private final RefundAddresses addresses;
    private final Refunds refunds;
    private final RefundStory story;
    private final RefundOffers offers;
    private final ProposeRefund proposing;
    private final DecideRefund deciding;
    private final FinishByHand byHand;
    private final RefundOnce once;
    private final StrictJson json;

    RefundsApi(
            RefundAddresses addresses,
            Refunds refunds,
            RefundStory story,
            RefundOffers offers,
            ProposeRefund proposing,
            DecideRefund deciding,
            FinishByHand byHand,
            RefundOnce once,
            StrictJson json) {
        this.addresses = addresses;
        this.refunds = refunds;
        this.story = story;
        this.offers = offers;
        this.proposing = proposing;
        this.deciding = deciding;
        this.byHand = byHand;
        this.once = once;
        this.json = json;
    }

    record Page(List<RefundAnswer> items) {}

    /** All of a gift, oldest first. They are few: each takes fen that the others have not taken. */
    @GetMapping
    Mono<Page> list(StaffMember actor, @PathVariable String id) {
        RefundReaders.check(actor);
        return addresses
                .gift(id)
                .flatMapMany(gift -> refunds.ofGift(gift.id()))
                .concatMap(refund -> answer(actor, refund))
                .collectList()
                .map(Page::new);
    }

    @GetMapping("/{refund}")
    Mono<RefundAnswer> one(StaffMember actor, @PathVariable String id, @PathVariable String refund) {
        RefundReaders.check(actor);
        return addresses.refund(id, refund).flatMap(found -> answer(actor, found));
    }

    @PostMapping(consumes = "application/json")
    Mono<ResponseEntity<Taken>> propose(
            StaffMember actor, @PathVariable String id, @RequestBody byte[] body, ServerWebExchange exchange) {
        IdempotencyKey key = IdempotencyKey.of(exchange);
        RefundRequest.Proposal.Checked asked =
                json.read(body, RefundRequest.Proposal.class).checked();
        return addresses
                .gift(id)
                .flatMap(gift -> take(
                        actor,
                        key,
                        IdempotencyKey.hash(exchange, body),
                        () -> proposing.propose(actor, gift.id(), asked.amount(), asked.reason())));
    }

    @PostMapping(path = "/{refund}/approval", consumes = "application/json")
    Mono<ResponseEntity<Taken>> decide(
            StaffMember actor,
            @PathVariable String id,
            @PathVariable String refund,
            @RequestBody byte[] body,
            ServerWebExchange exchange) {
        IdempotencyKey key = IdempotencyKey.of(exchange);
        RefundRequest.Decision.Checked decision =
                json.read(body, RefundRequest.Decision.class).checked();
        return addresses
                .refund(id, refund)
                .flatMap(found -> take(
                        actor,
                        key,
                        IdempotencyKey.hash(exchange, body),
                        () -> RefundForms.decide(deciding, actor, found.id(), decision)));
    }

    @PostMapping("/{refund}/sendings")
    Mono<ResponseEntity<Taken>> sendAgain(
            StaffMember actor, @PathVariable String id, @PathVariable String refund, ServerWebExchange exchange) {
        IdempotencyKey key = IdempotencyKey.of(exchange);
        return addresses
                .refund(id, refund)
                .flatMap(found -> take(
                        actor,
                        key,
                        IdempotencyKey.hash(exchange, new byte[0]),
                        () -> byHand.sendAgain(actor, found.id())));
    }

    @PostMapping(path = "/{refund}/payment", consumes = "application/json")
    Mono<ResponseEntity<Taken>> pay(
            StaffMember actor,
            @PathVariable String id,
            @PathVariable String refund,
            @RequestBody byte[] body,
            ServerWebExchange exchange) {
        IdempotencyKey key = IdempotencyKey.of(exchange);
        RefundRequest.Payment.Checked payment =
                json.read(body, RefundRequest.Payment.class).checked();
        return addresses
                .refund(id, refund)
                .flatMap(found -> take(
                        actor,
                        key,
                        IdempotencyKey.hash(exchange, body),
                        () -> byHand.pay(actor, found.id(), payment.source(), payment.reference())));
    }

    private Mono<ResponseEntity<Taken>> take(
            StaffMember actor, IdempotencyKey key, byte[] hash, Supplier<Mono<Outcome<Refund>>> step) {
        return once.take(actor.username(), key, hash, step)
                .map(RefusedException::orProblem)
                .map(taken -> ResponseEntity.status(HttpStatus.CREATED).body(taken));
    }

    private Mono<RefundAnswer> answer(StaffMember actor, Refund refund) {
        return Mono.zip(offers.look(refund), story.of(refund.id()).collectList())
                .map(parts -> RefundAnswer.of(parts.getT1(), offers.of(parts.getT1(), actor), parts.getT2()));
    }
}
