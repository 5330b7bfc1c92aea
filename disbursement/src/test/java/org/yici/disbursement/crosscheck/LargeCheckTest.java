package org.yici.disbursement.crosscheck;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.r2dbc.core.DatabaseClient;
import org.yici.disbursement.County;
import org.yici.disbursement.County.Answer;
import org.yici.platform.clock.ProgramClock;
import org.yici.platform.privacy.BlindIndex;
import org.yici.platform.privacy.Cell;
import org.yici.platform.privacy.FieldCipher;
import org.yici.platform.privacy.IdentityNumber;

@DisplayName("A hundred thousand rows match ten thousand people in seconds (-Dlong: all of them; else a fifth)")
class LargeCheckTest {

    private static final HexFormat HEX = HexFormat.of();
    private static final boolean ALL = System.getProperty("long") != null;
    private static final int ROWS = ALL ? 100_000 : 20_000;
    private static final int PEOPLE = ROWS / 10;
    /** Every twentieth row is about somebody on the register. */
    private static final int FOUND = ROWS / 20;

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @Test
    @DisplayName("the time is printed; the limit is loose")
    void seconds() {
        County county = County.start();
        register(county);
        String file = file();
        long begin = System.nanoTime();
        Answer brought = county.staff("reviewer")
                .upload(
                        "/api/v1/crosschecks/extracts?kind=vehicles&asOf="
                                + county.bean(ProgramClock.class).today(),
                        file);
        assertThat(brought.status()).as(brought.body()).isEqualTo(201);
        assertThat(brought.json().at("/accepted").asInt()).isEqualTo(ROWS);
        Duration reading = Duration.ofNanos(System.nanoTime() - begin);
        begin = System.nanoTime();
        Answer run = county.staff("reviewer").post("/api/v1/crosschecks/runs", Map.of("category", ""));
        Duration matching = Duration.ofNanos(System.nanoTime() - begin);
        assertThat(run.status()).as(run.body()).isEqualTo(201);
        assertThat(run.json().at("/people").asInt()).isEqualTo(PEOPLE);
        assertThat(run.json().at("/found").asInt()).isEqualTo(FOUND);
        System.out.printf(
                "cross-check: %,d rows read and sealed in %,d ms, matched with %,d people (%,d found) in %,d ms%n",
                ROWS, reading.toMillis(), PEOPLE, FOUND, matching.toMillis());
        assertThat(matching).isLessThan(Duration.ofSeconds(30));
        assertThat(reading).isLessThan(PATIENCE);
    }

    /** Row by row, another car; of every twenty owners one is on the register. */
    private static String file() {
        StringBuilder lines = new StringBuilder("号牌号码,车主姓名,身份证号,价值,登记日期\r\n");
        for (int i = 0; i < ROWS; i++) {
            String owner = i % 20 == 0 ? identity(i / 20) : identity(PEOPLE + i);
            lines.append("吉A%06d,王桂兰,%s,%d,2016-05-04\r\n".formatted(i, owner, 5_000 + i % 60_000));
        }
        return lines.toString();
    }

    private static void register(County county) {
        FieldCipher cipher = county.bean(FieldCipher.class);
        BlindIndex index = county.bean(BlindIndex.class);
        UUID[] households = ids();
        UUID[] members = ids();
        String[] sealed = IntStream.range(0, PEOPLE)
                .mapToObj(i -> HEX.formatHex(cipher.encrypt("王桂兰", Cell.of("disbursement.member", members[i], "name"))))
                .toArray(String[]::new);
        String[] people = IntStream.range(0, PEOPLE)
                .mapToObj(i -> HEX.formatHex(index.of(IdentityNumber.of(identity(i)))))
                .toArray(String[]::new);
        DatabaseClient database = county.bean(DatabaseClient.class);
        write(
                database,
                "insert into disbursement.household (id, code, township, category, card_holder, card_number,"
                        + " consent_at, registered_by, registered_at) select h, 'H-' || n, '赞字乡', 'DIBAO', m, 'x', now(), 'intake',"
                        + " now() from unnest($1, $2) with ordinality as t (h, m, n)",
                households,
                members);
        write(
                database,
                "insert into disbursement.consent select gen_random_uuid(), h, 'CROSS_CHECK', 'SIGNED',"
                        + " current_date, 'intake', now() from unnest($1, $2) as t (h, m)",
                households,
                members);
        Objects.requireNonNull(database.sql("insert into disbursement.member (id, household, position, name, identity,"
                        + " identity_index, relation) select m, h, 0, decode(s, 'hex'), 'x', decode(p, 'hex'), 'x'"
                        + " from unnest($1, $2, $3, $4) as t (m, h, s, p)")
                .bind(0, members)
                .bind(1, households)
                .bind(2, sealed)
                .bind(3, people)
                .fetch()
                .rowsUpdated()
                .block(PATIENCE));
    }

    private static void write(DatabaseClient database, String sql, UUID[] households, UUID[] members) {
        Objects.requireNonNull(database.sql(sql)
                .bind(0, households)
                .bind(1, members)
                .fetch()
                .rowsUpdated()
                .block(PATIENCE));
    }

    private static UUID[] ids() {
        return IntStream.range(0, PEOPLE).mapToObj(i -> UUID.randomUUID()).toArray(UUID[]::new);
    }

    /** A valid number of an invented person: the day of birth and the order count up. */
    private static String identity(int number) {
        String head = "2207231%03d%02d%02d%03d"
                .formatted(930 + number / 1_000_000, 1 + number / 28_000 % 12, 1 + number / 1_000 % 28, number % 1_000);
        int[] weights = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
        int sum = 0;
        for (int i = 0; i < 17; i++) {
            sum += (head.charAt(i) - '0') * weights[i];
        }
        return head + "10X98765432".charAt(sum % 11);
    }
}
