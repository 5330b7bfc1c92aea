-- What may be granted. Data, not code: the caps and the order of funds are the county's to change.

create table disbursement.programme (
  kind text primary key check (kind in ('schooling', 'medical', 'hardship')),
  cap  bigint not null check (cap > 0)       -- fen, per grant
);
create table disbursement.programme_fund (
  kind     text not null references disbursement.programme,
  position int  not null,                    -- an award draws on the first fund as far as it reaches, then on the next
  fund     text not null,
  primary key (kind, position)
);
insert into disbursement.programme values ('schooling', 800000), ('medical', 3000000), ('hardship', 500000);
insert into disbursement.programme_fund values
  ('schooling', 1, 'daily-kindness'), ('schooling', 2, 'poverty-relief'),
  ('medical', 1, 'poverty-relief'), ('medical', 2, 'daily-kindness'),
  ('hardship', 1, 'poverty-relief'), ('hardship', 2, 'daily-kindness');

grant select on disbursement.programme, disbursement.programme_fund to yici_disbursement;
