package org.yici.disbursement.household;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yici.platform.privacy.IdentityNumber;
import org.yici.platform.privacy.Masked;
import org.yici.platform.privacy.PhoneNumber;

/**
 * People who live together and are helped together. In memory its personal data is plain, so a household never goes into
 * a log or an answer as it is: pages ask for the masked forms.
 *
 * @param code what colleagues call it, without meaning
 * @param card where grants are paid to: a member's own card, the beneficiary's or the guardian's
 */
public record Household(
        HouseholdId id,
        String code,
        String township,
        @Nullable String village,
        Category category,
        List<Member> members,
        BankCard card,
        String registeredBy,
        Instant registeredAt) {

    public Household {
        members = List.copyOf(members);
    }

    /** One person. {@code person} is the blind index of the identity number: it tells people apart and names nobody. */
    public record Member(
            MemberId id,
            String name,
            IdentityNumber identity,
            byte[] person,
            String relation,
            @Nullable PhoneNumber phone) {

        public String maskedName() {
            return Masked.name(name);
        }

        @Override
        public String toString() {
            return "member " + id;
        }
    }

    /** The card and the member in whose name it is. */
    public record BankCard(Member holder, CardNumber number) {}

    public Optional<Member> member(MemberId member) {
        return members.stream().filter(m -> m.id().equals(member)).findAny();
    }

    /** The first member registered stands for the household. */
    public Member head() {
        return members.get(0);
    }

    @Override
    public String toString() {
        return "household " + code;
    }
}
