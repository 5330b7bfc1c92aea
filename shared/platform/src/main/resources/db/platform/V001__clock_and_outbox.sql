-- Schema platform: what every service shares besides the ledger and the staff.

-- The program clock's distance from the wall clock. One row; only a demo ever changes it.
create table platform.clock (
  single    boolean primary key default true check (single),
  offset_ms bigint not null
);
insert into platform.clock (offset_ms) values (0);

-- How far the demo world has been played: no row (never), then a row, then complete. Production never writes it.
create table platform.demo_world (
  only_row boolean primary key default true check (only_row),
  complete boolean not null
);

-- The outbox: what a service publishes besides journals is written here in the transaction that made it true, and
-- stays. Each topic has its own gap-free number, taken while its head is locked, so a number is never burnt and the
-- order of numbers is the order of commits.
create table platform.outbox_head (
  topic  text primary key,
  number bigint not null default 0
);
insert into platform.outbox_head (topic) values ('yici.facts'), ('yici.notices');

create table platform.outbox (
  topic    text not null references platform.outbox_head,
  number   bigint not null,
  key      text not null,
  type     text not null,
  sequence bigint not null,               -- the ledger sequence that this fact follows
  at       timestamptz not null,
  body     text,                          -- canonical JSON; null is a tombstone: the key's record ends
  primary key (topic, number)
);

create function platform.publish(p_topic text, p_key text, p_type text, p_sequence bigint, p_at timestamptz, p_body text)
returns bigint
language plpgsql security definer set search_path = pg_catalog, platform as $$
declare
  n bigint;
begin
  update platform.outbox_head set number = number + 1 where topic = p_topic returning number into strict n;
  insert into platform.outbox values (p_topic, n, p_key, p_type, p_sequence, p_at, p_body);
  return n;
end $$;

create function platform.outbox_is_kept() returns trigger language plpgsql as $$
begin
  raise exception 'what is published stays: % on platform.outbox', tg_op using errcode = 'restrict_violation';
end $$;
create trigger outbox_is_kept before update or delete or truncate on platform.outbox
  for each statement execute function platform.outbox_is_kept();

revoke all on function platform.publish from public;
grant usage on schema platform to yici_donations, yici_disbursement, yici_site;
grant select, update on platform.clock to yici_donations, yici_disbursement;
grant select on platform.clock to yici_site;
grant select, insert, update on platform.demo_world to yici_disbursement;
grant select on platform.outbox to yici_donations, yici_disbursement;
grant execute on function platform.publish to yici_donations, yici_disbursement;
