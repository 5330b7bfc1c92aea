package org.yici.donations.payment.refund.web;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.yici.donations.payment.refund.Refund;
import org.yici.donations.payment.refund.RefundCase;
import org.yici.donations.payment.refund.RefundId;
import org.yici.donations.payment.refund.RefundOffers;
import org.yici.donations.payment.refund.Refunds;
import org.yici.ledger.Money;
import org.yici.platform.staff.StaffMember;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The list of refunds: what waits for whom, oldest first; and what is finished, newest first. */
@Controller
final class StaffRefunds {

    static final String LIST = "/staff/payments/refunds";
    private static final int PAGE = 50;

    private final Refunds refunds;
    private final RefundOffers offers;

    StaffRefunds(Refunds refunds, RefundOffers offers) {
        this.refunds = refunds;
        this.offers = offers;
    }

    /** @param mine whether the reader may take a step now */
    record Row(RefundCase seen, boolean mine) {

        /** What is proposed, or was asked for; null for all that is not spent. */
        public @Nullable Money amount() {
            Refund.Proposal proposal = seen.refund().proposal();
            return proposal == null ? seen.refund().wished() : proposal.amount();
        }
    }

    @GetMapping(LIST)
    Mono<String> list(
            StaffMember actor,
            @RequestParam(required = false) @Nullable String finished,
            @RequestParam(required = false) @Nullable String after,
            Model model) {
        RefundReaders.check(actor);
        boolean past = finished != null;
        return found(past, after)
                .concatMap(refund -> row(actor, refund))
                .collectList()
                .map(rows -> {
                    boolean more = rows.size() > PAGE;
                    model.addAttribute("rows", more ? rows.subList(0, PAGE) : rows);
                    model.addAttribute(
                            "next",
                            more ? rows.get(PAGE - 1).seen().refund().id().toString() : null);
                    model.addAttribute("finished", past);
                    model.addAttribute("here", "campaigns");
                    return "donations/staff-refunds";
                });
    }

    private Flux<Refund> found(boolean past, @Nullable String after) {
        RefundId bound =
                RefundId.parse(Objects.requireNonNullElse(after, "")).orElse(past ? RefundId.LAST : RefundId.FIRST);
        return past ? refunds.finished(bound, PAGE + 1) : refunds.unfinished(bound, PAGE + 1);
    }

    private Mono<Row> row(StaffMember actor, Refund refund) {
        return offers.look(refund)
                .map(seen -> new Row(seen, offers.of(seen, actor).stream().anyMatch(RefundOffers.Offer::allowed)));
    }
}
