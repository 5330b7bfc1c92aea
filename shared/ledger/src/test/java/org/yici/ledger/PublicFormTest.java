package org.yici.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yici.ledger.SmallWorld.GRANT;
import static org.yici.ledger.SmallWorld.NOON;
import static org.yici.ledger.SmallWorld.POVERTY_RELIEF;
import static org.yici.ledger.SmallWorld.award;
import static org.yici.ledger.SmallWorld.fen;
import static org.yici.ledger.SmallWorld.gift;
import static org.yici.ledger.SmallWorld.number;
import static org.yici.ledger.SmallWorld.refund;
import static org.yici.ledger.SmallWorld.release;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PublicFormTest {

    private static final String COMMITMENT = "YWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWE=";

    @Test
    void theContractsExampleComesOutByteForByte() {
        String leaf = new PublicForm(
                        "donation", "CNY", new String[] {"clearing:sandbox", "fund:poverty-relief"}, new Long[] {
                            1000L, -1000L
                        })
                .numbered(42, Instant.parse("2018-05-04T03:02:01Z"), COMMITMENT)
                .canonical();
        assertThat(leaf).isEqualTo("""
                        {"at":"2018-05-04T03:02:01.000Z","currency":"CNY","entries":[{"account":"clearing:sandbox","amount":1000},{"account":"fund:poverty-relief","amount":-1000}],"kind":"donation","private":"%s","sequence":42,"v":1}""".formatted(COMMITMENT));
    }

    @Test
    void journalsArePublishedInSequenceWithLeafRemarksAndLine() {
        Books books = new Books();
        books.tryOut(ledger -> {
            Journal gift = gift("a", 1000);
            long given = number(ledger, gift);
            long awarded = number(ledger, award(GRANT, 600));
            number(ledger, release("1", awarded, GRANT, 100));
            number(ledger, refund("1", given, 150));
            Journal statement = MoneyMoves.statement("notice/N-1", NOON, Map.of("hash", "ab"));
            number(ledger, statement);

            List<PublishedJournal> all =
                    ledger.publishedAfter(0, 10).collectList().block();
            assertThat(all).extracting(PublishedJournal::sequence).containsExactly(1L, 2L, 3L, 4L, 5L);
            assertThat(all.get(0).leaf()).isEqualTo("""
                            {"at":"2018-05-04T04:00:00.000Z","campaign":"daily-kindness","currency":"CNY","entries":[{"account":"clearing:sandbox","amount":1000},{"account":"fund:poverty-relief","amount":-1000}],"kind":"donation","private":"%s","sequence":1,"v":1}""".formatted(gift.secret().base64()));
            assertThat(all.get(0).remarks()).isEqualTo("{\"newDonor\":true}");
            assertThat(all.get(1).leaf())
                    .contains(
                            "\"aid\":\"schooling\"",
                            "\"grant\":\"G-2018-0001\"",
                            "{\"account\":\"fund:poverty-relief\",\"amount\":600},{\"account\":\"payable:award:G-2018-0001\",\"amount\":-600}");
            assertThat(all.get(2).leaf()).contains("\"of\":2");
            assertThat(all)
                    .extracting(PublishedJournal::line)
                    .containsExactly(
                            "{\"holes\":[],\"in\":[{\"from\":0,\"fund\":\"poverty-relief\",\"to\":1000}],\"out\":[]}",
                            "{\"holes\":[],\"in\":[],\"out\":[{\"from\":0,\"fund\":\"poverty-relief\",\"to\":600}]}",
                            "{\"holes\":[],\"in\":[{\"from\":1000,\"fund\":\"poverty-relief\",\"origin\":2,\"originFrom\":500,\"originFund\":\"poverty-relief\",\"to\":1100}],\"out\":[]}",
                            "{\"holes\":[{\"from\":850,\"fund\":\"poverty-relief\",\"to\":1000}],\"in\":[],\"out\":[]}",
                            "{\"holes\":[],\"in\":[],\"out\":[]}");
            assertThat(all.get(4).leaf())
                    .isEqualTo("""
                            {"at":"2018-05-04T04:00:00.000Z","currency":"CNY","entries":[],"kind":"statement","private":"%s","sequence":5,"v":1}""".formatted(statement.secret().base64()));
            assertThat(ledger.publishedAfter(3, 1).collectList().block())
                    .extracting(PublishedJournal::sequence)
                    .containsExactly(4L);

            var trace = ledger.traceOfGift(given).block();
            assertThat(trace.unspent()).isEqualTo(fen(350));
            assertThat(trace.refunded()).isEqualTo(fen(150));
            assertThat(trace.paid()).containsExactly(new org.yici.ledger.trace.GiftTrace.Share(awarded, fen(500)));
            assertThat(ledger.traceOfAward(awarded).block().gifts())
                    .containsExactly(new org.yici.ledger.trace.AwardTrace.Share(given, POVERTY_RELIEF, fen(500)));
        });
        assertThat(books.audit()).isEmpty();
    }
}
