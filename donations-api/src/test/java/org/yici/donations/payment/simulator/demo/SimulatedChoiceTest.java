package org.yici.donations.payment.simulator.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.env.MockEnvironment;
import org.yici.platform.outcome.RefusedStart;

class SimulatedChoiceTest {

    private final MockEnvironment settings = new MockEnvironment().withProperty("yici.demo", "true");

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "false"})
    void without_a_wish_nothing_is_simulated(String wish) {
        assertThat(SimulatedChoice.of(settings)).isEmpty();
        assertThat(SimulatedChoice.of(settings.withProperty("yici.simulated-providers", wish)))
                .isEmpty();
    }

    @Test
    void one_wishes_for_all_or_names_some() {
        assertThat(SimulatedChoice.of(settings.withProperty("yici.simulated-providers", "true")))
                .containsExactlyInAnyOrder("wechat", "alipay", "stripe");
        assertThat(SimulatedChoice.of(settings.withProperty("yici.simulated-providers", "wechat, stripe")))
                .containsExactlyInAnyOrder("wechat", "stripe");
    }

    @Test
    void what_a_charity_has_given_stays_as_it_is() {
        settings.withProperty("yici.payment.wechat.merchant", "1900000001")
                .withProperty("yici.payment.alipay.seller-id", "2088000000000001")
                .withProperty("yici.payment.stripe.base-url", "https://api.stripe.com");
        assertThat(SimulatedChoice.of(settings.withProperty("yici.simulated-providers", "true")))
                .containsExactly("stripe");
        refused(
                "wechat",
                "YICI_SIMULATED_PROVIDERS names wechat, which has settings of its own here: leave out the one or"
                        + " the other.");
    }

    @Test
    void a_word_that_is_none_is_one_clear_line() {
        String sentence =
                "YICI_SIMULATED_PROVIDERS is wrong: it has to be true, false, or some of alipay,stripe,wechat.";
        refused("wechat,paypal", sentence);
        refused("yes", sentence);
        refused("wechat,", sentence);
    }

    @Test
    void outside_the_demo_it_is_refused() {
        String sentence = "YICI_SIMULATED_PROVIDERS is set outside the demo: everybody could give money that does not"
                + " exist. Leave it out.";
        settings.withProperty("yici.demo", "false");
        refused("true", sentence);
        settings.withProperty("yici.demo", "true").addActiveProfile("production");
        refused("wechat", sentence);
        assertThat(SimulatedChoice.of(settings.withProperty("yici.simulated-providers", "false")))
                .isEmpty();
    }

    private void refused(String wish, String sentence) {
        settings.withProperty("yici.simulated-providers", wish);
        assertThatThrownBy(() -> SimulatedChoice.of(settings))
                .isInstanceOf(RefusedStart.class)
                .hasMessage(sentence);
    }
}
