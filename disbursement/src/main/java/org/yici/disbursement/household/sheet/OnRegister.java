package org.yici.disbursement.household.sheet;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.yici.disbursement.Columns;
import org.yici.disbursement.household.CategoryHistory;
import org.yici.disbursement.household.Divisions;
import org.yici.disbursement.household.Household;
import org.yici.disbursement.household.HouseholdId;
import org.yici.disbursement.household.Households;
import org.yici.disbursement.household.MemberId;
import org.yici.disbursement.household.sheet.line.PersonLine;
import org.yici.disbursement.household.sheet.plan.PlaceBook;
import org.yici.disbursement.household.sheet.plan.Snapshot;
import org.yici.disbursement.household.sheet.plan.Snapshot.Found;
import org.yici.platform.clock.ProgramClock;
import org.yici.platform.privacy.BlindIndex;
import org.yici.platform.privacy.IdentityNumber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Looks the people of some lines up on the register, all at once, by blind index. */
@Component
final class OnRegister {

    private static final HexFormat HEX = HexFormat.of();

    private final DatabaseClient database;
    private final Households households;
    private final CategoryHistory categories;
    private final Divisions divisions;
    private final BlindIndex index;
    private final ProgramClock clock;

    OnRegister(
            DatabaseClient database,
            Households households,
            CategoryHistory categories,
            Divisions divisions,
            BlindIndex index,
            ProgramClock clock) {
        this.database = database;
        this.households = households;
        this.categories = categories;
        this.divisions = divisions;
        this.index = index;
        this.clock = clock;
    }

    /** The county's places, read once a list. */
    Mono<PlaceBook> places() {
        return Mono.zip(
                divisions.townships().collectList(), divisions.villages().collectList(), PlaceBook::new);
    }

    Mono<Snapshot> of(Collection<PersonLine> people, PlaceBook places) {
        Map<String, String> identityOf = new HashMap<>();
        for (PersonLine person : people) {
            identityOf.put(HEX.formatHex(index.of(new IdentityNumber(person.identity()))), person.identity());
        }
        return found(identityOf).flatMap(found -> homes(found.values())
                .collect(Collectors.toMap(Household::id, home -> home))
                .flatMap(homes -> categories
                        .of(homes.keySet())
                        .map(histories -> new Snapshot(found, homes, histories, places, clock.today()))));
    }

    private Flux<Household> homes(Collection<Found> found) {
        return households.all(
                new ArrayList<>(found.stream().map(Found::household).collect(Collectors.toSet())));
    }

    private Mono<Map<String, Found>> found(Map<String, String> identityOf) {
        return database.sql("select encode(identity_index, 'hex') as who, id, household from disbursement.member"
                        + " where living and standing = 'MEMBER' and identity_index = any("
                        + "select decode(h, 'hex') from unnest($1) h)")
                .bind(0, identityOf.keySet().toArray(String[]::new))
                .map(row -> Map.entry(
                        Objects.requireNonNull(identityOf.get(Columns.text(row, "who"))),
                        new Found(
                                new HouseholdId(Columns.required(row, "household", UUID.class)),
                                new MemberId(Columns.id(row, "id")))))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }
}
