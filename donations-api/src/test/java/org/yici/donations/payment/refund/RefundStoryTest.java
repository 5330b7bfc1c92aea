package org.yici.donations.payment.refund;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yici.donations.World.done;
import static org.yici.donations.World.refusal;
import static org.yici.donations.payment.refund.RefundDesk.APPROVER;
import static org.yici.donations.payment.refund.RefundDesk.CASHIER;
import static org.yici.donations.payment.refund.RefundDesk.REVIEWER;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.yici.donations.donation.CreatedDonation;
import org.yici.ledger.Money;
import org.yici.platform.outcome.Outcome;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** How a gift goes back, from the asking to the donor's having it. */
class RefundStoryTest {

    private final RefundDesk desk = new RefundDesk();

    private AskRefund asking() {
        return desk.world.bean(AskRefund.class);
    }

    private ProposeRefund proposing() {
        return desk.world.bean(ProposeRefund.class);
    }

    private DecideRefund deciding() {
        return desk.world.bean(DecideRefund.class);
    }

    @Test
    void a_donor_asks_one_proposes_another_approves_and_the_provider_sends_it_back() {
        CreatedDonation gift = desk.given(1_000);
        Refund asked = done(asking().ask(gift.id(), null, "多按了一个零"));
        assertThat(asked.status()).isEqualTo(RefundStatus.ASKED);

        Refund proposed = done(proposing().propose(REVIEWER, gift.id(), Money.ofFen(1_000), "退回误捐"));
        assertThat(proposed.id()).isEqualTo(asked.id());
        assertThat(desk.fund()).as("nothing has moved").isEqualTo(1_000);

        Refund approved = done(deciding().approve(APPROVER, asked.id(), Money.ofFen(1_000), "核实过"));
        assertThat(approved.status()).isEqualTo(RefundStatus.APPROVED);
        assertThat(desk.fund()).as("nobody can be granted it").isZero();
        assertThat(desk.status(gift)).isEqualTo("REFUNDED");

        desk.round();
        assertThat(desk.now(asked).status()).isEqualTo(RefundStatus.DONE);
        assertThat(desk.sentBack(gift)).isEqualTo(1_000);
        assertThat(desk.journals("refund", gift)).isEqualTo(1);
        assertThat(desk.journals("refund-paid", gift)).isEqualTo(1);
        desk.booksAreRight();
    }

    @Test
    void its_story_can_be_read_afterwards() {
        CreatedDonation gift = desk.given(1_000);
        Refund asked = done(asking().ask(gift.id(), Money.ofFen(300), "只想捐七元"));
        desk.approved(gift, 300, "退回三元");
        desk.round();
        List<RefundStory.Line> story =
                desk.world.bean(RefundStory.class).of(asked.id()).collectList().block();
        assertThat(story)
                .extracting(RefundStory.Line::act)
                .containsExactly(
                        RefundAct.ASK, RefundAct.PROPOSE, RefundAct.APPROVE, RefundAct.SEND, RefundAct.CONFIRM);
        assertThat(story)
                .extracting(RefundStory.Line::actor)
                .containsExactly(null, CASHIER.username(), APPROVER.username(), null, null);
        assertThat(story.get(0).words()).isEqualTo("只想捐七元");
    }

    @Test
    void a_part_goes_back_and_the_rest_later() {
        CreatedDonation gift = desk.given(1_000);
        desk.approved(gift, 300, "第一次");
        assertThat(desk.status(gift)).isEqualTo("PART_REFUNDED");
        assertThat(refusal(proposing().propose(CASHIER, gift.id(), Money.ofFen(100), "还没完")))
                .as("one at a time")
                .isEqualTo("step-not-open");
        desk.round();
        desk.approved(gift, 700, "第二次");
        desk.round();
        assertThat(desk.status(gift)).isEqualTo("REFUNDED");
        assertThat(desk.sentBack(gift)).isEqualTo(1_000);
        assertThat(desk.fund()).isZero();
        desk.booksAreRight();
    }

    @Test
    void what_was_granted_does_not_go_back_and_the_reason_says_how_much_could() {
        CreatedDonation gift = desk.given(1_000);
        Refund refund = desk.proposed(gift, 1_000, "退回");
        desk.granted(600);
        Outcome<Refund> refused =
                deciding().approve(APPROVER, refund.id(), null, null).block();
        assertThat(refused.<Object>fold(done -> done, refusal -> refusal.reason()))
                .isEqualTo(RefundReason.SPENT);
        assertThat(refused.<Object>fold(done -> done, refusal -> refusal.arguments()))
                .isEqualTo(List.of(Money.ofFen(400)));
        assertThat(desk.now(refund).status()).isEqualTo(RefundStatus.PROPOSED);
        assertThat(desk.status(gift)).isEqualTo("PAID");

        Refund less = desk.proposed(gift, 400, "退回没用掉的");
        assertThat(less.id()).isEqualTo(refund.id());
        done(deciding().approve(APPROVER, refund.id(), Money.ofFen(400), null));
        assertThat(desk.fund()).isZero();
        assertThat(desk.status(gift)).isEqualTo("PART_REFUNDED");
        desk.booksAreRight();
    }

    @Test
    void a_gift_that_was_spent_to_the_last_fen_cannot_even_be_asked_back() {
        CreatedDonation gift = desk.given(1_000);
        desk.granted(1_000);
        assertThat(refusal(asking().ask(gift.id(), null, "想要回来"))).isEqualTo("refund-spent");
        assertThat(refusal(proposing().propose(CASHIER, gift.id(), Money.ofFen(1), "退回")))
                .isEqualTo("refund-spent");
        assertThat(desk.world.number("select count(*) from donations.refund where donation = '" + gift.id() + "'"))
                .isZero();
    }

    @Test
    void a_gift_that_was_not_paid_cannot_go_back() {
        CreatedDonation wish = desk.wished(1_000);
        assertThat(refusal(asking().ask(wish.id(), null, "退"))).isEqualTo("refund-gift-not-paid");
        assertThat(refusal(proposing().propose(CASHIER, wish.id(), Money.ofFen(1), "退回")))
                .isEqualTo("refund-gift-not-paid");
    }

    @Test
    void an_approver_approves_what_was_read_and_nothing_else() {
        CreatedDonation gift = desk.given(1_000);
        Refund refund = desk.proposed(gift, 300, "退三元");
        desk.proposed(gift, 900, "退九元");
        assertThat(refusal(deciding().approve(APPROVER, refund.id(), Money.ofFen(300), null)))
                .isEqualTo("refund-changed");
        assertThat(desk.fund()).isEqualTo(1_000);
    }

    @Test
    void of_many_approvals_at_once_one_counts() {
        CreatedDonation gift = desk.given(1_000);
        Refund refund = desk.proposed(gift, 1_000, "退回");
        long approved = Flux.range(0, 8)
                .flatMap(i -> Mono.defer(() -> deciding().approve(APPROVER, refund.id(), null, null)))
                .filter(outcome -> !outcome.isRefused())
                .count()
                .block();
        assertThat(approved).isEqualTo(1);
        Flux.range(0, 4)
                .flatMap(i -> desk.world.bean(SendRefunds.class).round())
                .blockLast();
        assertThat(desk.now(refund).status()).isEqualTo(RefundStatus.DONE);
        assertThat(desk.journals("refund", gift)).isEqualTo(1);
        assertThat(desk.journals("refund-paid", gift)).isEqualTo(1);
        assertThat(desk.sentBack(gift)).isEqualTo(1_000);
        desk.booksAreRight();
    }

    @Test
    void a_refund_is_declined_and_may_be_asked_for_again() {
        CreatedDonation gift = desk.given(1_000);
        Refund asked = done(asking().ask(gift.id(), null, "想要回来"));
        assertThat(refusal(asking().ask(gift.id(), null, "再说一次"))).isEqualTo("refund-unfinished");
        Refund declined = done(deciding().decline(APPROVER, asked.id(), "请先来电"));
        assertThat(declined.status()).isEqualTo(RefundStatus.DECLINED);
        assertThat(refusal(deciding().decline(APPROVER, asked.id(), "再来一次"))).isEqualTo("step-not-open");
        assertThat(desk.fund()).isEqualTo(1_000);
        assertThat(done(asking().ask(gift.id(), null, "来过电了")).id()).isNotEqualTo(asked.id());
    }
}
