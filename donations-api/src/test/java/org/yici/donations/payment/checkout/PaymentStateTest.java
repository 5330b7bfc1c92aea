package org.yici.donations.payment.checkout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yici.donations.payment.checkout.PaymentState.CLOSED;
import static org.yici.donations.payment.checkout.PaymentState.CREATED;
import static org.yici.donations.payment.checkout.PaymentState.LATE;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.yici.donations.payment.checkout.PaymentState.Event;

class PaymentStateTest {

    @Test
    void the_table_answers_every_event_in_every_state() {
        for (PaymentState state : PaymentState.values()) {
            for (Event event : Event.values()) {
                assertThat(state.after(event)).as(state + " " + event).isNotNull();
            }
        }
    }

    @Test
    void every_state_but_the_first_can_be_reached() {
        assertThat(PaymentState.values())
                .filteredOn(next -> next != CREATED)
                .allSatisfy(next -> assertThat(PaymentState.values()).anyMatch(before -> Arrays.stream(Event.values())
                        .anyMatch(event ->
                                before.after(event).filter(next::equals).isPresent())));
    }

    @Test
    void money_that_comes_after_the_end_is_kept() {
        assertThat(CLOSED.after(Event.PAYMENT)).contains(LATE);
    }

    @Test
    void what_was_paid_is_never_unpaid_or_closed_or_paid_again() {
        assertThat(PaymentState.values()).filteredOn(PaymentState::wasPaid).allSatisfy(state -> {
            assertThat(state.after(Event.PAYMENT)).isEmpty();
            assertThat(state.after(Event.CLOSING)).isEmpty();
            assertThat(Event.values())
                    .allSatisfy(event -> assertThat(state.after(event).filter(next -> !next.wasPaid()))
                            .isEmpty());
        });
    }
}
