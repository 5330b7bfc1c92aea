package org.yici.standalone.demo;

import java.util.random.RandomGenerator;

/** Draws plausible amounts that come to a given sum exactly. */
final class Amounts {

    private Amounts() {}

    /**
     * {@code count} amounts out of {@code usual} (fen, from small to large, each likelier the earlier it stands), corrected
     * in {@code step}s among the larger ones until their sum is {@code total}.
     */
    static long[] summingTo(long total, int count, long[] usual, long step, RandomGenerator dice) {
        long[] amounts = new long[count];
        long sum = 0;
        for (int i = 0; i < count; i++) {
            amounts[i] = usual[Math.min(dice.nextInt(usual.length), dice.nextInt(usual.length))];
            sum += amounts[i];
        }
        long smallestToMend = usual[usual.length / 2];
        long largest = usual[usual.length - 1];
        while (sum != total) {
            int i = dice.nextInt(count);
            long missing = total - sum;
            long change = Math.min(step, Math.abs(missing)) * Long.signum(missing);
            if (amounts[i] >= smallestToMend
                    && amounts[i] + change >= smallestToMend
                    && amounts[i] + change <= largest * 2) {
                amounts[i] += change;
                sum += change;
            }
        }
        return amounts;
    }
}
