package org.yici.disbursement.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.yici.disbursement.application.Application;
import org.yici.disbursement.application.CaseFile;
import org.yici.disbursement.application.Terms;
import org.yici.disbursement.desk.CaseView.Rule;
import org.yici.disbursement.standard.FundName;
import org.yici.disbursement.standard.Paper;

/** How a case stands by what lies beside it, as sentences. */
final class FileRules {

    private FileRules() {}

    static List<Rule> of(Application application, Terms terms) {
        List<Rule> rules = new ArrayList<>();
        CaseFile file = application.file();
        List<String> missing = file.missing();
        if (!missing.isEmpty()) {
            rules.add(Rule.of(false, "case.rule.evidence-missing", Paper.list(missing)));
        } else if (!file.asked().isEmpty()) {
            rules.add(Rule.of(true, "case.rule.evidence"));
        }
        if (file.alike() > 0) {
            rules.add(Rule.waiting("case.rule.alike", file.alike()));
        }
        if (application.wasActedOnByRelated()) {
            rules.add(Rule.of(false, "case.rule.related-acted"));
        }
        if (application.award() == null) {
            leftOut(file, terms)
                    .map(fund -> Rule.of(!terms.programme().allFundsLeftOut(), "case.rule.donor-related", fund))
                    .forEach(rules::add);
        }
        return rules;
    }

    /** Those of the programme's funds that a related donor gave to. */
    private static Stream<FundName> leftOut(CaseFile file, Terms terms) {
        return terms.programme().standard().stream()
                .flatMap(version -> version.funds().stream())
                .filter(file.donorFunds()::contains)
                .map(FundName::new);
    }
}
