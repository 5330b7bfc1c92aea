-- 低保 as a difference (补差): the standard less what the household has a head, for every head. Beside the flat sums, which stay.

-- How the household's sum is rounded, always up, and what a death means for the month in which it falls.
alter table disbursement.standard_version
  add rounding text check (rounding in ('FEN', 'JIAO', 'YUAN')),
  add on_death text not null default 'MONTH_AFTER' check (on_death in ('MONTH_AFTER', 'SAME_MONTH')),
  drop constraint standard_version_formula_check,
  add constraint standard_version_formula_check check (formula in
    ('as-asked', 'fixed', 'per-month', 'share-of-expense', 'year-in-months', 'difference', 'year-difference')),
  drop constraint formula_is_whole,
  add constraint formula_is_whole check (case formula
    when 'as-asked' then num_nonnulls(amount, per, permyriad, floor, ceiling, rounding) = 0
    when 'share-of-expense' then num_nulls(permyriad, floor) = 0 and num_nonnulls(amount, per, rounding) = 0
    -- amount: a head, a month or a year; floor: the least that a head gets a month, where anything is due
    when 'difference' then num_nulls(amount, floor, rounding) = 0 and per = 'PERSON' and num_nonnulls(permyriad, ceiling) = 0
    when 'year-difference' then num_nulls(amount, floor, rounding) = 0 and per = 'PERSON' and num_nonnulls(permyriad, ceiling) = 0
    else num_nulls(amount, per) = 0 and num_nonnulls(permyriad, floor, ceiling, rounding) = 0 end);

-- What a household counts as its income, from which day on: written down by one person, confirmed by another. A figure is
-- never changed; a later one takes its place, for the same days too.
create table disbursement.counted_income (
  id          uuid primary key,
  household   uuid not null references disbursement.household,
  since       date not null,
  heads       int not null check (heads between 1 and 30),    -- people it is shared by
  income      bytea not null,                                 -- sealed: fen a month, of all together
  source      bytea not null,                                 -- sealed: where the figure is from, in words
  state       text not null check (state in ('PROPOSED', 'CONFIRMED', 'DROPPED')),
  recorded_by text not null,
  recorded_at timestamptz not null,
  decided_by  text check (decided_by <> recorded_by or state <> 'CONFIRMED'),
  decided_at  timestamptz,
  constraint decided_by_somebody check ((state = 'PROPOSED') = (decided_by is null) and (decided_by is null) = (decided_at is null))
);
create index counted_income_of_household on disbursement.counted_income (household, since);
create unique index one_income_waits on disbursement.counted_income (household) where state = 'PROPOSED';
create function disbursement.income_is_decided_once() returns trigger
language plpgsql as $$
begin
  if tg_op <> 'UPDATE' or old.state <> 'PROPOSED'
      or (to_jsonb(new) - '{state,decided_by,decided_at}'::text[]) <> (to_jsonb(old) - '{state,decided_by,decided_at}'::text[]) then
    raise exception '% on an income is forbidden: a later figure takes its place', tg_op;
  end if;
  return new;
end;
$$;
create trigger decided_once before update or delete on disbursement.counted_income
  for each row execute function disbursement.income_is_decided_once();
revoke all on function disbursement.income_is_decided_once from public;
grant select, insert on disbursement.counted_income to yici_disbursement;
grant update (state, decided_by, decided_at) on disbursement.counted_income to yici_disbursement;

-- By which figure a part of a list was worked out; null where no income is asked for.
alter table disbursement.due_part add income uuid references disbursement.counted_income;
