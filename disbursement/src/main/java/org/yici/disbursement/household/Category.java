package org.yici.disbursement.household;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Why a household is on the county's register: the code list of the field, old words and new side by side. A code that went
 * out of use stays, for what was decided by it can be looked up for ever; {@link CategoryList} says which version has which.
 */
public enum Category {
    /** 低保: the minimum living allowance. */
    DIBAO,
    /** 特困: people in extreme difficulty, with a level of care. */
    TEKUN,
    /** 低保边缘: just above the allowance. */
    DIBAO_EDGE,
    /** 刚性支出困难: ruined by an expense that cannot be avoided. */
    RIGID_EXPENDITURE,
    /** 脱贫不稳定: out of poverty, not firmly. */
    MONITORED_UNSTABLE,
    /** 边缘易致贫: on the edge of poverty. */
    MONITORED_EDGE,
    /** 突发严重困难: struck by sudden severe hardship. */
    MONITORED_SUDDEN,
    /** 建档立卡: registered poor, the word of 2018. */
    REGISTERED_POOR,
    /** 优抚: veterans and families of the fallen. */
    YOUFU;

    /** Of each of these only one at a time: they are steps of one ladder. */
    private static final List<Set<Category>> LADDERS = List.of(
            EnumSet.of(DIBAO, TEKUN, DIBAO_EDGE, RIGID_EXPENDITURE),
            EnumSet.of(MONITORED_UNSTABLE, MONITORED_EDGE, MONITORED_SUDDEN));

    /** The category of that word in either case, or nothing. */
    public static Optional<Category> of(String word) {
        return Arrays.stream(values())
                .filter(category -> category.name().equalsIgnoreCase(word.strip()))
                .findAny();
    }

    /** Whether nobody may be both on one day. */
    public boolean excludes(Category other) {
        return this != other && LADDERS.stream().anyMatch(ladder -> ladder.contains(this) && ladder.contains(other));
    }

    public boolean hasArea() {
        return this == DIBAO || this == TEKUN;
    }

    public boolean hasCareLevel() {
        return this == TEKUN;
    }

    public String messageKey() {
        return "household.category." + name();
    }
}
