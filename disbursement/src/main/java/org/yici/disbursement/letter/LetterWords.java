package org.yici.disbursement.letter;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.yici.disbursement.application.Application;
import org.yici.disbursement.application.Step;
import org.yici.disbursement.household.Household;
import org.yici.disbursement.standard.Version;
import org.yici.ledger.Money;

/**
 * All that a letter says, as it was when it was decided: names, places, figures, who writes, how long one may appeal. The
 * sentences around them are the program's, in the reader's language. Kept as JSON, so names here are never changed.
 *
 * @param v of this form
 * @param reference the number that the household quotes: the grant's, or the beginning of the case's own
 * @param programme the word of the kind of aid
 * @param asked fen applied for
 * @param decidedAt RFC 3339
 * @param grounds in words chosen for the household, never what was noted inside; null where none were written, and the letter
 *     says its standard sentence
 * @param standard of the day of the decision, or null where none was in force
 * @param worked how the amount was come to, where something was granted
 * @param appealDays within how many days after it came one may appeal; 0: not within this house
 */
public record LetterWords(
        int v,
        Letter.Kind kind,
        LetterHead.Sender sender,
        String reference,
        String programme,
        long asked,
        String applicant,
        String township,
        String decidedAt,
        @Nullable String grounds,
        @Nullable Standard standard,
        @Nullable Worked worked,
        int appealDays) {

    private static final int VERSION = 1;
    private static final int CODE_CHARACTERS = 8;

    /** @param note the document that the standard rests on */
    public record Standard(String code, String from, String note) {

        public LocalDate day() {
            return LocalDate.parse(from);
        }
    }

    /** A {@link Sum} in fen. */
    public record Worked(List<Sum.Line> lines, long computed, long granted) {

        public Worked {
            lines = List.copyOf(lines);
        }
    }

    static LetterWords of(
            Letter.Kind kind,
            LetterHead.Sender sender,
            Application application,
            Household household,
            Step decision,
            @Nullable String grounds,
            @Nullable Version standard,
            @Nullable Sum sum,
            int appealDays) {
        return new LetterWords(
                VERSION,
                kind,
                sender,
                reference(application),
                application.kind().word(),
                application.amount().fen(),
                household.member(application.member()).orElseThrow().name(),
                household.township(),
                decision.at().toString(),
                grounds,
                standard == null
                        ? null
                        : new Standard(standard.standard(), standard.from().toString(), standard.note()),
                sum == null
                        ? null
                        : new Worked(
                                sum.lines(), sum.computed().fen(), sum.granted().fen()),
                appealDays);
    }

    private static String reference(Application application) {
        Application.Award award = application.award();
        return award != null
                ? award.grant().value()
                : application.id().toString().substring(0, CODE_CHARACTERS).toUpperCase(Locale.ROOT);
    }

    public Instant at() {
        return Instant.parse(decidedAt);
    }

    public Money amount() {
        return Money.ofFen(asked);
    }

    public @Nullable Sum sum() {
        return worked == null
                ? null
                : new Sum(worked.lines(), Money.ofFen(worked.computed()), Money.ofFen(worked.granted()));
    }

    @Override
    public String toString() {
        return "words of a letter";
    }
}
