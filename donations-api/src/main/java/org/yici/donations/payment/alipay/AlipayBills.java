package org.yici.donations.payment.alipay;

import com.alipay.api.domain.AlipayDataDataserviceBillDownloadurlQueryModel;
import com.alipay.api.request.AlipayDataDataserviceBillDownloadurlQueryRequest;
import com.alipay.api.response.AlipayDataDataserviceBillDownloadurlQueryResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yici.donations.payment.order.Bill;
import org.yici.donations.payment.order.BillLine;
import org.yici.donations.payment.order.ProviderCalls;
import org.yici.donations.payment.order.ProviderReason;
import org.yici.platform.outcome.Outcome;
import reactor.core.publisher.Mono;

/**
 * A day's two bills made one: payments and refunds from the bill of trades, which knows our refund numbers; fees, payouts to the
 * bank and all else from the bill of the account. Each is asked for by day and fetched from an address that is good for 30 s.
 */
final class AlipayBills {

    /** Alipay promises a day's bill for 9:00 of the next; at noon, one that does not exist says that nothing moved. */
    private static final LocalTime SURELY_READY = LocalTime.NOON;

    private final AlipayGateway gateway;
    private final OneTry wire;
    private final ProviderCalls calls;
    private final Clock clock;

    AlipayBills(AlipayGateway gateway, OneTry wire, ProviderCalls calls, Clock clock) {
        this.gateway = gateway;
        this.wire = wire;
        this.calls = calls;
        this.clock = clock;
    }

    /** One of the two: Alipay's word for it, and how it is read. */
    private record Part(String type, BillReader reader) {}

    private static final Part TRADES = new Part("trade", TradeBill::lines);
    private static final Part ACCOUNT = new Part("signcustomer", AccountBill::lines);

    Mono<Outcome<Bill>> of(LocalDate day) {
        return part(TRADES, day)
                .flatMap(trades -> trades.fold(
                        lines -> part(ACCOUNT, day).map(account -> account.map(more -> bill(day, lines, more))),
                        refusal -> Mono.just(Outcome.refused(refusal))));
    }

    private static Bill bill(LocalDate day, List<BillLine> trades, List<BillLine> account) {
        List<BillLine> all = new ArrayList<>(trades);
        all.addAll(account);
        return new Bill(AlipayProvider.WORD, day, List.copyOf(all));
    }

    private Mono<Outcome<List<BillLine>>> part(Part part, LocalDate day) {
        return address(part, day).flatMap(answer -> {
            if (answer.code().isDone()) {
                return fetched(part, answer.response().getBillDownloadUrl()).map(Outcome::done);
            }
            if (answer.code().says("BILL_NOT_EXIST") || answer.code().says("NO_BILL_DATA")) {
                return Mono.just(none(day));
            }
            return Mono.error(gateway.outage("bill", answer.code().word()));
        });
    }

    private Mono<AlipayGateway.Answer<AlipayDataDataserviceBillDownloadurlQueryResponse>> address(
            Part part, LocalDate day) {
        AlipayDataDataserviceBillDownloadurlQueryModel model = new AlipayDataDataserviceBillDownloadurlQueryModel();
        model.setBillType(part.type());
        model.setBillDate(day.toString());
        AlipayDataDataserviceBillDownloadurlQueryRequest request =
                new AlipayDataDataserviceBillDownloadurlQueryRequest();
        request.setBizModel(model);
        return gateway.ask("bill", request);
    }

    private Outcome<List<BillLine>> none(LocalDate day) {
        Instant ready =
                day.plusDays(1).atTime(SURELY_READY).atZone(ShanghaiTime.ZONE).toInstant();
        return clock.instant().isBefore(ready) ? Outcome.refused(ProviderReason.NO_BILL_YET) : Outcome.done(List.of());
    }

    private Mono<List<BillLine>> fetched(Part part, @Nullable String address) {
        return calls.make("bill file", () -> {
            if (address == null) {
                throw gateway.outage("bill", "no address");
            }
            try {
                return BillZip.read(wire.get(address), part.reader());
            } catch (UnbelievableBill wrong) {
                throw gateway.outage("bill file", String.valueOf(wrong.getMessage()));
            } catch (OneTry.BadStatus status) {
                throw gateway.outage("bill file", status.code());
            } catch (IOException | IllegalArgumentException error) {
                throw gateway.outage("bill file", error.getClass().getSimpleName());
            }
        });
    }
}
