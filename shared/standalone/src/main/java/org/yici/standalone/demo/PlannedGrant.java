package org.yici.standalone.demo;

import java.time.LocalDate;

/**
 * One grant of the demo year: who asks for what, and on which day each step is taken.
 *
 * @param kind {@code schooling}, {@code medical} or {@code hardship}
 * @param amount fen
 * @param household index of the household; a few households ask for two people
 * @param member index of the member it is for
 */
record PlannedGrant(
        int number,
        String kind,
        long amount,
        int household,
        int member,
        LocalDate applied,
        LocalDate reviewed,
        LocalDate posted,
        LocalDate approved,
        LocalDate paid,
        LocalDate confirmed) {}
