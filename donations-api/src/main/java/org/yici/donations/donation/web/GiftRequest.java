package org.yici.donations.donation.web;

import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yici.donations.campaign.Place;
import org.yici.donations.donation.Donor;
import org.yici.donations.donation.GiftLimits;
import org.yici.donations.donation.NewDonation;
import org.yici.ledger.CampaignCode;
import org.yici.ledger.Money;
import org.yici.platform.outcome.FieldErrors;
import org.yici.platform.privacy.PhoneNumber;

/** The body of {@code POST /api/v1/donations}, as it came; {@link #toGift} says what is wrong with it, field by field. */
record GiftRequest(
        @Nullable String campaign,
        @Nullable Amount amount,
        @Nullable String method,
        @Nullable String place,
        @Nullable String message,
        @Nullable Giver donor) {

    private static final Pattern CAMPAIGN = Pattern.compile("[a-z][a-z0-9-]{0,39}");

    record Amount(@Nullable Long value, @Nullable String currency) {}

    record Giver(
            @Nullable String name,
            @Nullable String phone,
            @Nullable Boolean anonymous) {}

    NewDonation toGift(GiftLimits limits) {
        String code = Objects.requireNonNullElse(campaign, "");
        String methodWord = Objects.requireNonNullElse(method, "");
        Money money = money(amount);
        Giver giver = Objects.requireNonNullElse(donor, new Giver(null, null, true));
        String name = trimmed(giver.name());
        String phone = trimmed(giver.phone());
        String words = trimmed(message);
        new FieldErrors()
                .require(CAMPAIGN.matcher(code).matches(), "campaign", "input.campaign")
                .require(money != null, "amount", "input.amount")
                .require(currencyFits(), "amount.currency", "input.currency")
                .require(money == null || limits.accept(money), "amount.value", "input.gift-amount", limits.most())
                .require(!methodWord.isEmpty(), "method", "input.required")
                .require(place == null || Place.parse(place).isPresent(), "place", "input.place")
                .require(
                        fits(words, GiftLimits.MESSAGE_CHARACTERS),
                        "message",
                        "input.text",
                        GiftLimits.MESSAGE_CHARACTERS)
                .require(fits(name, GiftLimits.NAME_CHARACTERS), "donor.name", "input.text", GiftLimits.NAME_CHARACTERS)
                .require(phone == null || PhoneNumber.fault(phone).isEmpty(), "donor.phone", "refusal.phone-shape")
                .throwIfAny();
        return new NewDonation(
                CampaignCode.of(code),
                Objects.requireNonNull(money),
                methodWord,
                place,
                words,
                donor(name, phone, Boolean.TRUE.equals(giver.anonymous())));
    }

    private static Donor donor(@Nullable String name, @Nullable String phone, boolean anonymous) {
        PhoneNumber number = phone == null ? null : PhoneNumber.of(phone);
        return anonymous || name == null ? new Donor.Anonymous(number) : new Donor.Named(name, number);
    }

    private static @Nullable Money money(@Nullable Amount amount) {
        return amount == null || amount.value() == null ? null : Money.ofFen(amount.value());
    }

    private boolean currencyFits() {
        return amount == null || Money.CURRENCY.equals(amount.currency());
    }

    private static @Nullable String trimmed(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    /** Short enough, without control characters, and whole: half a surrogate pair has no UTF-8 form. */
    private static boolean fits(@Nullable String text, int most) {
        return text == null
                || (text.codePointCount(0, text.length()) <= most
                        && text.codePoints().noneMatch(GiftRequest::isUnwritable));
    }

    private static boolean isUnwritable(int point) {
        boolean control = Character.isISOControl(point) && point != '\n';
        boolean halfAPair = point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
        return control || halfAPair;
    }
}
