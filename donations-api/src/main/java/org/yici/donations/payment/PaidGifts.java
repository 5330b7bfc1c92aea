package org.yici.donations.payment;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.r2dbc.core.DatabaseClient;
import org.yici.donations.donation.DonationId;
import org.yici.donations.donation.Donations;
import reactor.core.publisher.Mono;

/** The rows that a confirmation touches, as arrays, in an order of locks that every poster keeps: gifts, donors, ledger. */
final class PaidGifts {

    private final DatabaseClient connection;

    PaidGifts(DatabaseClient connection) {
        this.connection = connection;
    }

    Mono<Map<DonationId, PaidGift>> lock(Set<DonationId> ids) {
        return connection
                .sql("select " + Donations.COLUMNS + ", reference, encode(donor, 'hex') as donor"
                        + " from donations.donation where id = any($1) order by id for update")
                .bind(0, ids.stream().map(DonationId::value).toArray(UUID[]::new))
                .map(row -> new PaidGift(
                        Donations.donation(row), row.get("reference", String.class), row.get("donor", String.class)))
                .all()
                .collectMap(gift -> gift.donation().id());
    }

    /** Payments that paid a gift already: one payment pays one gift. */
    Mono<Set<String>> spent(String method, List<String> references) {
        return connection
                .sql("select reference from donations.donation where method = $1 and reference = any($2)")
                .bind(0, method)
                .bind(1, references.toArray(String[]::new))
                .map(row -> requireNonNull(row.get("reference", String.class)))
                .all()
                .collect(Collectors.toSet());
    }

    /** Which of these donors (hex) were not donors before. They are from now on. */
    Mono<Set<String>> newDonors(Set<String> fingerprints) {
        return connection
                .sql("insert into donations.donor (fingerprint)"
                        + " select decode(f, 'hex') from unnest($1::text[]) as f order by f on conflict do nothing"
                        + " returning encode(fingerprint, 'hex') as fingerprint")
                .bind(0, fingerprints.toArray(String[]::new))
                .map(row -> requireNonNull(row.get("fingerprint", String.class)))
                .all()
                .collect(Collectors.toSet());
    }

    /** The same for one fund each. */
    Mono<Set<FundDonor>> newFundDonors(Set<FundDonor> donors) {
        FundDonor[] rows = donors.toArray(FundDonor[]::new);
        return connection
                .sql("insert into donations.fund_donor (fund, fingerprint)"
                        + " select fund, decode(f, 'hex') from unnest($1::text[], $2::text[]) as d (fund, f)"
                        + " order by fund, f on conflict do nothing"
                        + " returning fund, encode(fingerprint, 'hex') as fingerprint")
                .bind(0, Arrays.stream(rows).map(FundDonor::fund).toArray(String[]::new))
                .bind(1, Arrays.stream(rows).map(FundDonor::fingerprint).toArray(String[]::new))
                .map(row -> new FundDonor(
                        requireNonNull(row.get("fund", String.class)),
                        requireNonNull(row.get("fingerprint", String.class))))
                .all()
                .collect(Collectors.toCollection(HashSet::new));
    }

    record FundDonor(String fund, String fingerprint) {}

    /** A gift that is now in the books. The time is that of its journal, which may be later than the notice's. */
    record Posted(DonationId id, String reference, long sequence) {}

    Mono<Void> markPaid(List<Posted> posted) {
        return connection
                .sql("update donations.donation d"
                        + " set status = 'PAID', paid_at = j.at, reference = p.reference, sequence = p.sequence"
                        + " from unnest($1::uuid[], $2::text[], $3::bigint[]) as p (id, reference, sequence)"
                        + " join ledger.journals j on j.sequence = p.sequence where d.id = p.id")
                .bind(0, posted.stream().map(p -> p.id().value()).toArray(UUID[]::new))
                .bind(1, posted.stream().map(Posted::reference).toArray(String[]::new))
                .bind(2, posted.stream().map(Posted::sequence).toArray(Long[]::new))
                .then();
    }
}
