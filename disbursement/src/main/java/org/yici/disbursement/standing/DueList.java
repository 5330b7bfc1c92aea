package org.yici.disbursement.standing;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.yici.ledger.Money;
import org.yici.ledger.SchemeCode;

/**
 * What a scheme owes for a period.
 *
 * @param parts by person, month and standard
 * @param corrections what it puts right about earlier lists: paid in addition, or set off
 * @param left what was paid too much and cannot be set off in it; of a list that is fixed, nothing
 * @param withoutIncome households that are not in it, since a difference is due and their income is not known
 */
public record DueList(
        SchemeCode scheme,
        Period period,
        List<DuePart> parts,
        List<Correction> corrections,
        List<Correction> left,
        Set<UUID> withoutIncome) {

    private static final int MARK_BYTES = 16;

    /** Ids by their text, as the database orders them: Java compares ids as signed numbers. */
    private static final Comparator<DuePart> ORDER = Comparator.comparing(
                    (DuePart part) -> part.person().toString())
            .thenComparing(DuePart::month)
            .thenComparing(DuePart::standard);

    public DueList {
        parts = parts.stream().sorted(ORDER).toList();
        corrections = List.copyOf(corrections);
        left = List.copyOf(left);
        withoutIncome = Set.copyOf(withoutIncome);
    }

    public DueList(SchemeCode scheme, Period period, List<DuePart> parts) {
        this(scheme, period, parts, List.of(), List.of(), Set.of());
    }

    /** What is paid by it. */
    public Money total() {
        return corrections.stream().map(Correction::amount).reduce(regular(), Money::plus);
    }

    /** What is due for its period alone. */
    public Money regular() {
        return parts.stream().map(DuePart::amount).reduce(Money.ZERO, Money::plus);
    }

    public int people() {
        return lines().size();
    }

    public int households() {
        return (int) lines().stream().map(DueLine::household).distinct().count();
    }

    /** One line a person. */
    public List<DueLine> lines() {
        Map<String, List<DuePart>> due = parts.stream()
                .collect(Collectors.groupingBy(part -> part.person().toString()));
        Map<String, List<Correction>> put = corrections.stream()
                .collect(Collectors.groupingBy(one -> one.person().toString()));
        Set<String> people = new TreeSet<>(due.keySet());
        people.addAll(put.keySet());
        return people.stream()
                .map(person -> new DueLine(
                        UUID.fromString(person),
                        due.getOrDefault(person, List.of()),
                        put.getOrDefault(person, List.of())))
                .toList();
    }

    /** What it puts right, one line a person and earlier list. */
    public List<CorrectionLine> correctionLines() {
        return CorrectionLine.of(corrections);
    }

    /** Is there anything about that person for its own period? Who has nothing has left. */
    public boolean has(UUID person) {
        return parts.stream().anyMatch(part -> part.person().equals(person));
    }

    /** What was paid too much to people who get nothing any more: a person decides about it. */
    public List<CorrectionLine> toClaim() {
        Set<UUID> there = parts.stream().map(DuePart::person).collect(Collectors.toSet());
        return CorrectionLine.of(
                left.stream().filter(one -> !there.contains(one.person())).toList());
    }

    /** What was paid too much and is set off in later lists, since this one does not reach. */
    public Money carriedOver() {
        Money all = left.stream().map(Correction::amount).reduce(Money.ZERO, Money::plus);
        return toClaim().stream()
                .map(CorrectionLine::amount)
                .reduce(all, Money::minus)
                .negated();
    }

    /** Tells a list from any other: who approves it has seen just this one. */
    public String mark() {
        StringBuilder text = new StringBuilder();
        lines().forEach(line -> text.append(line.person())
                .append(' ')
                .append(line.regular().fen())
                .append(' ')
                .append(line.total().fen())
                .append('\n'));
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest(text.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, MARK_BYTES);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** How the total comes about: one line a month, standard and amount. */
    public List<DueSum> sums() {
        record Kind(String month, String standard, Money each) {}
        Map<Kind, List<DuePart>> byKind = new LinkedHashMap<>();
        parts.stream()
                .sorted(Comparator.comparing(DuePart::month)
                        .thenComparing(DuePart::standard)
                        .thenComparing(DuePart::amount))
                .forEach(part -> byKind.computeIfAbsent(
                                new Kind(part.month().toString(), part.standard(), part.amount()),
                                any -> new ArrayList<>())
                        .add(part));
        return byKind.values().stream().map(DueList::sum).toList();
    }

    private static DueSum sum(List<DuePart> same) {
        DuePart first = Objects.requireNonNull(same.get(0));
        return new DueSum(
                first.standard(),
                first.month(),
                first.amount(),
                same.size(),
                Money.ofFen(Math.multiplyExact(first.amount().fen(), same.size())));
    }
}
