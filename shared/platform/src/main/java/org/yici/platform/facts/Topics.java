package org.yici.platform.facts;

/** The three topics. Each has one partition: order is what they are for. */
public final class Topics {

    /** Every journal, in sequence, kept for ever. */
    public static final String LEDGER = "yici.ledger";
    /** Every fact, in its own gap-free number, kept for ever. */
    public static final String FACTS = "yici.facts";
    /** Running notices by code; compacted, so that an ended one disappears. */
    public static final String NOTICES = "yici.notices";
    /** Record header: the outbox number or ledger sequence of this record, as decimal text. */
    public static final String NUMBER = "number";

    private Topics() {}
}
