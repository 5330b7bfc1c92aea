package org.yici.platform.outcome;

/**
 * Why something is refused. Each room has one enum of its reasons, so that the list is closed and can be read.
 * The reader's sentence is the message {@code refusal.<word>}, in both languages.
 */
public interface Reason {

    /** The machine word of the problem answer, for example {@code notice-running}. Published: never renamed. */
    String word();

    /** The HTTP status that the web answers this reason with. */
    int status();

    default String messageKey() {
        return "refusal." + word();
    }
}
