package org.yici.disbursement.household.sheet.line;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yici.disbursement.household.Area;
import org.yici.disbursement.household.Category;
import org.yici.platform.sheet.SheetText;

/**
 * A category as clerks write it: 农村低保户, 城市特困人员, 五保, 建档立卡贫困户 …
 *
 * @param area where the word itself says it
 */
record CategoryWord(Category category, @Nullable Area area) {

    private static final Pattern PARTS = Pattern.compile("(城市|城镇|农村)?(.+?)(户|家庭|人员|对象|人口)?");

    private static final Map<String, Category> WORDS = Map.ofEntries(
            Map.entry("低保", Category.DIBAO),
            Map.entry("最低生活保障", Category.DIBAO),
            Map.entry("特困", Category.TEKUN),
            Map.entry("特困供养", Category.TEKUN),
            Map.entry("特困救助供养", Category.TEKUN),
            Map.entry("分散供养", Category.TEKUN),
            Map.entry("集中供养", Category.TEKUN),
            Map.entry("分散供养特困", Category.TEKUN),
            Map.entry("集中供养特困", Category.TEKUN),
            Map.entry("五保", Category.TEKUN),
            Map.entry("低保边缘", Category.DIBAO_EDGE),
            Map.entry("刚性支出困难", Category.RIGID_EXPENDITURE),
            Map.entry("支出型困难", Category.RIGID_EXPENDITURE),
            Map.entry("脱贫不稳定", Category.MONITORED_UNSTABLE),
            Map.entry("边缘易致贫", Category.MONITORED_EDGE),
            Map.entry("突发严重困难", Category.MONITORED_SUDDEN),
            Map.entry("建档立卡", Category.REGISTERED_POOR),
            Map.entry("建档立卡贫困", Category.REGISTERED_POOR),
            Map.entry("贫困", Category.REGISTERED_POOR),
            Map.entry("优抚", Category.YOUFU),
            Map.entry("重点优抚", Category.YOUFU));

    static Optional<CategoryWord> read(String text) {
        String plain = SheetText.plain(text);
        Matcher parts = PARTS.matcher(plain);
        if (!parts.matches()) {
            return Optional.empty();
        }
        String word = parts.group(2);
        Optional<Category> known = Optional.ofNullable(WORDS.get(word)).or(() -> Category.of(plain));
        return known.map(category -> new CategoryWord(category, area(parts.group(1), word)));
    }

    /** 五保 was the countryside's word. */
    private static @Nullable Area area(@Nullable String before, String word) {
        if (before == null) {
            return word.equals("五保") ? Area.RURAL : null;
        }
        return Area.of(before).orElse(null);
    }
}
