package org.yici.donations.donation;

/**
 * What the giver gets back.
 *
 * @param token the key to the receipt: whoever has it may read it
 */
public record CreatedDonation(Donation donation, ReceiptToken token) {}
