package org.yici.disbursement.notice.board;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.yici.disbursement.Columns;
import org.yici.disbursement.Seals;
import org.yici.disbursement.household.Household;
import org.yici.disbursement.household.HouseholdId;
import org.yici.disbursement.household.Households;
import org.yici.disbursement.household.MemberId;
import org.yici.platform.clock.ProgramClock;
import org.yici.platform.staff.Role;
import org.yici.platform.staff.StaffMember;
import reactor.core.publisher.Mono;

/**
 * Sorts what is on notice by the board where it hangs. A village is named where enough households of it are on the register, so
 * that a surname and a village do not lead to one door for whoever carries the sheet away; the notices of the others hang under
 * their township, as on the public list.
 */
@Component
public final class VillageBoards {

    /** The same number as of a public figure. */
    static final int FEWEST_HOUSEHOLDS = 5;

    private static final Set<Role> MAY_OPEN = Set.of(Role.INTAKE, Role.REVIEWER, Role.AUDITOR);
    private static final int RUNNING = 1_000;

    /** Amounts as the public list has them. */
    private static final String ON_NOTICE = "select n.code, n.posted_at, n.ends_at, a.household, a.member, a.kind,"
            + " coalesce(w.amount, a.amount) as amount, exists (select from disbursement.objection o"
            + " where o.application = a.id and o.state = 'OPEN') as objected from disbursement.notice n"
            + " join disbursement.application a on a.id = n.application"
            + " left join disbursement.award w on w.application = a.id"
            + " where n.ended_at is null and n.ends_at > $1 and a.state not in ('REFUSED', 'WITHDRAWN')"
            + " and exists (select from disbursement.consent c where c.household = a.household"
            + " and c.kind = 'REGISTER' and c.withdrawn_on is null)"
            + " order by n.code limit " + RUNNING;

    private final DatabaseClient database;
    private final Households households;
    private final Seals seals;
    private final ProgramClock clock;

    VillageBoards(DatabaseClient database, Households households, Seals seals, ProgramClock clock) {
        this.database = database;
        this.households = households;
        this.seals = seals;
        this.clock = clock;
    }

    /** Who hangs the sheets out, or looks after it. */
    public static boolean mayOpen(StaffMember reader) {
        return MAY_OPEN.stream().anyMatch(reader::has);
    }

    private record OnNotice(
            HouseholdId household,
            MemberId member,
            String code,
            String kind,
            long amount,
            Instant postedAt,
            Instant endsAt,
            boolean objected) {

        VillageBoard.Line line(Household home) {
            return new VillageBoard.Line(
                    code, home.member(member).orElseThrow().maskedName(), kind, amount, postedAt, endsAt, objected);
        }
    }

    private record Place(String township, @Nullable String village) {}

    private static final Comparator<Place> BY_NAME = Comparator.comparing(Place::township)
            .thenComparing(Place::village, Comparator.nullsLast(Comparator.naturalOrder()));

    /** Every board that something hangs on now, by its place. */
    public Mono<List<VillageBoard>> now() {
        return database.sql(ON_NOTICE)
                .bind(0, Columns.utc(clock.instant()))
                .map(VillageBoards::onNotice)
                .all()
                .collectList()
                .flatMap(running -> households
                        .all(running.stream()
                                .map(OnNotice::household)
                                .distinct()
                                .toList())
                        .collectMap(Household::id)
                        .flatMap(homes -> named(townships(homes)).map(named -> boards(running, homes, named))));
    }

    private static Set<String> townships(Map<HouseholdId, Household> homes) {
        return homes.values().stream().map(Household::township).collect(Collectors.toSet());
    }

    private static List<VillageBoard> boards(
            List<OnNotice> running, Map<HouseholdId, Household> homes, Set<Place> named) {
        Map<Place, List<VillageBoard.Line>> byPlace = running.stream()
                .collect(Collectors.groupingBy(
                        notice -> place(home(homes, notice), named),
                        () -> new TreeMap<>(BY_NAME),
                        Collectors.mapping(notice -> notice.line(home(homes, notice)), Collectors.toList())));
        return byPlace.entrySet().stream()
                .map(board -> new VillageBoard(
                        board.getKey().township(), board.getKey().village(), board.getValue()))
                .toList();
    }

    private static Household home(Map<HouseholdId, Household> homes, OnNotice notice) {
        return Objects.requireNonNull(homes.get(notice.household()));
    }

    private static Place place(Household home, Set<Place> named) {
        Place whole = new Place(home.township(), home.village());
        return named.contains(whole) ? whole : new Place(home.township(), null);
    }

    /** The villages of these townships in which enough households are on the register. Sealed, so they are counted here. */
    private Mono<Set<Place>> named(Set<String> townships) {
        return database.sql("select id, township, village from disbursement.household"
                        + " where living and village is not null and township = any($1)")
                .bind(0, townships.toArray(String[]::new))
                .map(this::village)
                .all()
                .collect(Collectors.groupingBy(place -> place, Collectors.counting()))
                .map(counted -> counted.entrySet().stream()
                        .filter(place -> place.getValue() >= FEWEST_HOUSEHOLDS)
                        .map(Map.Entry::getKey)
                        .collect(Collectors.toSet()));
    }

    private Place village(Readable row) {
        UUID id = Columns.id(row, "id");
        return new Place(Columns.text(row, "township"), seals.open(row, "household", id, "village"));
    }

    private static OnNotice onNotice(Readable row) {
        return new OnNotice(
                new HouseholdId(Columns.id(row, "household")),
                new MemberId(Columns.id(row, "member")),
                Columns.text(row, "code"),
                Columns.text(row, "kind"),
                Columns.number(row, "amount"),
                Columns.instant(row, "posted_at"),
                Columns.instant(row, "ends_at"),
                Columns.required(row, "objected", Boolean.class));
    }
}
