package org.yici.disbursement.standing.web;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.yici.disbursement.standing.DueLine;
import org.yici.disbursement.standing.DueList;
import org.yici.disbursement.standing.DuePart;
import org.yici.ledger.Money;
import org.yici.platform.sheet.CsvLine;
import org.yici.platform.sheet.XlsxFile;

/** A due list as a sheet: one line a person, a column a month, the sum last. People are blind ids. */
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
        String text = rows(list, locale).stream()
                .map(row -> CsvLine.of(row.stream().map(DueListFile::text).toList()))
                .collect(Collectors.joining("", CsvLine.MARK, ""));
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(Object cell) {
        return cell instanceof BigDecimal number ? number.toPlainString() : cell.toString();
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
        list.lines().forEach(line -> rows.add(row(list, line, locale)));
        return rows;
    }

    private List<Object> row(DueList list, DueLine line, Locale locale) {
        List<Object> row = new ArrayList<>();
        String care = line.care();
        row.add(line.person().toString());
        row.add(line.household().toString());
        row.add(message(line.residence().messageKey(), locale));
        row.add(care == null ? "" : message("standing.care." + care, locale));
        list.period().months().forEach(month -> row.add(yuan(ofMonth(line, month))));
        row.add(yuan(line.total()));
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
