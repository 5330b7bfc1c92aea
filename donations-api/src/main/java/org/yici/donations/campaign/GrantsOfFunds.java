package org.yici.donations.campaign;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How much of each fund is promised to grants and how much has reached people, kept up journal by journal. */
final class GrantsOfFunds {

    private static final int LINES_KEPT = 8;

    private final Map<String, Map<String, Long>> sharesByGrant = new HashMap<>();
    private final Set<String> paidGrants = new HashSet<>();
    private final Map<String, Deque<BookLine>> linesByFund = new HashMap<>();

    /** One entry of a journal about a grant; debits positive. */
    record Move(
            long sequence,
            String kind,
            Instant at,
            String grant,
            @Nullable String aid,
            String account,
            long amount) {}

    /** Takes in the next entry, in the order of the sequence. */
    void add(Move move) {
        boolean ofFund = move.account().startsWith("fund:");
        switch (move.kind()) {
            case "award", "release", "grant-returned" -> {
                if (ofFund) {
                    sharesByGrant
                            .computeIfAbsent(move.grant(), any -> new HashMap<>())
                            .merge(move.account(), move.amount(), Long::sum);
                }
            }
            case "payout-confirmed" -> {
                if (paidGrants.add(move.grant())) {
                    remember(move);
                }
            }
            case "payout-returned" -> paidGrants.remove(move.grant());
            default -> {
                // Sending a payout moves nothing between promised and paid.
            }
        }
    }

    long paid(String fund) {
        return sum(fund, true);
    }

    long promised(String fund) {
        return sum(fund, false);
    }

    /** The newest grants that reached somebody, newest first. */
    List<BookLine> lines(String fund) {
        return List.copyOf(linesByFund.getOrDefault(fund, new ArrayDeque<>()));
    }

    private long sum(String fund, boolean paid) {
        return sharesByGrant.entrySet().stream()
                .filter(grant -> paidGrants.contains(grant.getKey()) == paid)
                .mapToLong(grant -> grant.getValue().getOrDefault(fund, 0L))
                .sum();
    }

    private void remember(Move move) {
        sharesByGrant.getOrDefault(move.grant(), Map.of()).forEach((fund, share) -> {
            Deque<BookLine> lines = linesByFund.computeIfAbsent(fund, any -> new ArrayDeque<>());
            lines.addFirst(new BookLine(move.sequence(), move.at(), move.grant(), move.aid(), share));
            if (lines.size() > LINES_KEPT) {
                lines.removeLast();
            }
        });
    }
}
