package org.yici.standalone.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;

/**
 * The grants of the county's case: {@value #PEOPLE} people, ¥54,500.00, January to May 2018. Each month has its round:
 * applications in the first days, review, seven whole days of notice, approval, one payout batch, and the signatures.
 */
final class GrantPlan {

    static final int PEOPLE = 74;
    static final long TOTAL_FEN = 5_450_000;
    /** Four households ask for two of their people. */
    static final int HOUSEHOLDS = 70;

    /** The one that waits and has been compared with what departments know: of household 23. */
    static final int COMPARED = PEOPLE + 2;

    private static final long SEED = 201_801;
    private static final int[] PEOPLE_A_MONTH = {12, 15, 16, 16, 15};
    private static final long[] USUAL = {
        30_000, 40_000, 50_000, 50_000, 60_000, 80_000, 80_000, 100_000, 120_000, 150_000, 200_000
    };
    private static final long STEP = 5_000;

    private final RandomGenerator dice = new Random(SEED);

    /** In the order of their numbers. */
    List<PlannedGrant> grants() {
        long[] amounts = Amounts.summingTo(TOTAL_FEN, PEOPLE, USUAL, STEP, dice);
        List<PlannedGrant> grants = new ArrayList<>(PEOPLE);
        for (int month = 1; month <= PEOPLE_A_MONTH.length; month++) {
            for (int i = 0; i < PEOPLE_A_MONTH[month - 1]; i++) {
                grants.add(grant(grants.size(), amounts[grants.size()], LocalDate.of(2018, month, 1)));
            }
        }
        return grants;
    }

    /** Asked for on the first day of real time, so that a visitor finds work on the desk; no figure of the case counts them. */
    List<PlannedGrant> waiting(LocalDate today) {
        return List.of(
                waiting(PEOPLE + 1, "schooling", 60_000, 5, 2, today),
                waiting(PEOPLE + 2, "medical", 120_000, 23, 1, today),
                waiting(PEOPLE + 3, "hardship", 40_000, 41, 0, today));
    }

    private static PlannedGrant waiting(
            int number, String kind, long amount, int household, int member, LocalDate today) {
        return new PlannedGrant(number, kind, amount, household, member, today, today, today, today, today, today);
    }

    private PlannedGrant grant(int index, long amount, LocalDate month) {
        LocalDate applied = workday(month.plusDays(1 + dice.nextInt(4)));
        LocalDate reviewed = workday(month.plusDays(7));
        LocalDate posted = workday(month.plusDays(9));
        LocalDate approved = workday(posted.plusDays(8 + dice.nextInt(2)));
        LocalDate paid = workday(month.plusDays(23));
        LocalDate confirmed = workday(paid.plusDays(2 + dice.nextInt(3)));
        String kind = kindOf(amount);
        int member = index >= HOUSEHOLDS ? 1 : memberFor(kind);
        return new PlannedGrant(
                index + 1,
                kind,
                amount,
                index % HOUSEHOLDS,
                member,
                applied,
                reviewed,
                posted,
                approved,
                paid,
                confirmed);
    }

    /** That day, or the Monday after it. */
    private static LocalDate workday(LocalDate day) {
        return switch (day.getDayOfWeek()) {
            case SATURDAY -> day.plusDays(2);
            case SUNDAY -> day.plusDays(1);
            default -> day;
        };
    }

    /** Large sums are medical bills; school fees and hardship share the rest. */
    private String kindOf(long amount) {
        if (amount >= 100_000) {
            return "medical";
        }
        return dice.nextInt(5) < 3 ? "schooling" : "hardship";
    }

    /** School money is for the child, who is the third in the household. */
    private int memberFor(String kind) {
        return "schooling".equals(kind) ? 2 : 0;
    }
}
