package org.yici.donations.payment.stripe;

import com.stripe.model.BalanceTransaction;
import com.stripe.model.StripeCollection;
import com.stripe.param.BalanceTransactionListParams;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yici.donations.payment.order.Bill;
import org.yici.donations.payment.order.BillLine;
import org.yici.donations.payment.order.ProviderReason;
import org.yici.platform.outcome.Outcome;
import reactor.core.publisher.Mono;

/**
 * A day at Stripe. Stripe writes no bills: what moved our balance that day is the bill. It is asked for page by page, each
 * page a call of its own, so that a long day hits no limit of time.
 */
final class StripeBills {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    /** For clocks that differ. */
    private static final Duration SETTLES = Duration.ofMinutes(10);

    private static final long PAGE = 100;
    /** 200,000 movements: more in a day is not our charity. */
    private static final int MOST_PAGES = 2000;

    private final StripeApi api;
    private final Clock wallClock;

    StripeBills(StripeApi api, Clock wallClock) {
        this.api = api;
        this.wallClock = wallClock;
    }

    private record Page(
            int number,
            List<BalanceTransaction> moved,
            @Nullable String last) {}

    Mono<Outcome<Bill>> bill(LocalDate day) {
        if (wallClock.instant().isBefore(startOf(day.plusDays(1)).plus(SETTLES))) {
            return Mono.just(Outcome.refused(ProviderReason.NO_BILL_YET));
        }
        return page(day, 1, null)
                .expand(page -> page.last() == null ? Mono.empty() : page(day, page.number() + 1, page.last()))
                .concatMapIterable(Page::moved)
                .concatMap(this::lines)
                .concatMapIterable(lines -> lines)
                .collectList()
                .map(lines -> Outcome.done(new Bill(StripeProvider.WORD, day, List.copyOf(lines))));
    }

    private Mono<Page> page(LocalDate day, int number, @Nullable String after) {
        return api.ask(
                "bill",
                stripe -> page(number, stripe.balanceTransactions().list(request(day, after))),
                code -> api.needed(null, "bill"));
    }

    private Page page(int number, StripeCollection<BalanceTransaction> list) {
        List<BalanceTransaction> moved =
                api.needed(list.getData(), "bill").stream().map(this::whole).toList();
        boolean more = api.needed(list.getHasMore(), "bill") && !moved.isEmpty();
        if (more && number >= MOST_PAGES) {
            throw api.strange("bill");
        }
        return new Page(number, moved, more ? moved.get(moved.size() - 1).getId() : null);
    }

    private BalanceTransaction whole(BalanceTransaction moved) {
        boolean whole = moved.getId() != null
                && moved.getAmount() != null
                && moved.getCurrency() != null
                && moved.getCreated() != null;
        return api.needed(whole ? moved : null, "bill");
    }

    private static BalanceTransactionListParams request(LocalDate day, @Nullable String after) {
        var request = BalanceTransactionListParams.builder()
                .setCreated(BalanceTransactionListParams.Created.builder()
                        .setGte(startOf(day).getEpochSecond())
                        .setLt(startOf(day.plusDays(1)).getEpochSecond())
                        .build())
                .setLimit(PAGE)
                .addExpand("data.source");
        return (after == null ? request : request.setStartingAfter(after)).build();
    }

    private Mono<List<BillLine>> lines(BalanceTransaction moved) {
        return BillLines.disputed(moved)
                .map(payment -> numberOf(payment).map(ours -> BillLines.of(moved, ours.isEmpty() ? null : ours)))
                .orElseGet(() -> Mono.just(BillLines.of(moved, BillLines.ours(moved))));
    }

    /** Our number of the order that a payment paid; empty text when it is none of ours. */
    private Mono<String> numberOf(String payment) {
        return api.ask(
                "bill",
                stripe -> {
                    Map<String, String> metadata =
                            stripe.paymentIntents().retrieve(payment).getMetadata();
                    return metadata == null ? "" : metadata.getOrDefault(SessionRequest.NUMBER, "");
                },
                code -> "");
    }

    private static Instant startOf(LocalDate day) {
        return day.atStartOfDay(SHANGHAI).toInstant();
    }
}
