package org.yici.donations.payment.alipay;

import com.alipay.api.AlipayClient;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.yici.donations.payment.PaymentMethod;
import org.yici.donations.payment.checkout.ProviderMethods;
import org.yici.donations.payment.order.PaymentProvider;
import org.yici.donations.payment.order.ProviderCalls;
import org.yici.platform.outcome.RefusedStart;
import reactor.core.scheduler.Scheduler;

/** Alipay exists where its settings are given; what is missing or wrong among them stops the start. */
@Configuration(proxyBeanMethods = false)
@Conditional(AlipayGiven.class)
@EnableConfigurationProperties(AlipaySettings.class)
class AlipayConfiguration {

    @Bean
    AlipayAccount alipayAccount(AlipaySettings given, Environment settings) {
        AlipayAccount account = AlipayAccount.of(given);
        if (account.isReachedInTheClear() && settings.acceptsProfiles(Profiles.of("production"))) {
            throw new RefusedStart("YICI_ALIPAY_BASE_URL leads to a simulator: in production everybody could give money"
                    + " that does not exist. Leave it out.");
        }
        return account;
    }

    @Bean
    OneTry alipayWire() {
        return new OneTry();
    }

    @Bean
    ProviderCalls alipayCalls(@Qualifier("paymentsScheduler") Scheduler threads) {
        return new ProviderCalls(AlipayProvider.WORD, threads);
    }

    @Bean
    PaymentMethod alipayMethod(ProviderMethods methods, @Qualifier("alipay") PaymentProvider provider) {
        return methods.of(provider);
    }

    @Bean
    PaymentProvider alipay(
            AlipayAccount account,
            OneTry alipayWire,
            ProviderCalls alipayCalls,
            @Qualifier("paymentsScheduler") Scheduler threads,
            Clock wallClock,
            @Value("${yici.public-url}") String publicUrl) {
        AlipayClient client = AlipaySdk.client(account, alipayWire);
        AlipayGateway gateway = new AlipayGateway(client, alipayCalls);
        PayRequests requests = new PayRequests(publicUrl + "/callbacks/" + AlipayProvider.WORD);
        return new AlipayProvider(
                new AlipayCheckouts(client, gateway, requests, account.pages(), threads),
                new AlipayOrders(gateway, wallClock),
                new AlipayRefunds(gateway),
                new AlipayNotices(account),
                new AlipayBills(gateway, alipayWire, alipayCalls, wallClock));
    }
}
