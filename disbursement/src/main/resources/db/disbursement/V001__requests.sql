-- Schema disbursement: the way of a grant. This first file holds what every creating request needs.

-- Keys of requests that were done, with their first answers; kept at least 7 days.
create table disbursement.idempotency (
  actor  text not null,
  key    text not null,
  hash   bytea not null,
  status int,
  answer text,
  at     timestamptz not null default now(),
  primary key (actor, key)
);

-- Gap-free numbers of public codes, one row a kind and year, locked by the transaction that takes one.
create table disbursement.numbering (
  kind text not null,
  year int not null,
  last int not null,
  primary key (kind, year)
);

grant usage on schema disbursement to yici_disbursement;
grant select, insert, update, delete on disbursement.idempotency to yici_disbursement;
grant select, insert, update on disbursement.numbering to yici_disbursement;
