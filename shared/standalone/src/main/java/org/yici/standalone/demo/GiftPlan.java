package org.yici.standalone.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.yici.platform.clock.ProgramClock;

/**
 * The gifts of the county's case: {@value #DONORS} people give ¥2,040,650.00 against poverty from April 2017 on, and
 * ¥39,000.00 comes together in the daily-kindness drive of 2018. The same seed plans the same gifts on every machine.
 */
final class GiftPlan {

    static final int DONORS = 8_961;
    static final long POVERTY_RELIEF_FEN = 204_065_000;
    static final long DAILY_KINDNESS_FEN = 3_900_000;

    private static final int REPEATED_GIFTS = 412;
    private static final int DAILY_GIFTS = 1_874;
    private static final int DAILY_REGULARS = 260;
    private static final long SEED = 20_170_401;
    private static final LocalDate START = LocalDate.of(2017, 4, 5);
    private static final LocalDate DAILY_START = LocalDate.of(2018, 1, 1);
    private static final LocalDate END = LocalDate.of(2018, 6, 1);
    private static final long[] RELIEF_USUAL = {
        1_000, 2_000, 5_000, 5_000, 6_600, 10_000, 10_000, 10_000, 20_000, 20_000, 30_000, 50_000, 50_000, 88_800,
        100_000
    };
    private static final long[] DAILY_USUAL = {100, 100, 100, 600, 600, 660, 1_000, 1_000, 2_000, 5_000, 10_000};
    private static final List<String> PLACES =
            List.of("village-shop", "service-hall", "school-gate", "clinic", "market", "bus-station", "poster");

    private final RandomGenerator dice = new Random(SEED);
    private final People people;

    GiftPlan(People people) {
        this.people = people;
    }

    /** All gifts, in the order of their time. */
    List<PlannedGift> gifts() {
        List<PlannedGift> gifts = new ArrayList<>();
        List<Donor> donors = donors();
        addReliefGifts(gifts, donors);
        addDailyGifts(gifts, donors);
        gifts.sort(Comparator.comparing(PlannedGift::at));
        List<PlannedGift> numbered = new ArrayList<>(gifts.size());
        for (PlannedGift gift : gifts) {
            numbered.add(new PlannedGift(
                    numbered.size() + 1,
                    gift.at(),
                    gift.campaign(),
                    gift.amount(),
                    gift.phone(),
                    gift.name(),
                    gift.place()));
        }
        return numbered;
    }

    private record Donor(@Nullable String phone, @Nullable String name) {}

    /** Four in five leave a phone number for the receipt, one in four of those a name. */
    private List<Donor> donors() {
        List<Donor> donors = new ArrayList<>(DONORS);
        for (int i = 0; i < DONORS; i++) {
            boolean known = i < REPEATED_GIFTS || dice.nextInt(5) > 0;
            boolean named = known && dice.nextInt(4) == 0;
            donors.add(new Donor(
                    known ? "139%08d".formatted(i * 11_113 % 100_000_000) : null,
                    named ? people.surname(dice) + people.givenName(dice) : null));
        }
        return donors;
    }

    private void addReliefGifts(List<PlannedGift> gifts, List<Donor> donors) {
        int count = DONORS + REPEATED_GIFTS;
        long[] amounts = Amounts.summingTo(POVERTY_RELIEF_FEN, count, RELIEF_USUAL, 5_000, dice);
        for (int i = 0; i < count; i++) {
            gifts.add(gift("poverty-relief", START, amounts[i], donors.get(i % DONORS)));
        }
    }

    /** The drive lives from regulars: most of its gifts come from a few hundred people, again and again. */
    private void addDailyGifts(List<PlannedGift> gifts, List<Donor> donors) {
        long[] amounts = Amounts.summingTo(DAILY_KINDNESS_FEN, DAILY_GIFTS, DAILY_USUAL, 100, dice);
        for (int i = 0; i < DAILY_GIFTS; i++) {
            Donor donor = i % 3 == 0 ? new Donor(null, null) : donors.get(dice.nextInt(DAILY_REGULARS));
            gifts.add(gift("daily-kindness", DAILY_START, amounts[i], donor));
        }
    }

    private PlannedGift gift(String campaign, LocalDate from, long amount, Donor donor) {
        return new PlannedGift(
                0, moment(from), campaign, amount, donor.phone(), donor.name(), People.pick(PLACES, dice));
    }

    /** A moment between seven in the morning and eleven at night; the days of the two autumn drives count tenfold. */
    private Instant moment(LocalDate from) {
        LocalDate day = from.plusDays(dice.nextInt((int) (END.toEpochDay() - from.toEpochDay())));
        if (from.equals(START) && dice.nextInt(12) == 0) {
            day = dice.nextBoolean() ? LocalDate.of(2017, 9, 7).plusDays(dice.nextInt(3)) : LocalDate.of(2017, 10, 17);
        }
        long second = 7 * 3_600 + (dice.nextInt(16 * 3_600) + dice.nextInt(16 * 3_600)) / 2;
        return day.atStartOfDay(ProgramClock.CHINA).toInstant().plus(Duration.ofSeconds(second));
    }
}
