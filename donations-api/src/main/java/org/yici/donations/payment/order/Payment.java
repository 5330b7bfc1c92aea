package org.yici.donations.payment.order;

/**
 * The provider has money for an order. Nothing in here is compared yet with what we asked for.
 *
 * @param number the provider's own
 * @param fen in the currency's smallest unit
 * @param currency ISO 4217, upper case
 */
public record Payment(String order, String number, long fen, String currency) {}
