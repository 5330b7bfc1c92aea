package org.yici.donations.payment.simulator.stripe;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A page of a list, as Stripe cuts it: {@code limit} and {@code starting_after} are the caller's. */
final class StripeList {

    private static final int MOST = 100;

    private StripeList() {}

    static <T> StripeJson page(
            String address, List<T> all, StripeForm query, Function<T, String> id, Function<T, StripeJson> json) {
        int from = after(all.stream().map(id).toList(), query.get("starting_after"));
        int limit = Math.min(MOST, Integer.parseInt(Objects.requireNonNullElse(query.get("limit"), "10")));
        int to = Math.min(all.size(), from + limit);
        return StripeJson.object("list")
                .and("url", address)
                .and("has_more", to < all.size())
                .and(
                        "data",
                        all.subList(from, to).stream()
                                .map(one -> json.apply(one).values())
                                .toList());
    }

    private static int after(List<String> ids, @Nullable String last) {
        if (last == null) {
            return 0;
        }
        if (!ids.contains(last)) {
            throw Declined.missing("object: " + last);
        }
        return ids.indexOf(last) + 1;
    }
}
