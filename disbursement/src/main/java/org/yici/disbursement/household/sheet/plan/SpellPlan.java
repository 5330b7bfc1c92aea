package org.yici.disbursement.household.sheet.plan;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yici.disbursement.household.Area;
import org.yici.disbursement.household.CareLevel;
import org.yici.disbursement.household.Category;
import org.yici.disbursement.household.CategoryList;
import org.yici.disbursement.household.CategorySpell;
import org.yici.disbursement.household.MemberId;

/**
 * What a line's category changes about a history.
 *
 * @param begins the spell to write down; null when the history says the same already
 * @param ends the spell that ends on the day before; null when none does
 * @param against the spell that excludes it: then nothing is done, and a person decides
 */
record SpellPlan(
        @Nullable CategorySpell begins,
        @Nullable CategorySpell ends,
        @Nullable CategorySpell against) {

    static final SpellPlan NOTHING = new SpellPlan(null, null, null);

    /** @param since null when the line does not say it */
    record Wish(
            @Nullable MemberId member,
            Category category,
            @Nullable Area area,
            @Nullable CareLevel care,
            @Nullable LocalDate since) {

        LocalDate from(LocalDate today) {
            return since == null ? today : since;
        }

        private CategorySpell spell(LocalDate from, @Nullable LocalDate until) {
            return new CategorySpell(
                    UUID.randomUUID(),
                    member,
                    category,
                    area,
                    care,
                    CategoryList.on(from).number(),
                    from,
                    until,
                    "");
        }
    }

    static SpellPlan of(Wish wish, List<CategorySpell> history, LocalDate today) {
        Optional<CategorySpell> against = history.stream()
                .filter(spell -> spell.stands() && concerns(spell, wish))
                .filter(spell -> spell.category().excludes(wish.category()))
                .findFirst();
        if (against.isPresent()) {
            return new SpellPlan(null, null, against.get());
        }
        return history.stream()
                .filter(spell -> spell.stands() && isOf(spell, wish))
                .findFirst()
                .map(standing -> beside(standing, wish, history, today))
                .orElseGet(() -> new SpellPlan(wish.spell(wish.from(today), null), null, null));
    }

    /** A household's spell concerns everybody in it. */
    private static boolean concerns(CategorySpell spell, Wish wish) {
        return spell.member() == null || Objects.equals(spell.member(), wish.member());
    }

    private static boolean isOf(CategorySpell spell, Wish wish) {
        return spell.category() == wish.category() && Objects.equals(spell.member(), wish.member());
    }

    private static SpellPlan beside(CategorySpell standing, Wish wish, List<CategorySpell> history, LocalDate today) {
        Area area = wish.area() == null ? standing.area() : wish.area();
        CareLevel care = wish.care() == null ? standing.care() : wish.care();
        Wish whole = new Wish(wish.member(), wish.category(), area, care, wish.since());
        if (!standing.sameAs(wish.category(), area, care)) {
            return new SpellPlan(whole.spell(whole.from(today), null), standing, null);
        }
        LocalDate since = wish.since();
        boolean covered = since == null
                || history.stream().anyMatch(spell -> isOf(spell, wish) && spell.holdsOn(since))
                || since.isAfter(standing.since());
        return covered
                ? NOTHING
                : new SpellPlan(
                        whole.spell(
                                Objects.requireNonNull(since), standing.since().minusDays(1)),
                        null,
                        null);
    }
}
