package org.yici.disbursement.standard.desk;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yici.disbursement.standard.Formula;
import org.yici.disbursement.standard.Paper;
import org.yici.disbursement.standard.PayFirst;
import org.yici.disbursement.standard.Per;
import org.yici.disbursement.standard.Rounding;
import org.yici.disbursement.standard.Standard;
import org.yici.disbursement.standard.Version;
import org.yici.ledger.FundCode;
import org.yici.ledger.Money;
import org.yici.platform.clock.ProgramClock;
import org.yici.platform.staff.StaffMember;
import org.yici.platform.staff.StaffNames;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What the pages of standards show. Public methods are for the templates. */
@Component
final class StandardViews {

    private final Previews previews;
    private final StaffNames names;
    private final ProgramClock clock;

    StandardViews(Previews previews, StaffNames names, ProgramClock clock) {
        this.previews = previews;
        this.names = names;
        this.clock = clock;
    }

    /**
     * A line of the list.
     *
     * @param now the version of today, or null
     * @param next the version that is approved and begins later, or null
     * @param proposed how many wait for a second person
     */
    record Line(
            Standard standard,
            @Nullable Version now,
            @Nullable Version next,
            long proposed) {

        public boolean isProgramme() {
            return standard.isProgramme();
        }
    }

    /** A proposal with what it would change, and what the reader may do about it. */
    record Proposal(Version version, Preview preview, boolean mayApprove, boolean mayWithdraw) {}

    /** @param mark the class of its state on the page: in force, past or ahead */
    record Past(Version version, String mark, String messageKey) {}

    record Whole(
            Standard standard,
            @Nullable Version now,
            List<Past> history,
            List<Proposal> proposals,
            Map<String, String> names) {

        public String name(String username) {
            return names.getOrDefault(username, username);
        }
    }

    static Line line(Standard standard, LocalDate today) {
        List<Version> ahead = approved(standard)
                .filter(version -> version.from().isAfter(today))
                .toList();
        return new Line(
                standard,
                standard.on(today).orElse(null),
                ahead.isEmpty() ? null : ahead.get(ahead.size() - 1),
                proposed(standard).count());
    }

    Mono<Whole> of(Standard standard, StaffMember reader) {
        LocalDate today = clock.today();
        List<String> people = standard.versions().stream()
                .flatMap(version -> Stream.of(version.proposedBy(), version.decidedBy()))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        Mono<List<Proposal>> waiting = Flux.fromStream(() -> proposed(standard))
                .concatMap(version -> proposal(standard, version, reader))
                .collectList();
        return Mono.zip(waiting, names.of(people))
                .map(found -> new Whole(
                        standard,
                        standard.on(today).orElse(null),
                        standard.versions().stream()
                                .filter(version -> version.state() != Version.State.PROPOSED)
                                .map(version -> past(standard, version, today))
                                .toList(),
                        found.getT1(),
                        found.getT2()));
    }

    /** A draft that is nobody's to decide yet. */
    Mono<Proposal> proposal(Standard standard, Version draft) {
        return previews.of(standard, draft).map(preview -> new Proposal(draft, preview, false, false));
    }

    private Mono<Proposal> proposal(Standard standard, Version version, StaffMember reader) {
        boolean may = ProposeStandard.mayEdit(reader);
        return previews.of(standard, version)
                .map(preview -> new Proposal(version, preview, may && !reader.is(version.proposedBy()), may));
    }

    private static Past past(Standard standard, Version version, LocalDate today) {
        if (version.state() == Version.State.WITHDRAWN) {
            return new Past(version, "stopped", "standard.state.WITHDRAWN");
        }
        if (version.from().isAfter(today)) {
            return new Past(version, "open", "standard.state.ahead");
        }
        boolean holds = standard.on(today).filter(version::equals).isPresent();
        return new Past(version, holds ? "done" : "", holds ? "standard.state.holds" : "standard.state.past");
    }

    /** What the form begins with: the version that holds, so that only what changes is typed. */
    static Map<String, String> start(Standard standard, LocalDate today) {
        Map<String, String> start = new HashMap<>();
        Optional<Version> last = standard.on(today).or(() -> approved(standard).findFirst());
        last.ifPresent(version -> {
            Formula.Parts parts = version.formula().parts();
            Per per = parts.per();
            start.put("formula", parts.word());
            put(start, "amount", parts.amount());
            start.put("per", per == null ? "PERSON" : per.name());
            start.put("percent", parts.percent());
            put(start, "floor", parts.floor());
            Rounding rounding = parts.rounding();
            start.put("rounding", rounding == null ? "YUAN" : rounding.name());
            start.put("onDeath", version.onDeath().name());
            put(start, "ceiling", parts.ceiling());
            put(start, "cap", version.limits().cap());
            put(start, "perYear", version.limits().perYear());
            put(start, "lifetime", version.limits().lifetime());
            PayFirst payFirst = version.limits().payFirst();
            if (payFirst != null) {
                put(start, "payFirst", payFirst.cap());
                start.put("noticeWithin", Integer.toString(payFirst.noticeWithin()));
            }
            start.put(
                    "evidence",
                    version.evidence().stream()
                            .filter(paper -> !Paper.RECORDS.contains(paper))
                            .collect(Collectors.joining("\n")));
            start.put("funds", version.funds().stream().map(FundCode::value).collect(Collectors.joining(", ")));
        });
        start.put("from", today.withDayOfMonth(1).plusMonths(1).toString());
        return start;
    }

    static List<String> categories(Standard standard, LocalDate today) {
        return standard.on(today).map(Version::categories).orElse(List.of());
    }

    /** Of the papers those that staff write themselves. */
    static List<String> records(Standard standard, LocalDate today) {
        return standard.on(today).map(Version::evidence).orElse(List.of()).stream()
                .filter(Paper.RECORDS::contains)
                .toList();
    }

    private static void put(Map<String, String> start, String field, @Nullable Money money) {
        if (money != null && !money.isZero()) {
            start.put(field, money.yuan().replace(",", ""));
        }
    }

    private static Stream<Version> approved(Standard standard) {
        return standard.versions().stream().filter(version -> version.state() == Version.State.APPROVED);
    }

    private static Stream<Version> proposed(Standard standard) {
        return standard.versions().stream().filter(version -> version.state() == Version.State.PROPOSED);
    }
}
