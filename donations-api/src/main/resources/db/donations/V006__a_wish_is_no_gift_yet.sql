-- What somebody wishes to give and what was given are two tables: a wish moves from the first to the second when its money
-- comes, in the transaction of its journal. Both are only ever added to or taken from, never rewritten, so a gift costs
-- the database half of what it did, and what was never paid can be forgotten without touching a gift.

alter table donations.donation rename to donation_before;
alter index donations.donation_pkey rename to donation_before_pkey;

-- Fund and campaign: a campaign feeds one fund for ever, so the fund is read from there.
create table donations.wish (
  id          uuid constraint one_wish_an_id primary key,    -- time-ordered (UUID version 7)
  amount      bigint not null check (amount > 0),            -- fen
  created_at  timestamptz(3) not null,                       -- program clock
  -- Asking the provider, on the wall clock. Infinity: asked for the last time.
  pay_until   timestamptz not null,
  ask_at      timestamptz not null,
  asks        integer not null default 0,
  status      text not null check (status in ('PENDING', 'CLOSED')),
  campaign    text not null,
  method      text not null,
  place       text,
  name        bytea,                                         -- these three sealed by field, each for its own cell;
  phone       bytea,                                         -- no name: an anonymous gift
  message     bytea,
  donor       bytea                                          -- blind index of the phone; null: nobody to recognise
);

create table donations.donation (
  id          uuid constraint one_gift_an_id primary key,
  amount      bigint not null check (amount > 0),
  created_at  timestamptz(3) not null,
  paid_at     timestamptz(3) not null,                       -- program clock, as in the journal
  sequence    bigint not null,                               -- of its journal, whose key names the gift in turn
  status      text not null check (status in ('PAID', 'PART_REFUNDED', 'REFUNDED')),
  campaign    text not null,
  method      text not null,
  reference   text not null,                                 -- the provider's own number of the payment
  place       text,
  name        bytea,
  phone       bytea,
  message     bytea,
  donor       bytea
);

-- Keys of requests that made a wish, kept one to two weeks: those of this week and of the last one, by the wall clock of the
-- database. Keys are random, so one index over all of them would be read and written all over; these stay small. Key
-- and request are the first 128 bits of their SHA-256.
create table donations.gift_key (
  key     uuid not null,
  request uuid not null,
  id      uuid not null,
  slot    smallint not null,                                 -- the number of the week, modulo 3
  primary key (key, slot)
) partition by list (slot);
create table donations.gift_key_0 partition of donations.gift_key for values in (0);
create table donations.gift_key_1 partition of donations.gift_key for values in (1);
create table donations.gift_key_2 partition of donations.gift_key for values in (2);

-- Receipts handed out before tokens carried their gift's id.
create table donations.earlier_token (
  token_hash bytea primary key,
  id         uuid not null
);

insert into donations.wish (id, amount, created_at, pay_until, ask_at, asks, status, campaign, method, place, name, phone,
  message, donor)
select id, amount, created_at, pay_until, ask_at, asks, status, campaign, method, place, name, phone, message, donor
from donations.donation_before where sequence is null;

insert into donations.donation (id, amount, created_at, paid_at, sequence, status, campaign, method, reference, place, name,
  phone, message, donor)
select id, amount, created_at, paid_at, sequence, status, campaign, method, reference, place, name, phone, message, donor
from donations.donation_before where sequence is not null order by id;

insert into donations.gift_key (key, request, id, slot)
select encode(substr(sha256(convert_to(idempotency_key, 'UTF8')), 1, 16), 'hex')::uuid,
       rpad(left(encode(request_hash, 'hex'), 32), 32, '0')::uuid, id,
       floor(extract(epoch from now()) / 604800)::bigint % 3
from donations.donation_before;

insert into donations.earlier_token (token_hash, id) select token_hash, id from donations.donation_before;

drop table donations.donation_before;

create index wish_to_ask on donations.wish (ask_at);
alter table donations.donation add constraint one_gift_a_payment unique (reference, method);
create index donation_of_campaign on donations.donation (campaign, sequence);
-- Rows come and go within seconds.
alter table donations.wish set (autovacuum_vacuum_scale_factor = 0.1, autovacuum_vacuum_threshold = 5000,
  autovacuum_vacuum_insert_scale_factor = 1);

-- Whatever stands under a gift's id, wished for or given.
create view donations.gift as
select w.id, w.campaign, c.fund, w.amount, w.method, w.status, w.place, w.created_at, null::timestamptz as paid_at,
       null::bigint as sequence, null::text as reference, w.name, w.donor
from donations.wish w join donations.campaign c on c.code = w.campaign
union all
select d.id, d.campaign, c.fund, d.amount, d.method, d.status, d.place, d.created_at, d.paid_at,
       d.sequence, d.reference, d.name, d.donor
from donations.donation d join donations.campaign c on c.code = d.campaign;

grant select, insert, update, delete on donations.wish to yici_donations;
grant select, insert, update on donations.donation to yici_donations;
grant select, insert on donations.gift_key to yici_donations;
grant select on donations.earlier_token, donations.gift to yici_donations;
