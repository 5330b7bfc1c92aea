-- Standing entitlements: what the state owes to entitled people each period, by standards. It is treasury money, on accounts
-- of its own in the ledger (V009 there).

create table disbursement.scheme (
  code     text primary key check (code ~ '^[a-z][a-z0-9-]{0,39}$'),
  period   text not null check (period in ('MONTH', 'QUARTER', 'YEAR')),
  position int  not null unique
);
-- Whom a standing standard is for.
create table disbursement.standing (
  standard  text primary key references disbursement.standard,
  scheme    text not null references disbursement.scheme,
  category  text not null,
  residence text check (residence in ('URBAN', 'RURAL')),  -- null: both
  care      text                                           -- level of care or class; null: all
);

-- The county's own standards, before and since January 2018.
insert into disbursement.scheme values ('dibao', 'MONTH', 1), ('tekun', 'QUARTER', 2), ('youfu', 'YEAR', 3);
insert into disbursement.standard (code, sort, position) values
  ('dibao-urban', 'STANDING', 11), ('dibao-rural', 'STANDING', 12),
  ('tekun-living-urban', 'STANDING', 21), ('tekun-living-rural', 'STANDING', 22),
  ('tekun-care-self', 'STANDING', 23), ('tekun-care-partly', 'STANDING', 24), ('tekun-care-unable', 'STANDING', 25),
  ('youfu-outpatient-veteran', 'STANDING', 31), ('youfu-outpatient-other', 'STANDING', 32), ('youfu-inpatient', 'STANDING', 33);
insert into disbursement.standing values
  ('dibao-urban', 'dibao', 'DIBAO', 'URBAN', null), ('dibao-rural', 'dibao', 'DIBAO', 'RURAL', null),
  ('tekun-living-urban', 'tekun', 'TEKUN', 'URBAN', null), ('tekun-living-rural', 'tekun', 'TEKUN', 'RURAL', null),
  ('tekun-care-self', 'tekun', 'TEKUN', null, 'SELF_RELIANT'), ('tekun-care-partly', 'tekun', 'TEKUN', null, 'PARTLY'),
  ('tekun-care-unable', 'tekun', 'TEKUN', null, 'UNABLE'),
  ('youfu-outpatient-veteran', 'youfu', 'YOUFU', null, 'TOWNSHIP_VETERAN'),
  ('youfu-outpatient-other', 'youfu', 'YOUFU', null, 'OTHER'), ('youfu-inpatient', 'youfu', 'YOUFU', null, null);
insert into disbursement.standard_version (id, standard, valid_from, formula, amount, per, permyriad, floor, categories,
  evidence, funds, note, state, proposed_by, proposed_at, decided_by, decided_at)
select gen_random_uuid(), v.standard, v.valid_from, v.formula, v.amount,
  case when v.amount is not null then 'PERSON' end, v.permyriad, case when v.permyriad is not null then 0 end,
  array[s.category], '{}', '{}', '', 'APPROVED', 'founding', '2017-01-01', 'county', '2017-01-01'
from (values
  ('dibao-urban', date '2017-01-01', 'per-month', 34500, null), ('dibao-urban', '2018-01-01', 'per-month', 45000, null),
  ('dibao-rural', '2017-01-01', 'year-in-months', 317000, null), ('dibao-rural', '2018-01-01', 'year-in-months', 400000, null),
  ('tekun-living-urban', '2018-01-01', 'year-in-months', 756000, null),
  ('tekun-living-rural', '2018-01-01', 'year-in-months', 666000, null),
  ('tekun-care-self', '2018-01-01', 'year-in-months', 180000, null),
  ('tekun-care-partly', '2018-01-01', 'year-in-months', 540000, null),
  ('tekun-care-unable', '2018-01-01', 'year-in-months', 1080000, null),
  ('youfu-outpatient-veteran', '2017-01-01', 'year-in-months', 80000, null),
  ('youfu-outpatient-veteran', '2018-01-01', 'year-in-months', 100000, null),
  ('youfu-outpatient-other', '2017-01-01', 'year-in-months', 60000, null),
  ('youfu-outpatient-other', '2018-01-01', 'year-in-months', 80000, null),
  ('youfu-inpatient', '2017-01-01', 'share-of-expense', null, 8000), ('youfu-inpatient', '2018-01-01', 'share-of-expense', null, 9000)
) as v (standard, valid_from, formula, amount, permyriad)
join disbursement.standing s on s.standard = v.standard;

-- Who is entitled, from which day to which: a person is a blind id here. Read only through the interface EntitledPeople.
create table disbursement.entitled (
  id        uuid primary key,
  person    uuid not null,
  household uuid not null,
  category  text not null,
  care      text,
  residence text not null check (residence in ('URBAN', 'RURAL')),
  from_day  date not null,
  to_day    date check (to_day >= from_day)            -- the last day; null: until further notice
);
create index entitled_by_category on disbursement.entitled (category, from_day);

-- A due list that was fixed: what is owed to whom for which month, by which version.
create table disbursement.due_list (
  id         uuid primary key,
  scheme     text not null references disbursement.scheme,
  period     text not null,                            -- 2018-01, 2018Q1 or 2018
  total      bigint not null check (total > 0),
  people     int not null,
  households int not null,
  state      text not null check (state in ('BOOKED', 'PAID')),
  due        bigint not null,                          -- sequence of its journal
  booked_by  text not null,
  booked_at  timestamptz not null,
  paid       bigint,
  paid_by    text check (paid_by <> booked_by),
  paid_at    timestamptz,
  unique (scheme, period)
);
create table disbursement.due_part (
  list      uuid not null references disbursement.due_list,
  person    uuid not null,
  household uuid not null,
  residence text not null,
  care      text,
  month     date not null,
  version   uuid not null references disbursement.standard_version,
  amount    bigint not null check (amount > 0),
  primary key (list, person, month, version)
);
create trigger never_changed before update or delete or truncate on disbursement.due_part
  for each statement execute function disbursement.keep_what_was_decided();

grant select on disbursement.scheme, disbursement.standing to yici_disbursement;
grant select, insert on disbursement.due_part to yici_disbursement;
grant select, insert, update on disbursement.due_list, disbursement.entitled to yici_disbursement;
