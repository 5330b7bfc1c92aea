-- What providers say of each day, line by line, and what came of it.
create table donations.bill_line (
  provider text not null,
  kind     text not null check (kind in ('PAYMENT', 'REFUND', 'FEE', 'FEE_BACK', 'SETTLEMENT', 'CHARGEBACK', 'OTHER')),
  theirs   text not null,                                    -- the provider's number of the line
  ours     text,                                             -- our number of the order or refund, as the provider has it
  fen      bigint not null check (fen >= 0),
  currency text not null,
  at       timestamptz(3) not null,
  day      date not null,                                    -- of the bill that it stood in, Asia/Shanghai
  matched  boolean not null,                                 -- with what we know; else it is a discrepancy
  primary key (provider, kind, theirs)
);

-- Bills that were read to their end. One that is read again adds what is new.
create table donations.bill (
  provider text not null,
  day      date not null,
  lines    integer not null,
  read_at  timestamptz(3) not null default now(),            -- wall clock
  primary key (provider, day)
);

-- What providers charged, a journal a bill, and the journal by which the admin fund bore it; until then it is owed.
create table donations.provider_fee (
  sequence   bigint primary key,
  provider   text not null,
  day        date not null,
  fen        bigint not null check (fen > 0),
  covered_by bigint
);
create index provider_fee_owed on donations.provider_fee (sequence) where covered_by is null;

grant select, insert, update on donations.bill_line, donations.bill, donations.provider_fee to yici_donations;
create index bill_line_of_order on donations.bill_line (provider, ours) where kind = 'PAYMENT';
