-- Refunds. What moves is in the ledger; here stands who wants what back, who decided, and how it is sent.

create table donations.refund (
  id             uuid primary key,                         -- time-ordered (UUID version 7)
  donation       uuid not null references donations.donation,
  status         text not null check (status in
                   ('ASKED', 'PROPOSED', 'APPROVED', 'SENT', 'BY_HAND', 'FAILED', 'DONE', 'DECLINED')),
  wished         bigint check (wished > 0),                -- fen that the donor asked for; null: all that is not spent
  amount         bigint check (amount > 0),                -- fen that are proposed
  reason         bytea,                                    -- sealed; what the donor reads at the provider
  proposed_by    text,
  decided_by     text,
  paid_by        text,                                     -- who paid it by hand; null: the provider did
  sequence       bigint unique,                            -- of the journal that took it out of the fund
  paid_sequence  bigint unique,                            -- of the journal that says the donor has it
  asked_at       timestamptz(3) not null,                  -- program clock
  -- Sending it, on the wall clock.
  sending        text,                                     -- its present number at the provider
  due_at         timestamptz not null default 'infinity',
  tries          integer not null default 0,
  constraint proposal_is_whole check (num_nulls(amount, reason, proposed_by) in (0, 3)
                                      and (amount is not null or status in ('ASKED', 'DECLINED'))),
  constraint two_people_decide check (decided_by <> proposed_by),
  constraint approved_by_two check (sequence is null or (proposed_by is not null and decided_by is not null)),
  constraint approved_is_posted check ((sequence is not null) = (status in ('APPROVED', 'SENT', 'BY_HAND', 'FAILED', 'DONE'))),
  constraint approver_pays_nobody check (paid_by <> decided_by),
  constraint done_is_posted check ((paid_sequence is not null) = (status = 'DONE')),
  constraint approved_has_a_number check (sequence is null or sending is not null)
);
-- One at a time: what is not finished has to be, before the same gift goes back once more.
create unique index one_unfinished_refund_a_gift on donations.refund (donation) where status not in ('DONE', 'DECLINED');
create index refund_of_donation on donations.refund (donation);
create index refund_to_send on donations.refund (due_at) where status in ('APPROVED', 'SENT');
create index refund_unfinished on donations.refund (id) where status not in ('DONE', 'DECLINED');
create index refund_finished on donations.refund (id) where status in ('DONE', 'DECLINED');

-- Every number under which a provider was asked to send a refund back. One that the provider has refused for good is not
-- used again; a late word about it is still understood.
create table donations.refund_sending (
  number text primary key,
  refund uuid not null references donations.refund,
  known  text                                              -- the provider's own name for it
);
alter table donations.refund add foreign key (sending) references donations.refund_sending;

-- The story of a refund, only ever added to.
create table donations.refund_step (
  refund uuid not null references donations.refund,
  n      integer not null,
  at     timestamptz(3) not null,                          -- program clock
  act    text not null,
  actor  text,                                             -- null: the donor, the program or the provider
  amount bigint,
  words  bytea,                                            -- sealed; what a person typed
  code   text,                                             -- what a machine said
  primary key (refund, n)
);

-- What was approved stays as it was approved, and what is finished stays finished, whoever writes.
create function donations.refund_stands() returns trigger
language plpgsql set search_path = donations, pg_temp as $$
begin
    if old.status in ('DONE', 'DECLINED') then
        raise exception 'refund % is finished', old.id;
    end if;
    if new.donation <> old.donation or old.sequence is not null
            and (new.amount, new.reason, new.proposed_by, new.decided_by, new.sequence)
                is distinct from (old.amount, old.reason, old.proposed_by, old.decided_by, old.sequence) then
        raise exception 'refund % is approved as it is', old.id;
    end if;
    return new;
end;
$$;
create trigger refund_stands before update on donations.refund for each row execute function donations.refund_stands();

-- What a provider took back by force, once a dispute, as its own number tells them apart.
create table donations.chargeback (
  method         text not null,
  dispute        text not null,
  donation       uuid not null references donations.donation,
  amount         bigint not null check (amount > 0),       -- fen
  unspent        bigint not null check (unspent between 0 and amount),  -- what the fund gave back of it
  sequence       bigint not null,                          -- of its last journal
  at             timestamptz(3) not null,                  -- program clock
  primary key (method, dispute)
);

-- The gifts of one donor, to know when the last of them has gone back. Most gifts have no mark, and cost nothing here.
create index donation_of_donor on donations.donation (donor) where donor is not null;

-- The sandbox provider's refunds.
create table donations.sandbox_refund (
  number   text primary key,
  donation uuid not null,
  amount   bigint not null check (amount > 0),
  state    text not null check (state in ('DONE', 'UNDER_WAY', 'FAILED')),
  done_at  timestamptz                                     -- when one under way becomes done
);
create index sandbox_refund_of_donation on donations.sandbox_refund (donation);

grant select, insert, update on donations.refund, donations.refund_sending, donations.sandbox_refund to yici_donations;
grant select, insert on donations.refund_step, donations.chargeback to yici_donations;
