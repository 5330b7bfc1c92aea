package org.yici.standalone.demo;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;

/** Invents the households: a head and one to three others of different ages, in four townships. */
final class HouseholdPlan {

    private static final long SEED = 74;
    /** A division code that GB/T 2260 does not assign, so that no number can be a living person's. */
    private static final String NO_DIVISION = "229999";

    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final List<String> CATEGORIES =
            List.of("DIBAO", "DIBAO", "REGISTERED_POOR", "REGISTERED_POOR", "REGISTERED_POOR", "TEKUN", "DIBAO_EDGE");

    private final RandomGenerator dice = new Random(SEED);
    private final People people;
    private int persons;

    HouseholdPlan(People people) {
        this.people = people;
    }

    List<PlannedHousehold> households(int count) {
        List<PlannedHousehold> households = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            households.add(household(i));
        }
        return households;
    }

    private PlannedHousehold household(int index) {
        String surname = people.surname(dice);
        List<PlannedHousehold.Member> members = new ArrayList<>();
        members.add(member(surname, "HEAD", 1945 + dice.nextInt(40)));
        members.add(member(people.surname(dice), "SPOUSE", 1948 + dice.nextInt(38)));
        members.add(member(surname, "CHILD", 1998 + dice.nextInt(12)));
        String card = "6217" + "%014d".formatted(index * 7_919L + 33_001);
        return new PlannedHousehold(
                people.townships().get(index % people.townships().size()),
                People.pick(people.villages(), dice),
                People.pick(CATEGORIES, dice),
                members,
                members.get(0).name(),
                card + luhnDigit(card));
    }

    private PlannedHousehold.Member member(String surname, String relation, int year) {
        persons++;
        LocalDate born = LocalDate.of(year, 1 + dice.nextInt(12), 1 + dice.nextInt(28));
        return new PlannedHousehold.Member(
                surname + people.givenName(dice),
                identityNumber(born, persons),
                relation,
                "138%08d".formatted(persons * 13_007));
    }

    /** GB 11643: six digits of division, eight of birth, three of order, one of checksum. */
    private static String identityNumber(LocalDate born, int order) {
        String body = NO_DIVISION + born.format(DateTimeFormatter.BASIC_ISO_DATE) + "%03d".formatted(order);
        int sum = 0;
        for (int i = 0; i < body.length(); i++) {
            sum += (body.charAt(i) - '0') * WEIGHTS[i];
        }
        return body + "10X98765432".charAt(sum % 11);
    }

    private static int luhnDigit(String body) {
        int sum = 0;
        for (int i = 0; i < body.length(); i++) {
            int digit = body.charAt(body.length() - 1 - i) - '0';
            int doubled = i % 2 == 0 ? digit * 2 : digit;
            sum += doubled > 9 ? doubled - 9 : doubled;
        }
        return (10 - sum % 10) % 10;
    }
}
