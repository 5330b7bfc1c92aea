package org.yici.site.feed;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A journal as it was published.
 *
 * @param leaf the exact text of its public form
 * @param remarks public facts beside it
 * @param line the stretches of fund lines that it added, took and cut
 */
public record PublicJournal(
        long sequence,
        Instant at,
        String kind,
        List<Entry> entries,
        @Nullable Long of,
        @Nullable String grant,
        @Nullable String aid,
        @Nullable String campaign,
        String leaf,
        Remarks remarks,
        Line line) {

    private static final String FUND = "fund:";

    public PublicJournal {
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(remarks, "remarks");
        entries = List.copyOf(entries);
    }

    /** @param amount fen; debits positive, credits negative */
    public record Entry(String account, long amount) {

        public boolean isOnFund() {
            return account.startsWith(FUND);
        }

        /** The fund's code, for an entry on a fund. */
        public String fund() {
            return account.substring(FUND.length());
        }
    }

    /** How a gift or a refund changes the number of donors: of all funds, and of its own. */
    public record Remarks(boolean newDonor, boolean newFundDonor, boolean donorGone, boolean fundDonorGone) {}

    public record Line(List<Stretch> in, List<Stretch> out, List<Stretch> holes) {}

    /**
     * The fen {@code [from, to)} of a fund's line.
     *
     * @param origin for an inflow that came back: the journal that had taken it, from {@code originFrom} of
     *     {@code originFund} on
     */
    public record Stretch(
            String fund,
            long from,
            long to,
            @Nullable Long origin,
            @Nullable String originFund,
            @Nullable Long originFrom) {}

    /** Fen that the journal moves: what its debits sum to. */
    public long amount() {
        return entries.stream().mapToLong(Entry::amount).filter(fen -> fen > 0).sum();
    }

    /** Fen that the entries on accounts beginning with {@code prefix} sum to. */
    public long sumOn(String prefix) {
        return entries.stream()
                .filter(entry -> entry.account().startsWith(prefix))
                .mapToLong(Entry::amount)
                .sum();
    }

    public List<Entry> onFunds() {
        return entries.stream().filter(Entry::isOnFund).toList();
    }
}
