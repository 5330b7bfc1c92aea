-- Gifts. A row is a wish until it is paid; its journal in the ledger is the money.

create table donations.donation (
  id              uuid primary key,                        -- time-ordered (UUID version 7)
  campaign        text not null references donations.campaign,
  fund            text not null,
  amount          bigint not null check (amount > 0),      -- fen
  method          text not null,
  status          text not null check (status in ('PENDING', 'PAID', 'CLOSED', 'PART_REFUNDED', 'REFUNDED')),
  place           text,
  anonymous       boolean not null,
  name            bytea,                                   -- these three sealed by field, each for its own cell
  phone           bytea,
  message         bytea,
  donor           bytea,                                   -- blind index of the phone; null: nobody to recognise
  token_hash      bytea not null check (length(token_hash) = 32),
  idempotency_key text collate "C" not null,
  request_hash    bytea not null,
  created_at      timestamptz(3) not null,                 -- program clock
  -- Asking the provider, on the wall clock.
  pay_until       timestamptz not null,
  ask_at          timestamptz not null,
  asks            int not null default 0,
  -- Once paid.
  paid_at         timestamptz(3),                          -- program clock, as in the journal
  reference       text,                                    -- the provider's own number of the payment
  sequence        bigint unique,
  constraint one_gift_a_key unique (idempotency_key),
  constraint one_gift_a_token unique (token_hash),
  constraint one_gift_a_payment unique (method, reference),
  constraint named_or_anonymous check (not anonymous or name is null),
  constraint paid_is_posted check ((status in ('PENDING', 'CLOSED')) = (sequence is null)
                                   and (sequence is null) = (paid_at is null))
);
create index donation_to_ask on donations.donation (ask_at) where status = 'PENDING';
create index donation_of_campaign on donations.donation (campaign, sequence) where sequence is not null;

-- Who counts as a donor already, in all and for one fund. A row goes when the last of the donor's gifts is refunded.
create table donations.donor (
  fingerprint bytea primary key
);
create table donations.fund_donor (
  fund        text not null,
  fingerprint bytea not null,
  primary key (fund, fingerprint)
);

grant select, insert, update on donations.donation to yici_donations;
grant select, insert, delete on donations.donor, donations.fund_donor to yici_donations;
