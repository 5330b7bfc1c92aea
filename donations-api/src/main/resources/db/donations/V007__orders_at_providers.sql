-- Orders at payment providers. A gift may have several: another way of paying, a second try. Whichever is paid first pays the
-- gift; one that is paid besides is a gift of its own, under the order's own id.
create table donations.provider_order (
  id         uuid primary key,                               -- time-ordered
  number     text not null constraint one_order_a_number unique,  -- at the provider: the id in base 36
  donation   uuid not null,                                  -- the gift that it was opened for
  provider   text not null check (provider ~ '^[a-z][a-z0-9-]{0,19}$'),
  form       text not null,
  amount     bigint not null check (amount > 0),             -- fen
  title      text not null,
  payer      bytea,                                          -- these two sealed by field
  address    bytea,
  back       text not null,                                  -- our own address, without the token
  created_at timestamptz(3) not null,                        -- wall clock
  expires_at timestamptz(0) not null,                        -- wall clock
  state      text not null check (state in
               ('CREATED', 'PENDING', 'PAID', 'CLOSED', 'LATE', 'REFUNDING', 'PART_REFUNDED', 'REFUNDED', 'DISPUTED')),
  known      text,                                           -- the provider's name for the order
  shown      text,                                           -- how the donor goes on to pay, as it was answered: kind, space, value
  payment    text,                                           -- the provider's number of the payment
  paid_at    timestamptz(3),                                 -- wall clock, when we knew
  paid_for   uuid,                                           -- the gift that it paid, once that is in the books
  ask_at     timestamptz not null,                           -- wall clock; infinity: never again
  asks       integer not null default 0,
  constraint one_order_a_payment unique (provider, payment),
  constraint paid_by_a_payment check ((payment is null) = (state in ('CREATED', 'PENDING', 'CLOSED'))),
  constraint booked_when_paid check (paid_for is null or payment is not null)
);
-- A page that is loaded again finds the order that it has opened.
create unique index one_open_order_a_form on donations.provider_order (donation, provider, form)
  where state in ('CREATED', 'PENDING');
create index provider_order_of_gift on donations.provider_order (donation);
create index provider_order_to_ask on donations.provider_order (ask_at) where ask_at < 'infinity';

-- Notices that were heard, by the provider's own number of them: one that comes again is answered and not worked off.
create table donations.provider_notice (
  provider text not null,
  event    text not null,
  heard_at timestamptz(3) not null default now(),
  primary key (provider, event)
);

-- What does not fit, and waits for a person. One a kind and subject, however often it is found.
create table donations.discrepancy (
  number     bigint generated always as identity primary key,
  kind       text not null check (kind in ('second-payment', 'unknown-order', 'other-amount', 'other-currency', 'other-payment',
               'not-bookable', 'dispute', 'missing-in-bill', 'unknown-refund', 'other-settlement', 'unclear-line')),
  provider   text not null,
  subject    text not null,                                  -- the order's or the payment's number
  donation   uuid,
  fen        bigint,                                         -- in the currency's smallest unit
  opened_at  timestamptz(3) not null,                        -- program clock
  settled_at timestamptz(3),
  settled_by text,                                           -- staff.account
  outcome    text check (outcome in ('kept', 'refunded', 'explained')),
  note       text,
  constraint once_each unique (kind, provider, subject),
  constraint settled_whole check (num_nulls(settled_at, settled_by, outcome) in (0, 3))
);
create index discrepancy_open on donations.discrepancy (number) where settled_at is null;

grant select, insert, update on donations.provider_order, donations.discrepancy to yici_donations;
grant select, insert on donations.provider_notice to yici_donations;
