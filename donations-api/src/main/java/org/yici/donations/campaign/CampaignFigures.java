package org.yici.donations.campaign;

/**
 * What the books say of a campaign and its fund, in fen. The bar of the page is {@code received = paid + promised + what
 * waits in the fund}.
 *
 * @param raised gifts to the campaign less what went back
 * @param donations how many gifts the campaign received
 * @param received what the fund has or had to give: its balance, promised and paid together
 * @param promised awarded from the fund and not yet paid
 * @param paid awarded from the fund and confirmed as paid
 */
public record CampaignFigures(long raised, long donations, long received, long promised, long paid) {}
