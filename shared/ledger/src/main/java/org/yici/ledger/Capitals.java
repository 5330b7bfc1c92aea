package org.yici.ledger;

/**
 * Amounts in capitals (大写), as 会计基础工作规范 §52 and the fiscal receipt ask: 壹贰叁…, one 零 for a run of zeros between
 * figures, 整 after yuan or jiao when nothing smaller follows.
 */
final class Capitals {

    private static final String FIGURES = "零壹贰叁肆伍陆柒捌玖";
    private static final String[] IN_GROUP = {"", "拾", "佰", "仟"};
    private static final String[] GROUPS = {"", "万", "亿", "万亿", "亿亿"};

    private Capitals() {}

    static String of(long fen) {
        if (fen == 0) {
            return "零元整";
        }
        // Long.MIN_VALUE has no positive twin; it is no amount of money that a receipt could carry.
        long whole = Math.absExact(fen);
        StringBuilder out = new StringBuilder(fen < 0 ? "负" : "");
        appendYuan(whole / 100, out);
        appendFraction(whole / 100, (int) (whole % 100), out);
        return out.toString();
    }

    private static void appendYuan(long yuan, StringBuilder out) {
        if (yuan == 0) {
            return;
        }
        String digits = Long.toString(yuan);
        boolean zeroWaiting = false;
        boolean groupHasFigure = false;
        for (int i = 0; i < digits.length(); i++) {
            int place = digits.length() - 1 - i;
            int figure = digits.charAt(i) - '0';
            if (figure == 0) {
                zeroWaiting = true;
            } else {
                out.append(zeroWaiting ? "零" : "")
                        .append(FIGURES.charAt(figure))
                        .append(IN_GROUP[place % 4]);
                zeroWaiting = false;
                groupHasFigure = true;
            }
            if (place % 4 == 0) {
                out.append(groupHasFigure ? GROUPS[place / 4] : "");
                groupHasFigure = false;
            }
        }
        out.append('元');
    }

    private static void appendFraction(long yuan, int cents, StringBuilder out) {
        int jiao = cents / 10;
        int fen = cents % 10;
        if (cents == 0) {
            out.append('整');
            return;
        }
        if (jiao > 0) {
            out.append(FIGURES.charAt(jiao)).append('角');
        } else if (yuan > 0) {
            out.append('零');
        }
        out.append(fen == 0 ? "整" : FIGURES.charAt(fen) + "分");
    }
}
