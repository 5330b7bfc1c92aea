package org.yici.site.fund;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import org.yici.platform.clock.ProgramClock;
import org.yici.site.feed.Projection;
import org.yici.site.feed.PublicJournal;
import org.yici.site.feed.Rows;
import reactor.core.publisher.Mono;

/**
 * Adds up a batch of journals by fund and month, and writes the sums. The home page's totals come from here: its money and
 * its gifts are the sum of all funds, its donors are counted by the journals' remarks. The people come from the facts of
 * grants ({@code org.yici.site.grant.GrantFacts}).
 */
@Component
class FundProjection implements Projection<PublicJournal> {

    private final Rows rows;
    private final AwardShares awardShares;

    FundProjection(Rows rows, AwardShares awardShares) {
        this.rows = rows;
        this.awardShares = awardShares;
    }

    record FundRow(String code, @JsonUnwrapped FundMove move) {}

    record Month(String fund, LocalDate month) implements Comparable<Month> {
        @Override
        public int compareTo(Month other) {
            int byFund = fund.compareTo(other.fund);
            return byFund == 0 ? month.compareTo(other.month) : byFund;
        }
    }

    record MonthRow(String fund, LocalDate month, long received, long committed, long disbursed) {}

    record Touched(String fund, long sequence, long amount) {}

    record Donors(long donors) {}

    @Override
    public Mono<Void> apply(List<PublicJournal> batch) {
        List<String> grants = batch.stream()
                .map(PublicJournal::grant)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return awardShares.of(grants).flatMap(shares -> write(batch, shares));
    }

    private Mono<Void> write(List<PublicJournal> batch, Map<String, Shares> shares) {
        Map<String, FundMove> funds = new TreeMap<>();
        Map<Month, FundMove> months = new TreeMap<>();
        List<Touched> touched = new ArrayList<>();
        long donors = 0;
        for (PublicJournal journal : batch) {
            LocalDate month =
                    journal.at().atZone(ProgramClock.CHINA).toLocalDate().withDayOfMonth(1);
            moves(journal, shares).forEach((fund, move) -> {
                funds.merge(fund, move, FundMove::plus);
                months.merge(new Month(fund, month), move, FundMove::plus);
                touched.add(new Touched(fund, journal.sequence(), fenOf(move)));
            });
            donors +=
                    (journal.remarks().newDonor() ? 1 : 0) - (journal.remarks().donorGone() ? 1 : 0);
        }
        return rows.write(FundStatements.FUNDS, flat(funds))
                .then(rows.write(FundStatements.MONTHS, byMonth(months)))
                .then(rows.write(FundStatements.TOUCHED, touched))
                .then(rows.write(FundStatements.DONORS, donors == 0 ? List.of() : List.of(new Donors(donors))))
                .then(awardShares.keep(shares));
    }

    private static Map<String, FundMove> moves(PublicJournal journal, Map<String, Shares> shares) {
        String grant = journal.grant();
        return FundMoves.of(
                journal, grant == null ? Shares.none() : shares.computeIfAbsent(grant, code -> Shares.none()));
    }

    /** The fen of a line in the fund's own book. */
    private static long fenOf(FundMove move) {
        return Math.abs(move.balance() == 0 ? move.disbursed() : move.balance());
    }

    private static List<FundRow> flat(Map<String, FundMove> funds) {
        return funds.entrySet().stream()
                .map(entry -> new FundRow(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static List<MonthRow> byMonth(Map<Month, FundMove> months) {
        return months.entrySet().stream()
                .map(entry -> new MonthRow(
                        entry.getKey().fund(),
                        entry.getKey().month(),
                        entry.getValue().received() - entry.getValue().refunded(),
                        entry.getValue().committed(),
                        entry.getValue().disbursed()))
                .toList();
    }
}
