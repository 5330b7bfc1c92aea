package org.yici.disbursement.crosscheck.desk;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yici.disbursement.crosscheck.report.Finding;
import org.yici.disbursement.crosscheck.rule.Rules;
import org.yici.disbursement.crosscheck.rule.Severity;
import org.yici.disbursement.crosscheck.run.Run;
import org.yici.disbursement.crosscheck.run.RunLine;
import org.yici.disbursement.crosscheck.run.Runs;
import org.yici.disbursement.crosscheck.words.CheckWords;
import org.yici.disbursement.crosscheck.words.RuleWords;
import org.yici.disbursement.desk.Reader;
import org.yici.disbursement.household.Household;
import org.yici.disbursement.household.HouseholdId;
import org.yici.disbursement.household.Households;
import org.yici.disbursement.household.MemberId;
import org.yici.platform.staff.StaffMember;
import reactor.core.publisher.Mono;

/** Lines of a run in the reader's words, and as open as the reader's duty asks for: numbers are masked for everybody. */
@Component
final class RunLines {

    private final Runs runs;
    private final Rules rules;
    private final Households households;
    private final CheckWords words;

    RunLines(Runs runs, Rules rules, Households households, CheckWords words) {
        this.runs = runs;
        this.rules = rules;
        this.households = households;
        this.words = words;
    }

    /** @param who the member, or the head where it is the household together */
    record Found(Severity severity, String says, String who, String identity, List<String> rests) {}

    record Line(int position, UUID household, String code, String place, List<Found> findings) {}

    /** Behind a position. */
    Mono<List<Line>> of(Run run, int after, int limit, StaffMember reader, Locale locale) {
        return rules.versions(run.basis().versions())
                .map(versions -> RuleWords.of(versions, locale))
                .flatMap(says -> runs.lines(run.number(), after, limit)
                        .collectList()
                        .flatMapIterable(lines -> lines)
                        .concatMap(line -> households
                                .find(new HouseholdId(line.household()))
                                .map(household -> line(line, household, says, Reader.mayReadNames(reader), locale)))
                        .collectList());
    }

    private Line line(RunLine line, Household household, RuleWords says, boolean open, Locale locale) {
        return new Line(
                line.position(),
                line.household(),
                household.code(),
                household.township() + (open && household.village() != null ? household.village() : ""),
                line.findings().stream()
                        .map(finding -> found(finding, household, says, open, locale))
                        .toList());
    }

    private Found found(Finding finding, Household household, RuleWords says, boolean open, Locale locale) {
        Household.Member who = member(finding.member(), household);
        return new Found(
                finding.severity(),
                says.of(finding.version()),
                open ? who.name() : who.maskedName(),
                who.identity().masked(),
                finding.evidence().stream()
                        .map(evidence -> words.rests(evidence, Map.of(), locale))
                        .toList());
    }

    private static Household.Member member(@Nullable String id, Household household) {
        return id == null
                ? household.head()
                : household.member(new MemberId(UUID.fromString(id))).orElseGet(household::head);
    }
}
