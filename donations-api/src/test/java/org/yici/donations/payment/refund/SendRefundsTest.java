package org.yici.donations.payment.refund;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yici.donations.World.done;
import static org.yici.donations.World.refusal;
import static org.yici.donations.payment.refund.RefundDesk.CASHIER;
import static org.yici.donations.payment.refund.RefundDesk.DEPUTY;

import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.yici.donations.World;
import org.yici.donations.donation.CreatedDonation;
import org.yici.donations.donation.Donations;
import org.yici.donations.payment.PaymentMethod;
import org.yici.donations.payment.discrepancy.Discrepancies;
import org.yici.donations.payment.order.OrderNumber;
import org.yici.donations.payment.order.ProviderOutage;
import org.yici.donations.payment.order.RefundState;
import org.yici.ledger.AccountCode;
import org.yici.ledger.Ledger;
import org.yici.ledger.Money;
import org.yici.platform.database.Transactions;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What is approved reaches the donor once, whatever happens on the way. */
class SendRefundsTest {

    private final RefundDesk desk = new RefundDesk();

    @Test
    void a_crash_between_approval_and_sending_costs_a_pause_and_nothing_else() {
        CreatedDonation gift = desk.given(1_000);
        Refund refund = desk.approved(gift, 1_000, "退回");
        desk.change("update donations.refund set status = 'SENT', tries = 1, due_at = now() + interval '15 seconds'"
                + " where id = '" + refund.id() + "'");
        desk.round();
        assertThat(desk.now(refund).status()).as("taken by whoever crashed").isEqualTo(RefundStatus.SENT);
        desk.roundAfterThePause(refund);
        assertMovedOnce(refund, gift);
    }

    @Test
    void a_crash_between_sending_and_confirming_moves_money_once() {
        CreatedDonation gift = desk.given(1_000);
        Refund refund = desk.approved(gift, 1_000, "退回 #lost");
        desk.round();
        assertThat(desk.now(refund).status()).as("nobody knows").isEqualTo(RefundStatus.SENT);
        assertThat(desk.sentBack(gift)).as("the provider does").isEqualTo(1_000);
        assertThat(desk.journals("refund-paid", gift)).isZero();
        desk.roundAfterThePause(refund);
        assertMovedOnce(refund, gift);
    }

    @Test
    void an_outage_is_tried_again_under_the_same_number_with_growing_pauses() {
        FakeProvider away = new FakeProvider(back -> Mono.error(new ProviderOutage("sandbox", "refund", "503")));
        CreatedDonation gift = desk.given(1_000);
        Refund refund = desk.approved(gift, 1_000, "退回");
        for (int i = 0; i < 4; i++) {
            desk.change("update donations.refund set due_at = now() where id = '" + refund.id() + "'");
            sending(away).round().block(World.PATIENCE);
        }
        assertThat(desk.now(refund).status()).isEqualTo(RefundStatus.SENT);
        assertThat(desk.now(refund).sending().number())
                .isEqualTo(refund.sending().number());
        assertThat(desk.world.number(
                        "select extract(epoch from due_at - now())::bigint from donations.refund where id = '"
                                + refund.id() + "'"))
                .as("15, 30, 60, 120 seconds")
                .isBetween(100L, 120L);
        desk.roundAfterThePause(refund);
        assertMovedOnce(refund, gift);
    }

    @Test
    void several_instances_never_ask_for_the_same_at_once() {
        FakeProvider provider = FakeProvider.thatDoesIt();
        List<CreatedDonation> gifts = List.of(desk.given(100), desk.given(200), desk.given(300), desk.given(400));
        gifts.forEach(gift -> desk.approved(gift, gift.content().amount().fen(), "退回"));
        Flux.range(0, 6).flatMap(i -> sending(provider).round()).blockLast(World.PATIENCE);
        assertThat(provider.asked).doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(4);
        gifts.forEach(gift -> assertThat(desk.journals("refund-paid", gift)).isEqualTo(1));
        desk.booksAreRight();
    }

    @Test
    void a_provider_that_answers_later_is_asked_again() {
        CreatedDonation gift = desk.given(1_000);
        Refund refund = desk.approved(gift, 1_000, "退回 #later");
        desk.round();
        assertThat(desk.now(refund).status()).isEqualTo(RefundStatus.SENT);
        desk.change("update donations.sandbox_refund set done_at = now() where donation = '" + gift.id() + "'");
        desk.roundAfterThePause(refund);
        assertMovedOnce(refund, gift);
    }

    @Test
    void a_provider_that_says_so_by_itself_is_heard_however_often() {
        CreatedDonation gift = desk.given(1_000);
        Refund refund = desk.approved(gift, 1_000, "退回 #later");
        desk.round();
        HearRefund hearing = desk.world.bean(HearRefund.class);
        OrderNumber number = refund.sending().number();
        RefundState yes = new RefundState.Done("notice-7", 1_000);
        assertThat(refusal(hearing.hear(number, new RefundState.Done("notice-7", 999))))
                .isEqualTo("refund-other-amount");
        Flux.range(0, 20).flatMap(i -> hearing.hear(number, yes)).blockLast(World.PATIENCE);
        assertThat(done(hearing.hear(number, yes)).status()).isEqualTo(RefundStatus.DONE);
        assertThat(desk.journals("refund-paid", gift)).isEqualTo(1);
        assertThat(refusal(hearing.hear(new OrderNumber("0".repeat(25)), yes))).isEqualTo("not-found");
        desk.booksAreRight();
    }

    @Test
    void what_a_provider_refuses_waits_for_a_cashier_who_sends_it_again_under_a_new_number() {
        CreatedDonation gift = desk.given(1_000);
        Refund refund = desk.approved(gift, 1_000, "退回 #fail");
        desk.round();
        assertThat(desk.now(refund).status()).isEqualTo(RefundStatus.FAILED);
        desk.roundAfterThePause(refund);
        assertThat(desk.now(refund).status()).as("nobody sends it meanwhile").isEqualTo(RefundStatus.FAILED);

        FinishByHand byHand = desk.world.bean(FinishByHand.class);
        Refund again = done(byHand.sendAgain(CASHIER, refund.id()));
        assertThat(again.status()).isEqualTo(RefundStatus.APPROVED);
        assertThat(again.sending().number()).isNotEqualTo(refund.sending().number());
        sending(FakeProvider.thatDoesIt()).round().block(World.PATIENCE);
        assertThat(desk.now(refund).status()).isEqualTo(RefundStatus.DONE);
        assertThat(refusal(byHand.sendAgain(CASHIER, refund.id()))).isEqualTo("step-not-open");
        assertThat(desk.journals("refund-paid", gift)).isEqualTo(1);
        desk.booksAreRight();
    }

    @Test
    void a_cashier_pays_it_from_the_cash_box_and_a_late_word_of_the_provider_is_no_second_journal() {
        CreatedDonation gift = desk.given(1_000);
        Refund refund = desk.approved(gift, 1_000, "退回 #fail");
        desk.round();
        long box = cashBox();
        FinishByHand byHand = desk.world.bean(FinishByHand.class);
        Refund paid = done(byHand.pay(CASHIER, refund.id(), FinishByHand.Source.CASH, "收条 0417"));
        assertThat(paid.status()).isEqualTo(RefundStatus.DONE);
        assertThat(cashBox()).isEqualTo(box - 1_000);
        assertThat(refusal(byHand.pay(CASHIER, refund.id(), FinishByHand.Source.CASH, "收条 0418")))
                .isEqualTo("step-not-open");
        assertThat(refusal(desk.world
                        .bean(HearRefund.class)
                        .hear(refund.sending().number(), new RefundState.Done("late", 1_000))))
                .isEqualTo("refund-paid-twice");
        assertThat(desk.journals("refund-paid", gift)).isEqualTo(1);
        desk.booksAreRight();
    }

    @Test
    void cash_goes_back_in_cash() {
        CreatedDonation gift = desk.given(1_000);
        desk.change("update donations.donation set method = 'cash' where id = '" + gift.id() + "'");
        Refund refund = desk.approved(gift, 1_000, "退回");
        desk.round();
        assertThat(desk.now(refund).status()).isEqualTo(RefundStatus.BY_HAND);
        FinishByHand byHand = desk.world.bean(FinishByHand.class);
        assertThat(refusal(byHand.sendAgain(CASHIER, refund.id()))).isEqualTo("refund-no-provider");
        done(byHand.pay(CASHIER, refund.id(), FinishByHand.Source.SAME_WAY, "收条 0419"));
        assertThat(desk.journals("refund-paid", gift)).isEqualTo(1);
        desk.booksAreRight();
    }

    @Test
    void whoever_approved_hands_out_no_money() {
        CreatedDonation gift = desk.given(1_000);
        Refund refund = desk.proposed(gift, 1_000, "退回 #fail");
        done(desk.world.bean(DecideRefund.class).approve(DEPUTY, refund.id(), null, null));
        desk.round();
        FinishByHand byHand = desk.world.bean(FinishByHand.class);
        assertThat(refusal(byHand.pay(DEPUTY, refund.id(), FinishByHand.Source.CASH, "收条 1")))
                .isEqualTo("same-person");
        assertThat(refusal(byHand.sendAgain(DEPUTY, refund.id()))).isEqualTo("same-person");
        assertThat(desk.now(refund).status()).isEqualTo(RefundStatus.FAILED);
    }

    private void assertMovedOnce(Refund refund, CreatedDonation gift) {
        assertThat(desk.now(refund).status()).isEqualTo(RefundStatus.DONE);
        assertThat(desk.sentBack(gift)).isEqualTo(1_000);
        assertThat(desk.world.number(
                        "select count(*) from donations.sandbox_refund where donation = '" + gift.id() + "'"))
                .isEqualTo(1);
        assertThat(desk.journals("refund", gift)).isEqualTo(1);
        assertThat(desk.journals("refund-paid", gift)).isEqualTo(1);
        desk.booksAreRight();
    }

    private long cashBox() {
        return desk.world
                .bean(Ledger.class)
                .balance(AccountCode.clearing("cash"))
                .defaultIfEmpty(Money.ZERO)
                .block(World.PATIENCE)
                .fen();
    }

    @Test
    void a_provider_that_is_switched_off_is_waited_for_half_a_day_and_then_a_person_looks() {
        CreatedDonation gift = desk.given(1_000);
        Refund refund = desk.approved(gift, 1_000, "退回 #lost");
        desk.round();
        SendRefunds without = sending(List.of());
        for (int tries = 0; tries < 25; tries++) {
            desk.change("update donations.refund set due_at = now() where id = '" + refund.id() + "'");
            without.round().block(World.PATIENCE);
            assertThat(desk.now(refund).status())
                    .as("after " + tries)
                    .isEqualTo(tries < 19 ? RefundStatus.SENT : RefundStatus.FAILED);
        }
        desk.booksAreRight();
    }

    private SendRefunds sending(FakeProvider provider) {
        return sending(List.of(provider));
    }

    /** An instance of the service with other providers behind it. */
    private SendRefunds sending(List<PaymentMethod> providers) {
        World world = desk.world;
        return new SendRefunds(
                world.bean(Refunds.class),
                world.bean(RefundWriting.class),
                world.bean(RefundSteps.class),
                world.bean(Donations.class),
                new ReturnWays(providers),
                world.bean(HearRefund.class),
                world.bean(Chargebacks.class),
                world.bean(WithoutProvider.class),
                world.bean(Discrepancies.class),
                world.bean(Transactions.class),
                Clock.systemUTC());
    }
}
