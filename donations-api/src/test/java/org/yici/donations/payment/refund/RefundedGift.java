package org.yici.donations.payment.refund;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yici.donations.World.done;

import java.util.List;
import org.yici.donations.World;
import org.yici.donations.donation.CreatedDonation;
import org.yici.ledger.Money;

/** Two people of the office give a gift back, and the provider is asked to. */
public final class RefundedGift {

    private final World world;

    public RefundedGift(World world) {
        this.world = world;
        List.of(RefundDesk.CASHIER, RefundDesk.APPROVER).forEach(world::signIn);
    }

    /** Until the provider has said that it is done. */
    public void refund(CreatedDonation gift, long fen) {
        Refund proposed =
                done(world.bean(ProposeRefund.class).propose(RefundDesk.CASHIER, gift.id(), Money.ofFen(fen), "付错了"));
        done(world.bean(DecideRefund.class).approve(RefundDesk.APPROVER, proposed.id(), null, null));
        for (int i = 0; i < 200 && status(proposed) != RefundStatus.DONE; i++) {
            World.pause(50);
        }
        assertThat(status(proposed)).isEqualTo(RefundStatus.DONE);
    }

    /** Until the provider has it; its number there. */
    public String sent(CreatedDonation gift, long fen) {
        Refund proposed =
                done(world.bean(ProposeRefund.class).propose(RefundDesk.CASHIER, gift.id(), Money.ofFen(fen), "付错了"));
        done(world.bean(DecideRefund.class).approve(RefundDesk.APPROVER, proposed.id(), null, null));
        for (int i = 0; i < 200 && status(proposed) != RefundStatus.SENT; i++) {
            World.pause(50);
        }
        assertThat(status(proposed)).isEqualTo(RefundStatus.SENT);
        return world.text("select sending from donations.refund where id = '" + proposed.id() + "'")
                .orElseThrow();
    }

    public String statusOf(String number) {
        return world.text("select status from donations.refund where sending = '" + number + "'")
                .orElseThrow();
    }

    private RefundStatus status(Refund refund) {
        return world.bean(Refunds.class).find(refund.id()).block(World.PATIENCE).status();
    }
}
