-- A gift goes back as a whole: does its donor still count? Answers what the journal remarks, and forgets the donor where it was
-- the last gift. A gift without a mark was a donor by itself. No gift of the same donor may be booked in between, so the
-- table of donors is locked until the caller's transaction ends: gifts with a mark wait for it, all others do not.
create or replace function donations.donor_leaves(gift uuid, out donor_gone boolean, out fund_donor_gone boolean)
language plpgsql
set search_path = donations, pg_temp
as $$
declare
    mark bytea;
    of_fund text;
begin
    select d.donor, c.fund into strict mark, of_fund from donation d join campaign c on c.code = d.campaign where d.id = gift;
    if mark is null then
        donor_gone := true;
        fund_donor_gone := true;
        return;
    end if;
    lock table donor in share row exclusive mode;
    donor_gone := not exists (select from donation d where d.donor = mark and d.id <> gift and d.status <> 'REFUNDED');
    fund_donor_gone := donor_gone or not exists (
        select from donation d join campaign c on c.code = d.campaign
        where d.donor = mark and d.id <> gift and d.status <> 'REFUNDED' and c.fund = of_fund);
    delete from donor where donor_gone and fingerprint = mark;
    delete from fund_donor where fund_donor_gone and fingerprint = mark and fund = of_fund;
end;
$$;

revoke all on function donations.donor_leaves from public;
grant execute on function donations.donor_leaves to yici_donations;
