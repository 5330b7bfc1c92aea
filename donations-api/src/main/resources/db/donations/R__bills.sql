-- Takes the lines of a bill that are new, and answers them by their place, matched where they say what we know: a payment that
-- its order has, for the same amount and in the books. Lines that were there before are not answered.
create or replace function donations.read_bill(
    of_provider text, of_day date, kinds text[], theirs text[], ours text[], fens bigint[], currencies text[], ats bigint[])
returns table (n integer, matched boolean)
language sql
set search_path = donations, pg_temp
begin atomic
    with line as (
        select l.n, l.kind, l.theirs, l.ours, l.fen, l.currency, timestamptz 'epoch' + l.at * interval '1 millisecond' as at,
               exists (select from donations.provider_order o
                       where o.provider = of_provider and o.number = l.ours and o.payment = l.theirs and o.amount = l.fen and l.kind = 'PAYMENT'
                           and l.currency = 'CNY' and o.paid_for is not null) as matched
        from unnest(kinds, theirs, ours, fens, currencies, ats) with ordinality as l (kind, theirs, ours, fen, currency, at, n)
    ), taken as (
        insert into donations.bill_line as b (provider, kind, theirs, ours, fen, currency, at, day, matched)
        select of_provider, l.kind, l.theirs, l.ours, l.fen, l.currency, l.at, of_day, l.matched from line l
        on conflict do nothing
        returning b.kind, b.theirs
    )
    select l.n::integer, l.matched from line l join taken t on t.kind = l.kind and t.theirs = l.theirs order by l.n;
end;

-- Opens a discrepancy for each payment that should stand in a bill and stands in none: one of the day before or of this day, when
-- the bills of its day and of the day after it are read (a payment of the last minute may stand in either). One that has turned up
-- since is settled by itself.
create or replace function donations.miss_in_bills(of_provider text, read_day date, at timestamptz) returns bigint
language sql
set search_path = donations, pg_temp
begin atomic
    update donations.discrepancy d set settled_at = miss_in_bills.at, outcome = 'matched'
    where d.kind = 'missing-in-bill' and d.provider = of_provider and d.settled_at is null
        and exists (select from donations.provider_order o
                    join donations.bill_line l on l.provider = o.provider and l.kind = 'PAYMENT' and l.ours = o.number
                    where o.provider = d.provider and o.payment = d.subject);
    with read as (
        select read_day as day
        union
        select b.day from donations.bill b where b.provider = of_provider and b.day in (read_day - 1, read_day + 1)
    ), missed as (
        insert into donations.discrepancy (kind, provider, subject, donation, fen, opened_at)
        select 'missing-in-bill', o.provider, o.payment, o.paid_for, o.amount, miss_in_bills.at
        from donations.provider_order o
        where o.provider = of_provider
            and o.paid_at >= (read_day - 1)::timestamp at time zone 'Asia/Shanghai'
            and o.paid_at < (read_day + 1)::timestamp at time zone 'Asia/Shanghai'
            and (select count(*) from read r
                 where r.day - (o.paid_at at time zone 'Asia/Shanghai')::date in (0, 1)) = 2
            and not exists (select from donations.bill_line l
                            where l.provider = o.provider and l.kind = 'PAYMENT' and l.ours = o.number)
        on conflict do nothing
        returning 1
    )
    select count(*) from missed;
end;
drop function if exists donations.miss_in_bills(text, timestamptz, timestamptz);

revoke all on function donations.read_bill, donations.miss_in_bills from public;
grant execute on function donations.read_bill, donations.miss_in_bills to yici_donations;
