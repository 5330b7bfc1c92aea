package org.yici.disbursement.standing.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Where sheets of due lists are written: beside the threads that answer. */
@Configuration(proxyBeanMethods = false)
class DueListThreads {

    private static final int THREADS = 2;
    private static final int WAITING = 50;

    @Bean(destroyMethod = "dispose")
    Scheduler dueListScheduler() {
        return Schedulers.newBoundedElastic(THREADS, WAITING, "due-lists");
    }
}
