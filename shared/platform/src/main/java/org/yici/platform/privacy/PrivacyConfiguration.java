package org.yici.platform.privacy;

import java.nio.file.Path;
import java.security.GeneralSecurityException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;

/** Opens the key file ({@code yici.keys}) for the services that ask for it; the public site never does. */
@Configuration(proxyBeanMethods = false)
@Lazy
class PrivacyConfiguration {

    @Bean
    KeyRing keyRing(@Value("${yici.keys}") Path file, @Value("${yici.demo}") boolean demo, Environment settings) {
        KeyFile keys = new KeyFile(file);
        return demo && !settings.acceptsProfiles(Profiles.of("production")) ? keys.ofDemo() : keys.ofProduction();
    }

    @Bean
    FieldCipher fieldCipher(KeyRing ring) throws GeneralSecurityException {
        return ring.cipher();
    }

    @Bean
    BlindIndex blindIndex(KeyRing ring) throws GeneralSecurityException {
        return ring.blindIndex();
    }
}
