package org.yici.donations.payment.counter.web;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.yici.donations.payment.counter.line.Column;
import org.yici.donations.payment.counter.line.CounterMethod;
import org.yici.ledger.Money;
import org.yici.platform.outcome.FieldError;
import org.yici.platform.outcome.FieldErrors;
import org.yici.platform.outcome.InvalidInput;
import org.yici.platform.sheet.SheetCell;

/**
 * A gift at the counter as a program sends it. It is held against the same rules as a line of a sheet, and what is wrong with
 * it is told by the names of these fields.
 *
 * @param method {@code cash} or {@code bank}
 * @param givenOn the day on which the money was received, such as {@code 2018-05-04}
 * @param reference the bank's number of a transfer; of cash the number of its slip, which may be left out
 */
record CounterGiftRequest(
        @Nullable String method,
        @Nullable String campaign,
        @Nullable String givenOn,
        @Nullable Amount amount,
        @Nullable String reference,
        @Nullable String note,
        @Nullable Giver donor) {

    private static final Map<Column, String> FIELDS = Map.of(
            Column.METHOD, "method",
            Column.CAMPAIGN, "campaign",
            Column.DATE, "givenOn",
            Column.AMOUNT, "amount.value",
            Column.REFERENCE, "reference",
            Column.RECEIPT, "reference",
            Column.NOTE, "note",
            Column.DONOR, "donor.name",
            Column.PHONE, "donor.phone");

    /** What a line says of who leaves no name. */
    private static final String ANONYMOUS = "anonymous";

    /** @param value fen */
    record Amount(@Nullable Long value, @Nullable String currency) {}

    record Giver(
            @Nullable String name,
            @Nullable String phone,
            @Nullable Boolean anonymous) {}

    /** @throws InvalidInput for what no line of a sheet could say */
    Map<Column, SheetCell> cells() {
        Giver giver = Objects.requireNonNullElse(donor, new Giver(null, null, null));
        boolean unnamed = Boolean.TRUE.equals(giver.anonymous());
        Map<Column, SheetCell> cells = new EnumMap<>(Column.class);
        cells.put(Column.METHOD, cell(knownMethod()));
        cells.put(Column.CAMPAIGN, cell(campaign));
        cells.put(Column.DATE, cell(givenOn));
        cells.put(Column.AMOUNT, cell(money()));
        cells.put(CounterMethod.CASH.word().equals(method) ? Column.RECEIPT : Column.REFERENCE, cell(reference));
        cells.put(Column.NOTE, cell(note));
        cells.put(Column.DONOR, cell(unnamed ? ANONYMOUS : giver.name()));
        cells.put(Column.PHONE, cell(giver.phone()));
        return cells;
    }

    private static SheetCell cell(@Nullable String text) {
        return SheetCell.text(Objects.requireNonNullElse(text, ""));
    }

    private @Nullable String knownMethod() {
        new FieldErrors()
                .require(
                        CounterMethod.of(Objects.requireNonNullElse(method, "")).isPresent(),
                        "method",
                        "counter.flaw.METHOD_UNKNOWN")
                .throwIfAny();
        return method;
    }

    private @Nullable String money() {
        new FieldErrors()
                .require(amount != null && amount.value() != null, "amount", "input.amount")
                .require(
                        amount == null || Money.CURRENCY.equals(amount.currency()), "amount.currency", "input.currency")
                .throwIfAny();
        return amount == null || amount.value() == null
                ? null
                : Money.ofFen(amount.value()).yuan();
    }

    /** The same faults, by the names of the request's fields instead of a sheet's columns. */
    static InvalidInput byFields(InvalidInput byColumns) {
        return new InvalidInput(byColumns.errors().stream()
                .map(error -> new FieldError(field(error.field()), error.messageKey(), error.arguments()))
                .toList());
    }

    private static String field(String column) {
        return List.of(Column.values()).stream()
                .filter(known -> known.name().equals(column))
                .findFirst()
                .map(known -> FIELDS.getOrDefault(known, column))
                .orElse(column);
    }
}
