package org.yici.disbursement.standing.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yici.disbursement.standing.BookedList;
import org.yici.disbursement.standing.Changes;
import org.yici.disbursement.standing.CorrectionLine;
import org.yici.disbursement.standing.DueList;
import org.yici.disbursement.standing.DueLists;
import org.yici.disbursement.standing.DueSum;
import org.yici.disbursement.standing.Dues;
import org.yici.disbursement.standing.Period;
import org.yici.disbursement.standing.Scheme;
import org.yici.disbursement.standing.Schemes;
import org.yici.disbursement.standing.claim.DueClaim;
import org.yici.disbursement.standing.claim.DueClaims;
import org.yici.ledger.AccountCode;
import org.yici.ledger.Ledger;
import org.yici.platform.clock.ProgramClock;
import org.yici.platform.staff.Role;
import org.yici.platform.staff.StaffMember;
import org.yici.platform.staff.StaffNames;
import org.yici.platform.web.Figures;
import reactor.core.publisher.Mono;

/** What the pages of due lists show. Public methods are for the templates. */
@Component
final class StandingDesk {

    private final Schemes schemes;
    private final Dues dues;
    private final DueLists lists;
    private final DueClaims claims;
    private final DuePeople duePeople;
    private final Ledger ledger;
    private final StaffNames names;
    private final ProgramClock clock;

    StandingDesk(
            Schemes schemes,
            Dues dues,
            DueLists lists,
            DueClaims claims,
            DuePeople duePeople,
            Ledger ledger,
            StaffNames names,
            ProgramClock clock) {
        this.schemes = schemes;
        this.dues = dues;
        this.lists = lists;
        this.claims = claims;
        this.duePeople = duePeople;
        this.ledger = ledger;
        this.names = names;
        this.clock = clock;
    }

    /** A scheme with the period that runs, what the treasury gave and is not claimed, and what is owed. In fen. */
    record Line(Scheme scheme, Period now, long given, long owed) {}

    record Claims(List<CorrectionLine> waiting, List<DueClaim> decided) {}

    record Overview(List<Line> schemes, List<BookedList> lists) {}

    /**
     * A period of a scheme.
     *
     * @param booked null while the list is worked out anew each time
     * @param changes against the list before; null where it is the first
     * @param claims decided about money paid too much
     * @param known whom it is about, and who is missing
     */
    record Whole(
            Scheme scheme,
            Period period,
            DueList list,
            @Nullable BookedList booked,
            @Nullable Changes changes,
            List<DueClaim> claims,
            DuePeople.Known known,
            long given,
            Map<String, String> names,
            LocalDate today,
            StaffMember reader) {

        public boolean mayBook() {
            return booked == null && reader.has(Role.APPROVER) && period.hasBegun(today) && list.people() > 0;
        }

        public boolean mayPay() {
            return booked != null && !booked.isPaid() && reader.has(Role.CASHIER) && !reader.is(booked.bookedBy());
        }

        public boolean mayTake() {
            return DueListFiles.mayTake(reader);
        }

        public boolean mayReceive() {
            return reader.has(Role.CASHIER);
        }

        public boolean mayDecideClaim() {
            return reader.has(Role.APPROVER);
        }

        public boolean mayReceiveClaim(DueClaim claim) {
            return claim.isOpen() && reader.has(Role.CASHIER) && !reader.is(claim.decidedBy());
        }

        String state() {
            if (booked != null) {
                return booked.isPaid() ? "PAID" : "BOOKED";
            }
            return isAhead() ? "AHEAD" : "OPEN";
        }

        /** What is put right in addition, and what is set off. */
        public List<CorrectionLine> arrears() {
            return list.correctionLines().stream()
                    .filter(line -> !line.isTakenBack())
                    .toList();
        }

        public List<CorrectionLine> takenBack() {
            return list.correctionLines().stream()
                    .filter(CorrectionLine::isTakenBack)
                    .toList();
        }

        public long sum(List<CorrectionLine> lines) {
            return lines.stream().mapToLong(line -> line.amount().fen()).sum();
        }

        public boolean isAhead() {
            return !period.hasBegun(today);
        }

        public List<DueSum> sums() {
            return list.sums();
        }

        /** A period's word as people say it. */
        public String said(String period, Figures figures) {
            return Period.of(period).map(known -> known.said(figures)).orElse(period);
        }

        public String name(String username) {
            return names.getOrDefault(username, username);
        }
    }

    Mono<Overview> overview() {
        return Mono.zip(
                        schemes.all().concatMap(this::line).collectList(),
                        lists.all().collectList())
                .map(found -> new Overview(found.getT1(), found.getT2()));
    }

    private Mono<Line> line(Scheme scheme) {
        return Mono.zip(
                        ledger.balance(AccountCode.treasuryAppropriation(scheme.code())),
                        ledger.balance(AccountCode.treasuryPayable(scheme.code())))
                .map(found -> new Line(
                        scheme,
                        Period.containing(scheme.every(), clock.today()),
                        found.getT1().fen(),
                        found.getT2().fen()));
    }

    Mono<Scheme> scheme(String code) {
        return schemes.find(code);
    }

    Mono<Whole> of(Scheme scheme, Period period, StaffMember reader) {
        Mono<List<BookedList>> booked =
                lists.find(scheme.code().value(), period).map(List::of).defaultIfEmpty(List.of());
        return Mono.zip(
                        dues.of(scheme, period),
                        booked,
                        ledger.balance(AccountCode.treasuryAppropriation(scheme.code())),
                        claims.of(scheme.code().value()).collectList())
                .flatMap(found -> Mono.zip(
                                names.of(people(found.getT2(), found.getT4())),
                                dues.changes(scheme, found.getT1())
                                        .map(List::of)
                                        .defaultIfEmpty(List.of()))
                        .flatMap(more -> duePeople
                                .of(
                                        scheme,
                                        period,
                                        found.getT1(),
                                        more.getT2().stream().findFirst().orElse(null),
                                        found.getT4(),
                                        reader)
                                .map(known -> new Whole(
                                        scheme,
                                        period,
                                        found.getT1(),
                                        found.getT2().stream().findFirst().orElse(null),
                                        more.getT2().stream().findFirst().orElse(null),
                                        found.getT4(),
                                        known,
                                        found.getT3().fen(),
                                        more.getT1(),
                                        clock.today(),
                                        reader))));
    }

    /** What waits for a decision, as the list that is fixed next has it, and what was decided. */
    Mono<Claims> claims(Scheme scheme) {
        return Mono.zip(
                        dues.next(scheme, clock.today()),
                        claims.of(scheme.code().value()).collectList())
                .map(found -> new Claims(found.getT1().toClaim(), found.getT2()));
    }

    private static List<String> people(List<BookedList> booked, List<DueClaim> claims) {
        Stream<@Nullable String> lists = booked.stream().flatMap(list -> Stream.of(list.bookedBy(), list.paidBy()));
        return new ArrayList<>(Stream.concat(lists, claims.stream().map(DueClaim::decidedBy))
                .filter(Objects::nonNull)
                .distinct()
                .toList());
    }
}
