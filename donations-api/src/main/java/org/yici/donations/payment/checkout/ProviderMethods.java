package org.yici.donations.payment.checkout;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.yici.donations.payment.PaymentMethod;
import org.yici.donations.payment.order.PaymentProvider;

/**
 * Makes a provider a payment method. Each provider's own configuration asks for its one. Who asks providers is looked up late:
 * what takes gifts has to know the methods first.
 */
@Component
public class ProviderMethods {

    private final Orders orders;
    private final ObjectProvider<AskProvider> asking;

    ProviderMethods(Orders orders, ObjectProvider<AskProvider> asking) {
        this.orders = orders;
        this.asking = asking;
    }

    public PaymentMethod of(PaymentProvider provider) {
        return new ProviderMethod(provider, orders, asking.getObject());
    }
}
