package org.yici.platform.outcome;

import java.util.function.Function;

/**
 * What a use case answers: {@link Done} with its value, or {@link Refused} with the reason why not. A refusal is an
 * ordinary value: nothing has changed, nothing is wrong with the program, and the reader is told what to do.
 */
public sealed interface Outcome<T> {

    /** The one way to look inside: both cases have to be answered. */
    <R> R fold(Function<? super T, ? extends R> done, Function<? super Refusal, ? extends R> refused);

    static <T> Outcome<T> done(T value) {
        return new Done<>(value);
    }

    static <T> Outcome<T> refused(Refusal refusal) {
        return new Refused<>(refusal);
    }

    static <T> Outcome<T> refused(Reason reason, Object... arguments) {
        return new Refused<>(Refusal.because(reason, arguments));
    }

    default <R> Outcome<R> map(Function<? super T, ? extends R> change) {
        return fold(value -> done(change.apply(value)), Outcome::refused);
    }

    default <R> Outcome<R> then(Function<? super T, Outcome<R>> next) {
        return fold(next, Outcome::refused);
    }

    default boolean isRefused() {
        return fold(value -> false, refusal -> true);
    }

    record Done<T>(T value) implements Outcome<T> {
        @Override
        public <R> R fold(Function<? super T, ? extends R> done, Function<? super Refusal, ? extends R> refused) {
            return done.apply(value);
        }
    }

    record Refused<T>(Refusal refusal) implements Outcome<T> {
        @Override
        public <R> R fold(Function<? super T, ? extends R> done, Function<? super Refusal, ? extends R> refused) {
            return refused.apply(refusal);
        }
    }
}
