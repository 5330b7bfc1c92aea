package org.yici.disbursement.standing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.yici.ledger.Money;

/** What is put right about one earlier list for one person: a line of its own, with the reasons and the reckoning. */
public record CorrectionLine(UUID person, String period, List<Correction> months) {

    public CorrectionLine {
        months = List.copyOf(months);
    }

    static List<CorrectionLine> of(Collection<Correction> corrections) {
        record About(UUID person, String period) {}
        Map<About, List<Correction>> lines = corrections.stream()
                .collect(Collectors.groupingBy(
                        one -> new About(one.person(), one.period()), LinkedHashMap::new, Collectors.toList()));
        List<CorrectionLine> all = new ArrayList<>();
        lines.forEach((about, months) -> all.add(new CorrectionLine(about.person(), about.period(), months)));
        return all;
    }

    public Money amount() {
        return months.stream().map(Correction::amount).reduce(Money.ZERO, Money::plus);
    }

    public boolean isTakenBack() {
        return amount().isNegative();
    }

    public List<CorrectionReason> reasons() {
        return months.stream().map(Correction::reason).distinct().toList();
    }

    public Correction first() {
        return months.get(0);
    }
}
