package org.yici.donations.donation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.yici.platform.outcome.Outcome;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

class GroupCommitTest {

    private static final int MOST = 100;
    private static final Duration LIMIT = Duration.ofMillis(300);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final List<List<String>> worked = new ArrayList<>();

    @Test
    void one_bad_request_is_refused_alone() {
        assertThat(answers(batch ->
                        batch.contains("b") ? Mono.error(new DataIntegrityViolationException("b")) : well(batch)))
                .containsExactly("a", "DataIntegrityViolationException", "c");
        assertThat(worked).hasSize(5);
    }

    @Test
    void when_the_database_is_out_of_reach_all_are_told_at_once() {
        assertThat(answers(batch -> Mono.error(new DataAccessResourceFailureException("gone"))))
                .containsOnly("DataAccessResourceFailureException");
        assertThat(worked).hasSize(2);
    }

    @Test
    void an_outage_amid_the_working_off_one_by_one_ends_it() {
        assertThat(answers(batch -> batch.size() > 1
                        ? Mono.error(new DataIntegrityViolationException("one of them"))
                        : batch.contains("a") ? well(batch) : Mono.error(new IllegalStateException("gone"))))
                .containsExactly("a", "DataAccessResourceFailureException", "DataAccessResourceFailureException");
        assertThat(worked).hasSize(4);
    }

    @Test
    void a_batch_that_hears_nothing_any_more_keeps_the_next_one_waiting_no_longer_than_the_limit() {
        GroupCommit<String, String> commits =
                new GroupCommit<>("test", MOST, batch -> batch.contains("lost") ? Mono.never() : well(batch), LIMIT);
        Mono<String> lost = answer(commits, "lost");
        Mono<String> next = answer(commits, "next");
        assertThat(next.block(PATIENCE)).isEqualTo("next");
        assertThat(lost.block(PATIENCE)).isEqualTo("DataAccessResourceFailureException");
    }

    /** The answers to a, b and c, which arrived while another batch was under way. */
    private List<String> answers(Function<List<String>, Mono<List<Outcome<String>>>> work) {
        Sinks.Empty<Void> gate = Sinks.empty();
        GroupCommit<String, String> commits = new GroupCommit<>(
                "test",
                MOST,
                batch -> {
                    worked.add(batch);
                    return batch.contains("first") ? gate.asMono().then(well(batch)) : work.apply(batch);
                },
                PATIENCE);
        List<Mono<String>> asked = new ArrayList<>();
        for (String request : List.of("first", "a", "b", "c")) {
            asked.add(answer(commits, request));
        }
        gate.tryEmitEmpty().orThrow();
        return Flux.concat(asked).skip(1).collectList().block(PATIENCE);
    }

    private static Mono<String> answer(GroupCommit<String, String> commits, String request) {
        return commits.submit(request)
                .map(outcome -> outcome.fold(value -> value, refusal -> "refused"))
                .onErrorResume(error -> Mono.just(error.getClass().getSimpleName()));
    }

    private static Mono<List<Outcome<String>>> well(List<String> batch) {
        return Mono.just(batch.stream().map(Outcome::done).toList());
    }
}
