package org.yici.benchmarks.side;

/** Every gift of the whole run, warming up included: what was answered against what is stored. */
public final class GiftTotals {

    private long errors;
    private long answered;
    private long stored;
    private long journals;
    private long lost;

    void add(long itsErrors, StoredGifts.Found found) {
        errors += itsErrors;
        answered += found.acknowledged();
        stored += found.stored();
        journals += found.journals();
        lost += found.lost();
    }

    public long errors() {
        return errors;
    }

    public long answered() {
        return answered;
    }

    /** Gifts in the books with a journal of their own. */
    public long stored() {
        return stored;
    }

    /** Answered and not there just once. */
    public long lost() {
        return lost;
    }

    public boolean areExact() {
        return errors == 0 && lost == 0 && answered == stored && stored == journals;
    }
}
