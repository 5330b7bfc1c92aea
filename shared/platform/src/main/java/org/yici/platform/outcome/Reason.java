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

    /** The field of what was asked that it is about, such as {@code amount}; empty where it is about no single one. */
    default String field() {
        return "";
    }

    default String messageKey() {
        return "refusal." + word();
    }
}
