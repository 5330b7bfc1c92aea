package org.yici.site.feed;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;

/** {@code {"journal":…,"line":…,"remarks":…,"v":1}}, whose leaf is kept to the letter. */
final class JournalWording implements Wording<PublicJournal> {

    private static final JsonMapper JSON = Rows.MAPPER;

    @Override
    public boolean isGapless() {
        return true;
    }

    @Override
    public Optional<PublicJournal> read(ConsumerRecord<String, String> entry, long number) {
        Envelope envelope = JSON.readValue(entry.value(), Envelope.class);
        Leaf leaf = envelope.journal;
        if (leaf.sequence != number) {
            throw new IllegalArgumentException("journal " + leaf.sequence + " under the number " + number);
        }
        Parts line = envelope.line;
        return Optional.of(new PublicJournal(
                leaf.sequence,
                leaf.at,
                leaf.kind,
                leaf.entries,
                leaf.of,
                leaf.grant,
                leaf.aid,
                leaf.campaign,
                textOfLeaf(entry.value()),
                envelope.remarks,
                new PublicJournal.Line(orNone(line.in), orNone(line.out), orNone(line.holes))));
    }

    private static List<PublicJournal.Stretch> orNone(@Nullable List<PublicJournal.Stretch> stretches) {
        return stretches == null ? List.of() : stretches;
    }

    /** The characters of the leaf as they stand in the envelope: the proof log hashes exactly these. */
    private static String textOfLeaf(String envelope) {
        try (JsonParser parser = JSON.createParser(envelope)) {
            while (parser.nextToken() != null) {
                if (parser.currentToken() == JsonToken.PROPERTY_NAME && "journal".equals(parser.currentName())) {
                    parser.nextToken();
                    int start = (int) parser.currentTokenLocation().getCharOffset();
                    parser.skipChildren();
                    return envelope.substring(
                            start, (int) parser.currentLocation().getCharOffset());
                }
                if (parser.currentToken().isStructStart()
                        && parser.streamReadContext().getNestingDepth() > 1) {
                    parser.skipChildren();
                }
            }
        }
        throw new IllegalArgumentException("no journal inside");
    }

    record Envelope(Leaf journal, PublicJournal.Remarks remarks, Parts line) {}

    record Leaf(
            long sequence,
            Instant at,
            String kind,
            List<PublicJournal.Entry> entries,
            @Nullable Long of,
            @Nullable String grant,
            @Nullable String aid,
            @Nullable String campaign) {}

    record Parts(
            @Nullable List<PublicJournal.Stretch> in,
            @Nullable List<PublicJournal.Stretch> out,
            @Nullable List<PublicJournal.Stretch> holes) {}
}
