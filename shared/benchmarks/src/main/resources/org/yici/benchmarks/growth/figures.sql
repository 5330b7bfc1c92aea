-- The pages' figures after the gifts, and how far they have read.
create table growth.sums as
select date_trunc('month', j.at at time zone 'Asia/Shanghai')::date as month, sum(j.amount)::bigint as received,
       count(*) as donations, count(*) filter (where j.remarks like '%"newDonor":true%') as donors,
       count(*) filter (where j.remarks like '%"newFundDonor":true%') as fund_donors
from ledger.journals j cross join growth.base b where j.sequence > b.sequence group by 1;

update site.fund f
set received = f.received + s.received, balance = f.balance + s.received, donations = f.donations + s.donations,
    donors = f.donors + s.fund_donors
from (select coalesce(sum(received), 0)::bigint as received, coalesce(sum(donations), 0)::bigint as donations, coalesce(sum(fund_donors), 0)::bigint as fund_donors
      from growth.sums) s
where f.code = 'poverty-relief';

insert into site.fund_month as m (fund, month, received)
select 'poverty-relief', month, received from growth.sums
on conflict (fund, month) do update set received = m.received + excluded.received;

update site.campaign c set received = c.received + s.received, donations = c.donations + s.donations
from (select coalesce(sum(received), 0)::bigint as received, coalesce(sum(donations), 0)::bigint as donations from growth.sums) s
where c.code = 'poverty-relief';

update site.total t set donors = t.donors + s.donors from (select coalesce(sum(donors), 0)::bigint as donors from growth.sums) s;
update site.position p set number = h.last_sequence from ledger.head h where p.topic = 'yici.ledger';
drop schema growth cascade;
