package org.yici.site.outcome;

import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** How grants turned out, for programs. */
@RestController
class OutcomesApi {

    private final Outcomes outcomes;

    OutcomesApi(Outcomes outcomes) {
        this.outcomes = outcomes;
    }

    /**
     * @param fewestPeople of which a number is told
     * @param visits with a result that was told, {@code usedAsMeant} and {@code inSchool} of them
     * @param items by kind of aid, question and answer; {@code visits} is null where they are of fewer people
     */
    record Answer(int fewestPeople, long visits, long usedAsMeant, long inSchool, List<Outcomes.Line> items) {}

    @GetMapping("/api/v1/outcomes")
    Mono<Answer> outcomes() {
        return outcomes.told()
                .map(told -> new Answer(
                        Outcomes.FEWEST_PEOPLE, told.visits(), told.usedAsMeant(), told.inSchool(), told.lines()));
    }
}
