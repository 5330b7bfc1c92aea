package org.yici.disbursement.crosscheck.report;

import java.time.LocalDate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.yici.disbursement.crosscheck.extract.Extract;
import org.yici.disbursement.crosscheck.extract.Extracts;
import org.yici.disbursement.crosscheck.rule.Rules;
import org.yici.disbursement.crosscheck.rule.Yardsticks;
import org.yici.disbursement.crosscheck.rule.YardsticksOn;
import reactor.core.publisher.Mono;

/** Puts together what is asked on a day: the extracts that are valid, the rules in force, and what they compare with. */
@Component
public final class WhatIsAsked {

    private final Extracts extracts;
    private final Rules rules;
    private final YardsticksOn yardsticks;

    WhatIsAsked(Extracts extracts, Rules rules, YardsticksOn yardsticks) {
        this.extracts = extracts;
        this.rules = rules;
        this.yardsticks = yardsticks;
    }

    public record Today(Basis basis, Checking checking) {}

    public Mono<Today> on(LocalDate day) {
        return extracts.validOn(day).collectList().flatMap(valid -> rules.on(day)
                .flatMap(asked -> yardsticks.day(day).map(known -> {
                    Checking checking = new Checking(
                            valid.stream().collect(Collectors.toMap(e -> e.id().number(), Extract::kind)),
                            asked,
                            known);
                    return new Today(Basis.of(day.toString(), valid, checking), checking);
                })));
    }

    /** The same once more, from what was written down. */
    Mono<Checking> again(Basis basis) {
        return rules.versions(basis.versions())
                .map(versions -> new Checking(basis.kinds(), versions, new Yardsticks(basis.yardsticks())));
    }
}
