package org.yici.benchmarks.growth;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.serialization.StringSerializer;
import org.yici.benchmarks.edition.Database;
import org.yici.platform.facts.Topics;

/** The last journal as the relay would have published it, by which the relay knows how far it has come. */
record LastRecord(String sequence, String value) {

    private static final String QUERY = """
            select p.sequence, '{"journal":' || s.leaf || ',"line":' || p.line || ',"remarks":' || p.remarks || ',"v":1}'
            from ledger.head h cross join ledger.journals_after(h.last_sequence - 1, 1) p
            join site.journal s on s.sequence = p.sequence
            """;

    static LastRecord of(Database database) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(QUERY)) {
            row.next();
            return new LastRecord(row.getString(1), row.getString(2));
        }
    }

    void publishTo(String bootstrapServers) throws InterruptedException, ExecutionException {
        Map<String, Object> settings = Map.of("bootstrap.servers", bootstrapServers, "acks", "all");
        var number = new RecordHeader(Topics.NUMBER, sequence.getBytes(StandardCharsets.US_ASCII));
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            var sent = producer.send(new ProducerRecord<>(Topics.LEDGER, 0, sequence, value, List.of(number)));
            if (sent.get().offset() < 0) {
                throw new IllegalStateException("the last record was not written");
            }
        }
    }
}
