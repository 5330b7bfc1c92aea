package org.yici.donations.payment.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.core.io.ClassPathResource;
import org.yici.donations.payment.checkout.ProviderMethods;
import org.yici.donations.payment.order.PaymentProvider;
import org.yici.donations.payment.order.ProviderCalls;
import org.yici.platform.outcome.RefusedStart;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

class StripeSettingsTest {

    private static final String KEY = "YICI_STRIPE_SECRET_KEY";
    private static final String WEBHOOK = "YICI_STRIPE_WEBHOOK_SECRET";
    private static final String BASE = "YICI_STRIPE_BASE_URL";
    private static final String TEST = "sk_test_4eC39HqLyjWDarjtT1zdp7dc";
    private static final String LIVE = "rk_live_4eC39HqLyjWDarjtT1zdp7dc";
    private static final String SECRET = "whsec_5WbX5kEWLlfzsGNjH64I8lOOqUB6e8FH";

    /** With the service's own settings file, so that the variables are the ones that it names. */
    private final ApplicationContextRunner service = new ApplicationContextRunner()
            .withBean(ProviderMethods.class, () -> mock(ProviderMethods.class))
            .withInitializer(context -> {
                try {
                    new YamlPropertySourceLoader()
                            .load("donations-api", new ClassPathResource("donations-api.yml"))
                            .forEach(context.getEnvironment().getPropertySources()::addLast);
                } catch (IOException missing) {
                    throw new AssertionError(missing);
                }
            })
            .withBean("paymentsScheduler", Scheduler.class, Schedulers::immediate)
            .withBean("wallClock", Clock.class, Clock::systemUTC)
            .withUserConfiguration(StripeConfiguration.class);

    @Test
    void nothing_is_there_until_it_is_switched_on() {
        service.run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(PaymentProvider.class));
        service.withPropertyValues(KEY + "=", WEBHOOK + "=" + SECRET)
                .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(PaymentProvider.class));
    }

    @Test
    void its_settings_switch_it_on() {
        service.withPropertyValues(KEY + "=" + TEST, WEBHOOK + "=" + SECRET).run(context -> assertThat(context)
                .hasNotFailed()
                .hasSingleBean(PaymentProvider.class)
                .hasSingleBean(ProviderCalls.class));
    }

    @Test
    void a_secret_may_lie_in_a_file(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("stripe"), TEST + "\n");
        service.withPropertyValues(KEY + "=file:" + file, WEBHOOK + "=" + SECRET)
                .run(context -> assertThat(context).hasSingleBean(PaymentProvider.class));
        refused(
                KEY + " is wrong: the file " + folder.resolve("gone") + " cannot be read.",
                KEY + "=file:" + folder.resolve("gone"),
                WEBHOOK + "=" + SECRET);
    }

    @Test
    void a_missing_webhook_secret_is_one_line() {
        refused(
                WEBHOOK + " is missing: Stripe is switched on and needs the signing secret of the webhook endpoint,"
                        + " whsec_….",
                KEY + "=" + TEST);
    }

    @ParameterizedTest
    @ValueSource(strings = {"pk_live_4eC39HqLyjWDarjtT1zdp7dc", "sk_test_", "sk_test_a b", "secret"})
    void a_wrong_secret_key_is_one_line_that_does_not_show_it(String wrong) {
        refused(
                KEY + " is wrong: it has to be the account's secret key, sk_live_… or sk_test_… (not the publishable"
                        + " one, pk_…).",
                KEY + "=" + wrong,
                WEBHOOK + "=" + SECRET);
    }

    @ParameterizedTest
    @ValueSource(strings = {"we_1Mr5jULkdIwHu7ix1ibLTM0x", "whsec_", TEST})
    void a_wrong_webhook_secret_is_one_line(String wrong) {
        refused(
                WEBHOOK + " is wrong: it has to be the signing secret of the webhook endpoint, whsec_….",
                KEY + "=" + TEST,
                WEBHOOK + "=" + wrong);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://api.stripe.com/",
                "https://a/v1",
                "http://api.stripe.com",
                "api.stripe.com",
                "::",
                "https://user@api.stripe.com",
                "ftp://127.0.0.1",
                "https://",
                "http://127.0.0.1.evil.example"
            })
    void a_wrong_address_is_one_line(String wrong) {
        refused(
                BASE + " is wrong: it has to be like https://api.stripe.com, with nothing after the host or port, and"
                        + " http on this machine only.",
                KEY + "=" + TEST,
                WEBHOOK + "=" + SECRET,
                BASE + "=" + wrong);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "https://stripe.proxy.example:8443", "http://127.0.0.1:12111", "http://[::1]:1"})
    void a_right_address_is_taken(String right) {
        service.withPropertyValues(KEY + "=" + TEST, WEBHOOK + "=" + SECRET, BASE + "=" + right)
                .run(context -> assertThat(context).hasSingleBean(PaymentProvider.class));
    }

    @Test
    void production_takes_no_play_money() {
        refused(
                KEY + " is a test key: in production everybody could give money that does not exist. Give the live"
                        + " key.",
                "spring.profiles.active=production",
                KEY + "=" + TEST,
                WEBHOOK + "=" + SECRET);
        refused(
                BASE + " names this machine: in production Stripe itself has to be asked.",
                "spring.profiles.active=production",
                KEY + "=" + LIVE,
                WEBHOOK + "=" + SECRET,
                BASE + "=http://localhost:1");
        service.withPropertyValues("spring.profiles.active=production", KEY + "=" + LIVE, WEBHOOK + "=" + SECRET)
                .run(context -> assertThat(context).hasSingleBean(PaymentProvider.class));
    }

    @Test
    void no_secret_is_ever_printed() {
        StripeSettings settings = new StripeSettings(TEST, SECRET, null);
        assertThat(settings + " " + settings.checked()).doesNotContain("4eC39", "5WbX5");
    }

    private void refused(String sentence, String... settings) {
        service.withPropertyValues(settings).run(context -> assertThat(context)
                .getFailure()
                .rootCause()
                .isInstanceOf(RefusedStart.class)
                .hasMessage(sentence));
    }
}
