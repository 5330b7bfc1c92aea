-- What others do: a gift is one transaction of its own, through one function, which writes the same rows as ours do into
-- tables with the same columns, checks and indexes, and moves the same two accounts. It is spared what ours cannot do
-- without: an API, a wish that waits for its payment, sealing, a head that keeps the sequence gap-free, triggers.
-- It numbers from an ordinary sequence and touches the hot rows as late as it can.
drop schema if exists baseline cascade;
create schema baseline;

create table baseline.gift_key (like donations.gift_key including all);
create table baseline.donation (like donations.donation including all);
create table baseline.donor (like donations.donor including all);
create table baseline.fund_donor (like donations.fund_donor including all);
create table baseline.journals (like ledger.journals including all);
create table baseline.private_parts (like ledger.private_parts including all);
create table baseline.accounts (like ledger.accounts including all);
create sequence baseline.numbers;

insert into baseline.accounts (code, kind, currency, side, floor)
select code, kind, currency, side, floor from ledger.accounts where code in ('clearing:sandbox', 'fund:poverty-relief');

create function baseline.give(
    gift uuid, key uuid, request uuid, fen bigint, place text, name bytea, phone bytea, mark bytea, commitment bytea, salt bytea,
    private text) returns bigint
language plpgsql as $$
declare
    number bigint := nextval('baseline.numbers');
    now timestamptz := clock_timestamp();
    new_donor boolean := true;
    new_fund_donor boolean := true;
    debited baseline.accounts;
    credited baseline.accounts;
begin
    if mark is not null then
        insert into baseline.donor (fingerprint) values (mark) on conflict do nothing;
        new_donor := found;
        insert into baseline.fund_donor (fund, fingerprint) values ('poverty-relief', mark) on conflict do nothing;
        new_fund_donor := found;
    end if;
    insert into baseline.gift_key (key, request, id, slot) values (key, request, gift, 0);
    insert into baseline.donation (id, amount, created_at, paid_at, sequence, status, campaign, method, reference, place, name,
        phone, message, donor)
    values (gift, fen, now, now, number, 'PAID', 'poverty-relief', 'sandbox', 'sandbox-' || gift, place, name, phone, null, mark);
    insert into baseline.private_parts (sequence, salt, json) values (number, salt, private);

    update baseline.accounts a set balance = a.balance + fen, total_debits = a.total_debits + fen
    where a.code = 'clearing:sandbox' returning * into debited;
    update baseline.accounts a set balance = a.balance - fen, total_credits = a.total_credits + fen
    where a.code = 'fund:poverty-relief' returning * into credited;
    insert into baseline.journals (sequence, at, amount, debited_balance, credited_balance, credited_total, debited, credited,
        kind, key, currency, campaign, commitment, remarks)
    values (number, now, fen, debited.balance, credited.balance, credited.total_credits, debited.number, credited.number,
        'donation', 'donation/' || gift, 'CNY', 'poverty-relief', commitment,
        format('{"newDonor":%s,"newFundDonor":%s}', new_donor::text, new_fund_donor::text));
    return number;
end;
$$;
