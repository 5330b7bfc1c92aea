package org.yici.ledger;

/**
 * A numbered journal as the relay publishes it.
 *
 * @param leaf RFC 8785 canonical JSON of the public form: the exact bytes that the proof log hashes
 * @param remarks canonical JSON object of public facts outside the leaf
 * @param line canonical JSON object of the stretches of fund lines it added, took and cut:
 *     {@code {"in":[{"fund","from","to","origin"?,"originFund"?,"originFrom"?}],"out":[{"fund","from","to"}],"holes":[{"fund","from","to"}]}};
 *     each {@code in} with an origin came back from {@code originFund} at {@code originFrom}, fen for fen
 */
public record PublishedJournal(long sequence, String leaf, String remarks, String line) {}
