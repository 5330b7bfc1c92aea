package org.yici.disbursement.household;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.yici.disbursement.household.Divisions.Division;
import org.yici.platform.database.Transactions;
import org.yici.platform.outcome.FieldErrors;
import org.yici.platform.outcome.InvalidInput;
import org.yici.platform.outcome.Outcome;
import org.yici.platform.sheet.SheetCell;
import org.yici.platform.sheet.SheetHeading;
import org.yici.platform.sheet.SheetLimits;
import org.yici.platform.sheet.SheetRow;
import org.yici.platform.sheet.SheetRows;
import org.yici.platform.sheet.SheetText;
import org.yici.platform.sheet.Sheets;
import org.yici.platform.staff.AuditTrail;
import org.yici.platform.staff.Role;
import org.yici.platform.staff.StaffMember;
import org.yici.platform.staff.StaffReason;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * The county's own list of townships and villages, by their codes: a sheet of two columns, taken over whole or not at all.
 * A code that is known gets the name that the sheet says; none is ever taken away, for households live there.
 */
@Component
public final class BringDivisions {

    private static final int MOST = 20_000;
    private static final int MOST_FAULTS = 50;
    private static final SheetLimits LIMITS = new SheetLimits(4L << 20, 64L << 20, MOST, 4 << 20);

    private final Divisions divisions;
    private final Transactions transactions;
    private final AuditTrail audit;
    private final Scheduler sheetScheduler;

    BringDivisions(Divisions divisions, Transactions transactions, AuditTrail audit, Scheduler sheetScheduler) {
        this.divisions = divisions;
        this.transactions = transactions;
        this.audit = audit;
        this.sheetScheduler = sheetScheduler;
    }

    private enum Column {
        CODE(Set.of("代码", "区划代码", "行政区划代码", "统计用区划代码", "编码", "code", "divisioncode")),
        NAME(Set.of("名称", "区划名称", "行政区划名称", "地名", "name"));

        private final Set<String> headings;

        Column(Set<String> headings) {
            this.headings = headings;
        }

        private static Optional<Column> under(String plain) {
            return EnumSet.allOf(Column.class).stream()
                    .filter(column -> column.headings.contains(plain))
                    .findAny();
        }
    }

    /**
     * How many divisions the sheet has. Refused {@code role}.
     *
     * @throws InvalidInput as an error, naming every row that is wrong
     */
    public Mono<Outcome<Integer>> bring(StaffMember actor, Path file) {
        if (!actor.has(Role.INTAKE) && !actor.has(Role.ADMIN)) {
            return Mono.just(Outcome.refused(StaffReason.ROLE));
        }
        return Mono.fromCallable(() -> read(file))
                .subscribeOn(sheetScheduler)
                .flatMap(read -> transactions.inOne(() -> divisions
                        .put(read)
                        .then(audit.record(actor, "divisions-brought", "divisions", Map.of("rows", read.size())))
                        .thenReturn(Outcome.done(read.size()))));
    }

    private static List<Division> read(Path file) {
        List<Division> found = new ArrayList<>();
        FieldErrors errors = new FieldErrors();
        try (SheetRows rows = Sheets.open(file, LIMITS)) {
            SheetHeading<Column> heading = heading(rows);
            int faults = 0;
            while (rows.hasNext() && faults < MOST_FAULTS) {
                SheetRow row = rows.next();
                Map<Column, SheetCell> cells = heading.cells(row);
                String code = code(SheetText.narrow(text(cells, Column.CODE)));
                String name = text(cells, Column.NAME);
                boolean sound = Divisions.isDivision(code)
                        && !name.isEmpty()
                        && name.length() <= RegistrationCheck.PLACE_CHARACTERS;
                errors.require(sound, "file", "input.division.row", row.number());
                faults += sound ? 0 : 1;
                found.add(new Division(code, name));
            }
        }
        errors.require(!found.isEmpty(), "file", "input.division.none");
        errors.throwIfAny();
        return found;
    }

    private static SheetHeading<Column> heading(SheetRows rows) {
        while (rows.hasNext()) {
            SheetHeading<Column> heading = SheetHeading.in(rows.next(), Column.class, Column::under);
            if (heading.columns().size() == Column.values().length) {
                return heading;
            }
        }
        throw InvalidInput.of("file", "input.division.none");
    }

    private static String text(Map<Column, SheetCell> cells, Column column) {
        return cells.getOrDefault(column, SheetCell.EMPTY).text();
    }

    /** The statistical code has twelve digits for everything; what it fills up with zeros says nothing. */
    private static String code(String written) {
        if (written.length() == 12 && written.endsWith("000000")) {
            return written.substring(0, 6);
        }
        return written.length() == 12 && written.endsWith("000") ? written.substring(0, 9) : written;
    }
}
