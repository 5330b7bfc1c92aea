package org.yici.disbursement.register;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.random.RandomGenerator;

/** Invented households of 特困: 911 of them with 980 people, the same for the same seed. */
final class InventedCounty {

    static final int HOUSEHOLDS = 911;
    static final int PEOPLE = 980;

    private static final List<String> SURNAMES =
            List.of("王", "李", "张", "刘", "陈", "杨", "赵", "黄", "周", "吴", "徐", "孙", "欧阳");
    private static final List<String> GIVEN =
            List.of("秀英", "桂兰", "淑珍", "玉兰", "凤英", "建国", "德福", "永贵", "长山", "福生", "守义", "大年");
    private static final List<String> TOWNSHIPS = List.of("赞字乡", "清河镇", "松岭乡", "柳河镇");
    private static final List<String> VILLAGES = List.of("东升村", "向阳村", "前进村", "兴隆村", "太平村", "双河村", "靠山村");
    private static final List<String> CARES = List.of("全自理", "半自理", "不能自理");

    private final RandomGenerator dice;
    private final Set<String> identities = new HashSet<>();
    private int order;

    private InventedCounty(long seed) {
        this.dice = new Random(seed);
    }

    /** @param head the one whose row stands first */
    record Household(Person head, List<Person> others) {}

    record Person(
            String name,
            String identity,
            String relation,
            String township,
            String village,
            String area,
            String care,
            LocalDate since,
            String phone,
            String card) {}

    static List<Household> households(long seed) {
        InventedCounty county = new InventedCounty(seed);
        List<Household> all = new ArrayList<>();
        for (int i = 0; i < HOUSEHOLDS; i++) {
            boolean isPair = i % 13 == 5 && i / 13 < PEOPLE - HOUSEHOLDS;
            all.add(county.household(isPair ? 1 : 0));
        }
        return all;
    }

    private Household household(int others) {
        Person head = new Person(
                name(),
                identity(),
                "本人",
                pick(TOWNSHIPS),
                pick(VILLAGES),
                dice.nextInt(10) == 0 ? "城市" : "农村",
                pick(CARES),
                LocalDate.of(2015 + dice.nextInt(3), 1 + dice.nextInt(12), 1 + dice.nextInt(28)),
                "138%08d".formatted(10_000_000 + order * 7919 % 89_999_999),
                card());
        return new Household(head, others == 0 ? List.of() : List.of(other(head)));
    }

    private Person other(Person head) {
        return new Person(
                name(),
                identity(),
                "配偶",
                head.township(),
                head.village(),
                head.area(),
                pick(CARES),
                head.since(),
                "",
                "");
    }

    private String name() {
        return pick(SURNAMES) + pick(GIVEN);
    }

    /** Of a division that is not assigned, so that no number can be a living person's. */
    private String identity() {
        LocalDate born = LocalDate.of(1930 + dice.nextInt(60), 1 + dice.nextInt(12), 1 + dice.nextInt(28));
        String body = "229999" + born.format(DateTimeFormatter.BASIC_ISO_DATE) + "%03d".formatted(++order % 1000);
        String whole = body + check(body);
        return identities.add(whole) ? whole : identity();
    }

    static char check(String body) {
        int[] weights = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
        int sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += (body.charAt(i) - '0') * weights[i];
        }
        return "10X98765432".charAt(sum % 11);
    }

    private String card() {
        String body = "6217%014d".formatted(order * 7_919L + 33_001);
        int sum = 0;
        for (int i = 0; i < body.length(); i++) {
            int digit = body.charAt(body.length() - 1 - i) - '0';
            int doubled = i % 2 == 0 ? digit * 2 : digit;
            sum += doubled > 9 ? doubled - 9 : doubled;
        }
        return body + (10 - sum % 10) % 10;
    }

    private String pick(List<String> words) {
        return words.get(dice.nextInt(words.size()));
    }
}
