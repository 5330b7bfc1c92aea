package org.yici.disbursement.crosscheck.rule;

import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.yici.disbursement.standard.Difference;
import org.yici.disbursement.standard.Formula;
import org.yici.disbursement.standard.PerMonth;
import org.yici.disbursement.standard.Standard;
import org.yici.disbursement.standard.Standards;
import org.yici.disbursement.standard.Version;
import org.yici.disbursement.standard.YearInMonths;
import reactor.core.publisher.Mono;

/** What the county's standing standards come to on a day. */
@Component
public final class YardsticksOn {

    private static final int MONTHS = 12;

    private final Standards standards;

    YardsticksOn(Standards standards) {
        this.standards = standards;
    }

    public Mono<Yardsticks> day(LocalDate day) {
        return standards
                .all()
                .flatMapIterable(standard -> aYear(standard, day).toList())
                .collectMap(Map.Entry::getKey, Map.Entry::getValue)
                .map(Yardsticks::new);
    }

    /** Of a difference it is the standard that an income is compared with, before anything is taken off. */
    static Stream<Map.Entry<String, Long>> aYear(Standard standard, LocalDate day) {
        return standard.on(day).stream()
                .map(Version::formula)
                .map(formula -> formula instanceof Difference difference ? difference.standard() : formula)
                .filter(formula -> formula instanceof PerMonth || formula instanceof YearInMonths)
                .map(formula -> Map.entry(standard.code(), aYear(formula)));
    }

    private static long aYear(Formula formula) {
        return formula instanceof PerMonth month
                ? Math.multiplyExact(month.amount().fen(), MONTHS)
                : ((YearInMonths) formula).amount().fen();
    }
}
