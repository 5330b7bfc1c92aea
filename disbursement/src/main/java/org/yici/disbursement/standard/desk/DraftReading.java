package org.yici.disbursement.standard.desk;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yici.disbursement.Typed;
import org.yici.disbursement.household.Category;
import org.yici.disbursement.standard.Formula;
import org.yici.disbursement.standard.Limits;
import org.yici.disbursement.standard.OnDeath;
import org.yici.disbursement.standard.PayFirst;
import org.yici.disbursement.standard.Per;
import org.yici.disbursement.standard.Rounding;
import org.yici.disbursement.standard.Standard;
import org.yici.disbursement.standard.Version;
import org.yici.ledger.FundCode;
import org.yici.ledger.Money;
import org.yici.platform.outcome.FieldErrors;
import org.yici.platform.outcome.InvalidInput;
import org.yici.platform.staff.StaffMember;

/** Reads a draft as a proposed version, and says of every field what is wrong with it. */
final class DraftReading {

    /** ¥1,000,000.00: more than any standard; what is beyond it was mistyped. */
    private static final long MOST = 100_000_000;

    private static final int NOTE_CHARACTERS = 200;
    private static final int PAPER_CHARACTERS = 60;
    private static final int MOST_PAPERS = 12;
    private static final List<String> FORMULAS =
            List.of("as-asked", "fixed", "per-month", "year-in-months", "share-of-expense");
    /** Standing entitlements are paid by the month, as a difference by the month, or are a share of a bill. */
    private static final List<String> STANDING_FORMULAS =
            List.of("per-month", "year-in-months", "difference", "year-difference", "share-of-expense");

    /** A raise is often told months after the day from which it holds; what goes further back was mistyped. */
    private static final int MONTHS_BACK = 12;

    private static final Pattern PERCENT = Pattern.compile("(?:100(?:\\.0{1,2})?|\\d{1,2}(?:\\.\\d{1,2})?)%?");
    private static final Pattern DAYS = Pattern.compile("[1-9]|[1-5]\\d|60");
    private static final Pattern FUND = Pattern.compile("[a-z][a-z0-9-]{0,39}");

    private final Draft draft;
    private final Standard standard;
    private final FieldErrors errors = new FieldErrors();

    private DraftReading(Draft draft, Standard standard) {
        this.draft = draft;
        this.standard = standard;
    }

    static List<String> formulas(Standard standard) {
        return standard.isProgramme() ? FORMULAS : STANDING_FORMULAS;
    }

    /** @throws InvalidInput naming every field that is wrong */
    static Version read(Draft draft, Standard standard, StaffMember actor, Instant at, LocalDate today) {
        return new DraftReading(draft, standard).version(actor, at, today);
    }

    private Version version(StaffMember actor, Instant at, LocalDate today) {
        Optional<LocalDate> from = day(draft.from(), "from");
        from.ifPresent(day -> begins(day, today));
        Optional<LocalDate> until =
                Typed.orNull(draft.until()) == null ? Optional.empty() : day(draft.until(), "until");
        from.ifPresent(
                begin -> until.ifPresent(end -> errors.require(!end.isBefore(begin), "until", "input.standard.until")));
        Optional<Formula.Parts> parts = parts();
        Limits limits = standard.isProgramme() ? limits() : Limits.NONE;
        List<String> categories = categories();
        OnDeath onDeath = onDeath();
        List<String> papers = papers();
        List<FundCode> funds = funds();
        Typed.line(errors, draft.note(), "note", NOTE_CHARACTERS);
        errors.throwIfAny();
        return new Version(
                UUID.randomUUID(),
                standard.code(),
                from.orElseThrow(),
                until.orElse(null),
                Formula.of(parts.orElseThrow()),
                limits,
                categories,
                papers,
                funds,
                String.valueOf(Typed.orNull(draft.note())),
                Version.State.PROPOSED,
                actor.username(),
                at,
                null,
                onDeath,
                null);
    }

    /** What is granted is judged by the days to come; what is owed each period may change for days gone by. */
    private void begins(LocalDate day, LocalDate today) {
        if (standard.isProgramme()) {
            errors.require(day.isAfter(today), "from", "input.standard.past");
        } else {
            errors.require(!day.isBefore(today.minusMonths(MONTHS_BACK)), "from", "input.standard.back", MONTHS_BACK);
        }
    }

    private OnDeath onDeath() {
        String word = Typed.orNull(draft.onDeath());
        return word == null
                ? OnDeath.MONTH_AFTER
                : known(OnDeath.values(), word, "onDeath", "input.standard.on-death")
                        .orElse(OnDeath.MONTH_AFTER);
    }

    private <E extends Enum<E>> Optional<E> known(E[] values, @Nullable String word, String field, String messageKey) {
        Optional<E> known =
                Arrays.stream(values).filter(one -> one.name().equals(word)).findAny();
        errors.require(known.isPresent(), field, messageKey);
        return known;
    }

    private Limits limits() {
        Money cap = money(draft.cap(), "cap", true);
        PayFirst payFirst = payFirst();
        boolean within = cap == null || payFirst == null || payFirst.cap().compareTo(cap) <= 0;
        errors.require(within, "payFirst", "input.standard.pay-first");
        return new Limits(
                cap, money(draft.perYear(), "perYear", false), money(draft.lifetime(), "lifetime", false), payFirst);
    }

    private @Nullable PayFirst payFirst() {
        Money cap = money(draft.payFirst(), "payFirst", false);
        if (cap == null) {
            return null;
        }
        String days = String.valueOf(Typed.orNull(draft.noticeWithin()));
        boolean right = DAYS.matcher(days).matches();
        errors.require(right, "noticeWithin", "input.standard.notice-within");
        return right ? new PayFirst(cap, Integer.parseInt(days)) : null;
    }

    private Optional<Formula.Parts> parts() {
        String word = Typed.orNull(draft.formula());
        if (word == null || !formulas(standard).contains(word)) {
            errors.require(false, "formula", "input.standard.formula");
            return Optional.empty();
        }
        return switch (word) {
            case "as-asked" -> Optional.of(new Formula.Parts(word, null, null, null, null, null));
            case "share-of-expense" ->
                Optional.of(new Formula.Parts(
                        word,
                        null,
                        null,
                        permyriad(),
                        orZero(money(draft.floor(), "floor", false)),
                        money(draft.ceiling(), "ceiling", false)));
            case "difference", "year-difference" ->
                Optional.of(new Formula.Parts(
                        word,
                        money(draft.amount(), "amount", true),
                        Per.PERSON,
                        null,
                        orZero(money(draft.floor(), "floor", false)),
                        null,
                        known(Rounding.values(), draft.rounding(), "rounding", "input.standard.rounding")
                                .orElse(null)));
            default ->
                Optional.of(new Formula.Parts(word, money(draft.amount(), "amount", true), per(), null, null, null));
        };
    }

    private static Money orZero(@Nullable Money money) {
        return money == null ? Money.ZERO : money;
    }

    private @Nullable Integer permyriad() {
        String typed = Typed.orNull(draft.percent());
        if (typed == null || !PERCENT.matcher(typed).matches()) {
            errors.require(false, "percent", "input.standard.percent");
            return null;
        }
        int permyriad = new BigDecimal(typed.replace("%", "")).movePointRight(2).intValueExact();
        errors.require(permyriad > 0, "percent", "input.standard.percent");
        return permyriad;
    }

    private @Nullable Per per() {
        return known(Per.values(), draft.per(), "per", "input.standard.per").orElse(null);
    }

    private Optional<LocalDate> day(@Nullable String typed, String field) {
        try {
            return Optional.of(LocalDate.parse(String.valueOf(Typed.orNull(typed))));
        } catch (DateTimeException noDay) {
            errors.require(false, field, "input.standard.day");
            return Optional.empty();
        }
    }

    private @Nullable Money money(@Nullable String typed, String field, boolean required) {
        String text = Typed.orNull(typed);
        if (text == null) {
            errors.require(!required, field, "input.required");
            return null;
        }
        return Money.parseYuan(text)
                .fold(Optional::of, flaw -> {
                    errors.require(false, field, "input.yuan." + flaw.word());
                    return Optional.<Money>empty();
                })
                .filter(amount -> isWithin(amount, field))
                .orElse(null);
    }

    private boolean isWithin(Money amount, String field) {
        boolean within = amount.fen() <= MOST && (amount.isPositive() || field.equals("floor") && amount.isZero());
        errors.require(within, field, "input.application.amount", MOST / 100);
        return within;
    }

    private List<String> categories() {
        List<String> words = draft.categories() == null ? List.of() : draft.categories();
        boolean known = words.stream().allMatch(word -> Category.of(word).isPresent());
        errors.require(known, "categories", "input.household.category");
        return words;
    }

    private List<String> papers() {
        String typed = Typed.orNull(draft.evidence());
        if (typed == null) {
            return List.of();
        }
        List<String> papers = typed.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .distinct()
                .toList();
        errors.require(papers.size() <= MOST_PAPERS, "evidence", "input.standard.papers", MOST_PAPERS);
        papers.forEach(paper -> Typed.line(errors, paper, "evidence", PAPER_CHARACTERS));
        return papers;
    }

    private List<FundCode> funds() {
        if (!standard.isProgramme()) {
            return List.of();
        }
        List<String> words = Stream.of(String.valueOf(draft.funds()).split("[\\s,，、]+"))
                .filter(word -> !word.isEmpty())
                .toList();
        boolean known = !words.isEmpty()
                && words.stream().allMatch(word -> FUND.matcher(word).matches())
                && words.stream().distinct().count() == words.size();
        errors.require(known, "funds", "input.standard.funds");
        return known ? words.stream().map(FundCode::of).toList() : List.of();
    }
}
