package org.yici.donations.payment.simulator.demo;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Starts simulated providers with the service where {@code yici.simulated-providers} wishes for them, and gives the service the
 * settings that lead to them, with keys made at this start: from there on it is as with the real ones. What they know ends with
 * the service; their orders are unknown to the next start's.
 */
public final class SimulatedProviders implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    /** The words of those that run, with commas between; not there when none does. */
    static final String RUNNING = "yici.payment.simulated";

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        ConfigurableEnvironment environment = context.getEnvironment();
        Set<String> words = SimulatedChoice.of(environment);
        if (words.isEmpty()) {
            return;
        }
        Clock clock = new WallClock(() -> context.getBean("wallClock", Clock.class));
        Simulators simulators = new Simulators(words, clock, environment.getRequiredProperty("yici.public-url"));
        Map<String, Object> settings = new LinkedHashMap<>(simulators.settings());
        settings.put(RUNNING, String.join(",", words));
        environment.getPropertySources().addFirst(new MapPropertySource("simulated-providers", settings));
        ((GenericApplicationContext) context).registerBean(Simulators.class, () -> simulators);
    }
}
