package org.yici.donations.payment.simulator;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a donor's browser pays at a simulated provider. A simulator listens on this machine only, so where donors look with
 * phones of their own somebody else shows the cashier, at an address that phones can reach.
 *
 * @param base without a slash at its end, the order's number follows; null for the simulator's own plain page
 */
public record CashierAddress(@Nullable String base) {

    /** The simulator's own. */
    public static final CashierAddress OWN = new CashierAddress(null);

    /** Empty where the simulator shows its own. */
    public Optional<String> of(String order) {
        return Optional.ofNullable(base).map(address -> address + "/" + order);
    }
}
