package org.yici.donations.payment.reconciliation.statement;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.yici.donations.payment.reconciliation.statement.match.LineId;
import org.yici.donations.payment.reconciliation.statement.match.Match;
import org.yici.donations.payment.reconciliation.statement.match.Matching;
import org.yici.donations.payment.reconciliation.statement.match.OpenCredit;
import reactor.core.publisher.Mono;

/** Looks credits up in our books as they stand at this moment. */
@Component
class Books {

    private final Settlements settlements;

    Books(Settlements settlements) {
        this.settlements = settlements;
    }

    /** A match for each. What is sure depends on the others, so all that are open have to be among them. */
    Mono<Map<LineId, Match>> match(List<OpenCredit> credits) {
        Set<String> numbers =
                credits.stream().flatMap(credit -> credit.written().stream()).collect(Collectors.toSet());
        return Mono.zip(
                        settlements.unmatched().collectList(),
                        settlements.transfers(numbers).collectList())
                .map(books -> Matching.of(credits, books.getT1(), books.getT2()));
    }
}
