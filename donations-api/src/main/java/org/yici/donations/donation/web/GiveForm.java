package org.yici.donations.donation.web;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.yici.ledger.Money;
import org.yici.ledger.ParsedMoney;
import org.yici.platform.outcome.FieldError;
import org.yici.platform.outcome.InvalidInput;
import org.yici.platform.web.IdempotencyKey;

/**
 * What somebody filled in on the campaign page.
 *
 * @param chip an amount in fen, or {@code other}
 * @param other an amount in yuan as typed
 */
record GiveForm(
        String idempotencyKey,
        @Nullable String chip,
        @Nullable String other,
        boolean anonymous,
        @Nullable String name,
        @Nullable String phone,
        @Nullable String place,
        @Nullable String method) {

    static GiveForm empty(String idempotencyKey, @Nullable String chip, @Nullable String place) {
        return new GiveForm(idempotencyKey, chip, "", true, "", "", place, null);
    }

    static GiveForm of(MultiValueMap<String, String> fields) {
        return new GiveForm(
                Objects.requireNonNullElse(fields.getFirst("idempotencyKey"), ""),
                fields.getFirst("chip"),
                fields.getFirst("other"),
                fields.containsKey("anonymous"),
                fields.getFirst("name"),
                fields.getFirst("phone"),
                fields.getFirst("place"),
                fields.getFirst("method"));
    }

    /**
     * The page's key together with what was filled in: sending the same again is the same gift, while going back to
     * choose another amount is another gift, though the browser still has the old page with its old key.
     */
    IdempotencyKey key(byte[] hash) {
        String page = IdempotencyKey.of(idempotencyKey).value();
        return new IdempotencyKey(page.substring(0, 16) + "-" + HexFormat.of().formatHex(hash));
    }

    /** Everything that was asked for, for the hash. */
    byte[] content() {
        List<@Nullable String> parts =
                Arrays.asList(idempotencyKey, chip, other, Boolean.toString(anonymous), name, phone, place, method);
        return parts.toString().getBytes(StandardCharsets.UTF_8);
    }

    /**
     * @param usual the method where none was chosen
     * @throws InvalidInput when no amount can be read, with the reason why
     */
    GiftRequest toRequest(String campaign, String usual) {
        return new GiftRequest(
                campaign,
                new GiftRequest.Amount(amount().fen(), Money.CURRENCY),
                method == null || method.isBlank() ? usual : method,
                place == null || place.isBlank() ? null : place,
                null,
                new GiftRequest.Giver(anonymous ? null : name, anonymous ? null : phone, anonymous));
    }

    private Money amount() {
        if (chip == null) {
            throw InvalidInput.of("amount", "give.choose");
        }
        if (!chip.equals("other") && other != null && !other.isBlank()) {
            // Without scripts typing chooses nothing: which of the two is meant, only the donor knows.
            throw InvalidInput.of("amount", "give.amount.both");
        }
        if (!chip.equals("other") && chip.matches("[0-9]{1,9}")) {
            return Money.ofFen(Long.parseLong(chip));
        }
        return Money.parseYuan(Objects.requireNonNullElse(other, "")).fold(money -> money, flaw -> refuse(flaw));
    }

    private static Money refuse(ParsedMoney.Flaw flaw) {
        throw new InvalidInput(List.of(FieldError.of("amount", "give.amount." + flaw.word())));
    }
}
