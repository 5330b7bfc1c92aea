package org.yici.site.feed;

import java.util.List;
import reactor.core.publisher.Mono;

/**
 * What one room keeps of a topic. Called with batches, in order and without repetition, inside the transaction that moves
 * the position; must not depend on how far another topic is read.
 *
 * @param <T> {@link PublicJournal}, {@link PublicFact} or {@link PublicNotice}
 */
@FunctionalInterface
public interface Projection<T> {

    Mono<Void> apply(List<T> batch);
}
