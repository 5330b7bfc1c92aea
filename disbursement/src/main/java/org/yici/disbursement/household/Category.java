package org.yici.disbursement.household;

import java.util.Arrays;
import java.util.Optional;

/** Why a household is on the county's register: the code list of the field, old words and new side by side. */
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

    /** The category of that word in either case, or nothing. */
    public static Optional<Category> of(String word) {
        return Arrays.stream(values())
                .filter(category -> category.name().equalsIgnoreCase(word.strip()))
                .findAny();
    }

    public String messageKey() {
        return "household.category." + name();
    }
}
