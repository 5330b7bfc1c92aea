package org.yici.donations.payment.simulator.demo;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.util.StringUtils;
import org.yici.platform.outcome.RefusedStart;

/** Which providers are simulated, as the operator wishes and as it can be. */
final class SimulatedChoice {

    static final String SETTING = "yici.simulated-providers";
    private static final String VARIABLE = "YICI_SIMULATED_PROVIDERS";

    /** What switches the real ones on, by their words: the settings of their own configurations. */
    private static final Map<String, List<String>> SWITCHES = new TreeMap<>(Map.of(
            "wechat", List.of("merchant"),
            "alipay", List.of("app-id", "seller-id", "private-key", "public-key"),
            "stripe", List.of("secret-key")));

    private SimulatedChoice() {}

    /**
     * The words of those to simulate: for {@code true} all that have no settings of their own.
     *
     * @throws RefusedStart outside the demo, for a word that is none, and for a provider that is to be both
     */
    static Set<String> of(Environment settings) {
        String wish = settings.getProperty(SETTING, "").strip();
        if (wish.isEmpty() || wish.equals("false")) {
            return Set.of();
        }
        refuseOutsideTheDemo(settings);
        Set<String> chosen = new LinkedHashSet<>();
        for (String word : wish.equals("true") ? SWITCHES.keySet() : Set.of(wish.split("\\s*,\\s*", -1))) {
            if (!SWITCHES.containsKey(word)) {
                throw new RefusedStart(VARIABLE + " is wrong: it has to be true, false, or some of "
                        + String.join(",", SWITCHES.keySet()) + ".");
            }
            if (!isGiven(settings, word)) {
                chosen.add(word);
            } else if (!wish.equals("true")) {
                throw new RefusedStart(VARIABLE + " names " + word + ", which has settings of its own here: leave out"
                        + " the one or the other.");
            }
        }
        return chosen;
    }

    private static void refuseOutsideTheDemo(Environment settings) {
        if (settings.acceptsProfiles(Profiles.of("production"))
                || !settings.getProperty("yici.demo", Boolean.class, false)) {
            throw new RefusedStart(VARIABLE
                    + " is set outside the demo: everybody could give money that does not exist." + " Leave it out.");
        }
    }

    private static boolean isGiven(Environment settings, String word) {
        return SWITCHES.getOrDefault(word, List.of()).stream()
                .map(name -> settings.getProperty("yici.payment." + word + "." + name))
                .anyMatch(StringUtils::hasText);
    }
}
