package org.yici.platform.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yici.platform.database.Transactions;
import org.yici.platform.outcome.Outcome;

class AuditTrailTest {
    private static TinyService service;

    @BeforeAll
    static void start() {
        service = TinyService.start();
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void an_act_stands_with_the_transaction_that_did_it() throws Exception {
        AuditTrail trail = service.bean(AuditTrail.class);
        service.bean(Transactions.class)
                .inOne(() -> trail.record(
                                DemoStaff.named("reviewer"), "application-reviewed", "A1", Map.of("decision", "PASS"))
                        .thenReturn(Outcome.done("A1")))
                .block();
        assertThat(
                        service.asOwner(
                                "select actor || service || act || (detail ->> 'decision') from staff.act where subject = 'A1'"))
                .isEqualTo("revieweryici_disbursementapplication-reviewedPASS");
    }

    @Test
    void an_act_falls_with_the_transaction_that_was_refused() throws Exception {
        AuditTrail trail = service.bean(AuditTrail.class);
        service.bean(Transactions.class)
                .inOne(() -> trail.record(DemoStaff.named("reviewer"), "application-reviewed", "A2", Map.of())
                        .thenReturn(Outcome.refused(StaffReason.SAME_PERSON)))
                .block();
        assertThat(service.asOwner("select count(*) from staff.act where subject = 'A2'"))
                .isEqualTo("0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"update staff.act set act = 'x'", "delete from staff.act", "truncate staff.act"})
    void not_even_the_owner_changes_what_is_written(String attempt) {
        assertThatThrownBy(() -> service.asOwner(attempt))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("only ever appended");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "yici_disbursement | select * from staff.act",
                "yici_disbursement | select password_hash from staff.account",
                "yici_disbursement | insert into staff.session (token_hash, username) values (sha256('x'), 'admin')",
                "yici_disbursement | select staff.seconds_locked('admin')",
                "yici_donations    | select staff.open_session('admin', sha256('x'))",
                "yici_donations    | select staff.credentials_of('admin')",
                "yici_donations    | select staff.add_demo_account('mallory', 'M', '{noop}x', array['admin'])",
                "yici_site         | select staff.member_of(sha256('x'))",
                "yici_site         | select staff.record_act('admin', 'paid', 'A1', '{}')"
            })
    void a_service_may_do_what_its_functions_let_it_do_and_no_more(String role, String attempt) {
        assertThatThrownBy(() -> service.asRole(role, attempt))
                .isInstanceOfSatisfying(SQLException.class, refused -> assertThat(refused.getSQLState())
                        .isEqualTo("42501"));
    }

    @Test
    void every_service_with_staff_pages_may_ask_who_holds_a_session() throws Exception {
        assertThat(service.asRole("yici_donations", "select count(*) from staff.member_of(sha256('x'))"))
                .isEqualTo("0");
    }
}
