package org.yici.donations.payment.refund;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.yici.donations.World.done;
import static org.yici.donations.World.refusal;
import static org.yici.donations.payment.refund.RefundDesk.APPROVER;
import static org.yici.donations.payment.refund.RefundDesk.CASHIER;
import static org.yici.donations.payment.refund.RefundDesk.DEPUTY;
import static org.yici.donations.payment.refund.RefundDesk.REVIEWER;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.context.MessageSource;
import org.yici.donations.donation.CreatedDonation;
import org.yici.ledger.Money;
import org.yici.platform.staff.DemoStaff;

/** The table of steps, who may take them, and what the database refuses whoever asks. */
class RefundRulesTest {

    private final RefundDesk desk = new RefundDesk();

    @Test
    void the_table_is_this_and_nothing_else() {
        assertThat(Arrays.stream(RefundStatus.values())
                        .flatMap(from -> Arrays.stream(RefundAct.values())
                                .flatMap(act -> from.after(act).stream().map(to -> from + " " + act.word() + " " + to)))
                        .collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(
                        "ASKED propose PROPOSED",
                        "ASKED decline DECLINED",
                        "PROPOSED propose PROPOSED",
                        "PROPOSED approve APPROVED",
                        "PROPOSED decline DECLINED",
                        "APPROVED send SENT",
                        "APPROVED leave-to-hand BY_HAND",
                        "SENT send SENT",
                        "SENT confirm DONE",
                        "SENT fail FAILED",
                        "BY_HAND send-again APPROVED",
                        "BY_HAND pay-by-hand DONE",
                        "FAILED send-again APPROVED",
                        "FAILED pay-by-hand DONE",
                        "FAILED confirm DONE",
                        "APPROVED dispute DISPUTED",
                        "BY_HAND dispute DISPUTED",
                        "FAILED dispute DISPUTED",
                        "DONE come-back FAILED");
    }

    @Test
    void nothing_but_an_approval_takes_money_out_of_a_fund_and_only_what_was_proposed_is_approved() {
        Set<RefundStatus> taken = EnumSet.of(
                RefundStatus.APPROVED,
                RefundStatus.SENT,
                RefundStatus.BY_HAND,
                RefundStatus.FAILED,
                RefundStatus.DONE,
                RefundStatus.DISPUTED);
        for (RefundStatus from : RefundStatus.values()) {
            for (RefundAct act : RefundAct.values()) {
                from.after(act).ifPresent(to -> assertThat(taken.contains(to))
                        .as(from + " " + act)
                        .isEqualTo(taken.contains(from) || act == RefundAct.APPROVE));
            }
        }
        assertThat(taken).noneMatch(status -> status.after(RefundAct.DECLINE).isPresent());
    }

    @Test
    void every_status_but_the_first_can_be_reached_and_three_are_the_end() {
        assertThat(RefundStatus.values())
                .filteredOn(next -> next != RefundStatus.ASKED)
                .allSatisfy(next -> assertThat(RefundStatus.values()).anyMatch(before -> Arrays.stream(
                                RefundAct.values())
                        .anyMatch(act -> before != next
                                && before.after(act).filter(next::equals).isPresent())));
        assertThat(RefundStatus.values())
                .filteredOn(RefundStatus::isFinished)
                .containsExactly(RefundStatus.DONE, RefundStatus.DECLINED, RefundStatus.DISPUTED);
    }

    @Test
    void every_word_has_its_sentence_in_both_languages() {
        MessageSource messages = desk.world.bean(MessageSource.class);
        for (Locale locale : new Locale[] {Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH}) {
            for (RefundReason reason : RefundReason.values()) {
                assertThat(messages.getMessage(reason.messageKey(), new Object[0], "", locale))
                        .as(reason.word())
                        .isNotEmpty();
            }
            for (RefundStatus status : RefundStatus.values()) {
                assertThat(messages.getMessage(status, locale)).isNotEqualTo(status.name());
            }
        }
    }

    @Test
    void neither_alone() {
        CreatedDonation gift = desk.given(1_000);
        Refund refund = done(desk.world.bean(ProposeRefund.class).propose(DEPUTY, gift.id(), Money.ofFen(1_000), "退回"));
        DecideRefund deciding = desk.world.bean(DecideRefund.class);
        assertThat(refusal(deciding.approve(DEPUTY, refund.id(), null, null))).isEqualTo("same-person");
        assertThat(refusal(deciding.decline(DEPUTY, refund.id(), "不"))).isEqualTo("same-person");
        assertThat(refusal(deciding.approve(CASHIER, refund.id(), null, null))).isEqualTo("role");
        assertThat(refusal(deciding.approve(REVIEWER, refund.id(), null, null))).isEqualTo("role");
        assertThat(refusal(deciding.approve(DemoStaff.named("auditor"), refund.id(), null, null)))
                .isEqualTo("role");
        assertThat(refusal(desk.world.bean(ProposeRefund.class).propose(APPROVER, gift.id(), Money.ofFen(1), "退回")))
                .isEqualTo("role");
        assertThat(desk.fund()).isEqualTo(1_000);
        done(deciding.approve(APPROVER, refund.id(), null, null));
    }

    @Test
    void each_step_of_staff_is_in_the_audit_trail() {
        CreatedDonation gift = desk.given(1_000);
        Refund refund = desk.approved(gift, 1_000, "退回");
        assertThat(desk.text(
                        "select string_agg(actor || ' ' || act, ', ' order by number) from staff.act where subject = '"
                                + refund.id() + "'"))
                .isEqualTo("cashier refund-propose, approver refund-approve");
    }

    @Test
    void the_database_takes_no_approval_by_one_person_and_no_second_thoughts() {
        CreatedDonation gift = desk.given(1_000);
        Refund refund = desk.proposed(gift, 1_000, "退回");
        String approval = "update donations.refund set status = 'APPROVED', sequence = 1000000, decided_by = %s,"
                + " sending = (select number from donations.refund_sending limit 1) where id = '" + refund.id() + "'";
        assertRefused(approval.formatted("'cashier'"), "two_people_decide");
        assertRefused(approval.formatted("null"), "approved_by_two");
        assertRefused(
                "update donations.refund set status = 'APPROVED', decided_by = 'approver' where id = '" + refund.id()
                        + "'",
                "approved_is_posted");

        done(desk.world.bean(DecideRefund.class).approve(APPROVER, refund.id(), null, null));
        for (String later : new String[] {"amount = 1", "proposed_by = 'x'", "decided_by = 'x'", "sequence = 1"}) {
            assertRefused(
                    "update donations.refund set " + later + " where id = '" + refund.id() + "'", "approved as it is");
        }
        desk.round();
        assertRefused("update donations.refund set tries = 9 where id = '" + refund.id() + "'", "finished");
        assertRefused(
                "insert into donations.refund (id, donation, status, asked_at) select uuidv7(), donation, s, now()"
                        + " from donations.refund, (values ('ASKED'), ('ASKED')) v (s) where id = '" + refund.id()
                        + "'",
                "one_unfinished_refund_a_gift");
    }

    @Test
    void the_service_itself_can_rewrite_no_story() {
        assertThat(desk.world.number(
                        "select count(*) from information_schema.role_table_grants where grantee = 'yici_donations'"
                                + " and table_schema = 'donations' and table_name in ('refund_step', 'chargeback', 'chargeback_won')"
                                + " and privilege_type in ('UPDATE', 'DELETE', 'TRUNCATE')"))
                .isZero();
    }

    private void assertRefused(String sql, String because) {
        assertThatThrownBy(() -> desk.change(sql))
                .hasRootCauseInstanceOf(SQLException.class)
                .hasStackTraceContaining(because);
    }
}
