package org.yici.platform.facts;

import org.yici.ledger.Ledger;
import org.yici.ledger.PublishedJournal;
import reactor.core.publisher.Flux;

/** The ledger's own sequence is the outbox of money. */
record JournalSource(Ledger ledger) implements Source {

    @Override
    public String topic() {
        return Topics.LEDGER;
    }

    @Override
    public Flux<Outgoing> after(long number, int limit) {
        return ledger.publishedAfter(number, limit).map(JournalSource::outgoing);
    }

    /** The leaf is set in as it is: its bytes are what the proof log hashes. */
    static Outgoing outgoing(PublishedJournal journal) {
        String value = "{\"journal\":" + journal.leaf() + ",\"line\":" + journal.line() + ",\"remarks\":"
                + journal.remarks() + ",\"v\":" + Wire.VERSION + "}";
        return new Outgoing(Topics.LEDGER, journal.sequence(), Long.toString(journal.sequence()), value);
    }
}
