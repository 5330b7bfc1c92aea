package org.yici.disbursement.standing.web;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.yici.disbursement.standing.Correction;
import org.yici.disbursement.standing.CorrectionLine;
import org.yici.disbursement.standing.DueLine;
import org.yici.disbursement.standing.DueList;
import org.yici.disbursement.standing.DuePart;
import org.yici.disbursement.standing.Residence;
import org.yici.ledger.Money;
import org.yici.platform.sheet.CsvLine;
import org.yici.platform.sheet.XlsxFile;

/**
 * A due list as a sheet: one line a person, a column a month, the sum last. What puts earlier lists right follows in lines of
 * its own, with a remark. People are blind ids.
 */
@Component
final class DueListFile {

    private final MessageSource messages;

    DueListFile(MessageSource messages) {
        this.messages = messages;
    }

    byte[] xlsx(DueList list, Locale locale) {
        return XlsxFile.of(rows(list, locale));
    }

    byte[] csv(DueList list, Locale locale) {
        String text = rows(list, locale).stream().map(CsvLine::of).collect(Collectors.joining("", CsvLine.MARK, ""));
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private List<List<Object>> rows(DueList list, Locale locale) {
        List<List<Object>> rows = new ArrayList<>();
        List<Object> heading = new ArrayList<>();
        for (String column : new String[] {"person", "household", "residence", "care"}) {
            heading.add(message("standing.column." + column, locale));
        }
        list.period().months().forEach(month -> heading.add(month.toString()));
        heading.add(message("standing.column.total", locale));
        rows.add(heading);
        list.lines().stream()
                .filter(line -> !line.parts().isEmpty())
                .forEach(line -> rows.add(row(list, line, locale)));
        if (!list.corrections().isEmpty()) {
            heading.add(message("due.remark", locale));
            list.correctionLines().forEach(line -> rows.add(row(list, line, locale)));
        }
        return rows;
    }

    private List<Object> row(DueList list, DueLine line, Locale locale) {
        List<Object> row = who(line.person(), line.household(), line.residence(), line.care(), locale);
        list.period().months().forEach(month -> row.add(yuan(ofMonth(line, month))));
        row.add(yuan(line.regular()));
        return row;
    }

    private List<Object> row(DueList list, CorrectionLine line, Locale locale) {
        Correction first = line.first();
        List<Object> row = who(line.person(), first.household(), first.residence(), first.care(), locale);
        list.period().months().forEach(month -> row.add(""));
        row.add(yuan(line.amount()));
        String kind = line.isTakenBack() ? "due.taken-back.for" : "due.arrears.for";
        String reasons = line.reasons().stream()
                .map(reason -> message(reason.messageKey(), locale))
                .collect(Collectors.joining(message("list.comma", locale)));
        row.add(Objects.requireNonNull(messages.getMessage(kind, new Object[] {line.period()}, kind, locale)) + " ("
                + reasons + ")");
        return row;
    }

    private List<Object> who(UUID person, UUID household, Residence residence, @Nullable String care, Locale locale) {
        List<Object> row = new ArrayList<>();
        row.add(person.toString());
        row.add(household.toString());
        row.add(message(residence.messageKey(), locale));
        row.add(care == null ? "" : message("standing.care." + care, locale));
        return row;
    }

    private static Money ofMonth(DueLine line, YearMonth month) {
        return line.parts().stream()
                .filter(part -> part.month().equals(month))
                .map(DuePart::amount)
                .reduce(Money.ZERO, Money::plus);
    }

    private static BigDecimal yuan(Money money) {
        return BigDecimal.valueOf(money.fen(), 2);
    }

    private String message(String key, Locale locale) {
        return Objects.requireNonNull(messages.getMessage(key, null, key, locale));
    }
}
