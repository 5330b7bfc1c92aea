package org.yici.disbursement.standard;

import io.r2dbc.spi.Readable;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.yici.disbursement.Columns;
import org.yici.ledger.FundCode;
import org.yici.ledger.Money;

/** Versions as rows of {@code standard_version}, both ways. */
final class VersionRows {

    static final String INSERT =
            "insert into disbursement.standard_version (id, standard, valid_from, valid_until, formula,"
                    + " amount, per, permyriad, floor, ceiling, cap, per_year, lifetime, categories, evidence, funds, note, state,"
                    + " proposed_by, proposed_at, rounding, on_death) values (:id, :standard, :from, :until, :formula, :amount, :per, :permyriad, :floor,"
                    + " :ceiling, :cap, :year, :ever, :categories, :evidence, :funds, :note, 'PROPOSED', :by, :at, :rounding, :death)";

    private VersionRows() {}

    static Version version(Readable row) {
        return new Version(
                Columns.id(row, "id"),
                Columns.text(row, "standard"),
                Columns.required(row, "valid_from", LocalDate.class),
                row.get("valid_until", LocalDate.class),
                Formula.of(parts(row)),
                new Limits(money(row, "cap"), money(row, "per_year"), money(row, "lifetime"), payFirst(row)),
                words(row, "categories"),
                words(row, "evidence"),
                words(row, "funds").stream().map(FundCode::of).toList(),
                Columns.text(row, "note"),
                Version.State.valueOf(Columns.text(row, "state")),
                Columns.text(row, "proposed_by"),
                Columns.instant(row, "proposed_at"),
                row.get("decided_by", String.class),
                OnDeath.valueOf(Columns.text(row, "on_death")),
                Columns.instantOrNull(row, "decided_at"));
    }

    private static Formula.Parts parts(Readable row) {
        String per = row.get("per", String.class);
        String rounding = row.get("rounding", String.class);
        return new Formula.Parts(
                Columns.text(row, "formula"),
                money(row, "amount"),
                per == null ? null : Per.valueOf(per),
                row.get("permyriad", Integer.class),
                money(row, "floor"),
                money(row, "ceiling"),
                rounding == null ? null : Rounding.valueOf(rounding));
    }

    private static @Nullable PayFirst payFirst(Readable row) {
        Money cap = money(row, "pay_first_cap");
        return cap == null ? null : new PayFirst(cap, Columns.required(row, "notice_within", Integer.class));
    }

    private static @Nullable Money money(Readable row, String column) {
        Long fen = row.get(column, Long.class);
        return fen == null ? null : Money.ofFen(fen);
    }

    private static List<String> words(Readable row, String column) {
        return List.of(Columns.required(row, column, String[].class));
    }

    static GenericExecuteSpec bind(GenericExecuteSpec call, Version version) {
        Formula.Parts parts = version.formula().parts();
        Limits limits = version.limits();
        Per per = parts.per();
        call = call.bind("id", version.id())
                .bind("standard", version.standard())
                .bind("from", version.from())
                .bind("formula", parts.word())
                .bind("categories", version.categories().toArray(String[]::new))
                .bind("evidence", version.evidence().toArray(String[]::new))
                .bind("funds", version.funds().stream().map(FundCode::value).toArray(String[]::new))
                .bind("note", version.note())
                .bind("death", version.onDeath().name())
                .bind("by", version.proposedBy())
                .bind("at", Columns.utc(version.proposedAt()));
        call = orNull(call, "until", version.until(), LocalDate.class);
        call = orNull(call, "per", per == null ? null : per.name(), String.class);
        Rounding rounding = parts.rounding();
        call = orNull(call, "rounding", rounding == null ? null : rounding.name(), String.class);
        call = orNull(call, "permyriad", parts.permyriad(), Integer.class);
        Map<String, @Nullable Money> amounts = new TreeMap<>();
        amounts.put("amount", parts.amount());
        amounts.put("floor", parts.floor());
        amounts.put("ceiling", parts.ceiling());
        amounts.put("cap", limits.cap());
        amounts.put("year", limits.perYear());
        amounts.put("ever", limits.lifetime());
        for (Map.Entry<String, @Nullable Money> entry : amounts.entrySet()) {
            Money amount = entry.getValue();
            call = orNull(call, entry.getKey(), amount == null ? null : amount.fen(), Long.class);
        }
        return call;
    }

    private static <T> GenericExecuteSpec orNull(
            GenericExecuteSpec call, String name, @Nullable T value, Class<T> type) {
        return value == null ? call.bindNull(name, type) : call.bind(name, value);
    }
}
