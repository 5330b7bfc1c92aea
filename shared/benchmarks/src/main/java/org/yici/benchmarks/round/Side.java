package org.yici.benchmarks.round;

/** One of the things that are measured in turns. */
public interface Side {

    /** The first word of its figures' names. */
    String name();

    /**
     * One round.
     *
     * @param millis how long it lasts
     * @param figures where what was measured is added
     */
    void run(int millis, Figures figures) throws Exception;
}
