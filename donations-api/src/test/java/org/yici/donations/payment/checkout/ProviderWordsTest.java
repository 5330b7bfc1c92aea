package org.yici.donations.payment.checkout;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.yici.donations.payment.order.PayerSignIn;
import org.yici.donations.payment.order.PaymentProvider;
import org.yici.platform.outcome.RefusedStart;

/** A provider that pages cannot name does not start: donors would read a key. */
class ProviderWordsTest {

    private final Providers fake = providers();

    @Test
    void what_is_missing_is_one_clear_line() {
        assertThatThrownBy(() -> new ProviderWords(fake, words("messages/donations-api")))
                .isInstanceOf(RefusedStart.class)
                .hasMessage("There are no words for a payment provider: messages/donations-api.properties and"
                        + " donations-api_en.properties lack method.fake.");
    }

    @Test
    void with_words_it_starts() {
        assertThatCode(() -> new ProviderWords(fake, words("messages/donations-api", "messages/fake")))
                .doesNotThrowAnyException();
    }

    private static Providers providers() {
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        beans.addBean("fake", new FakeProvider());
        return new Providers(beans.getBeanProvider(PaymentProvider.class), beans.getBeanProvider(PayerSignIn.class));
    }

    private static ResourceBundleMessageSource words(String... files) {
        ResourceBundleMessageSource words = new ResourceBundleMessageSource();
        words.setBasenames(files);
        words.setDefaultEncoding("UTF-8");
        words.setFallbackToSystemLocale(false);
        return words;
    }
}
