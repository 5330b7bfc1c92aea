package org.yici.donations.payment.refund.web;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.springframework.web.server.ServerWebExchange;
import org.yici.ledger.Money;
import org.yici.platform.outcome.InvalidInput;
import org.yici.platform.web.IdempotencyKey;
import reactor.core.publisher.Mono;

/** A form as somebody filled it in. */
record FilledForm(MultiValueMap<String, String> fields) {

    static Mono<FilledForm> of(ServerWebExchange exchange) {
        return exchange.getFormData().map(FilledForm::new);
    }

    IdempotencyKey key() {
        return IdempotencyKey.of(fields.getFirst("idempotencyKey"));
    }

    /** Method, path and everything that was sent: what the same key must come with again. */
    byte[] hash(ServerWebExchange exchange) {
        return IdempotencyKey.hash(exchange, fields.toString().getBytes(StandardCharsets.UTF_8));
    }

    @Nullable
    String field(String name) {
        return fields.getFirst(name);
    }

    /** For showing the form once more, with nothing lost. */
    Map<String, String> typed() {
        return fields.toSingleValueMap();
    }

    /**
     * An amount that was typed in yuan; null where nothing was.
     *
     * @throws InvalidInput where it is no amount, or nothing; nothing is rounded
     */
    @Nullable
    Money yuan(String name) {
        String typed = field(name);
        return typed == null || typed.isBlank()
                ? null
                : Money.parseYuan(typed)
                        .fold(
                                money -> money.isPositive() ? money : refuse(name, "negative"),
                                flaw -> refuse(name, flaw.word()));
    }

    RefundRequest.@Nullable Amount amount(String name) {
        Money money = yuan(name);
        return money == null ? null : RefundRequest.Amount.of(money);
    }

    private static Money refuse(String name, String flaw) {
        throw InvalidInput.of(name, "give.amount." + flaw);
    }
}
