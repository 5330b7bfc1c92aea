package org.yici.donations.payment.counter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yici.donations.World.done;
import static org.yici.donations.World.world;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.yici.donations.World;
import org.yici.donations.campaign.OpenCampaign;
import org.yici.donations.donation.Donor;
import org.yici.donations.donation.Giving;
import org.yici.donations.donation.NewDonation;
import org.yici.donations.payment.counter.SheetOf.Format;
import org.yici.ledger.CampaignCode;
import org.yici.ledger.Money;
import org.yici.platform.web.IdempotencyKey;
import reactor.core.publisher.Flux;

class BookingTest {

    private static final int LINES = 2_500;

    private final World world = world();

    @Test
    void a_booking_that_breaks_off_anywhere_goes_on_and_doubles_nothing() {
        CounterBatchId batch = submitted("daily-kindness", LINES);
        confirmedButLeft(batch);
        BookBatches booking = world.bean(BookBatches.class);
        for (int millis = 5; millis < 300; millis += 40) {
            booking.book(batch)
                    .timeout(Duration.ofMillis(millis))
                    .onErrorReturn(false)
                    .block(World.PATIENCE);
        }
        loseWhatIsWrittenDown(batch);
        assertThat(booking.book(batch).block(World.PATIENCE)).isTrue();
        eachOnce(batch, LINES);
    }

    @Test
    void two_who_book_the_same_batch_do_it_once() {
        CounterBatchId batch = submitted("daily-kindness", LINES);
        confirmedButLeft(batch);
        Flux.merge(
                        world.bean(BookBatches.class).book(batch),
                        world.bean(BookBatches.class).book(batch),
                        world.bean(BookBatches.class).book(batch))
                .blockLast(World.PATIENCE);
        eachOnce(batch, LINES);
    }

    @Test
    void a_booking_that_goes_on_weeks_later_doubles_nothing() throws SQLException {
        CounterBatchId batch = submitted("daily-kindness", 20);
        confirmedButLeft(batch);
        world.bean(BookBatches.class).book(batch).block(World.PATIENCE);
        loseWhatIsWrittenDown(batch);
        try (Connection owner = world.asOwner();
                Statement forget = owner.createStatement()) {
            forget.execute("delete from donations.gift_key where id in (select id from donations.donation"
                    + " where method in ('cash', 'bank'))");
        }
        world.bean(BookBatches.class).book(batch).block(World.PATIENCE);
        eachOnce(batch, 20);
    }

    @Test
    void what_was_given_to_a_campaign_in_its_days_is_booked_for_it_although_it_has_closed_since() {
        String code = campaign();
        CounterBatchId batch = submitted(code, 3);
        done(world.bean(OpenCampaign.class).close(CampaignCode.of(code)));
        confirmedButLeft(batch);
        assertThat(world.bean(BookBatches.class).book(batch).block(World.PATIENCE))
                .isTrue();
        eachOnce(batch, 3);
        assertThat(world.number("select count(*) from donations.donation where campaign = '" + code + "'"))
                .as("and for no other")
                .isEqualTo(3);
    }

    @Test
    void a_line_that_cannot_be_booked_is_held_with_its_reason_and_the_others_go_on() {
        CounterBatchId batch = submitted("daily-kindness", 3);
        takeTheKeyOf(batch, 2);
        confirmedButLeft(batch);
        assertThat(world.bean(BookBatches.class).book(batch).block(World.PATIENCE))
                .isFalse();
        Clerk cashier = new Clerk("cashier");
        assertThat(cashier.page(Clerk.HOME + "/" + batch)).contains("已记账 2 / 3 笔", "有 1 笔现在记不上");
        assertThat(cashier.page(Clerk.HOME + "/" + batch + "?show=held"))
                .contains("捐赠人1", "现在记不上", "请把这一行和“idempotency-key-reused”告诉管理员");
        assertThat(cashier.page(Clerk.HOME + "/" + batch + "/progress")).contains("<progress", "有 1 笔现在记不上");
    }

    private String campaign() {
        String code = "counter-" + UUID.randomUUID().toString().substring(0, 8);
        done(world.bean(OpenCampaign.class).fileAndOpen(World.kindness(code)));
        return code;
    }

    /** As if another request had come under the key of this line: nothing passes by itself here. */
    private void takeTheKeyOf(CounterBatchId batch, int line) {
        NewDonation other = new NewDonation(
                CampaignCode.of("daily-kindness"), Money.ofFen(1), "bank", null, null, new Donor.Anonymous(null));
        done(world.bean(Giving.class)
                .createAtCounter(
                        other, IdempotencyKey.of("counter-gift/" + batch + "/line/" + line), new byte[] {1, 2, 3}));
    }

    private CounterBatchId submitted(String campaign, int lines) {
        SheetOf sheet = new SheetOf().row("日期", "姓名", "金额", "流水号");
        String tag = UUID.randomUUID().toString().substring(0, 8);
        for (int i = 0; i < lines; i++) {
            sheet.row("2018-05-04", "捐赠人" + i, "1.00", tag + "-" + i);
        }
        Clerk intake = new Clerk("intake");
        CounterBatchId batch = intake.drafted(sheet.as(Format.CSV), "many.csv", "bank", campaign);
        intake.does(batch, "submission");
        return batch;
    }

    /** Confirmed, but the loop is kept off it, as if its process had died. */
    private void confirmedButLeft(CounterBatchId batch) {
        owner("update donations.counter_batch set state = 'CONFIRMED', decided_by = 'cashier', decided_at = now(),"
                + " try_at = now() + interval '1 hour' where number = " + batch);
    }

    /** As when the process dies after booking and before writing it down. */
    private void loseWhatIsWrittenDown(CounterBatchId batch) {
        owner("update donations.counter_line set donation = null, sequence = null where batch = " + batch
                + " and line % 2 = 0");
        owner("alter table donations.counter_batch disable trigger counter_batch_moves;"
                + " update donations.counter_batch set state = 'CONFIRMED', try_at = now() + interval '1 hour', booked ="
                + " (select count(sequence) from donations.counter_line where batch = number) where number = " + batch
                + "; alter table donations.counter_batch enable trigger counter_batch_moves");
    }

    private void owner(String sql) {
        try (Connection owner = world.asOwner();
                Statement statement = owner.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void eachOnce(CounterBatchId batch, int lines) {
        assertThat(world.number("select count(*) from donations.counter_line l join donations.donation d"
                        + " on d.reference = l.reference and d.method = 'bank' where l.batch = " + batch))
                .as("gifts")
                .isEqualTo(lines);
        assertThat(world.number("select count(*) from donations.counter_line l join ledger.journals j"
                        + " on j.sequence = l.sequence and j.key = 'donation/' || l.donation where l.batch = " + batch))
                .as("journals")
                .isEqualTo(lines);
        assertThat(world.number("select count(distinct sequence) from donations.counter_line where batch = " + batch))
                .isEqualTo(lines);
        assertThat(world.number(
                        "select booked from donations.counter_batch where state = 'BOOKED' and number = " + batch))
                .isEqualTo(lines);
    }
}
