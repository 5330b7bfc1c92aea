package org.yici.site.fund;

import java.time.LocalDate;

/**
 * What a fund did in a month, in fen.
 *
 * @param month its first day
 * @param received less refunds
 * @param committed awards less releases and payments
 */
public record FundMonth(LocalDate month, long received, long committed, long disbursed) {}
