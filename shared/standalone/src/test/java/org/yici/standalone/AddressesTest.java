package org.yici.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressesTest {

    @ParameterizedTest(name = "{0} belongs to {1}")
    @CsvSource({
        "/, SITE",
        "/c, DONATIONS",
        "/c/daily-kindness, DONATIONS",
        "/campaigns, SITE",
        "/campaigns-x, SITE",
        "/cx, SITE",
        "/pay/sandbox/42, DONATIONS",
        "/api/v1/campaigns, DONATIONS",
        "/api/v1/campaigns-x, SITE",
        "/api/v1/donations/42, DONATIONS",
        "/api/v1/summary, SITE",
        "/api/v1, SITE",
        "/staff, DISBURSEMENT",
        "/staff/, DISBURSEMENT",
        "/staff/applications/7, DISBURSEMENT",
        "/staff/campaigns, DONATIONS",
        "/staff/donations/7/refund, DONATIONS",
        "/staff/payments-x, DISBURSEMENT",
        "/api/v1/staff/session, DISBURSEMENT",
        "/sandbox/clock, DISBURSEMENT",
        "/sandbox, SITE",
        "/notices, SITE",
        "/notices/N1, SITE",
        "/notices/N1/objections, DISBURSEMENT",
        "/notices/objections, SITE",
        "/api/v1/notices, SITE",
        "/api/v1/notices/N1/objections, DISBURSEMENT",
        "/assets/yici.css, SITE",
    })
    void an_address_belongs_to_the_owner_of_its_longest_prefix(String path, Service owner) {
        assertThat(Addresses.ownerOf(path)).isEqualTo(owner);
    }

    @ParameterizedTest(name = "{0} belongs to {1}")
    @CsvSource({"/%63/daily-kindness, DONATIONS", "/staff;v=1/x, DISBURSEMENT", "//staff, DISBURSEMENT", "/C/x, SITE"})
    void an_address_is_read_the_way_the_service_will_read_it(String path, Service owner) {
        assertThat(Addresses.ownerOf(path)).isEqualTo(owner);
    }
}
