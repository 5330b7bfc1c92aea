package org.yici.disbursement.household;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.yici.disbursement.Columns;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The county's townships and villages by their division codes. */
@Component
public final class Divisions {

    private static final Pattern DIVISION = Pattern.compile("[1-9][0-9]{5}([0-9]{3}([0-9]{3})?)?");

    private final DatabaseClient database;

    Divisions(DatabaseClient database) {
        this.database = database;
    }

    public record Division(String code, String name) {}

    /** Whether this is the code of a county, a township or a village. */
    static boolean isDivision(String code) {
        return DIVISION.matcher(code).matches();
    }

    /** Takes divisions over; one that is known gets this name. */
    Mono<Void> put(List<Division> divisions) {
        return database.sql("insert into disbursement.division (code, name) select * from unnest($1, $2)"
                        + " on conflict (code) do update set name = excluded.name")
                .bind(0, divisions.stream().map(Division::code).toArray(String[]::new))
                .bind(1, divisions.stream().map(Division::name).toArray(String[]::new))
                .then();
    }

    public Flux<Division> townships() {
        return database.sql("select code, name from disbursement.division where length(code) = 9 order by code")
                .map(row -> new Division(Columns.text(row, "code"), Columns.text(row, "name")))
                .all();
    }

    public Flux<Division> villages() {
        return database.sql("select code, name from disbursement.division where length(code) = 12 order by code")
                .map(row -> new Division(Columns.text(row, "code"), Columns.text(row, "name")))
                .all();
    }

    /**
     * The place that was written by name or code. What the list does not know stays as it was written, without a code:
     * somebody sees that it has none.
     */
    public Mono<Place> place(String township, @Nullable String village) {
        return find(township, 9, "")
                .defaultIfEmpty(new Division("", township))
                .flatMap(found -> village == null
                        ? Mono.just(place(found, null))
                        : find(village, 12, found.code())
                                .defaultIfEmpty(new Division("", village))
                                .map(inside -> place(found, inside)));
    }

    private static Place place(Division township, @Nullable Division village) {
        return new Place(
                township.name(),
                orNull(township.code()),
                village == null ? null : village.name(),
                village == null ? null : orNull(village.code()));
    }

    private Mono<Division> find(String written, int digits, String parent) {
        return database.sql("select code, name from disbursement.division where length(code) = $2"
                        + " and (code = $1 or name = $1) and ($3 = '' or parent = $3) order by code limit 1")
                .bind(0, written)
                .bind(1, digits)
                .bind(2, parent)
                .map(row -> new Division(Columns.text(row, "code"), Columns.text(row, "name")))
                .one();
    }

    private static @Nullable String orNull(String code) {
        return code.isEmpty() ? null : code;
    }
}
