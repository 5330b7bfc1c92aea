package org.yici.donations.payment.checkout;

import static java.util.Objects.requireNonNull;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yici.donations.donation.DonationId;
import org.yici.donations.donation.ReceiptTokens;
import org.yici.donations.payment.order.Order;
import org.yici.donations.payment.order.OrderNumber;
import org.yici.ledger.Money;
import org.yici.platform.privacy.Cell;
import org.yici.platform.privacy.FieldCipher;

/** Reads and seals rows of orders. The receipt's token is no column: it is made anew from the gift's id. */
@Component
final class OrderRows {

    static final String COLUMNS =
            "id, donation, provider, form, amount, title, payer, address, back, created_at, expires_at,"
                    + " state, known, shown, payment, paid_at, paid_for, asks";

    private static final String TABLE = "donations.provider_order";

    private final FieldCipher cipher;
    private final ReceiptTokens tokens;

    OrderRows(FieldCipher cipher, ReceiptTokens tokens) {
        this.cipher = cipher;
        this.tokens = tokens;
    }

    StoredOrder order(Readable row) {
        DonationId id = new DonationId(requireNonNull(row.get("id", UUID.class)));
        DonationId donation = new DonationId(requireNonNull(row.get("donation", UUID.class)));
        Order order = new Order(
                OrderNumber.of(id.value()),
                donation,
                text(row, "provider"),
                text(row, "form"),
                Money.ofFen(requireNonNull(row.get("amount", Long.class))),
                text(row, "title"),
                open(row, id, "payer"),
                open(row, id, "address"),
                back(text(row, "back"), donation),
                instant(row, "created_at"),
                instant(row, "expires_at"),
                row.get("known", String.class),
                row.get("payment", String.class));
        String shown = row.get("shown", String.class);
        OffsetDateTime paidAt = row.get("paid_at", OffsetDateTime.class);
        UUID paidFor = row.get("paid_for", UUID.class);
        return new StoredOrder(
                id,
                order,
                PaymentState.valueOf(text(row, "state")),
                shown == null ? null : ShownCheckout.read(shown),
                paidAt == null ? null : paidAt.toInstant(),
                paidFor == null ? null : new DonationId(paidFor),
                requireNonNull(row.get("asks", Integer.class)));
    }

    /** Where the donor comes back to: the receipt. */
    String back(String origin, DonationId donation) {
        return origin + "/receipts/" + tokens.of(donation).value();
    }

    byte @Nullable [] seal(@Nullable String value, DonationId id, String column) {
        return value == null ? null : cipher.encrypt(value, Cell.of(TABLE, id, column));
    }

    private @Nullable String open(Readable row, DonationId id, String column) {
        byte[] sealed = row.get(column, byte[].class);
        return sealed == null ? null : cipher.decrypt(sealed, Cell.of(TABLE, id, column));
    }

    private static String text(Readable row, String column) {
        return requireNonNull(row.get(column, String.class));
    }

    private static Instant instant(Readable row, String column) {
        return requireNonNull(row.get(column, OffsetDateTime.class)).toInstant();
    }
}
