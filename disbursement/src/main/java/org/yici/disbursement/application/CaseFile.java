package org.yici.disbursement.application;

import java.util.List;
import java.util.Set;
import org.yici.ledger.FundCode;

/**
 * What lies beside a case and decides about its steps: papers, who had a part in them, and who is related to the household.
 *
 * @param asked words of the papers that the standard of the day asks for; none once it is decided
 * @param there words of those that are there: files that are not voided, and records of people who are not related
 * @param parts who worked on the papers, and in which part of the grant
 * @param related usernames of staff who are related to the household
 * @param donorFunds funds that a donor gave to who is related to the household
 * @param alike how many other applications of the same person for the same aid are under way: somebody has to look whether it
 *     is asked for twice
 * @param askers usernames of staff who asked departments about it, or answered what they found: their work belongs before the
 *     decision, and they take no part in that or in the payout
 */
public record CaseFile(
        List<String> asked,
        Set<String> there,
        List<Part> parts,
        Set<String> related,
        Set<FundCode> donorFunds,
        int alike,
        Set<String> askers) {

    /** Of a case that is new, or whose file nobody needs to know. */
    public static final CaseFile EMPTY = new CaseFile(List.of(), Set.of(), List.of(), Set.of(), Set.of(), 0, Set.of());

    /** Somebody's work on the papers counts as work in this part of the grant. */
    public record Part(String username, Duty duty) {}

    public CaseFile {
        asked = List.copyOf(asked);
        there = Set.copyOf(there);
        parts = List.copyOf(parts);
        related = Set.copyOf(related);
        donorFunds = Set.copyOf(donorFunds);
        askers = Set.copyOf(askers);
    }

    /** The papers that are asked for and not there. */
    public List<String> missing() {
        return asked.stream().filter(paper -> !there.contains(paper)).toList();
    }

    CaseFile asking(List<String> papers) {
        return new CaseFile(papers, there, parts, related, donorFunds, alike, askers);
    }
}
