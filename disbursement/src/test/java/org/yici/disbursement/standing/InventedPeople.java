package org.yici.disbursement.standing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** Entitled people, invented: the same ones for the same seed. */
final class InventedPeople {

    static final LocalDate LONG_AGO = LocalDate.of(2016, 3, 1);

    private static final int HOUSEHOLDS = 911;
    private static final int PEOPLE = 980;
    private static final String[] CARE = {"SELF_RELIANT", "PARTLY", "UNABLE"};

    private InventedPeople() {}

    /** The county's 980 people in 911 households: two in each of the first 69, one in every other. */
    static List<EntitledPerson> tekun(long seed) {
        Random dice = new Random(seed);
        List<EntitledPerson> people = new ArrayList<>();
        for (int household = 0; household < HOUSEHOLDS; household++) {
            UUID home = id(dice);
            Residence residence = dice.nextInt(10) < 2 ? Residence.URBAN : Residence.RURAL;
            int members = household < PEOPLE - HOUSEHOLDS ? 2 : 1;
            for (int i = 0; i < members; i++) {
                String care = CARE[Math.max(0, dice.nextInt(10) - 7)];
                people.add(new EntitledPerson(id(dice), home, "TEKUN", care, residence, LONG_AGO, null));
            }
        }
        return people;
    }

    static EntitledPerson dibao(Residence residence) {
        return new EntitledPerson(UUID.randomUUID(), UUID.randomUUID(), "DIBAO", null, residence, LONG_AGO, null);
    }

    private static UUID id(Random dice) {
        return new UUID(dice.nextLong(), dice.nextLong());
    }
}
