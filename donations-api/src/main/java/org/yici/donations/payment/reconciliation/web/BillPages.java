package org.yici.donations.payment.reconciliation.web;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.yici.donations.payment.counter.CounterDuty;
import org.yici.donations.payment.discrepancy.Discrepancies;
import org.yici.donations.payment.reconciliation.BillOverview;
import org.yici.donations.payment.refund.web.RefundReaders;
import org.yici.platform.staff.Role;
import org.yici.platform.staff.StaffMember;
import reactor.core.publisher.Mono;

/** The desk of payments: the ways on from here, and each provider's days against the books. For all staff. */
@Controller
final class BillPages {

    private final BillOverview overview;
    private final Discrepancies discrepancies;

    BillPages(BillOverview overview, Discrepancies discrepancies) {
        this.overview = overview;
        this.discrepancies = discrepancies;
    }

    @GetMapping("/staff/payments")
    Mono<String> show(StaffMember actor, Model model) {
        model.addAttribute("settles", actor.has(Role.CASHIER) || actor.has(Role.AUDITOR) || actor.has(Role.ADMIN));
        model.addAttribute("counts", CounterDuty.LOOK.isOf(actor));
        model.addAttribute("refunds", RefundReaders.includes(actor));
        return Mono.zip(overview.days().collectList(), overview.feesOwed(), discrepancies.count())
                .map(parts -> {
                    model.addAttribute("days", parts.getT1());
                    model.addAttribute("feesOwed", parts.getT2());
                    model.addAttribute("open", parts.getT3());
                    model.addAttribute("here", "payments");
                    return "donations/payments";
                });
    }
}
