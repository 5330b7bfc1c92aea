package org.yici.disbursement.register;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.r2dbc.core.DatabaseClient;
import org.yici.disbursement.County;
import org.yici.disbursement.County.Answer;
import org.yici.disbursement.County.Person;
import tools.jackson.databind.JsonNode;

/** A clerk's workbook of 911 households and 980 people, with the dirt that such workbooks have. */
class ImportTest {

    private static final County county = County.start();
    private static final ClerksWorkbook.Made WORKBOOK = ClerksWorkbook.make(new XSSFWorkbook(), 911);

    private static final ListAppender<ILoggingEvent> LOG = new ListAppender<>();

    private static final List<Logger> LOGGERS = Stream.of("org.yici", "org.springframework")
            .map(name -> (Logger) LoggerFactory.getLogger(name))
            .toList();

    /** More than the program ever logs, and to nobody else. */
    @BeforeAll
    static void listen() {
        LOG.start();
        LOGGERS.forEach(logger -> {
            logger.setLevel(Level.DEBUG);
            logger.setAdditive(false);
            logger.addAppender(LOG);
        });
    }

    @AfterAll
    static void listenNoMore() {
        LOGGERS.forEach(logger -> {
            logger.detachAppender(LOG);
            logger.setAdditive(true);
            logger.setLevel(null);
        });
    }

    private final Person intake = county.staff("intake");

    private Answer bring(byte[] file, String query) {
        return Upload.of(intake, "/api/v1/households/import" + query, "特困.xlsx", file);
    }

    private static long count(String table) {
        return Objects.requireNonNull(county.bean(DatabaseClient.class)
                .sql("select count(*) as n from disbursement." + table)
                .map(row -> row.get("n", Long.class))
                .one()
                .block());
    }

    /** Everything on the register that an import could touch, as one number. */
    private static String fingerprint() {
        return Objects.requireNonNull(county.bean(DatabaseClient.class)
                .sql("select md5(string_agg(t, '|' order by t)) as f from ("
                        + "select h::text as t from disbursement.household h"
                        + " union all select m::text from disbursement.member m"
                        + " union all select c::text from disbursement.category_spell c"
                        + " union all select c::text from disbursement.consent c"
                        + " union all select q::text from disbursement.register_question q) all_rows")
                .map(row -> row.get("f", String.class))
                .one()
                .block());
    }

    private static Map<Integer, String> refusals(JsonNode answer, boolean held) {
        Map<Integer, String> found = new TreeMap<>();
        answer.at("/refused").forEach(one -> {
            if (one.at("/message").asString().startsWith("这一行没有错") == held) {
                found.put(one.at("/row").asInt(), one.at("/message").asString());
            }
        });
        return found;
    }

    @Test
    void right_rows_go_in_wrong_rows_are_explained_by_cell_and_the_second_import_changes_nothing() {
        assertThat(WORKBOOK.people()).isEqualTo(980);
        assertThat(WORKBOOK.households()).hasSize(911);
        int wrong = WORKBOOK.wrong().size();
        int right = 981 - wrong - WORKBOOK.held();

        Answer dry = bring(WORKBOOK.file(), "?dryRun=true");
        assertThat(dry.status()).as(dry.body()).isEqualTo(200);
        assertThat(dry.json().at("/rows").asInt()).isEqualTo(981);
        assertThat(dry.json().at("/accepted").asInt()).isEqualTo(right);
        assertThat(refusals(dry.json(), false).keySet())
                .isEqualTo(WORKBOOK.wrong().keySet());
        refusals(dry.json(), false).forEach((row, message) -> assertThat(message)
                .contains(WORKBOOK.wrong().get(row)));
        assertThat(refusals(dry.json(), true)).hasSize(WORKBOOK.held());
        assertThat(count("household")).isZero();
        assertThat(count("register_import")).isZero();

        Answer first = bring(WORKBOOK.file(), "");
        assertThat(first.status()).as(first.body()).isEqualTo(200);
        assertThat(first.json().at("/added").asInt()).isEqualTo(right);
        assertThat(count("member")).isEqualTo(right);
        assertThat(count("household")).isGreaterThan(890).isLessThan(911);

        String before = fingerprint();
        for (byte[] again : new byte[][] {
            WORKBOOK.file(), ClerksWorkbook.make(new HSSFWorkbook(), 911).file()
        }) {
            Answer second = bring(again, "");
            assertThat(second.status()).as(second.body()).isEqualTo(200);
            assertThat(second.json().at("/same").asInt()).isEqualTo(right);
            assertThat(second.json().at("/added").asInt()).isZero();
            assertThat(second.json().at("/changed").asInt()).isZero();
            assertThat(second.json().at("/refused")).isEqualTo(first.json().at("/refused"));
        }
        assertThat(fingerprint()).isEqualTo(before);
        takenOutAndBroughtInAgainNothingChanges(right, before);
        nobodyIsFoundInTheClear();
    }

    private void takenOutAndBroughtInAgainNothingChanges(int people, String before) {
        for (String format : new String[] {"csv", "xlsx"}) {
            byte[] sheet = Upload.download(intake, "/staff/households/register." + format);
            Answer again = bring(sheet, "");
            assertThat(again.status()).as(again.body()).isEqualTo(200);
            assertThat(again.json().at("/same").asInt()).as(again.body()).isEqualTo(people);
            assertThat(again.json().at("/changed").asInt()).isZero();
        }
        assertThat(fingerprint()).isEqualTo(before);
    }

    private static void nobodyIsFoundInTheClear() {
        Set<String> numbers = WORKBOOK.households().stream()
                .flatMap(household -> Stream.concat(Stream.of(household.head()), household.others().stream()))
                .flatMap(person -> Stream.of(person.identity(), person.phone(), person.card()))
                .filter(number -> !number.isEmpty())
                .collect(Collectors.toSet());
        assertThat(numbers).hasSizeGreaterThan(2_500);
        Scan.forNumbers(county, numbers);
        listenNoMore();
        List<ILoggingEvent> logged = List.copyOf(LOG.list);
        assertThat(logged).isNotEmpty();
        logged.forEach(line -> Scan.text("log", line.getFormattedMessage() + throwable(line), numbers));
    }

    private static String throwable(ILoggingEvent line) {
        return line.getThrowableProxy() == null ? "" : ThrowableProxyUtil.asString(line.getThrowableProxy());
    }
}
