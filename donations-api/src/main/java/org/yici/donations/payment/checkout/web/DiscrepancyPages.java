package org.yici.donations.payment.checkout.web;

import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.yici.donations.payment.checkout.Discrepancies;
import org.yici.donations.payment.checkout.Discrepancy;
import org.yici.platform.outcome.InvalidInput;
import org.yici.platform.outcome.Refusal;
import org.yici.platform.staff.Role;
import org.yici.platform.staff.StaffMember;
import org.yici.platform.staff.StaffReason;
import org.yici.platform.web.RefusedException;
import reactor.core.publisher.Mono;

/** What does not fit, oldest first, for cashier, auditor and admin; the cashier settles it, in words that stay. */
@Controller
final class DiscrepancyPages {

    private static final int LONGEST_NOTE = 500;

    private final Discrepancies discrepancies;

    DiscrepancyPages(Discrepancies discrepancies) {
        this.discrepancies = discrepancies;
    }

    @GetMapping("/staff/payments/discrepancies")
    Mono<String> list(StaffMember actor, Model model) {
        if (!actor.has(Role.CASHIER) && !actor.has(Role.AUDITOR) && !actor.has(Role.ADMIN)) {
            throw new RefusedException(Refusal.because(StaffReason.ROLE));
        }
        return discrepancies.open().collectList().map(rows -> {
            model.addAttribute("rows", rows);
            model.addAttribute("settles", actor.has(Role.CASHIER));
            model.addAttribute("here", "payments");
            return "donations/discrepancies";
        });
    }

    record Form(@Nullable String settlement, @Nullable String note) {}

    @PostMapping("/staff/payments/discrepancies/{number}")
    Mono<ResponseEntity<Void>> settle(StaffMember actor, @PathVariable long number, Form form) {
        if (!actor.has(Role.CASHIER)) {
            throw new RefusedException(Refusal.because(StaffReason.ROLE));
        }
        return discrepancies
                .settle(actor, number, settlement(form.settlement()), note(form.note()))
                .map(RefusedException::orProblem)
                .map(done -> ResponseEntity.status(HttpStatus.SEE_OTHER)
                        .header("Location", "/staff/payments/discrepancies")
                        .build());
    }

    private static Discrepancy.Settlement settlement(@Nullable String word) {
        try {
            return Discrepancy.Settlement.valueOf(
                    Objects.requireNonNullElse(word, "").toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw InvalidInput.of("settlement", "input.outcome");
        }
    }

    private static String note(@Nullable String typed) {
        String note = Objects.requireNonNullElse(typed, "").strip();
        if (note.isEmpty() || note.length() > LONGEST_NOTE) {
            throw InvalidInput.of("note", "input.note");
        }
        return note;
    }
}
