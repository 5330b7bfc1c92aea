-- Gifts :first to :last, as donations.book_gifts and ledger.post would have written them.
insert into ledger.private_parts (sequence, salt, json)
select sequence, salt, private from growth.gifts(:first, :last) order by sequence;

insert into ledger.journals (sequence, at, amount, debited_balance, credited_balance, credited_total, debited, credited,
    kind, key, currency, campaign, commitment, remarks)
select g.sequence, g.at, g.amount, b.debited_balance + g.fen, b.credited_balance - g.fen, b.total_credits + g.fen, b.debited,
       b.credited, 'donation', 'donation/' || g.id, 'CNY', 'poverty-relief', sha256(g.salt || convert_to(g.private, 'UTF8')),
       format('{"newDonor":%s,"newFundDonor":%s}', g.is_new::text, g.is_new::text)
from growth.gifts(:first, :last) g cross join growth.base b order by g.sequence;

insert into donations.donation (id, amount, created_at, paid_at, sequence, status, campaign, method, reference, place, name,
    phone, message, donor)
select id, amount, at, at, sequence, 'PAID', 'poverty-relief', 'sandbox', 'sandbox-' || id, 'village-shop',
       case when named then growth.bytes('name', i, 42) end, case when named then growth.bytes('phone', i, 44) end, null,
       case when named then growth.bytes('donor', donor, 32) end
from growth.gifts(:first, :last) order by sequence;

-- Keys older than that are forgotten.
insert into donations.gift_key (key, request, id, slot)
select gen_random_uuid(), gen_random_uuid(), g.id, donations.key_slot(now())
from growth.gifts(:first, :last) g cross join growth.base b
where g.i * b.step_seconds > (8 * 365.25 - 7) * 86400;

insert into donations.donor (fingerprint)
select growth.bytes('donor', donor, 32) from growth.gifts(:first, :last) where named and is_new;
insert into donations.fund_donor (fund, fingerprint)
select 'poverty-relief', growth.bytes('donor', donor, 32) from growth.gifts(:first, :last) where named and is_new;
