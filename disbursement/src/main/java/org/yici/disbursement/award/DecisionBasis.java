package org.yici.disbursement.award;

import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.yici.disbursement.Columns;
import org.yici.disbursement.application.Application;
import org.yici.ledger.FundCode;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What each decision rested on beside its figures: papers and records by their hashes, and funds left out. Never changed. */
@Component
public final class DecisionBasis {

    /** Voided papers, and records of people who are related, carried nothing. */
    private static final String FREEZE = "insert into disbursement.judgement_basis (award, sort, what, hash)"
            + " select $1, 'evidence', e.id::text, e.hash from disbursement.evidence e where e.application = $2"
            + " and not exists (select from disbursement.evidence_void v where v.evidence = e.id)"
            + " union all select $1, 'home-visit', h.id::text, h.hash from disbursement.home_visit h"
            + " where h.application = $2 and not array_append(h.staff, h.by) && $3"
            + " union all select $1, 'community-review', c.id::text, c.hash from disbursement.community_review c"
            + " where c.application = $2 and not c.by = any($3)"
            + " union all select $1, 'fund-left-out', f, null from unnest($4) f";

    private final DatabaseClient database;

    DecisionBasis(DatabaseClient database) {
        this.database = database;
    }

    /** What the word of a piece means. */
    public enum Sort {
        EVIDENCE("evidence"),
        HOME_VISIT("home-visit"),
        COMMUNITY_REVIEW("community-review"),
        FUND_LEFT_OUT("fund-left-out");

        private final String word;

        Sort(String word) {
            this.word = word;
        }

        static Sort of(String word) {
            for (Sort sort : values()) {
                if (sort.word.equals(word)) {
                    return sort;
                }
            }
            throw new IllegalArgumentException("no piece of a decision: " + word);
        }
    }

    /**
     * A piece, as it was frozen.
     *
     * @param awarded in fen
     * @param what an id, or a fund's code
     * @param hash null for a fund
     * @param drawn did the award draw on that fund after all?
     */
    public record Piece(
            String grant,
            String standard,
            long awarded,
            Sort sort,
            String what,
            byte @Nullable [] hash,
            boolean drawn) {}

    Mono<Void> freeze(UUID award, Application application, Set<FundCode> leftOut) {
        return database.sql(FREEZE)
                .bind(0, award)
                .bind(1, application.id().value())
                .bind(2, application.file().related().toArray(String[]::new))
                .bind(3, leftOut.stream().map(FundCode::value).toArray(String[]::new))
                .then();
    }

    /** Every piece of every decision, oldest decision first. */
    public Flux<Piece> all() {
        return database.sql("select b.sort, b.what, b.hash, w.grant_code, w.kind, w.amount,"
                        + " exists (select from disbursement.award_share s where s.award = b.award and s.fund = b.what) as drawn"
                        + " from disbursement.judgement_basis b join disbursement.award w on w.id = b.award"
                        + " order by w.awarded_at, w.id, b.sort, b.what")
                .map(row -> new Piece(
                        Columns.text(row, "grant_code"),
                        Columns.text(row, "kind"),
                        Columns.number(row, "amount"),
                        Sort.of(Columns.text(row, "sort")),
                        Columns.text(row, "what"),
                        row.get("hash", byte[].class),
                        Objects.requireNonNull(row.get("drawn", Boolean.class))))
                .all();
    }
}
