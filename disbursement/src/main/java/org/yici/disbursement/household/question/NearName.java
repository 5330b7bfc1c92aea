package org.yici.disbursement.household.question;

import java.util.Arrays;
import org.yici.platform.sheet.SheetText;

/** Whether two names may be one name, written down twice: the same, one character apart, or their characters turned round. */
final class NearName {

    private NearName() {}

    static boolean isSame(String one, String other) {
        return SheetText.plain(one).equals(SheetText.plain(other));
    }

    static boolean isNear(String one, String other) {
        int[] a = SheetText.plain(one).codePoints().toArray();
        int[] b = SheetText.plain(other).codePoints().toArray();
        if (a.length != b.length) {
            return Math.abs(a.length - b.length) == 1
                    && isWithin(a.length < b.length ? a : b, a.length < b.length ? b : a);
        }
        return differing(a, b) <= 1 && (a.length > 2 || a.length > 0 && a[0] == b[0])
                || Arrays.equals(sorted(a), sorted(b));
    }

    /** The longer one without one of its characters. */
    private static boolean isWithin(int[] shorter, int[] longer) {
        int at = 0;
        for (int point : longer) {
            at += at < shorter.length && shorter[at] == point ? 1 : 0;
        }
        return shorter.length > 1 && at == shorter.length;
    }

    private static int differing(int[] a, int[] b) {
        int count = 0;
        for (int i = 0; i < a.length; i++) {
            count += a[i] == b[i] ? 0 : 1;
        }
        return count;
    }

    private static int[] sorted(int[] points) {
        int[] copy = points.clone();
        Arrays.sort(copy);
        return copy;
    }
}
