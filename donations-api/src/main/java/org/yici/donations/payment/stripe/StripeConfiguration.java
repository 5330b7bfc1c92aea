package org.yici.donations.payment.stripe;

import java.time.Clock;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.StringUtils;
import org.yici.donations.payment.PaymentMethod;
import org.yici.donations.payment.checkout.ProviderMethods;
import org.yici.donations.payment.order.PaymentProvider;
import org.yici.donations.payment.order.ProviderCalls;
import org.yici.platform.outcome.RefusedStart;
import reactor.core.scheduler.Scheduler;

/** Stripe is there where its secret key is given. */
@Configuration(proxyBeanMethods = false)
@Conditional(StripeConfiguration.SwitchedOn.class)
@EnableConfigurationProperties(StripeSettings.class)
class StripeConfiguration {

    static final class SwitchedOn implements Condition {

        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return StringUtils.hasText(context.getEnvironment().getProperty("yici.payment.stripe.secret-key"));
        }
    }

    @Bean
    ProviderCalls stripeCalls(@Qualifier("paymentsScheduler") Scheduler threads) {
        return new ProviderCalls(StripeProvider.WORD, threads);
    }

    @Bean
    PaymentProvider stripeProvider(
            StripeSettings settings,
            @Qualifier("stripeCalls") ProviderCalls calls,
            Clock wallClock,
            Environment environment) {
        StripeAccount account = settings.checked();
        if (environment.acceptsProfiles(Profiles.of("production"))) {
            refusePlayMoney(account);
        }
        return StripeProvider.of(account, StripeApi.READ_LIMIT, calls, wallClock);
    }

    @Bean
    PaymentMethod stripeMethod(ProviderMethods methods, @Qualifier("stripeProvider") PaymentProvider provider) {
        return methods.of(provider);
    }

    /** What looks paid in production must be paid. */
    private static void refusePlayMoney(StripeAccount account) {
        if (account.address().isOnThisMachine()) {
            throw new RefusedStart(
                    "YICI_STRIPE_BASE_URL names this machine: in production Stripe itself has to be asked.");
        }
        if (!account.isLive()) {
            throw new RefusedStart("YICI_STRIPE_SECRET_KEY is a test key: in production everybody could give money that"
                    + " does not exist. Give the live key.");
        }
    }
}
