package org.yici.donations.payment.checkout;

import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.yici.platform.outcome.RefusedStart;
import org.yici.platform.web.Language;

/** Whether pages have words for each provider: one that they cannot name is not started with, for donors would read a key. */
@Component
final class ProviderWords {

    /** What it is called, and what stands beside a code of its; the provider's word follows. */
    private static final List<String> KEYS = List.of("method.", "pay.scan.");

    /** @throws RefusedStart naming what is missing */
    ProviderWords(Providers providers, MessageSource messages) {
        for (Locale locale : List.of(Language.ZH, Language.EN)) {
            providers.all().forEach(provider -> KEYS.forEach(key -> require(messages, key + provider.word(), locale)));
        }
    }

    private static void require(MessageSource messages, String key, Locale locale) {
        if (messages.getMessage(key, null, null, locale) == null) {
            throw new RefusedStart("There are no words for a payment provider: messages/donations-api.properties and"
                    + " donations-api_en.properties lack " + key + ".");
        }
    }
}
