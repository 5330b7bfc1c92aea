package org.yici.disbursement.household;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** How much care somebody in extreme difficulty needs; the care allowance follows it. */
public enum CareLevel {
    /** 全自理: looks after oneself. */
    SELF_RELIANT(Set.of("自理", "全自理", "完全自理", "能自理", "有自理能力", "self", "self_reliant", "self-reliant")),
    /** 半自理 (半护理): partly unable. */
    PARTLY(Set.of("半自理", "半护理", "部分自理", "部分丧失自理能力", "部分丧失生活自理能力", "半失能", "partly")),
    /** 不能自理 (全护理): wholly unable. */
    UNABLE(Set.of("不能自理", "全护理", "完全不能自理", "完全丧失自理能力", "完全丧失生活自理能力", "失能", "全失能", "unable"));

    private final Set<String> spellings;

    CareLevel(Set<String> spellings) {
        this.spellings = spellings;
    }

    /** @param word without blanks, lower case */
    public static Optional<CareLevel> of(String word) {
        return Arrays.stream(values())
                .filter(level -> level.spellings.contains(word))
                .findAny();
    }

    public String messageKey() {
        return "household.care." + name();
    }
}
