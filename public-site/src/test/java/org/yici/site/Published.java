package org.yici.site;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.yici.platform.facts.Fact;
import org.yici.platform.facts.Topics;
import org.yici.platform.facts.Wire;
import org.yici.proof.CanonicalJson;

/** Publishes to the three topics as the relay does: a small world of journals and facts, written down by hand. */
final class Published implements AutoCloseable {

    private final KafkaProducer<String, String> producer;
    private final Map<String, Long> lineEnds = new LinkedHashMap<>();
    private final Map<String, Long> frontiers = new LinkedHashMap<>();
    private Duration later = Duration.ZERO;
    long sequence;
    long facts;
    long notices;

    Published(String bootstrap) {
        producer = new KafkaProducer<>(
                Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap, ProducerConfig.LINGER_MS_CONFIG, 2),
                new StringSerializer(),
                new StringSerializer());
    }

    /** A gift to the fund of its campaign's code. */
    long gift(String fund, long fen, boolean newDonor) {
        long from = lineEnds.merge(fund, fen, Long::sum) - fen;
        return journal(
                "donation",
                Map.of("clearing:sandbox", fen, "fund:" + fund, -fen),
                Map.of("campaign", fund),
                Map.of("newDonor", newDonor, "newFundDonor", newDonor),
                Map.of("in", List.of(stretch(fund, from, from + fen))));
    }

    /** Takes the last fen of a gift back; {@code at} is where they lie on the line. */
    long refund(long gift, String fund, long at, long fen, boolean donorGone) {
        return journal(
                "refund",
                Map.of("fund:" + fund, fen, "payable:refunds", -fen),
                Map.of("campaign", fund, "of", gift),
                Map.of("donorGone", donorGone, "fundDonorGone", donorGone),
                Map.of("holes", List.of(stretch(fund, at, at + fen))));
    }

    /** From the frontier of each fund on, in the order of the map. */
    long award(String grant, String aid, Map<String, Long> shares) {
        Map<String, Object> entries = new TreeMap<>();
        List<Object> out = new ArrayList<>();
        long total = 0;
        for (Map.Entry<String, Long> share : shares.entrySet()) {
            long from = frontiers.getOrDefault(share.getKey(), 0L);
            frontiers.put(share.getKey(), from + share.getValue());
            entries.put("fund:" + share.getKey(), share.getValue());
            out.add(stretch(share.getKey(), from, from + share.getValue()));
            total += share.getValue();
        }
        entries.put("payable:award:" + grant, -total);
        return journal("award", entries, Map.of("grant", grant, "aid", aid), Map.of(), Map.of("out", out));
    }

    long release(String grant, String aid, long award, String fund, long fen, long originFrom) {
        long from = lineEnds.merge(fund, fen, Long::sum) - fen;
        Map<String, Object> back = new TreeMap<>(stretch(fund, from, from + fen));
        back.putAll(Map.of("origin", award, "originFund", fund, "originFrom", originFrom));
        return journal(
                "release",
                Map.of("payable:award:" + grant, fen, "fund:" + fund, -fen),
                Map.of("grant", grant, "aid", aid, "of", award),
                Map.of(),
                Map.of("in", List.of(back)));
    }

    /** A household gives back the last fen of its grant that are still with it; {@code originFrom} is where they lay. */
    void giveBack(String grant, String aid, long award, String fund, long fen, long originFrom) {
        long from = lineEnds.merge(fund, fen, Long::sum) - fen;
        Map<String, Object> back = new TreeMap<>(stretch(fund, from, from + fen));
        back.putAll(Map.of("origin", award, "originFund", fund, "originFrom", originFrom));
        journal(
                "grant-returned",
                Map.of("bank:main", fen, "fund:" + fund, -fen),
                Map.of("grant", grant, "aid", aid, "of", award + 2),
                Map.of(),
                Map.of("in", List.of(back)));
    }

    long payout(String kind, String grant, String aid, long of, long fen, String debit, String credit) {
        return journal(
                kind,
                Map.of(debit, fen, credit, -fen),
                Map.of("grant", grant, "aid", aid, "of", of),
                Map.of(),
                Map.of());
    }

    /** Sent and confirmed. */
    void pay(String grant, String aid, long award, long fen) {
        long sent = payout("payout", grant, aid, award, fen, "payable:award:" + grant, "transit:payouts");
        payout("payout-confirmed", grant, aid, sent, fen, "transit:payouts", "bank:main");
    }

    private static Map<String, Object> stretch(String fund, long from, long to) {
        return new TreeMap<>(Map.of("fund", fund, "from", from, "to", to));
    }

    long journal(
            String kind, Map<String, ?> entries, Map<String, ?> marks, Map<String, ?> remarks, Map<String, ?> line) {
        sequence++;
        send(Topics.LEDGER, sequence, Long.toString(sequence), envelope(kind, entries, marks, remarks, line));
        return sequence;
    }

    private String envelope(
            String kind, Map<String, ?> entries, Map<String, ?> marks, Map<String, ?> remarks, Map<String, ?> line) {
        Map<String, Object> leaf = new TreeMap<>(marks);
        leaf.putAll(Map.of(
                "at",
                Wire.time(now()),
                "currency",
                "CNY",
                "entries",
                new TreeMap<>(entries)
                        .entrySet().stream()
                                .map(e -> Map.of("account", e.getKey(), "amount", e.getValue()))
                                .toList(),
                "kind",
                kind,
                "private",
                "c2VjcmV0",
                "sequence",
                sequence,
                "v",
                1));
        Map<String, Object> whole = new TreeMap<>();
        whole.put("in", line.containsKey("in") ? line.get("in") : List.of());
        whole.put("out", line.containsKey("out") ? line.get("out") : List.of());
        whole.put("holes", line.containsKey("holes") ? line.get("holes") : List.of());
        return CanonicalJson.write(Map.of("journal", leaf, "line", whole, "remarks", remarks, "v", 1));
    }

    /** An hour goes by with every journal. */
    private Instant now() {
        return World.BEGIN.plusSeconds(3_600 * sequence).plus(later);
    }

    void letPass(Duration time) {
        later = later.plus(time);
    }

    void fact(Fact fact) {
        facts++;
        send(
                Topics.FACTS,
                facts,
                fact.key(),
                CanonicalJson.write(Map.of(
                        "at",
                        Wire.time(now()),
                        "body",
                        fact.body(),
                        "number",
                        facts,
                        "sequence",
                        sequence,
                        "type",
                        fact.type(),
                        "v",
                        1)));
    }

    void notice(String code, @Nullable Map<String, ?> body) {
        notices++;
        send(
                Topics.NOTICES,
                notices,
                code,
                body == null ? null : CanonicalJson.write(Map.of("body", body, "number", notices, "v", 1)));
    }

    /** Whatever is said, under whatever number. */
    void send(String topic, long number, String key, @Nullable String value) {
        byte[] header = Long.toString(number).getBytes(StandardCharsets.US_ASCII);
        var unused = producer.send(
                new ProducerRecord<>(topic, 0, key, value, List.of(new RecordHeader(Topics.NUMBER, header))));
    }

    void flush() {
        producer.flush();
    }

    @Override
    public void close() {
        producer.close();
    }
}
