package org.yici.donations.payment.refund;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yici.donations.World.done;
import static org.yici.donations.World.key;
import static org.yici.donations.World.world;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.yici.donations.Loop;
import org.yici.donations.World;
import org.yici.donations.campaign.OpenCampaign;
import org.yici.donations.donation.CreatedDonation;
import org.yici.donations.donation.Giving;
import org.yici.ledger.AccountCode;
import org.yici.ledger.AidKind;
import org.yici.ledger.FundCode;
import org.yici.ledger.GrantCode;
import org.yici.ledger.Ledger;
import org.yici.ledger.Money;
import org.yici.ledger.MoneyMoves;
import org.yici.platform.staff.DemoStaff;
import org.yici.platform.staff.StaffMember;

/** A campaign with a fund of its own, the people of the office, and the provider's round only when a test wants it. */
public final class RefundDesk {

    public static final StaffMember CASHIER = DemoStaff.named("cashier");
    public static final StaffMember REVIEWER = DemoStaff.named("reviewer");
    public static final StaffMember APPROVER = DemoStaff.named("approver");
    /** Holds all of these roles at once. */
    public static final StaffMember DEPUTY = DemoStaff.named("deputy");

    private static boolean staffed;

    public final World world = world();
    public final String campaign = "back-" + UUID.randomUUID().toString().substring(0, 8);

    public RefundDesk() {
        open();
        done(world.bean(OpenCampaign.class).fileAndOpen(World.kindness(campaign)));
    }

    private static synchronized void open() {
        if (!staffed) {
            world().bean("refundsLoop", Loop.class).stop();
            List.of(CASHIER, REVIEWER, APPROVER, DEPUTY).forEach(world()::signIn);
            staffed = true;
        }
    }

    /** A gift in the books. */
    public CreatedDonation given(long fen) {
        CreatedDonation gift = wished(fen);
        assertThat(world.booked(gift)).isPositive();
        return gift;
    }

    public CreatedDonation wished(long fen) {
        return done(world.bean(Giving.class).create(World.gift(campaign, fen), key(), new byte[] {1}));
    }

    /** Somebody is granted so much from the fund; the oldest fen first. */
    public void granted(long fen) {
        assertThat(grantedIfThere(fen)).isTrue();
    }

    /** False when the fund has not that much. */
    public boolean grantedIfThere(long fen) {
        String grant = "G-" + UUID.randomUUID().toString().substring(0, 18);
        return world.bean(Ledger.class)
                .post(List.of(MoneyMoves.awardCommitted(
                        "award/" + grant,
                        Instant.parse("2018-05-04T03:02:01Z"),
                        GrantCode.of(grant),
                        AidKind.SCHOOLING,
                        Map.of(FundCode.of(campaign), Money.ofFen(fen)))))
                .block(World.PATIENCE)
                .get(0)
                .sequence()
                .isPresent();
    }

    public Refund proposed(CreatedDonation gift, long fen, String reason) {
        return done(world.bean(ProposeRefund.class).propose(CASHIER, gift.id(), Money.ofFen(fen), reason));
    }

    public Refund approved(CreatedDonation gift, long fen, String reason) {
        Refund refund = proposed(gift, fen, reason);
        return done(world.bean(DecideRefund.class).approve(APPROVER, refund.id(), null, null));
    }

    public Refund now(Refund refund) {
        return world.bean(Refunds.class).find(refund.id()).block(World.PATIENCE);
    }

    /** Everything that is due is tried once. */
    public void round() {
        world.bean(SendRefunds.class).round().block(World.PATIENCE);
    }

    /** As though the pause were over. */
    public void roundAfterThePause(Refund refund) {
        change("update donations.refund set due_at = now() where id = '" + refund.id() + "'");
        round();
    }

    public long fund() {
        return world.bean(Ledger.class)
                .balance(AccountCode.fund(FundCode.of(campaign)))
                .block(World.PATIENCE)
                .fen();
    }

    /** Fen that the provider has sent back of a gift. */
    public long sentBack(CreatedDonation gift) {
        return world.number("select coalesce(sum(amount), 0) from donations.sandbox_refund where donation = '"
                + gift.id() + "' and (state = 'DONE' or done_at <= now())");
    }

    /** Journals of a kind about a gift or about refunds of it. */
    public long journals(String kind, CreatedDonation gift) {
        long sequence = world.sequenceOf(gift);
        return world.number("select count(*) from ledger.journals where kind = '" + kind + "' and (of_sequence = "
                + sequence + " or of_sequence in (select sequence from ledger.journals where of_sequence = " + sequence
                + "))");
    }

    /** The id of a gift's newest refund. */
    public String idOfLast(CreatedDonation gift) {
        List<Refund> all =
                world.bean(Refunds.class).ofGift(gift.id()).collectList().block(World.PATIENCE);
        return all.get(all.size() - 1).id().toString();
    }

    public String status(CreatedDonation gift) {
        return world.status(gift);
    }

    /** Every promise of the ledger, as its owner checks it. */
    public void booksAreRight() {
        assertThat(broken()).isEmpty();
    }

    private List<String> broken() {
        try (Connection owner = world.asOwner();
                ResultSet found = owner.createStatement().executeQuery("select * from ledger.audit()")) {
            List<String> broken = new ArrayList<>();
            while (found.next()) {
                broken.add(found.getString(1) + " " + found.getString(2) + " " + found.getString(3));
            }
            return broken;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As the owner reads it. */
    public String text(String sql) {
        try (Connection owner = world.asOwner();
                ResultSet found = owner.createStatement().executeQuery(sql)) {
            assertThat(found.next()).isTrue();
            return found.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public void change(String sql) {
        try (Connection owner = world.asOwner()) {
            owner.createStatement().executeUpdate(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
