package org.yici.donations.payment.wechat;

import com.wechat.pay.java.service.billdownload.BillDownloadServiceExtension;
import com.wechat.pay.java.service.billdownload.DigestBillEntity;
import com.wechat.pay.java.service.billdownload.model.AccountType;
import com.wechat.pay.java.service.billdownload.model.BillType;
import com.wechat.pay.java.service.billdownload.model.GetFundFlowBillRequest;
import com.wechat.pay.java.service.billdownload.model.GetTradeBillRequest;
import com.wechat.pay.java.service.billdownload.model.TarType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.yici.donations.payment.order.Bill;
import org.yici.donations.payment.order.BillLine;
import org.yici.donations.payment.order.ProviderReason;
import org.yici.donations.payment.wechat.bill.FundFlowBill;
import org.yici.donations.payment.wechat.bill.TradeBill;
import org.yici.platform.outcome.Outcome;
import reactor.core.publisher.Mono;

/**
 * WeChat Pay's account of a day, there from ten o'clock of the next on, for three months. Two bills make it: the trade bill
 * knows payments and refunds, the fund flow bill fees and settlements.
 */
final class WechatBills {

    /** About 200,000 lines, unzipped. */
    private static final int MOST_BYTES = 64 << 20;

    private final BillDownloadServiceExtension service;
    private final WechatCalls calls;

    WechatBills(WechatClient client, WechatCalls calls) {
        this.service = client.bills();
        this.calls = calls;
    }

    Mono<Outcome<Bill>> bill(LocalDate day) {
        return trade(day)
                .flatMap(trade -> trade.fold(
                        payments -> fundFlow(day)
                                .map(flow -> flow.map(fees -> new Bill(
                                        WechatProvider.WORD,
                                        day,
                                        Stream.concat(payments.stream(), fees.stream())
                                                .toList()))),
                        refusal -> Mono.just(Outcome.refused(refusal))));
    }

    private Mono<Outcome<List<BillLine>>> trade(LocalDate day) {
        GetTradeBillRequest request = new GetTradeBillRequest();
        request.setBillDate(day.toString());
        request.setBillType(BillType.ALL);
        request.setTarType(TarType.GZIP);
        return calls.make("trade bill", () -> TradeBill.lines(text(service.getTradeBill(request))))
                .map(answer -> answer.fold(Outcome::done, code -> none("trade bill", code)));
    }

    private Mono<Outcome<List<BillLine>>> fundFlow(LocalDate day) {
        GetFundFlowBillRequest request = new GetFundFlowBillRequest();
        request.setBillDate(day.toString());
        request.setAccountType(AccountType.BASIC);
        request.setTarType(TarType.GZIP);
        return calls.make("fund flow bill", () -> FundFlowBill.lines(text(service.getFundFlowBill(request))))
                .map(answer -> answer.fold(Outcome::done, code -> none("fund flow bill", code)));
    }

    private Outcome<List<BillLine>> none(String call, String code) {
        return switch (code) {
            case "NO_STATEMENT_EXIST" -> Outcome.done(List.of());
            case "STATEMENT_CREATING" -> Outcome.refused(ProviderReason.NO_BILL_YET);
            default -> throw calls.outage(call, code);
        };
    }

    /** The file itself is not signed; its hash is, and holds once everything is read (the SDK answers that only once). */
    private static String text(DigestBillEntity bill) {
        try (InputStream in = bill.getInputStream()) {
            byte[] bytes = in.readNBytes(MOST_BYTES);
            if (in.read() >= 0) {
                throw new IllegalStateException("a bill of more than " + MOST_BYTES + " bytes");
            }
            if (!bill.verifyHash()) {
                throw new IllegalStateException("a bill that is not what its hash says");
            }
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
