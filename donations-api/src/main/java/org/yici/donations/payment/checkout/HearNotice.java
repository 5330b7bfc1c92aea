package org.yici.donations.payment.checkout;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.yici.donations.payment.order.Heard;
import org.yici.donations.payment.order.Notice;
import org.yici.donations.payment.order.PaymentProvider;
import org.yici.donations.payment.order.ProviderRequest;
import org.yici.donations.payment.refund.HearRefund;
import reactor.core.publisher.Mono;

/**
 * Hears a provider's notice. It is believed when its signature is; then worked off, and only then remembered, so that one
 * that a crash cut short is worked off when it comes again. Logs name the provider, our numbers and a word.
 */
@Component
public class HearNotice {

    private static final Logger log = LoggerFactory.getLogger(HearNotice.class);

    private final DatabaseClient database;
    private final KeepPayment keeping;
    private final HearRefund refunds;
    private final TakenBack taking;

    HearNotice(DatabaseClient database, KeepPayment keeping, HearRefund refunds, TakenBack taking) {
        this.database = database;
        this.keeping = keeping;
        this.refunds = refunds;
        this.taking = taking;
    }

    /** Never fails: what cannot be worked off now is {@link Heard#LATER}. */
    public Mono<Heard> hear(PaymentProvider provider, ProviderRequest request) {
        return provider.read(request).fold(notice -> hear(provider.word(), notice), refusal -> {
            log.warn(
                    "A notice of {} bytes claims to be from {}: {}",
                    request.body().length,
                    provider.word(),
                    refusal.reason().word());
            return Mono.just(Heard.NO);
        });
    }

    private Mono<Heard> hear(String provider, Notice notice) {
        return isKnown(provider, notice)
                .flatMap(known ->
                        known ? Mono.<Void>empty() : workOff(provider, notice).then(remember(provider, notice)))
                .thenReturn(Heard.YES)
                .onErrorResume(error -> {
                    log.warn("A notice from {} has to come again: {}", provider, error.toString());
                    return Mono.just(Heard.LATER);
                });
    }

    private Mono<Void> workOff(String provider, Notice notice) {
        return notice.fold(
                paid -> keeping.keep(provider, paid.payment()),
                refunded -> refunds.askSoon(refunded.refund()),
                disputed -> taking.takeBack(provider, disputed),
                other -> Mono.empty());
    }

    private Mono<Boolean> isKnown(String provider, Notice notice) {
        return database.sql(
                        "select exists (select from donations.provider_notice where provider = $1 and event = $2) as known")
                .bind(0, provider)
                .bind(1, notice.event())
                .map(row -> Boolean.TRUE.equals(row.get("known", Boolean.class)))
                .one();
    }

    private Mono<Void> remember(String provider, Notice notice) {
        return database.sql(
                        "insert into donations.provider_notice (provider, event) values ($1, $2) on conflict do nothing")
                .bind(0, provider)
                .bind(1, notice.event())
                .then();
    }
}
