package org.yici.donations.payment.discrepancy.web;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.yici.donations.payment.discrepancy.Discrepancies;
import org.yici.donations.payment.discrepancy.Discrepancy;
import org.yici.platform.clock.ProgramClock;
import org.yici.platform.outcome.InvalidInput;
import org.yici.platform.outcome.Refusal;
import org.yici.platform.staff.Role;
import org.yici.platform.staff.StaffMember;
import org.yici.platform.staff.StaffNames;
import org.yici.platform.staff.StaffReason;
import org.yici.platform.web.RefusedException;
import reactor.core.publisher.Mono;

/** What does not fit, oldest first, for cashier, auditor and admin; the cashier settles it, in words that stay. */
@Controller
final class DiscrepancyPages {

    private static final String LIST = "/staff/payments/discrepancies";
    private static final int PAGE = 50;
    private static final int LONGEST_NOTE = 500;

    private final Discrepancies discrepancies;
    private final StaffNames names;
    private final ProgramClock clock;

    DiscrepancyPages(Discrepancies discrepancies, StaffNames names, ProgramClock clock) {
        this.discrepancies = discrepancies;
        this.names = names;
        this.clock = clock;
    }

    /**
     * @param days whole days since it was found
     * @param owner the name of who looks into it; null while nobody does
     * @param mine whether that is the reader
     */
    record Row(Discrepancy found, long days, @Nullable String owner, boolean mine) {}

    @GetMapping(LIST)
    Mono<String> list(StaffMember actor, @RequestParam(defaultValue = "0") long after, Model model) {
        if (!actor.has(Role.CASHIER) && !actor.has(Role.AUDITOR) && !actor.has(Role.ADMIN)) {
            throw new RefusedException(Refusal.because(StaffReason.ROLE));
        }
        return discrepancies.open(after, PAGE + 1).collectList().flatMap(found -> rows(
                        actor, found.subList(0, Math.min(PAGE, found.size())))
                .map(rows -> {
                    model.addAttribute("rows", rows);
                    model.addAttribute(
                            "next", found.size() > PAGE ? found.get(PAGE - 1).number() : null);
                    model.addAttribute("settles", actor.has(Role.CASHIER));
                    model.addAttribute("here", "payments");
                    return "donations/discrepancies";
                }));
    }

    private Mono<List<Row>> rows(StaffMember actor, List<Discrepancy> found) {
        Instant now = clock.instant();
        Set<String> owners =
                found.stream().map(Discrepancy::owner).filter(Objects::nonNull).collect(Collectors.toSet());
        return names.of(owners).map(known -> found.stream()
                .map(one -> new Row(
                        one,
                        one.ageInDays(now),
                        one.owner() == null ? null : known.getOrDefault(one.owner(), one.owner()),
                        one.owner() != null && actor.is(one.owner())))
                .toList());
    }

    @PostMapping(LIST + "/{number}/owner")
    Mono<ResponseEntity<Void>> takeOn(StaffMember actor, @PathVariable long number) {
        if (!actor.has(Role.CASHIER)) {
            throw new RefusedException(Refusal.because(StaffReason.ROLE));
        }
        return discrepancies
                .takeOn(actor, number)
                .map(RefusedException::orProblem)
                .map(done -> backToList());
    }

    private static ResponseEntity<Void> backToList() {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header("Location", LIST)
                .build();
    }

    record Form(@Nullable String settlement, @Nullable String note) {}

    @PostMapping(LIST + "/{number}")
    Mono<ResponseEntity<Void>> settle(StaffMember actor, @PathVariable long number, Form form) {
        if (!actor.has(Role.CASHIER)) {
            throw new RefusedException(Refusal.because(StaffReason.ROLE));
        }
        return discrepancies
                .settle(actor, number, settlement(form.settlement()), note(form.note()))
                .map(RefusedException::orProblem)
                .map(done -> backToList());
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
