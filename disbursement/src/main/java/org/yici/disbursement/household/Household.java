package org.yici.disbursement.household;

import java.time.Instant;
import java.time.LocalDate;
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
 * @param category by which it was registered; what holds on a day stands in its {@link CategoryHistory}
 * @param people everybody who belongs or belonged to it, guardians from outside among them
 * @param card where grants are paid to: a member's own card, the beneficiary's or the guardian's
 */
public record Household(
        HouseholdId id,
        String code,
        Place place,
        Category category,
        List<Member> people,
        BankCard card,
        String registeredBy,
        Instant registeredAt) {

    public Household {
        people = List.copyOf(people);
    }

    /** Whether somebody lives here, or acts for somebody who does. */
    public enum Standing {
        MEMBER,
        GUARDIAN
    }

    /** Why and since when somebody belongs no longer. */
    public record Leaving(LocalDate on, Why why) {
        public enum Why {
            MOVED,
            DIED,
            /** Was never right: the same person stands elsewhere. */
            MISTAKEN;

            public String messageKey() {
                return "household.left." + name();
            }
        }
    }

    /**
     * One person.
     *
     * @param person the blind index of the identity number: it tells people apart and names nobody
     * @param guardian who acts for this one; null when nobody does
     * @param ownCard a card of one's own beside the household's
     * @param left null while the person belongs to the household
     */
    public record Member(
            MemberId id,
            String name,
            IdentityNumber identity,
            byte[] person,
            String relation,
            @Nullable PhoneNumber phone,
            Standing standing,
            boolean head,
            @Nullable MemberId guardian,
            @Nullable CardNumber ownCard,
            @Nullable Leaving left) {

        boolean belongs() {
            return standing == Standing.MEMBER && left == null;
        }

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

    public String township() {
        return place.township();
    }

    public @Nullable String village() {
        return place.village();
    }

    /** Who lives there now. */
    public List<Member> members() {
        return people.stream().filter(Member::belongs).toList();
    }

    /** Who acts for somebody there and lives elsewhere. */
    public List<Member> guardians() {
        return people.stream()
                .filter(m -> m.standing() == Standing.GUARDIAN && m.left() == null)
                .toList();
    }

    /** Who lived there once. */
    public List<Member> former() {
        return people.stream().filter(m -> m.left() != null).toList();
    }

    /** Somebody of this household, whoever has left since. */
    public Optional<Member> member(MemberId member) {
        return people.stream().filter(m -> m.id().equals(member)).findAny();
    }

    /** Who stands for the household; of one that nobody lives in any more, who did last. */
    public Member head() {
        return members().stream()
                .filter(Member::head)
                .findFirst()
                .or(() -> members().stream().findFirst())
                .orElse(people.get(0));
    }

    @Override
    public String toString() {
        return "household " + code;
    }
}
