package org.yici.platform.facts;

import reactor.core.publisher.Flux;

/** Where the records of one topic come from, in the order of their numbers. */
interface Source {

    String topic();

    /** The next records after {@code number}, at most {@code limit}, on the relay's own connection. */
    Flux<Outgoing> after(long number, int limit);
}
