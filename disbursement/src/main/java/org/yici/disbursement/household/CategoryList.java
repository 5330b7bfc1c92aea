package org.yici.disbursement.household;

import static org.yici.disbursement.household.Category.DIBAO;
import static org.yici.disbursement.household.Category.DIBAO_EDGE;
import static org.yici.disbursement.household.Category.MONITORED_EDGE;
import static org.yici.disbursement.household.Category.MONITORED_SUDDEN;
import static org.yici.disbursement.household.Category.MONITORED_UNSTABLE;
import static org.yici.disbursement.household.Category.REGISTERED_POOR;
import static org.yici.disbursement.household.Category.RIGID_EXPENDITURE;
import static org.yici.disbursement.household.Category.TEKUN;
import static org.yici.disbursement.household.Category.YOUFU;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * The versions of the code list, each with the day from which it is the newest. A spell keeps the version that it was
 * written by. Older words may still be written, for registers are caught up on late: they only stand last.
 */
public enum CategoryList {
    /** The words of the years of 精准扶贫, 2018 among them. */
    V1(1, LocalDate.of(2014, 1, 1), List.of(DIBAO, TEKUN, DIBAO_EDGE, REGISTERED_POOR, YOUFU)),
    /** 建档立卡 ended with 2020; those who may fall back are monitored, and the layers above the allowance have names. */
    V2(
            2,
            LocalDate.of(2021, 1, 1),
            List.of(
                    DIBAO,
                    TEKUN,
                    DIBAO_EDGE,
                    RIGID_EXPENDITURE,
                    MONITORED_UNSTABLE,
                    MONITORED_EDGE,
                    MONITORED_SUDDEN,
                    YOUFU));

    private final int number;
    private final LocalDate from;
    private final List<Category> codes;

    CategoryList(int number, LocalDate from, List<Category> codes) {
        this.number = number;
        this.from = from;
        this.codes = codes;
    }

    /** The version that was the newest on that day; the first for days before it. */
    public static CategoryList on(LocalDate day) {
        return Arrays.stream(values()).filter(list -> !day.isBefore(list.from)).reduce(V1, (older, newer) -> newer);
    }

    public int number() {
        return number;
    }

    /** All categories, those of this version first. */
    public List<Category> choices() {
        return Stream.concat(codes.stream(), Arrays.stream(Category.values()))
                .distinct()
                .toList();
    }
}
