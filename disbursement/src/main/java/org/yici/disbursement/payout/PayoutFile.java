package org.yici.disbursement.payout;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.yici.disbursement.Chain;
import org.yici.disbursement.award.Award;
import org.yici.disbursement.award.Awards;
import org.yici.disbursement.household.Households;
import org.yici.ledger.Money;
import org.yici.platform.outcome.Outcome;
import org.yici.platform.staff.AuditTrail;
import org.yici.platform.staff.Role;
import org.yici.platform.staff.StaffMember;
import org.yici.platform.staff.StaffReason;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The order to the bank. It holds names and card numbers in plain, so only a cashier may have it, and each time is audited. */
@Component
public final class PayoutFile {

    private final Payouts payouts;
    private final Awards awards;
    private final Households households;
    private final AuditTrail audit;
    private final Debtor debtor;

    PayoutFile(
            Payouts payouts,
            Awards awards,
            Households households,
            AuditTrail audit,
            @Value("${yici.payout.debtor-name}") String debtorName,
            @Value("${yici.payout.debtor-account}") String debtorAccount) {
        this.payouts = payouts;
        this.awards = awards;
        this.households = households;
        this.audit = audit;
        this.debtor = new Debtor(debtorName, debtorAccount);
    }

    /** Who pays, and from which account. */
    record Debtor(String name, String account) {}

    /** One payment as the bank needs it. */
    record Payment(String endToEnd, String grant, String name, String account, Money amount) {
        @Override
        public String toString() {
            return "payment " + endToEnd;
        }
    }

    public enum Format {
        PAIN_001("pain.001", "xml", "application/xml"),
        CSV("csv", "csv", "text/csv;charset=UTF-8");

        private final String word;
        private final String ending;
        private final String mediaType;

        Format(String word, String ending, String mediaType) {
            this.word = word;
            this.ending = ending;
            this.mediaType = mediaType;
        }

        String word() {
            return word;
        }

        String mediaType() {
            return mediaType;
        }
    }

    public record Written(String name, String mediaType, byte[] content) {}

    public Mono<Outcome<Written>> write(StaffMember actor, String id, Format format) {
        if (!actor.has(Role.CASHIER)) {
            return Mono.just(Outcome.refused(StaffReason.ROLE));
        }
        return Chain.then(payouts.find(id), payout -> payments(payout).flatMap(payments -> audit.record(
                        actor, "payout-file", payout.id().toString(), Map.of("format", format.word()))
                .thenReturn(Outcome.done(new Written(
                        payout.code() + "." + format.ending, format.mediaType(), content(payout, payments, format))))));
    }

    private byte[] content(Payout payout, List<Payment> payments, Format format) {
        String text = format == Format.CSV ? csv(payments) : Pain001.write(payout, debtor, payments);
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** With a byte-order mark, without which spreadsheets on Chinese desks misread UTF-8. */
    private static String csv(List<Payment> payments) {
        StringBuilder text = new StringBuilder("\uFEFF");
        text.append(Csv.line(List.of("endToEndId", "name", "account", "amount", "currency", "grant")));
        for (Payment payment : payments) {
            text.append(Csv.line(List.of(
                    payment.endToEnd(),
                    payment.name(),
                    payment.account(),
                    payment.amount().yuan().replace(",", ""),
                    Money.CURRENCY,
                    payment.grant())));
        }
        return text.toString();
    }

    private Mono<List<Payment>> payments(Payout payout) {
        return payouts.payees(payout.id()).flatMap(payees -> Flux.fromIterable(payout.items())
                .concatMap(item -> awards.find(item.award()).flatMap(award -> payee(payees, item, award)
                        .map(payee -> new Payment(
                                item.endToEnd(),
                                award.grant().value(),
                                payee.name(),
                                payee.card().digits(),
                                item.amount()))))
                .collectList());
    }

    /** As the order was made; one from before that was kept goes by the register. */
    private Mono<Payee> payee(Map<String, Payee> payees, Payout.Item item, Award award) {
        return Mono.justOrEmpty(payees.get(item.endToEnd()))
                .switchIfEmpty(
                        Mono.defer(() -> households.find(award.household()).map(Payee::of)));
    }
}
