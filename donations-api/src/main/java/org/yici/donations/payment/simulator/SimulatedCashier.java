package org.yici.donations.payment.simulator;

import java.util.Optional;

/** What happens at a provider's cashier, whoever shows it. Orders go by our numbers. */
public interface SimulatedCashier {

    /** The provider's word, as in settings and addresses. */
    String word();

    /** Looks at an order, as its page does that is opened or its code that is scanned. Empty for one that nobody has placed. */
    Optional<CashierOrder> find(String order);

    /** The donor pays; nobody is told. False when it cannot be paid (any more). */
    boolean pay(String order);

    /** What the provider has to tell of a paid order. */
    Letter notice(String order, NoticeKind kind);

    /** Where it is told: a path of ours. */
    String noticePath();

    Faults faults();
}
