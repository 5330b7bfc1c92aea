package org.yici.disbursement.standing;

import java.util.ArrayList;
import java.util.List;
import org.yici.disbursement.standard.Difference;
import org.yici.disbursement.standard.Standard;
import org.yici.disbursement.standard.Version;
import org.yici.ledger.SchemeCode;

/** A scheme of the state: some standards that are paid together each period. */
public record Scheme(SchemeCode code, Frequency every, List<StandingStandard> standards) {

    public Scheme {
        standards = List.copyOf(standards);
    }

    /** The words of the categories that it pays. */
    List<String> categories() {
        return standards.stream().map(StandingStandard::category).distinct().toList();
    }

    /** Does any of its standards ask for a household's income, whenever? */
    boolean asksForIncome() {
        return standards.stream()
                .flatMap(standing -> standing.standard().versions().stream())
                .anyMatch(version -> version.formula() instanceof Difference);
    }

    /** As it would be if that version of one of its standards held: what a preview compares with. */
    public Scheme with(Version proposed) {
        List<StandingStandard> changed = new ArrayList<>();
        for (StandingStandard one : standards) {
            Standard standard = one.standard();
            changed.add(new StandingStandard(
                    standard.code().equals(proposed.standard()) ? standard.with(proposed) : standard,
                    one.category(),
                    one.residence(),
                    one.care()));
        }
        return new Scheme(code, every, changed);
    }

    public String messageKey() {
        return "standing.scheme." + code;
    }
}
