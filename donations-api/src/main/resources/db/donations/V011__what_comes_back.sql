-- What banks take and give back, and discrepancies that somebody owns or that settle themselves.

-- A discrepancy has an owner. One that turns out to fit later settles itself: 'matched', by nobody. Its kinds are named once,
-- where they are opened.
alter table donations.discrepancy
  add column owner text,                                     -- staff.account; null: nobody has taken it on yet
  drop constraint discrepancy_kind_check,
  add constraint discrepancy_kind_check check (kind ~ '^[a-z]+(-[a-z]+)*$'),
  drop constraint discrepancy_outcome_check,
  add constraint discrepancy_outcome_check check (outcome in ('kept', 'refunded', 'explained', 'matched')),
  drop constraint settled_whole,
  add constraint settled_whole check ((settled_at is null) = (outcome is null)
                                      and (settled_by is null) = (outcome is null or outcome = 'matched'));

-- Bills name three more things: what had gone out and came back.
alter table donations.bill_line
  drop constraint bill_line_kind_check,
  add constraint bill_line_kind_check check (kind in ('PAYMENT', 'REFUND', 'REFUND_BACK', 'FEE', 'FEE_BACK', 'SETTLEMENT',
                                                      'SETTLEMENT_BACK', 'CHARGEBACK', 'CHARGEBACK_BACK', 'OTHER'));

-- A line that a person has is not settled anew, unless it can come to fit by itself.
alter table donations.bill_line add column waits boolean not null default false;
update donations.bill_line l set waits = true
where not l.matched and exists (select from donations.discrepancy d where d.provider = l.provider and d.subject = l.theirs);
create index bill_line_open on donations.bill_line (provider, day) where not matched;
create index provider_order_paid on donations.provider_order (provider, paid_at) where paid_at is not null;

-- A refund that waits when the donor's bank takes the same gift back: what the bank has taken is not owed to the donor a second
-- time. And one that was done may come back from the donor's bank: then it is owed again.
alter table donations.refund
  add column taken bigint not null default 0,                -- fen of it that disputes have taken already
  add column came_back integer not null default 0,           -- how often it was done and came back
  drop constraint refund_status_check,
  add constraint refund_status_check check (status in
    ('ASKED', 'PROPOSED', 'APPROVED', 'SENT', 'BY_HAND', 'FAILED', 'DONE', 'DECLINED', 'DISPUTED')),
  drop constraint approved_is_posted,
  add constraint approved_is_posted check ((sequence is not null)
                                           = (status in ('APPROVED', 'SENT', 'BY_HAND', 'FAILED', 'DONE', 'DISPUTED'))),
  add constraint taken_of_it check (taken = 0 or taken > 0 and taken <= amount and sequence is not null),
  add constraint disputed_is_all_taken check ((status = 'DISPUTED') = (taken > 0 and taken = amount));

drop index donations.one_unfinished_refund_a_gift, donations.refund_unfinished, donations.refund_finished;
create unique index one_unfinished_refund_a_gift on donations.refund (donation)
  where status not in ('DONE', 'DECLINED', 'DISPUTED');
create index refund_unfinished on donations.refund (id) where status not in ('DONE', 'DECLINED', 'DISPUTED');
create index refund_finished on donations.refund (id) where status in ('DONE', 'DECLINED', 'DISPUTED');

create or replace function donations.refund_stands() returns trigger
language plpgsql set search_path = donations, pg_temp as $$
begin
    if old.status in ('DECLINED', 'DISPUTED')
            or old.status = 'DONE' and not (new.status = 'FAILED' and new.came_back = old.came_back + 1) then
        raise exception 'refund % is finished', old.id;
    end if;
    if new.donation <> old.donation or new.taken < old.taken or old.sequence is not null
            and (new.amount, new.reason, new.proposed_by, new.decided_by, new.sequence)
                is distinct from (old.amount, old.reason, old.proposed_by, old.decided_by, old.sequence) then
        raise exception 'refund % is approved as it is', old.id;
    end if;
    return new;
end;
$$;

-- A dispute that was lost and won again later, once. What it had taken from the fund is the fund's again, by a correction.
create table donations.chargeback_won (
  method   text not null,
  dispute  text not null,
  sequence bigint not null,                                  -- of the journal that brought it back
  owed     bigint not null check (owed >= 0),                -- fen of it that the charity had been owed
  at       timestamptz(3) not null,                          -- program clock
  primary key (method, dispute),
  foreign key (method, dispute) references donations.chargeback
);
create index chargeback_of_gift on donations.chargeback (donation);

grant select, insert on donations.chargeback_won to yici_donations;
