package org.yici.donations.campaign;

import static java.util.Objects.requireNonNull;

import io.r2dbc.postgresql.codec.Json;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.yici.ledger.CampaignCode;
import org.yici.ledger.FundCode;
import org.yici.ledger.Money;
import org.yici.platform.facts.Fact.Chip;
import org.yici.platform.facts.Fact.Words;
import org.yici.platform.web.StrictJson;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** The campaigns on file. */
@Component
public final class Campaigns {

    private static final JsonMapper JSON = StrictJson.strict();
    private static final String SELECT =
            "select c.*, f.name_zh, f.name_en from donations.campaign c join donations.fund f on f.code = c.fund ";

    private final DatabaseClient database;

    Campaigns(DatabaseClient database) {
        this.database = database;
    }

    public Mono<Campaign> find(CampaignCode code) {
        return database.sql(SELECT + "where c.code = $1")
                .bind(0, code.value())
                .map(Campaigns::campaign)
                .one();
    }

    /** The campaigns of these codes, on the caller's connection; unknown codes are left out. */
    public static Flux<Campaign> of(DatabaseClient connection, String[] codes) {
        return connection
                .sql(SELECT + "where c.code = any($1)")
                .bind(0, codes)
                .map(Campaigns::campaign)
                .all();
    }

    /** Campaigns in order of code, after a code. */
    public Flux<Campaign> after(String code, int limit) {
        return database.sql(SELECT + "where c.code > $1 order by c.code limit $2")
                .bind(0, code)
                .bind(1, limit)
                .map(Campaigns::campaign)
                .all();
    }

    /** Those that took gifts once and take none at {@code now}: closed by somebody, or past the end of their plan. */
    public Flux<EndedCampaign> ended(Instant now) {
        return database.sql("select c.*, f.name_zh, f.name_en, least(c.closed_at, c.closes_at) as ended_at"
                        + " from donations.campaign c join donations.fund f on f.code = c.fund"
                        + " where c.state = 'CLOSED' and c.closed_at is not null"
                        + " or c.state = 'OPEN' and c.closes_at <= $1 order by c.code")
                .bind(0, now.atOffset(ZoneOffset.UTC))
                .map(row -> EndedCampaign.of(campaign(row), requireNonNull(instant(row, "ended_at"))))
                .all();
    }

    Mono<Campaign> lock(CampaignCode code) {
        return database.sql(SELECT + "where c.code = $1 for update of c")
                .bind(0, code.value())
                .map(Campaigns::campaign)
                .one();
    }

    /** True when the fund is new. */
    Mono<Boolean> insertFund(Campaign.Fund fund) {
        return database.sql("insert into donations.fund (code, name_zh, name_en) values ($1, $2, $3)"
                        + " on conflict do nothing")
                .bind(0, fund.code().value())
                .bind(1, fund.name().zh())
                .bind(2, fund.name().en())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    /** True when the code was free. */
    Mono<Boolean> insert(Campaign c) {
        var insert = database.sql("""
                        insert into donations.campaign (code, fund, state, title_zh, title_en, purpose_zh, purpose_en,
                          story_zh, story_en, chips, goal, filing_number, qualification, organisation_zh,
                          organisation_en, person_in_charge, contact, left_over_zh, left_over_en, platform_link,
                          opens_at, closes_at)
                        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19,
                          $20, $21, $22)
                        on conflict do nothing
                        """)
                .bind(0, c.code().value())
                .bind(1, c.fund().code().value())
                .bind(2, c.state().name())
                .bind(3, c.title().zh())
                .bind(4, c.title().en())
                .bind(5, c.purpose().zh())
                .bind(6, c.purpose().en())
                .bind(7, c.story().zh())
                .bind(8, c.story().en())
                .bind(9, Json.of(JSON.writeValueAsString(c.chips())))
                .bind(10, c.goal().fen())
                .bind(11, c.filingNumber())
                .bind(12, c.qualification())
                .bind(13, c.organisation().zh())
                .bind(14, c.organisation().en())
                .bind(15, c.personInCharge())
                .bind(16, c.contact())
                .bind(17, c.leftOver().zh())
                .bind(18, c.leftOver().en())
                .bind(19, c.platformLink())
                .bind(20, c.opensAt().atOffset(ZoneOffset.UTC));
        Instant closesAt = c.closesAt();
        return (closesAt == null
                        ? insert.bindNull(21, OffsetDateTime.class)
                        : insert.bind(21, closesAt.atOffset(ZoneOffset.UTC)))
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    Mono<Void> update(CampaignCode code, CampaignState state) {
        return database.sql("update donations.campaign set state = $2 where code = $1")
                .bind(0, code.value())
                .bind(1, state.name())
                .then();
    }

    /** @param at program clock; kept as the end of its days if it was open until now */
    Mono<Void> close(CampaignCode code, Instant at) {
        return database.sql("update donations.campaign set state = 'CLOSED',"
                        + " closed_at = case when state = 'OPEN' then $2 end where code = $1")
                .bind(0, code.value())
                .bind(1, at.atOffset(ZoneOffset.UTC))
                .then();
    }

    private static Campaign campaign(Readable row) {
        Instant closesAt = instant(row, "closes_at");
        return new Campaign(
                CampaignCode.of(text(row, "code")),
                new Campaign.Fund(FundCode.of(text(row, "fund")), words(row, "name")),
                CampaignState.valueOf(text(row, "state")),
                words(row, "title"),
                words(row, "purpose"),
                words(row, "story"),
                List.of(JSON.readValue(text(row, "chips"), Chip[].class)),
                Money.ofFen(requireNonNull(row.get("goal", Long.class))),
                text(row, "filing_number"),
                text(row, "qualification"),
                words(row, "organisation"),
                text(row, "person_in_charge"),
                text(row, "contact"),
                words(row, "left_over"),
                text(row, "platform_link"),
                requireNonNull(instant(row, "opens_at")),
                closesAt);
    }

    private static Words words(Readable row, String name) {
        return new Words(text(row, name + "_zh"), text(row, name + "_en"));
    }

    private static String text(Readable row, String name) {
        return requireNonNull(row.get(name, String.class), name);
    }

    private static @Nullable Instant instant(Readable row, String name) {
        OffsetDateTime at = row.get(name, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
