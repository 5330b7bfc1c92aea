package org.yici.site.listing;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param next what to ask for with {@code ?after=}; null at the end
 */
public record Listing<T>(List<T> items, @Nullable String next) {

    /** @param found up to one more than the limit: that one tells that there is more */
    public static <T> Listing<T> of(List<T> found, int limit, Function<? super T, String> cursor) {
        if (found.size() <= limit) {
            return new Listing<>(List.copyOf(found), null);
        }
        List<T> items = List.copyOf(found.subList(0, limit));
        return new Listing<>(items, cursor.apply(items.get(limit - 1)));
    }

    public <R> Listing<R> map(Function<? super T, ? extends R> change) {
        return new Listing<>(items.stream().<R>map(change).toList(), next);
    }
}
