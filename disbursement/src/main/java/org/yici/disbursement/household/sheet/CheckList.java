package org.yici.disbursement.household.sheet;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.yici.disbursement.SheetParts;
import org.yici.disbursement.household.sheet.line.PersonLine;
import org.yici.disbursement.household.sheet.plan.HouseholdPlan;
import org.yici.disbursement.household.sheet.plan.PlaceBook;
import org.yici.disbursement.household.sheet.plan.Planning;
import org.yici.disbursement.household.sheet.plan.Snapshot;
import org.yici.disbursement.household.sheet.walk.Piece;
import org.yici.disbursement.household.sheet.walk.SheetHousehold;
import org.yici.disbursement.household.sheet.walk.SheetLine;
import org.yici.disbursement.household.sheet.walk.SheetWalk;
import org.yici.platform.clock.ProgramClock;
import org.yici.platform.database.Transactions;
import org.yici.platform.outcome.InvalidInput;
import org.yici.platform.outcome.Outcome;
import org.yici.platform.sheet.SheetLimits;
import org.yici.platform.sheet.SheetRows;
import org.yici.platform.sheet.Sheets;
import org.yici.platform.staff.AuditTrail;
import org.yici.platform.staff.Role;
import org.yici.platform.staff.StaffMember;
import org.yici.platform.staff.StaffReason;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** The dry run: a list becomes a draft in which every row has its fate. Nothing on the register changes. */
@Component
public final class CheckList {

    private static final int HOUSEHOLDS_AT_ONCE = 200;
    private static final int NAME_CHARACTERS = 200;

    private final OnRegister onRegister;
    private final RegisterImports imports;
    private final RegisterLines lines;
    private final SheetParts files;
    private final Transactions transactions;
    private final AuditTrail audit;
    private final ProgramClock clock;
    private final Scheduler sheetScheduler;

    CheckList(
            OnRegister onRegister,
            RegisterImports imports,
            RegisterLines lines,
            SheetParts files,
            Transactions transactions,
            AuditTrail audit,
            ProgramClock clock,
            Scheduler sheetScheduler) {
        this.onRegister = onRegister;
        this.imports = imports;
        this.lines = lines;
        this.files = files;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
        this.sheetScheduler = sheetScheduler;
    }

    /** A file as it was sent, at a place of ours. */
    public record Upload(Path file, String name, SheetWalk.Defaults defaults) {}

    /**
     * The draft's number. Refused: {@code role}.
     *
     * @throws InvalidInput as an error, where the file cannot be read as a list of households
     */
    public Mono<Outcome<ImportId>> check(StaffMember actor, Upload upload) {
        return actor.has(Role.INTAKE)
                ? transactions.inOne(() -> write(actor, upload))
                : Mono.just(Outcome.refused(StaffReason.ROLE));
    }

    /**
     * The same for somebody who waits before a page: a large list is only kept, and read in the background, while its page shows
     * how far that is.
     */
    public Mono<Outcome<ImportId>> bring(StaffMember actor, Upload upload) {
        if (!actor.has(Role.INTAKE)) {
            return Mono.just(Outcome.refused(StaffReason.ROLE));
        }
        return Mono.fromCallable(() -> ListGlance.at(upload.file(), clock.today()))
                .subscribeOn(sheetScheduler)
                .flatMap(glance -> glance.isLarge()
                        ? transactions.inOne(() -> keep(actor, upload, glance))
                        : check(actor, upload));
    }

    private Mono<Outcome<ImportId>> keep(StaffMember actor, Upload upload, ListGlance glance) {
        return imports.addToRead(
                        name(upload.name()), actor.username(), clock.instant(), glance.lastRow(), upload.defaults())
                .flatMap(id -> files.keep(SheetParts.Of.LIST, id.number(), upload.file())
                        .thenReturn(Outcome.done(id)));
    }

    /** Reads a list that was kept, many households a transaction. */
    Mono<Void> read(RegisterImport list, Path file) {
        Upload upload = new Upload(file, list.fileName(), list.defaults());
        return onRegister.places().flatMap(places -> write(
                        upload,
                        places,
                        judged -> transactions.inOne(() -> lines.insert(list.id(), judged)
                                .then(imports.readTo(list.id(), last(judged), ReadList.LEASE))
                                .thenReturn(Outcome.done(true))))
                .then());
    }

    private static int last(List<ListLine> judged) {
        return judged.stream().mapToInt(ListLine::row).max().orElse(0);
    }

    private Mono<Outcome<ImportId>> write(StaffMember actor, Upload upload) {
        return imports.add(name(upload.name()), actor.username(), clock.instant())
                .flatMap(id -> onRegister
                        .places()
                        .flatMap(places -> write(upload, places, judged -> lines.insert(id, judged)))
                        .then(imports.count(id))
                        .then(audit.record(actor, "register-list-checked", id.toString(), Map.of()))
                        .thenReturn(Outcome.done(id)));
    }

    private Mono<Void> write(Upload upload, PlaceBook places, Function<List<ListLine>, Mono<?>> keep) {
        return pieces(upload.file(), new SheetWalk(clock.today(), upload.defaults()))
                .subscribeOn(sheetScheduler)
                .buffer(HOUSEHOLDS_AT_ONCE)
                .concatMap(part -> judged(part, places).flatMap(keep), 1)
                .then();
    }

    private static Flux<Piece> pieces(Path file, SheetWalk walk) {
        return Flux.using(
                () -> Sheets.open(file, SheetLimits.LARGE),
                rows -> Flux.fromIterable(() -> rows)
                        .concatMapIterable(row -> walk.row(row).toList())
                        .concatWith(Flux.defer(() -> Flux.fromStream(walk.end()))),
                SheetRows::close);
    }

    private Mono<List<ListLine>> judged(List<Piece> part, PlaceBook places) {
        List<PersonLine> people = part.stream()
                .flatMap(CheckList::sound)
                .flatMap(household -> household.people().stream())
                .toList();
        return onRegister.of(people, places).publishOn(sheetScheduler).map(register -> part.stream()
                .flatMap(piece -> lines(piece, register).stream())
                .toList());
    }

    private static Stream<SheetHousehold> sound(Piece piece) {
        return piece instanceof Piece.Lines found && found.household().isSound()
                ? Stream.of(found.household())
                : Stream.empty();
    }

    private static List<ListLine> lines(Piece piece, Snapshot register) {
        if (piece instanceof Piece.PassedOver passed) {
            return List.of(
                    new ListLine(passed.row(), null, Fate.PASSED_OVER, passed.why(), List.of(), null, List.of(), null));
        }
        SheetHousehold household = ((Piece.Lines) piece).household();
        return household.isSound() ? planned(Planning.of(household, register)) : unsound(household);
    }

    static List<ListLine> planned(HouseholdPlan plan) {
        List<ListLine> lines = new ArrayList<>();
        for (SheetLine line : plan.household().lines()) {
            lines.add(new ListLine(
                    line.row(),
                    plan.household().number(),
                    Fate.of(line, plan),
                    null,
                    Fate.changes(line, plan),
                    line.person(),
                    line.problems(),
                    plan.target() == null ? null : plan.target().id()));
        }
        return lines;
    }

    /** What cannot be entered is not kept: of a household that is refused by its own list only the problems stay. */
    private static List<ListLine> unsound(SheetHousehold household) {
        return household.lines().stream()
                .map(line -> new ListLine(
                        line.row(), household.number(), Fate.of(line), null, List.of(), null, line.problems(), null))
                .toList();
    }

    private static String name(String name) {
        String plain = name.replaceAll("\\p{Cntrl}", "").strip();
        return plain.length() > NAME_CHARACTERS ? plain.substring(0, NAME_CHARACTERS) : plain;
    }
}
