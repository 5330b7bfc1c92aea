-- Schema donations: campaigns, gifts, payments. Only donations-api reads or writes it.

-- Answers to creating requests of staff, kept at least 7 days (a gift keeps its key on its own row).
create table donations.idempotency (
  actor  text not null,
  key    text not null,
  hash   bytea not null,
  status int,
  answer text,
  at     timestamptz not null default now(),
  primary key (actor, key)
);

grant usage on schema donations to yici_donations;
grant select, insert, update, delete on donations.idempotency to yici_donations;
