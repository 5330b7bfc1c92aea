package org.yici.disbursement.desk;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.yici.disbursement.application.Application;
import org.yici.disbursement.application.ApplicationId;
import org.yici.disbursement.crosscheck.report.Answer;
import org.yici.disbursement.crosscheck.report.AnswerFinding;
import org.yici.disbursement.crosscheck.report.CheckApplication;
import org.yici.disbursement.crosscheck.report.Report;
import org.yici.disbursement.crosscheck.report.Reports;
import org.yici.disbursement.crosscheck.rule.Rules;
import org.yici.disbursement.crosscheck.words.CheckWords;
import org.yici.disbursement.household.Household;
import org.yici.disbursement.household.Households;
import org.yici.platform.staff.StaffMember;
import org.yici.platform.staff.StaffNames;
import reactor.core.publisher.Mono;

/** Puts a case's reports together for its page. */
@Component
final class CaseCrossChecks {

    private final Households households;
    private final Reports reports;
    private final Rules rules;
    private final StaffNames staffNames;
    private final CheckWords words;

    CaseCrossChecks(Households households, Reports reports, Rules rules, StaffNames staffNames, CheckWords words) {
        this.households = households;
        this.reports = reports;
        this.rules = rules;
        this.staffNames = staffNames;
        this.words = words;
    }

    Mono<CaseCrossCheck> of(Application application, StaffMember reader) {
        return households.find(application.household()).flatMap(household -> of(application, household, reader));
    }

    /** Where the case is over, nothing is offered that would be refused. */
    private Mono<CaseCrossCheck> of(Application application, Household household, StaffMember reader) {
        ApplicationId id = application.id();
        return reports.of(id).collectList().flatMap(made -> reports.answers(id)
                .flatMap(answers -> rules.versions(made.stream()
                                .flatMap(report -> report.content().basis().versions().stream())
                                .distinct()
                                .toList())
                        .flatMap(versions -> staffNames
                                .of(actors(made, answers))
                                .map(names -> new CaseCrossCheck(
                                        made,
                                        answers,
                                        versions,
                                        household,
                                        names,
                                        words,
                                        Reader.mayReadNames(reader),
                                        !application.isOver() && CheckApplication.mayCheck(reader),
                                        !application.isOver() && AnswerFinding.mayAnswer(reader))))));
    }

    private static List<String> actors(List<Report> reports, Map<String, List<Answer>> answers) {
        return Stream.concat(
                        reports.stream().map(Report::madeBy),
                        answers.values().stream().flatMap(List::stream).map(Answer::by))
                .distinct()
                .toList();
    }
}
