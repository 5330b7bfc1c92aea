-- What providers gave back of what they had charged, a journal a bill, and the journal by which the admin fund got it back from
-- what it had borne; until then it lessens what is owed.
create table donations.provider_fee_back (
  sequence    bigint primary key,
  provider    text not null,
  day         date not null,
  fen         bigint not null check (fen > 0),
  returned_by bigint
);
create index provider_fee_back_held on donations.provider_fee_back (sequence) where returned_by is null;

grant select, insert, update on donations.provider_fee_back to yici_donations;
