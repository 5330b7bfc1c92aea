package org.yici.disbursement.standard;

import org.yici.ledger.Money;

/**
 * What a decision looks at besides its standard.
 *
 * @param categories words of what the household, or the person, was on the day, with a blank between
 * @param givenThisYear awarded to the person under the same programme before, in the calendar year of the day
 * @param givenEver the same, ever
 */
public record Facts(Basis basis, String categories, Money givenThisYear, Money givenEver) {}
