package org.yici.donations.payment.refund;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.yici.donations.donation.Donation;
import org.yici.donations.payment.PaymentMethod;

/** The ways on which a provider can send money back. Cash and transfers have none: what came by hand goes back by hand. */
@Component
public final class ReturnWays {

    private final Map<String, PaymentMethod> methods;

    ReturnWays(List<PaymentMethod> methods) {
        this.methods = methods.stream()
                .filter(PaymentMethod::isOffered)
                .collect(Collectors.toMap(PaymentMethod::word, Function.identity()));
    }

    /** Empty for a gift that no provider of ours brought, or one that is switched off. */
    Optional<PaymentMethod> of(Donation gift) {
        return Optional.ofNullable(methods.get(gift.method()));
    }

    public boolean isThereFor(Donation gift) {
        return methods.containsKey(gift.method());
    }
}
