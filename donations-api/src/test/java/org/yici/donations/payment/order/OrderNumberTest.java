package org.yici.donations.payment.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class OrderNumberTest {

    @Property(tries = 500)
    void a_number_stands_for_its_id_and_for_no_other(@ForAll long high, @ForAll long low) {
        UUID id = new UUID(high, low);
        OrderNumber number = OrderNumber.of(id);
        assertThat(number.value()).matches("[0-9A-Z]{25}");
        assertThat(number.id()).isEqualTo(id);
        assertThat(OrderNumber.parse(number.value())).contains(number);
    }

    @Test
    void what_nobody_of_us_has_made_is_no_number() {
        assertThat(OrderNumber.parse("")).isEmpty();
        assertThat(OrderNumber.parse("0000000000000000000000000")).isPresent();
        assertThat(OrderNumber.parse("ZZZZZZZZZZZZZZZZZZZZZZZZZ"))
                .as("more than 128 bits")
                .isEmpty();
        assertThat(OrderNumber.parse("00000000000000000000000aa")).isEmpty();
    }
}
