-- What may be granted and how much: standards, each with its versions by date. A decision names the version it was judged
-- by and keeps the facts it was judged on, so that it can be judged again and comes to the same.

alter table disbursement.programme drop constraint programme_kind_check;
alter table disbursement.programme add constraint programme_kind_check
  check (kind in ('schooling', 'medical', 'hardship', 'urgent-hardship', 'disaster-relief'));

create table disbursement.standard (
  code     text primary key check (code ~ '^[a-z][a-z0-9-]{0,39}$'),
  sort     text not null check (sort in ('PROGRAMME', 'STANDING')),
  position int  not null unique
);

-- A proposal becomes a version when a second person approves it; from then on it is never changed.
create table disbursement.standard_version (
  id          uuid primary key,
  standard    text not null references disbursement.standard,
  valid_from  date not null,
  valid_until date check (valid_until >= valid_from),  -- the last day; null: until the next version
  formula     text not null check (formula in ('as-asked', 'fixed', 'per-month', 'share-of-expense', 'year-in-months')),
  amount      bigint check (amount > 0),               -- fen: once, a month or a year
  per         text check (per in ('PERSON', 'HOUSEHOLD')),
  permyriad   int check (permyriad between 1 and 10000),
  floor       bigint check (floor >= 0),               -- fen of the expense that the household bears itself
  ceiling     bigint check (ceiling > 0),              -- the most that the share comes to; null: no limit of its own
  cap         bigint check (cap > 0),                  -- fen, per grant; standing entitlements have none
  per_year    bigint check (per_year > 0),             -- fen, per person and calendar year
  lifetime    bigint check (lifetime > 0),             -- fen, per person
  categories  text[] not null,                         -- none: everybody on the register
  evidence    text[] not null,
  funds       text[] not null,                         -- an award draws on the first as far as it reaches, then on the next
  note        text not null,                           -- the document it rests on
  state       text not null check (state in ('PROPOSED', 'APPROVED', 'WITHDRAWN')),
  proposed_by text not null,
  proposed_at timestamptz not null,
  decided_by  text check (decided_by <> proposed_by or state <> 'APPROVED'),
  decided_at  timestamptz,
  constraint formula_is_whole check (case formula
    when 'as-asked' then num_nonnulls(amount, per, permyriad, floor, ceiling) = 0
    when 'share-of-expense' then num_nulls(permyriad, floor) = 0 and num_nonnulls(amount, per) = 0
    else num_nulls(amount, per) = 0 and num_nonnulls(permyriad, floor, ceiling) = 0 end)
);
create unique index one_version_a_day on disbursement.standard_version (standard, valid_from) where state = 'APPROVED';
create index versions_of_standard on disbursement.standard_version (standard, valid_from);

create function disbursement.decide_version_once() returns trigger
language plpgsql as $$
begin
  if tg_op <> 'UPDATE' or old.state <> 'PROPOSED'
      or (to_jsonb(new) - '{state,decided_by,decided_at}'::text[]) <> (to_jsonb(old) - '{state,decided_by,decided_at}'::text[]) then
    raise exception '% on a version of a standard is forbidden: decisions were judged by it', tg_op;
  end if;
  return new;
end;
$$;
create trigger never_changed before update or delete on disbursement.standard_version
  for each row execute function disbursement.decide_version_once();

-- Today's caps are the first version of each programme.
insert into disbursement.programme values ('urgent-hardship', 300000), ('disaster-relief', 2000000);
insert into disbursement.programme_fund values
  ('urgent-hardship', 1, 'poverty-relief'), ('urgent-hardship', 2, 'daily-kindness'),
  ('disaster-relief', 1, 'poverty-relief'), ('disaster-relief', 2, 'daily-kindness');
insert into disbursement.standard (code, sort, position) values
  ('schooling', 'PROGRAMME', 1), ('medical', 'PROGRAMME', 2), ('hardship', 'PROGRAMME', 3),
  ('urgent-hardship', 'PROGRAMME', 4), ('disaster-relief', 'PROGRAMME', 5);
insert into disbursement.standard_version (id, standard, valid_from, formula, cap, categories, evidence, funds, note, state,
  proposed_by, proposed_at, decided_by, decided_at)
select gen_random_uuid(), p.kind, '2017-01-01', 'as-asked', p.cap, '{}', '{}',
  array(select f.fund from disbursement.programme_fund f where f.kind = p.kind order by f.position),
  '', 'APPROVED', 'founding', '2017-01-01', 'county', '2017-01-01'
from disbursement.programme p;
drop table disbursement.programme_fund;
alter table disbursement.programme drop column cap;

-- What a formula asks to know of an application beyond its amount.
create table disbursement.application_basis (
  application uuid primary key references disbursement.application,
  expense     bigint check (expense > 0),
  months      int check (months between 1 and 12)
);

-- How each award was judged: the version, and the facts as they stood. Never changed.
create table disbursement.judgement (
  award     uuid primary key references disbursement.award,
  version   uuid not null references disbursement.standard_version,
  day       date not null,
  asked     bigint not null,
  expense   bigint not null,
  months    int not null,
  people    int not null,
  category  text not null,
  this_year bigint not null,                           -- fen awarded to the person before, in the year and ever
  ever      bigint not null,
  computed  bigint not null,
  awarded   bigint not null
);
create function disbursement.keep_what_was_decided() returns trigger
language plpgsql as $$
begin
  raise exception '% on disbursement.% is forbidden: it is what a decision rested on', tg_op, tg_table_name;
end;
$$;
create trigger never_changed before update or delete or truncate on disbursement.judgement
  for each statement execute function disbursement.keep_what_was_decided();

-- Awards from before were judged by the first version, which asks for nothing but the amount.
insert into disbursement.judgement
select w.id, v.id, (w.awarded_at at time zone 'Asia/Shanghai')::date, a.amount, 0, 0, 1,
  coalesce(to_jsonb(h) ->> 'category', ''), 0, 0, a.amount, w.amount
from disbursement.award w
join disbursement.application a on a.id = w.application
join disbursement.household h on h.id = w.household
join disbursement.standard_version v on v.standard = w.kind;

grant select on disbursement.standard to yici_disbursement;
grant select, insert, update on disbursement.standard_version to yici_disbursement;
grant select, insert on disbursement.application_basis, disbursement.judgement to yici_disbursement;
