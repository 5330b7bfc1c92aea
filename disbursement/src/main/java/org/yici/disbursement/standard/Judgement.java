package org.yici.disbursement.standard;

import java.time.LocalDate;
import java.util.UUID;
import org.yici.ledger.Money;

/**
 * How a decision was judged: frozen with it, so that it can be judged again.
 *
 * @param version by which
 * @param day on which
 * @param computed what the standard came to
 * @param awarded what was granted; it differs from what was computed only with words
 */
public record Judgement(UUID version, LocalDate day, Facts facts, Money computed, Money awarded) {}
