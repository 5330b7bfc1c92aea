package org.yici.donations.payment.simulator.demo;

import java.util.Set;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Lets pages say that a provider is none: {@code simulated}, the words of those that are not real. */
@ControllerAdvice("org.yici.donations")
@ConditionalOnProperty(SimulatedProviders.RUNNING)
final class SimulatedOnPages {

    private final Simulators simulators;

    SimulatedOnPages(Simulators simulators) {
        this.simulators = simulators;
    }

    @ModelAttribute("simulated")
    Set<String> simulated() {
        return simulators.words();
    }
}
