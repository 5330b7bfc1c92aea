package org.yici.disbursement.household.sheet;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** The thread that lists are read and written on. */
@Configuration(proxyBeanMethods = false)
class SheetConfiguration {

    /** One list at a time, so that none holds up the pages; a few may wait. */
    private static final int LISTS_WAITING = 20;

    @Bean(destroyMethod = "dispose")
    Scheduler sheetScheduler() {
        return Schedulers.newBoundedElastic(1, LISTS_WAITING, "register-lists");
    }
}
