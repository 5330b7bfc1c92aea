package org.yici.donations.donation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yici.donations.donation.DonationStatus.CLOSED;
import static org.yici.donations.donation.DonationStatus.PAID;
import static org.yici.donations.donation.DonationStatus.PENDING;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.yici.donations.donation.DonationStatus.Event;

class DonationStatusTest {

    @Test
    void the_table_answers_every_event_in_every_status() {
        for (DonationStatus status : DonationStatus.values()) {
            for (Event event : Event.values()) {
                assertThat(status.after(event)).as(status + " " + event).isNotNull();
            }
        }
    }

    @Test
    void every_status_but_the_first_can_be_reached() {
        assertThat(DonationStatus.values())
                .filteredOn(next -> next != PENDING)
                .allSatisfy(next -> assertThat(DonationStatus.values()).anyMatch(before -> Arrays.stream(Event.values())
                        .anyMatch(event ->
                                before.after(event).filter(next::equals).isPresent())));
    }

    @Test
    void money_that_comes_late_is_kept() {
        assertThat(CLOSED.after(Event.PAYMENT)).contains(PAID);
    }

    @Test
    void what_was_paid_is_never_unpaid_or_closed() {
        assertThat(DonationStatus.values()).filteredOn(DonationStatus::wasPaid).allSatisfy(status -> {
            assertThat(status.after(Event.PAYMENT)).isEmpty();
            assertThat(status.after(Event.CLOSING)).isEmpty();
        });
    }
}
