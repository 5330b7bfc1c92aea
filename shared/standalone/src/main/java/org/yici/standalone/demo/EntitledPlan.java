package org.yici.standalone.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yici.disbursement.standing.EntitledPerson;
import org.yici.disbursement.standing.Residence;

/** Who is entitled to standing aid in the county: invented, and the same in every demo world. */
final class EntitledPlan {

    /** 911 households with 980 people in extreme difficulty (特困), as the county's report has it. */
    private static final int TEKUN_HOUSEHOLDS = 911;

    private static final int TEKUN_PEOPLE = 980;
    private static final int DIBAO_HOUSEHOLDS = 120;
    private static final int YOUFU_PEOPLE = 60;
    private static final LocalDate SINCE = LocalDate.of(2016, 1, 1);

    private final Random dice = new Random(2018);
    private final List<EntitledPerson> people = new ArrayList<>();

    private EntitledPlan() {}

    static List<EntitledPerson> people() {
        EntitledPlan plan = new EntitledPlan();
        for (int i = 0; i < TEKUN_HOUSEHOLDS; i++) {
            plan.tekun(i < TEKUN_PEOPLE - TEKUN_HOUSEHOLDS ? 2 : 1);
        }
        for (int i = 0; i < DIBAO_HOUSEHOLDS; i++) {
            plan.household("DIBAO", null, 1 + plan.dice.nextInt(4), plan.dice.nextInt(10) < 3);
        }
        for (int i = 0; i < YOUFU_PEOPLE; i++) {
            plan.household("YOUFU", plan.dice.nextInt(3) == 0 ? "TOWNSHIP_VETERAN" : "OTHER", 1, false);
        }
        return List.copyOf(plan.people);
    }

    /** Seven of ten look after themselves, two need some help, one needs all. */
    private void tekun(int members) {
        int level = dice.nextInt(10);
        String care = level < 7 ? "SELF_RELIANT" : level < 9 ? "PARTLY" : "UNABLE";
        household("TEKUN", care, members, dice.nextInt(10) < 2);
    }

    private void household(String category, @Nullable String care, int members, boolean urban) {
        UUID home = id();
        for (int i = 0; i < members; i++) {
            people.add(new EntitledPerson(
                    id(), home, category, care, urban ? Residence.URBAN : Residence.RURAL, SINCE, null));
        }
    }

    private UUID id() {
        return new UUID(dice.nextLong(), dice.nextLong());
    }
}
