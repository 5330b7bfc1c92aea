package org.yici.donations.payment.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.yici.donations.World;
import org.yici.donations.donation.CreatedDonation;
import org.yici.donations.payment.reconciliation.ReadBill;
import org.yici.donations.payment.reconciliation.statement.CamtOf;
import org.yici.donations.payment.reconciliation.statement.StatementId;
import org.yici.donations.payment.reconciliation.statement.Treasurer;
import org.yici.donations.payment.simulator.Postman;
import org.yici.donations.payment.simulator.wechat.SimulatedWechat;

/** From a donor's phone to the charity's account: WeChat Pay settles, its bill says so, and so does the bank's statement. */
class SettlementAtBankTest {

    private static final MovableClock CLOCK = new MovableClock();
    private static final SimulatedWechat WECHAT = new SimulatedWechat(CLOCK);
    private static final World WORLD = World.with(WECHAT.settings().entrySet().stream()
            .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
            .toArray(String[]::new));
    private static final Duration AGO = Duration.ofDays(-3);

    private final AtProvider wechat = new AtProvider(WORLD, "wechat");

    @AfterAll
    static void close() {
        WECHAT.close();
    }

    @Test
    void a_provider_s_settlement_stands_on_the_bank_s_statement_and_nothing_is_open() {
        CreatedDonation gift = wechat.gift(20_000);
        wechat.look(gift, "Windows");
        String order = wechat.order(gift);
        CLOCK.at(AGO, () -> WECHAT.pay(order));
        URI callback = URI.create(WORLD.address() + "/callbacks/wechat/payment");
        assertThat(new Postman(callback).carry(WECHAT.notices().paid(order).letter()))
                .isBetween(200, 204);
        CLOCK.at(AGO, () -> WECHAT.settle(19_880));
        LocalDate day = LocalDate.now(ZoneId.of("Asia/Shanghai")).plusDays(AGO.toDays());
        new ReadBill(WORLD).of("wechat", day);
        assertThat(wechat.account("bank:main")).isEqualTo(19_880);

        Treasurer cashier = new Treasurer(WORLD, "cashier");
        LocalDate next = day.plusDays(1);
        StatementId statement = cashier.files(
                new CamtOf(day, next, 1_000_000)
                        .in(next, 19_880, "20180505000001", "财付通支付科技有限公司", "商户提现")
                        .out(next, 500, "20180505000002", "某银行")
                        .bytes(),
                "对账单.xml");
        assertThat(cashier.page(statement)).contains("进来的钱都有着落", "对上了：微信支付的结算");
        assertThat(cashier.page("/staff/payments/discrepancies")).contains("都对得上");
        assertThat(cashier.page("/staff/payments/statements")).contains("都有着落");
        assertThat(WORLD.number("select count(*) from donations.bank_line l join ledger.journals j"
                        + " on j.sequence = l.settlement and j.kind = 'settlement' and j.amount = l.fen"))
                .isEqualTo(1);
        assertThat(wechat.account("bank:main")).as("no money moves here").isEqualTo(19_880);
    }
}
