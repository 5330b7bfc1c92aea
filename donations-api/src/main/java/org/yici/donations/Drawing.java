package org.yici.donations;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Where pictures are drawn: few threads and a short queue, so that no flood of them holds up gifts. */
@Configuration(proxyBeanMethods = false)
class Drawing {

    private static final int THREADS = 2;
    private static final int WAITING = 500;

    @Bean(destroyMethod = "dispose")
    Scheduler drawingScheduler() {
        return Schedulers.newBoundedElastic(THREADS, WAITING, "drawing");
    }
}
