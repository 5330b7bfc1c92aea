package org.yici.donations.payment.counter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yici.donations.World.done;
import static org.yici.donations.World.world;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yici.donations.World;
import org.yici.donations.payment.counter.CheckSheet.Upload;
import org.yici.donations.payment.counter.SheetOf.Format;
import org.yici.donations.payment.counter.line.CounterMethod;
import org.yici.donations.payment.counter.line.LineDefaults;
import org.yici.donations.payment.counter.line.LineFate;
import org.yici.donations.payment.counter.sheet.CheckedLine;
import org.yici.platform.outcome.Outcome;
import org.yici.platform.staff.DemoStaff;
import org.yici.platform.staff.StaffMember;
import reactor.core.publisher.Flux;

/** A sheet is read beside the request that brought it, and its batch says how far. */
class SheetReadingTest {

    private static final StaffMember INTAKE = DemoStaff.named("intake");

    private final World world = world();
    private final Clerk clerk = new Clerk("intake");

    @Test
    void the_page_says_how_far_the_reading_is_and_asks_again_by_itself() {
        CounterBatchId batch = begun();
        assertThat(page(batch)).contains("正在读表", "排着队", "<progress").doesNotContain("明细", "交给另一个人");
        world.bean(ReadingRows.class).progress(batch, 45_000, 200_001).block(World.PATIENCE);
        assertThat(page(batch))
                .contains("正在读第 45,000 行，共约 200,001 行", "max=\"200001\"", "value=\"45000\"", "可以离开这一页")
                .contains("hx-get=\"/staff/payments/counter/" + batch + "/progress\"")
                .as("without scripts")
                .contains("<noscript><meta http-equiv=\"refresh\" content=\"5\">");
        assertThat(clerk.page(Clerk.HOME + "/" + batch + "?lang=en")).contains("Reading line 45,000 of about 200,001");
        assertThat(clerk.page(Clerk.HOME)).contains("正在读表");
        var asked = clerk.get(Clerk.HOME + "/" + batch + "/progress");
        assertThat(asked.getResponseHeaders().containsHeader("HX-Refresh")).isFalse();
        for (String step : List.of("submission", "removal")) {
            assertThat(clerk.step(batch, step).getStatus().value()).as(step).isEqualTo(409);
        }
        abandon(batch);
    }

    @Test
    void a_large_sheet_is_answered_before_it_is_read_and_read_all_the_same() throws SQLException {
        byte[] sheet = lines("large", 3_000);
        CounterBatchId batch;
        try (Connection owner = world.asOwner();
                Statement statement = owner.createStatement()) {
            owner.setAutoCommit(false);
            statement.execute("lock table donations.counter_line in share mode");
            batch = Clerk.batch(clerk.send(sheet, "large.csv", "bank", "daily-kindness"));
            assertThat(page(batch)).contains("正在读表");
        }
        clerk.untilRead(batch);
        assertThat(clerk.get(Clerk.HOME + "/" + batch + "/progress")
                        .getResponseHeaders()
                        .getFirst("HX-Refresh"))
                .as("the page is told to show the result")
                .isEqualTo("true");
        assertThat(page(batch)).contains("每一行都可以接受", "3,000 笔").doesNotContain("<progress");
        assertThat(world.number("select count(*) from donations.counter_line where batch = " + batch))
                .isEqualTo(3_000);
        clerk.does(batch, "removal");
    }

    @Test
    void a_process_that_dies_while_it_reads_leaves_a_batch_that_says_so_and_not_one_line() {
        CounterBatchId batch = begun();
        CheckedLine some = new CheckedLine(2, new LineFate.PassedOver(LineFate.Why.NOTE));
        world.bean(CounterLines.class).insert(batch, 1, List.of(some, some)).block(World.PATIENCE);
        world.bean(SheetQueue.class).keep().block(World.PATIENCE);
        assertThat(page(batch)).as("somebody may be at it still").contains("正在读表");

        abandon(batch);
        assertThat(world.number("select count(*) from donations.counter_line where batch = " + batch))
                .isZero();
        assertThat(page(batch)).contains("这张表没有读完", "程序中断了", "再送一次", "href=\"/staff/payments/counter/sheet\"");
        assertThat(clerk.page(Clerk.HOME)).contains("没有读完");
        assertThat(clerk.step(batch, "submission").getStatus().value()).isEqualTo(409);
        assertThat(new Clerk("cashier").step(batch, "removal").getStatus().value())
                .as("somebody else's")
                .isEqualTo(403);
        clerk.does(batch, "removal");
        assertThat(clerk.get(Clerk.HOME + "/" + batch).getStatus().value()).isEqualTo(404);
    }

    @Test
    void what_was_cut_short_may_be_sent_again() {
        byte[] sheet = lines("again", 3);
        CounterBatchId first = clerk.drafted(sheet, "again.csv", "bank", "daily-kindness");
        owner("alter table donations.counter_batch disable trigger counter_batch_moves;"
                + " update donations.counter_batch set state = 'READING', good = 0, try_at = now() where number = "
                + first + "; alter table donations.counter_batch enable trigger counter_batch_moves");
        world.bean(SheetQueue.class).keep().block(World.PATIENCE);
        assertThat(page(first)).contains("程序中断了");
        CounterBatchId second = clerk.drafted(sheet, "again.csv", "bank", "daily-kindness");
        clerk.does(second, "submission");
        new Clerk("cashier").does(second, "rejection");
        clerk.does(first, "removal");
    }

    @Test
    void a_file_that_turns_out_to_be_no_sheet_of_gifts_when_nobody_waits_any_more_says_why() throws IOException {
        CounterBatchId batch = begun();
        Upload upload = upload("姓名,金额\n甲,6\n");
        world.bean(ReadSheet.class)
                .read(new WaitingSheet(batch, INTAKE, upload))
                .block(World.PATIENCE);
        assertThat(page(batch)).contains("这张表没有读完", "一行也没有留下", "表头里没有“日期”这一栏");
        assertThat(clerk.page(Clerk.HOME + "/" + batch + "?lang=en")).contains("no column “Date”");
        assertThat(upload.file()).doesNotExist();
        clerk.does(batch, "removal");
    }

    @Test
    void who_hangs_up_has_sent_the_sheet_all_the_same() throws IOException {
        String tag = UUID.randomUUID().toString();
        Upload upload = upload("日期,姓名,金额,收据号\n2018-05-04,甲,6," + tag.substring(0, 8) + "\n", tag);
        world.bean(CheckSheet.class)
                .check(INTAKE, upload)
                .timeout(Duration.ofNanos(1))
                .onErrorComplete()
                .block(World.PATIENCE);
        Instant end = Instant.now().plus(World.PATIENCE);
        while (world.number("select count(*) from donations.counter_batch where state = 'DRAFT' and file_name = '" + tag
                        + "'")
                == 0) {
            assertThat(Instant.now()).isBefore(end);
            World.pause(20);
        }
        while (Files.exists(upload.file())) { // it goes right after the batch is a draft
            assertThat(Instant.now()).as("its file goes").isBefore(end);
            World.pause(20);
        }
    }

    @Test
    void only_so_many_sheets_wait_and_the_others_are_told_to_come_again() throws SQLException {
        List<Upload> uploads = Stream.generate(() -> upload("日期,姓名,金额\n2018-05-04,甲,6"))
                .limit(25)
                .toList();
        List<Outcome<CounterBatchId>> answers;
        try (Connection owner = world.asOwner();
                Statement statement = owner.createStatement()) {
            owner.setAutoCommit(false);
            statement.execute("lock table donations.counter_line in share mode");
            answers = Objects.requireNonNull(Flux.fromIterable(uploads)
                    .concatMap(upload -> world.bean(CheckSheet.class).check(INTAKE, upload))
                    .collectList()
                    .block(World.PATIENCE));
        }
        assertThat(answers.stream()
                        .filter(Outcome::isRefused)
                        .map(refused -> refused.fold(
                                id -> "",
                                refusal -> refusal.reason().word() + " "
                                        + refusal.reason().status())))
                .isNotEmpty()
                .containsOnly("sheets-waiting 503");
        answers.forEach(answer -> answer.fold(id -> discarded(id), refusal -> false));
    }

    @Test
    void what_a_process_that_died_has_left_behind_is_swept_away_and_nothing_else() throws IOException {
        Path ours = upload("x").file();
        Path there = Objects.requireNonNull(ours.getParent());
        Path ofTheDead = Files.createFile(there.resolve("yici-counter-99999999999-" + System.nanoTime() + ".sheet"));
        Path ofTheLiving = Files.createFile(there.resolve("yici-counter-1-" + System.nanoTime() + ".sheet"));
        Path ofOurForerunner =
                Files.createTempFile("yici-counter-" + ProcessHandle.current().pid() + "-", ".sheet");
        Files.setLastModifiedTime(ofOurForerunner, FileTime.from(Instant.EPOCH));
        world.bean(SheetFiles.class).sweep();
        assertThat(ofTheDead).doesNotExist();
        assertThat(ofOurForerunner).doesNotExist();
        assertThat(List.of(ours, ofTheLiving)).allMatch(Files::exists);
        Files.delete(ours);
        Files.delete(ofTheLiving);
    }

    private boolean discarded(CounterBatchId batch) {
        clerk.untilRead(batch);
        done(world.bean(DiscardBatch.class).discard(INTAKE, batch));
        return true;
    }

    /** A batch whose sheet somebody else is reading. */
    private CounterBatchId begun() {
        return Objects.requireNonNull(world.bean(ReadingRows.class)
                .begin("五月.xlsx", new byte[32], "intake", Instant.now())
                .block(World.PATIENCE));
    }

    /** Its reader has not been heard of for as long as it takes. */
    private void abandon(CounterBatchId batch) {
        owner("update donations.counter_batch set try_at = now() where number = " + batch);
        world.bean(SheetQueue.class).keep().block(World.PATIENCE);
    }

    private static Upload upload(String text) {
        return upload(text, "a.csv");
    }

    private static Upload upload(String text, String name) {
        Path file =
                Objects.requireNonNull(world().bean(SheetFiles.class).create().block(World.PATIENCE));
        try {
            Files.writeString(file, text, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return new Upload(file, name, new LineDefaults(CounterMethod.CASH, "daily-kindness"));
    }

    private static byte[] lines(String tag, int count) {
        SheetOf sheet = new SheetOf().row("日期", "姓名", "金额", "流水号");
        String unique = UUID.randomUUID().toString().substring(0, 8);
        for (int i = 0; i < count; i++) {
            sheet.row("2018-05-04", "捐赠人" + i, "1.00", tag + unique + "-" + i);
        }
        return sheet.as(Format.CSV);
    }

    private String page(CounterBatchId batch) {
        return clerk.page(Clerk.HOME + "/" + batch);
    }

    private void owner(String sql) {
        try (Connection owner = world.asOwner();
                Statement statement = owner.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
