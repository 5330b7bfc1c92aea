-- Who is helped. Everything personal is sealed by field (org.yici.platform.privacy) and found by blind index only.

create table disbursement.household (
  id            uuid primary key,
  code          text not null unique,
  township      text not null,
  village       bytea,                       -- sealed: a small village and a category can tell who
  category      text not null,
  card_holder   uuid not null,               -- a member: the beneficiary or the guardian
  card_number   bytea not null,              -- sealed
  consent_at    timestamptz not null,        -- consent to keep and use the data, on file
  registered_by text not null,
  registered_at timestamptz not null,
  living        boolean not null default true
);
create index household_newest on disbursement.household (registered_at desc, id desc);

create table disbursement.member (
  id             uuid primary key,
  household      uuid not null references disbursement.household,
  position       int not null,
  name           bytea not null,             -- sealed
  identity       bytea not null,             -- sealed
  identity_index bytea not null,
  relation       bytea not null,             -- sealed
  phone          bytea,                      -- sealed
  living         boolean not null default true,
  unique (household, position)
);
-- Nobody is in two living households.
create unique index member_once on disbursement.member (identity_index) where living;

grant select, insert, update on disbursement.household, disbursement.member to yici_disbursement;
