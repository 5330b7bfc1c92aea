package org.yici.donations.donation.web;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.yici.donations.donation.CreatedDonation;
import org.yici.donations.donation.ReceiptToken;
import org.yici.donations.donation.TakesPayments;

/** Where a gift is paid and where its receipt is, as full addresses and as paths of our own origin. */
@Component
final class PayAddresses {

    private final Map<String, TakesPayments> methods;
    private final String publicUrl;

    PayAddresses(List<TakesPayments> methods, @Value("${yici.public-url}") String publicUrl) {
        this.methods = methods.stream()
                .filter(TakesPayments::isOffered)
                .collect(Collectors.toMap(TakesPayments::word, Function.identity()));
        this.publicUrl = publicUrl;
    }

    /** The words of the methods that one may choose from, the most likely first. Empty where nothing can be paid. */
    List<String> offered(@Nullable String userAgent) {
        return methods.values().stream()
                .sorted(Comparator.comparing((TakesPayments method) -> !method.suits(userAgent))
                        .thenComparing(TakesPayments::word))
                .map(TakesPayments::word)
                .toList();
    }

    /** As a browser on our own page follows it. */
    String path(CreatedDonation created) {
        TakesPayments method = methods.get(created.content().method());
        return method == null ? "/receipts/" + created.token().value() : method.payAddress(created);
    }

    String pay(CreatedDonation created) {
        String address = path(created);
        return address.startsWith("/") ? publicUrl + address : address;
    }

    String receipt(ReceiptToken token) {
        return publicUrl + "/receipts/" + token.value();
    }
}
