package org.yici.donations.payment.wechat;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
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

/** WeChat Pay is there where {@code YICI_WECHAT_MERCHANT} is given; then everything else has to be, too. */
@Configuration(proxyBeanMethods = false)
@Conditional(WechatConfiguration.IsGiven.class)
@EnableConfigurationProperties(WechatSettings.class)
class WechatConfiguration {

    /** A variable that is not set is an empty text here, which is as good as none. */
    static final class IsGiven implements Condition {
        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata annotated) {
            return StringUtils.hasText(context.getEnvironment().getProperty("yici.payment.wechat.merchant"));
        }
    }

    @Bean
    WechatAccount wechatAccount(
            WechatSettings given, @Value("${yici.public-url}") String publicUrl, Environment settings) {
        WechatAccount account = WechatAccount.of(given, publicUrl);
        if (account.isReachedInTheClear() && settings.acceptsProfiles(Profiles.of("production"))) {
            throw new RefusedStart("YICI_WECHAT_BASE_URL leads to a simulator: in production everybody could give money"
                    + " that does not exist. Leave it out.");
        }
        return account;
    }

    @Bean
    WechatClient wechatClient(WechatAccount account) {
        return new WechatClient(account, WechatLimits.USUAL);
    }

    @Bean
    ProviderCalls wechatCalls(@Qualifier("paymentsScheduler") Scheduler threads) {
        return new ProviderCalls(WechatProvider.WORD, threads);
    }

    @Bean
    PaymentProvider wechatProvider(WechatClient client, @Qualifier("wechatCalls") ProviderCalls calls) {
        return new WechatProvider(client, calls);
    }

    @Bean
    PaymentMethod wechatMethod(ProviderMethods methods, @Qualifier("wechatProvider") PaymentProvider provider) {
        return methods.of(provider);
    }

    @Bean
    WechatOpenid wechatOpenid(WechatAccount account, @Qualifier("paymentsScheduler") Scheduler threads) {
        return new WechatOpenid(account, WechatLimits.USUAL, new ProviderCalls("wechat-openid", threads));
    }
}
