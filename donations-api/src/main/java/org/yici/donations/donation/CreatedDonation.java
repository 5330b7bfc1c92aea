package org.yici.donations.donation;

/**
 * What the giver gets back.
 *
 * @param content as it was asked for
 * @param token the key to the receipt: whoever has it may read it
 */
public record CreatedDonation(DonationId id, NewDonation content, ReceiptToken token) {}
