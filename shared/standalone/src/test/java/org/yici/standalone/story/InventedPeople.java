package org.yici.standalone.story;

import java.util.concurrent.atomic.AtomicInteger;

/** Households that nobody has met: the numbers are well-formed, and of a division that is not assigned. */
final class InventedPeople {

    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};

    private InventedPeople() {}

    /** The body of a registration: a grandmother and the child she looks after, whose school money is asked for. */
    static String household() {
        int number = COUNT.incrementAndGet();
        return """
                {"township": "赞字乡", "village": "三道村", "category": "DIBAO", "consent": true,
                 "members": [
                   {"name": "王桂兰", "identityNumber": "%s", "relation": "HEAD", "phone": "13800000000"},
                   {"name": "王小雨", "identityNumber": "%s", "relation": "CHILD"}],
                 "bankCard": {"holder": "王桂兰", "number": "%s"}}""".formatted(identityNumber("19520304", number), identityNumber("20060910", number), card(number));
    }

    /** GB 11643. */
    static String identityNumber(String born, int order) {
        String body = "229998" + born + "%03d".formatted(order);
        int sum = 0;
        for (int i = 0; i < body.length(); i++) {
            sum += (body.charAt(i) - '0') * WEIGHTS[i];
        }
        return body + "10X98765432".charAt(sum % 11);
    }

    /** With its Luhn digit. */
    private static String card(int number) {
        String body = "621799%012d".formatted(number);
        int sum = 0;
        for (int i = 0; i < body.length(); i++) {
            int digit = body.charAt(body.length() - 1 - i) - '0';
            int weighed = i % 2 == 0 ? digit * 2 : digit;
            sum += weighed > 9 ? weighed - 9 : weighed;
        }
        return body + (10 - sum % 10) % 10;
    }
}
