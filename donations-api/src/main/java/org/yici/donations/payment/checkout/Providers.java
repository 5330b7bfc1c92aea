package org.yici.donations.payment.checkout;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.yici.donations.payment.order.PayerSignIn;
import org.yici.donations.payment.order.PaymentProvider;

/** The providers that are switched on, by their words. */
@Component
public class Providers {

    private final Map<String, PaymentProvider> all;
    private final List<PayerSignIn> signIns;

    Providers(ObjectProvider<PaymentProvider> all, ObjectProvider<PayerSignIn> signIns) {
        this.signIns = signIns.stream().toList();
        this.all = all.stream().collect(Collectors.toUnmodifiableMap(PaymentProvider::word, Function.identity()));
    }

    public Optional<PaymentProvider> find(String word) {
        return Optional.ofNullable(all.get(word));
    }

    /** How the provider learns who pays, where this form needs that. */
    public Optional<PayerSignIn> signIn(PaymentProvider provider, String form) {
        return signIns.stream()
                .filter(one -> one.provider().equals(provider.word()) && one.isNeededFor(form))
                .findFirst();
    }

    public Collection<PaymentProvider> all() {
        return all.values();
    }

    /** The words of all but one, in order. */
    public List<String> others(String word) {
        return all.keySet().stream()
                .filter(other -> !other.equals(word))
                .sorted()
                .toList();
    }
}
