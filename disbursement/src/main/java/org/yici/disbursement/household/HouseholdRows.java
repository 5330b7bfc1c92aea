package org.yici.disbursement.household;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yici.disbursement.Columns;
import org.yici.disbursement.Seals;
import org.yici.disbursement.household.Household.BankCard;
import org.yici.disbursement.household.Household.Member;
import org.yici.platform.privacy.IdentityNumber;
import org.yici.platform.privacy.PhoneNumber;

/** Opens rows of the register: one line a member, the household's own columns repeated. */
record HouseholdRows(Seals seals) {

    record Line(
            HouseholdId household,
            String code,
            Place place,
            Category category,
            UUID cardHolder,
            CardNumber cardNumber,
            String registeredBy,
            Instant registeredAt,
            Member member) {}

    Line line(Readable row) {
        HouseholdId id = new HouseholdId(Columns.id(row, "id"));
        return new Line(
                id,
                Columns.text(row, "code"),
                new Place(
                        Columns.text(row, "township"),
                        row.get("township_code", String.class),
                        seals.openOrNull(row, "household", id, "village"),
                        seals.openOrNull(row, "household", id, "village_code")),
                Category.valueOf(Columns.text(row, "category")),
                Columns.id(row, "card_holder"),
                CardNumber.of(seals.open(row, "household", id, "card_number")),
                Columns.text(row, "registered_by"),
                Columns.instant(row, "registered_at"),
                member(row));
    }

    private Member member(Readable row) {
        MemberId id = new MemberId(Columns.id(row, "member"));
        String phone = seals.openOrNull(row, "member", id, "phone");
        String card = seals.openOrNull(row, "own_card", "member", id, "card_number");
        UUID guardian = row.get("guardian", UUID.class);
        return new Member(
                id,
                seals.open(row, "member", id, "name"),
                IdentityNumber.of(seals.open(row, "member", id, "identity")),
                Columns.required(row, "identity_index", byte[].class),
                seals.open(row, "member", id, "relation"),
                phone == null ? null : PhoneNumber.of(phone),
                Household.Standing.valueOf(Columns.text(row, "standing")),
                Columns.required(row, "head", Boolean.class),
                guardian == null ? null : new MemberId(guardian),
                card == null ? null : CardNumber.of(card),
                left(row));
    }

    private static Household.@Nullable Leaving left(Readable row) {
        LocalDate on = row.get("left_on", LocalDate.class);
        return on == null
                ? null
                : new Household.Leaving(on, Household.Leaving.Why.valueOf(Columns.text(row, "left_why")));
    }

    /** The lines of one household, in the order of its members. */
    static Household household(List<Line> lines) {
        Line first = lines.get(0);
        List<Member> members = lines.stream().map(Line::member).toList();
        Member holder = members.stream()
                .filter(member -> member.id().value().equals(first.cardHolder()))
                .findAny()
                .orElseThrow();
        return new Household(
                first.household(),
                first.code(),
                first.place(),
                first.category(),
                members,
                new BankCard(holder, first.cardNumber()),
                first.registeredBy(),
                first.registeredAt());
    }
}
