package org.yici.donations.payment.reconciliation.statement.paper;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.yici.ledger.Money;
import org.yici.platform.xml.Xml;

/** One entry of camt.053: a line, or as many as the bank says it is made of, each with an amount of its own. */
final class CamtEntry {

    private static final List<String> TEXTS =
            List.of("Ustrd", "AddtlNtryInf", "AddtlTxInf", "EndToEndId", "InstrId", "TxId", "PmtInfId", "MsgId", "Ref");

    private final Element entry;
    private final int row;
    private final LocalDate today;
    private final Flaws flaws;

    CamtEntry(Element entry, int row, LocalDate today, Flaws flaws) {
        this.entry = entry;
        this.row = row;
        this.today = today;
        this.flaws = flaws;
    }

    /** None when it is not booked yet, or refused. */
    List<BankLine> lines() {
        if (!isBooked()) {
            return List.of();
        }
        LocalDate day = day();
        Money whole = amount();
        List<Element> parts = parts();
        if (day == null || whole == null) {
            return List.of();
        }
        List<BankLine> lines = new ArrayList<>();
        if (parts.size() < 2) {
            lines.add(line(day, whole, parts.isEmpty() ? entry : parts.get(0)));
            return lines;
        }
        parts.forEach(part -> lines.add(line(day, signed(partAmount(part).orElse(Money.ZERO), part), part)));
        Money sum = lines.stream().map(BankLine::moved).reduce(Money.ZERO, Money::plus);
        if (!sum.equals(whole) || lines.stream().anyMatch(line -> line.moved().isZero())) {
            flaws.at(row, LineFlaw.PARTS);
        }
        return lines;
    }

    private boolean isBooked() {
        String code = Xml.text(entry, "Sts", "Cd");
        return "BOOK".equals(code == null ? Xml.text(entry, "Sts") : code);
    }

    private @Nullable LocalDate day() {
        LocalDate day = Stream.of("BookgDt", "ValDt")
                .flatMap(name -> Stream.of(Xml.text(entry, name, "Dt"), Xml.text(entry, name, "DtTm")))
                .flatMap(text -> CamtDays.first(text).stream())
                .findFirst()
                .orElse(null);
        if (day == null) {
            flaws.at(row, LineFlaw.DATE);
            return null;
        }
        if (day.isAfter(today)) {
            flaws.at(row, LineFlaw.DATE_AHEAD);
        }
        return day;
    }

    private @Nullable Money amount() {
        Element amount = Xml.child(entry, "Amt");
        Money money = CamtAmount.read(amount).orElse(null);
        if (money == null) {
            flaws.at(row, CamtAmount.isOfYuan(amount) ? LineFlaw.AMOUNT : LineFlaw.OTHER_CURRENCY);
            return null;
        }
        String direction = Xml.text(entry, "CdtDbtInd");
        if (!"CRDT".equals(direction) && !"DBIT".equals(direction)) {
            flaws.at(row, LineFlaw.DIRECTION);
            return null;
        }
        if (money.isZero()) {
            flaws.at(row, LineFlaw.NO_AMOUNT);
            return null;
        }
        return signed(money, entry);
    }

    /** What it is made of, where each part says how much it is; else nothing or the one. */
    private List<Element> parts() {
        List<Element> parts = Xml.all(entry, "TxDtls");
        boolean each = parts.stream().allMatch(part -> partAmount(part).isPresent());
        return parts.size() < 2 || each ? parts : List.of();
    }

    private static Optional<Money> partAmount(Element part) {
        Element own = Xml.child(part, "Amt");
        return CamtAmount.read(own == null ? Xml.child(part, "AmtDtls", "TxAmt", "Amt") : own);
    }

    private Money signed(Money money, Element part) {
        String own = Xml.text(part, "CdtDbtInd");
        return "DBIT".equals(own == null ? Xml.text(entry, "CdtDbtInd") : own) ? money.negated() : money;
    }

    private BankLine line(LocalDate day, Money moved, Element part) {
        boolean returned = isReversal() || Xml.child(part, "RtrInf") != null;
        boolean toMatch = moved.isPositive() && !returned;
        return new BankLine(row, day, moved, number(part), toMatch ? words(part) : "", returned);
    }

    private boolean isReversal() {
        String reversal = Xml.text(entry, "RvslInd");
        return "true".equals(reversal) || "1".equals(reversal);
    }

    private @Nullable String number(Element part) {
        return Stream.of(
                        Xml.text(part, "Refs", "AcctSvcrRef"),
                        Xml.text(entry, "AcctSvcrRef"),
                        Xml.text(entry, "NtryRef"))
                .flatMap(text -> LineWords.number(text).stream())
                .filter(LineWords::isNumber)
                .findFirst()
                .orElse(null);
    }

    /** Of the part and of what the entry says beside its parts. Who paid is the debtor, in any version of the format. */
    private String words(Element part) {
        Stream<String> names = Stream.of("Dbtr", "UltmtDbtr")
                .flatMap(party -> Xml.all(part, party).stream())
                .flatMap(party -> Xml.all(party, "Nm").stream())
                .map(Element::getTextContent);
        Stream<String> texts =
                TEXTS.stream().flatMap(name -> Xml.all(part, name).stream()).map(Element::getTextContent);
        Stream<String> besides = Stream.ofNullable(Xml.text(entry, "AddtlNtryInf"));
        return LineWords.of(
                Stream.of(names, texts, besides).flatMap(text -> text).map(Objects::requireNonNull));
    }
}
