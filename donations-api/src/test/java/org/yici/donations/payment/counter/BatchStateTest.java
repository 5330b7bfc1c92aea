package org.yici.donations.payment.counter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.yici.donations.World.world;
import static org.yici.donations.payment.counter.BatchState.BOOKED;
import static org.yici.donations.payment.counter.BatchState.CONFIRMED;
import static org.yici.donations.payment.counter.BatchState.DRAFT;
import static org.yici.donations.payment.counter.BatchState.READING;
import static org.yici.donations.payment.counter.BatchState.REJECTED;
import static org.yici.donations.payment.counter.BatchState.SUBMITTED;
import static org.yici.donations.payment.counter.BatchState.UNREAD;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.yici.donations.World;
import org.yici.donations.payment.counter.BatchState.Event;
import org.yici.donations.payment.counter.SheetOf.Format;

class BatchStateTest {

    private static final Map<BatchState, Set<BatchState>> NEXT = Map.of(
            READING, Set.of(DRAFT, UNREAD),
            UNREAD, Set.of(),
            DRAFT, Set.of(SUBMITTED),
            SUBMITTED, Set.of(CONFIRMED, REJECTED),
            CONFIRMED, Set.of(BOOKED),
            BOOKED, Set.of(),
            REJECTED, Set.of());

    private final World world = world();

    @Test
    void the_table_says_of_every_state_and_event_what_follows() {
        for (BatchState state : BatchState.values()) {
            Set<BatchState> next = Arrays.stream(Event.values())
                    .flatMap(event -> state.after(event).stream())
                    .collect(Collectors.toSet());
            assertThat(next).as(state.name()).isEqualTo(NEXT.get(state));
        }
        assertThat(Arrays.stream(Event.values()).allMatch(event -> Arrays.stream(BatchState.values())
                        .anyMatch(state -> state.after(event).isPresent())))
                .as("every event has a place")
                .isTrue();
    }

    @Test
    void the_database_holds_the_same_table() throws SQLException {
        CounterBatchId batch = draft("states");
        try (Connection owner = world.asOwner();
                Statement statement = owner.createStatement()) {
            owner.setAutoCommit(false);
            for (BatchState from : BatchState.values()) {
                for (BatchState to : BatchState.values()) {
                    boolean moves = moves(owner, statement, batch, from, to);
                    assertThat(moves)
                            .as(from + " to " + to)
                            .isEqualTo(from == to || NEXT.get(from).contains(to));
                }
            }
        }
    }

    private static boolean moves(
            Connection owner, Statement statement, CounterBatchId batch, BatchState from, BatchState to)
            throws SQLException {
        statement.execute("alter table donations.counter_batch disable trigger counter_batch_moves");
        statement.execute(set(batch, from));
        statement.execute("alter table donations.counter_batch enable trigger counter_batch_moves");
        try {
            statement.execute(set(batch, to));
            return true;
        } catch (SQLException refused) {
            assertThat(refused.getMessage()).contains("a batch cannot go from");
            return false;
        } finally {
            owner.rollback();
        }
    }

    private static String set(CounterBatchId batch, BatchState state) {
        boolean decided = Set.of(CONFIRMED, BOOKED, REJECTED).contains(state);
        boolean read = !Set.of(READING, UNREAD).contains(state);
        return "update donations.counter_batch set state = '" + state + "', submitted_at = now(), decided_by = "
                + (decided ? "'x', decided_at = now()" : "null, decided_at = null")
                + ", good = " + (read ? "1" : "0")
                + ", booked = " + (state == BOOKED ? "1" : "0") + " where number = " + batch;
    }

    @Test
    void what_the_pages_never_do_the_database_refuses() {
        CounterBatchId batch = draft("walls");
        String where = " where number = " + batch;
        for (String wrong : List.of(
                "update donations.counter_batch set state = 'SUBMITTED', submitted_at = now(), refused = 1" + where,
                "update donations.counter_batch set state = 'SUBMITTED', submitted_at = now(), good = 0" + where,
                "update donations.counter_batch set state = 'SUBMITTED', submitted_at = now(), decided_by = entered_by,"
                        + " decided_at = now()" + where,
                "update donations.counter_batch set entered_by = 'somebody'" + where,
                "update donations.counter_batch set booked = 1" + where,
                "update donations.counter_line set amount = 1 where batch = " + batch,
                "update donations.counter_line set donation = gen_random_uuid() where batch = " + batch,
                line(batch, "-1", "\\x01"),
                "update donations.counter_batch set fault = '[]'" + where,
                line(batch, "0", "\\x01"),
                line(batch, "1", "same"))) {
            assertThatThrownBy(() -> world.number("with done as (" + wrong + " returning 1) select count(*) from done"))
                    .as(wrong)
                    .isInstanceOf(org.springframework.dao.DataAccessException.class);
        }
        new Clerk("intake").does(batch, "submission");
        for (String late : List.of(
                "delete from donations.counter_line where batch = " + batch,
                "delete from donations.counter_batch" + where,
                line(batch, "1", "\\x02"))) {
            assertThatThrownBy(() -> world.number("with done as (" + late + " returning 1) select count(*) from done"))
                    .as(late)
                    .isInstanceOf(org.springframework.dao.DataAccessException.class);
        }
    }

    private static String line(CounterBatchId batch, String amount, String identity) {
        String bytes = identity.equals("same")
                ? "(select identity from donations.counter_line where batch = " + batch + " limit 1)"
                : "sha256('" + identity + "')";
        return "insert into donations.counter_line (batch, line, fate, method, campaign, given_on, amount, identity)"
                + " values (" + batch + ", 99, 'GOOD', 'cash', 'daily-kindness', '2018-05-04', " + amount + ", " + bytes
                + ")";
    }

    private static CounterBatchId draft(String tag) {
        byte[] sheet = new SheetOf()
                .row("日期", "姓名", "金额", "收据号")
                .row("2018-05-04", "甲" + tag, "1", tag)
                .as(Format.CSV);
        return new Clerk("intake").drafted(sheet, "a.csv", "cash", "daily-kindness");
    }
}
