package org.yici.ledger;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.yici.proof.CanonicalJson;
import org.yici.proof.Commitment;

/**
 * One move of money, not yet numbered: balanced by construction, immutable, made only by {@link MoneyMoves}.
 *
 * @param kind what moved the money
 * @param key names the cause, such as {@code donation/01J…}; the same key with the same content is the same journal
 * @param at when it happened, in whole milliseconds; the ledger may number it with a later time, never an earlier one
 * @param entries in order of their account codes, one an account, summing to zero; none for a statement
 * @param of the sequence of the journal that this one refunds, releases, pays, covers or corrects
 * @param secret the salted commitment to the private part
 * @param remarks public facts beside the journal, such as {@code newDonor}; no personal data, no words typed by a person
 */
public record Journal(
        JournalKind kind,
        String key,
        Instant at,
        List<Entry> entries,
        @Nullable Long of,
        @Nullable GrantCode grant,
        @Nullable AidKind aid,
        @Nullable CampaignCode campaign,
        Commitment secret,
        Map<String, ?> remarks) {

    /** Long enough for a word, a slash and an id; short enough for an index. */
    private static final int KEY_CHARACTERS = 200;

    public Journal {
        if (key.isBlank() || key.length() > KEY_CHARACTERS) {
            throw new IllegalArgumentException("a key has 1 to " + KEY_CHARACTERS + " characters: " + key);
        }
        at = at.truncatedTo(ChronoUnit.MILLIS);
        entries = sortedAndBalanced(kind, entries);
        keepTheTreasuryApart(entries);
        remarks = Map.copyOf(remarks);
    }

    static Journal draft(JournalKind kind, String key, Instant at, List<Entry> entries) {
        return new Journal(kind, key, at, entries, null, null, null, null, Commitment.to(Map.of()), Map.of());
    }

    Journal of(long sequence) {
        return new Journal(kind, key, at, entries, sequence, grant, aid, campaign, secret, remarks);
    }

    Journal forGrant(GrantCode code, AidKind kindOfAid) {
        return new Journal(kind, key, at, entries, of, code, kindOfAid, campaign, secret, remarks);
    }

    Journal inCampaign(CampaignCode code) {
        return new Journal(kind, key, at, entries, of, grant, aid, code, secret, remarks);
    }

    /** The same journal committing, under a fresh salt, to this private part ({@link CanonicalJson} types only). */
    public Journal withPrivatePart(Map<String, ?> privatePart) {
        return new Journal(kind, key, at, entries, of, grant, aid, campaign, Commitment.to(privatePart), remarks);
    }

    /** The same journal with these public facts beside it ({@link CanonicalJson} types only). */
    public Journal withRemarks(Map<String, ?> publicFacts) {
        return new Journal(kind, key, at, entries, of, grant, aid, campaign, secret, publicFacts);
    }

    /** The state's money never becomes a gift, nor a gift the state's money. The database says the same. */
    private static void keepTheTreasuryApart(List<Entry> entries) {
        long treasury = entries.stream()
                .filter(entry -> entry.account().kind().isTreasury())
                .count();
        if (treasury != 0 && treasury != entries.size()) {
            throw new IllegalArgumentException("the treasury's money and the charity's in one journal: " + entries);
        }
    }

    private static List<Entry> sortedAndBalanced(JournalKind kind, List<Entry> entries) {
        TreeMap<AccountCode, Entry> byAccount = new TreeMap<>();
        Money sum = Money.ZERO;
        for (Entry entry : entries) {
            if (byAccount.put(entry.account(), entry) != null) {
                throw new IllegalArgumentException("two entries on " + entry.account());
            }
            sum = sum.plus(entry.amount());
        }
        if (!sum.isZero()) {
            throw new IllegalArgumentException("unbalanced by " + sum + ": " + entries);
        }
        if (entries.isEmpty() != (kind == JournalKind.STATEMENT)) {
            throw new IllegalArgumentException("a statement, and only a statement, has no entries: " + kind);
        }
        return List.copyOf(byAccount.values());
    }
}
