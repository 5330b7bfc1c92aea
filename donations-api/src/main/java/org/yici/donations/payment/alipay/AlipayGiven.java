package org.yici.donations.payment.alipay;

import java.util.stream.Stream;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.StringUtils;

/** Alipay is switched on by the first of its own settings; which others are missing then is said at start. */
final class AlipayGiven implements Condition {

    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
        Environment settings = context.getEnvironment();
        return Stream.of("app-id", "seller-id", "private-key", "public-key")
                .map(name -> settings.getProperty(AlipaySettings.PREFIX + "." + name))
                .anyMatch(StringUtils::hasText);
    }
}
