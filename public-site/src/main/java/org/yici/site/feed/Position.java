package org.yici.site.feed;

/**
 * How far a topic is applied.
 *
 * @param offset the next Kafka offset to read
 * @param number the number of the last record that was applied
 */
record Position(long offset, long number) {}
