package org.yici.donations.payment.alipay;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.security.Security;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.yici.donations.payment.simulator.Fault;
import reactor.core.publisher.Mono;

/** What the SDK does beside its work, and may not. */
class SdkTest {

    @Test
    void the_checks_of_weak_certificates_stay_on_for_the_whole_jvm() {
        try (AlipayWorld world = new AlipayWorld()) {
            AlipayWorld.said(world.provider().query(world.paid(100)));
        }
        assertThat(Security.getProperty("jdk.certpath.disabledAlgorithms")).contains("MD2", "MD5");
    }

    @Test
    void no_signed_request_is_logged_whether_it_works_or_not() {
        Logger root = (Logger) LoggerFactory.getLogger("sdk");
        ListAppender<ILoggingEvent> seen = new ListAppender<>();
        seen.start();
        root.addAppender(seen);
        root.setLevel(Level.TRACE);
        try (AlipayWorld world = new AlipayWorld()) {
            AlipayWorld.said(world.provider().query(world.paid(100)));
            world.alipay.faults().next("gateway.do", Fault.DROP);
            AlipayWorld.said(world.provider()
                    .query(world.order(AlipayForm.WAP, 100))
                    .map(state -> "")
                    .onErrorResume(outage -> Mono.just("")));
        } finally {
            root.detachAppender(seen);
        }
        assertThat(seen.list).isEmpty();
    }
}
