package org.yici.disbursement.standard;

import org.yici.ledger.Money;

/**
 * What a decision looks at besides its standard.
 *
 * @param category word of the household's category on the day
 * @param givenThisYear awarded to the person under the same programme before, in the calendar year of the day
 * @param givenEver the same, ever
 */
public record Facts(Basis basis, String category, Money givenThisYear, Money givenEver) {}
