package org.yici.donations.payment.wechat;

import java.util.function.Function;

/** What WeChat Pay answered: something, or the code of its error. */
sealed interface Answered<T> {

    /** One answer for each case. */
    <R> R fold(Function<? super T, R> well, Function<String, R> refused);

    record Well<T>(T value) implements Answered<T> {
        @Override
        public <R> R fold(Function<? super T, R> well, Function<String, R> refused) {
            return well.apply(value);
        }
    }

    record Refused<T>(String code) implements Answered<T> {
        @Override
        public <R> R fold(Function<? super T, R> well, Function<String, R> refused) {
            return refused.apply(code);
        }
    }
}
