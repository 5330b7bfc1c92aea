package org.yici.disbursement.phone;

import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.result.view.Rendering;
import org.yici.disbursement.FormAnswers;
import org.yici.disbursement.FormBack;
import org.yici.disbursement.Page;
import org.yici.disbursement.evidence.Evidence;
import org.yici.disbursement.evidence.EvidenceBox;
import org.yici.disbursement.phone.PhoneDoor.Opened;
import org.yici.disbursement.standard.Paper;
import org.yici.platform.web.Problem;
import reactor.core.publisher.Mono;

/** The page that shows a household how its application stands, and takes photos of its papers. */
@Component
final class StandingPage {

    private final LookByPhone lookByPhone;
    private final EvidenceBox box;

    StandingPage(LookByPhone lookByPhone, EvidenceBox box) {
        this.lookByPhone = lookByPhone;
        this.box = box;
    }

    /** What opens it, carried on to the next page. */
    record Key(String code, String tail) {
        @Override
        public String toString() {
            return "a key";
        }
    }

    /** @param status 201 where the application was filed this moment */
    Mono<Rendering> show(Opened opened, Key key, @Nullable Problem problem, HttpStatus status) {
        return show(opened, key, problem, status, false);
    }

    /** @param added a paper, this moment */
    Mono<Rendering> show(Opened opened, Key key, @Nullable Problem problem, HttpStatus status, boolean added) {
        return Mono.zip(lookByPhone.standing(opened), own(opened))
                .map(found -> page(found.getT1(), key, problem, status)
                        .with("sent", found.getT2())
                        .with("added", added)
                        .status(status)
                        .build());
    }

    /** How many papers the household has sent itself. */
    private Mono<Long> own(Opened opened) {
        return box.of(Objects.requireNonNull(opened.code().application()))
                .map(files -> files.stream().filter(Evidence::fromHousehold).count());
    }

    private static Page page(Standing standing, Key key, @Nullable Problem problem, HttpStatus status) {
        return Page.view("disbursement/apply-standing")
                .with("here", "apply")
                .with("standing", standing)
                .with(
                        "choices",
                        Stream.concat(standing.papers().stream(), Stream.of(Paper.OTHER))
                                .toList())
                .with("code", key.code())
                .with("tail", key.tail())
                .with("justFiled", status == HttpStatus.CREATED)
                .with("back", FormBack.above(problem))
                .with("formKey", FormAnswers.freshKey());
    }
}
