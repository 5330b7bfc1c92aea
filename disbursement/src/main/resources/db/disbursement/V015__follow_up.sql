-- What became of a grant after it arrived: visits that fall due, what was seen, and, where it was misused, money that comes
-- back (慈善法 §60).

-- When people are visited, by programme: so many days after the money arrived, or at the first end of a school term behind
-- that day. Data that staff change; a visit that was put off has its own day.
create table disbursement.visit_plan (
  kind     text not null references disbursement.programme,
  number   int  not null check (number between 1 and 4),
  days     int  not null check (days between 1 and 730),
  term_end boolean not null,
  primary key (kind, number)
);
insert into disbursement.visit_plan values
  ('schooling', 1, 90, false), ('schooling', 2, 90, true), ('medical', 1, 60, false), ('hardship', 1, 90, false),
  ('urgent-hardship', 1, 30, false), ('disaster-relief', 1, 90, false);

-- School terms end on 31 January and 15 July.
create function disbursement.term_end(from_day date) returns date
language sql immutable
return (select min(d.term_end)
        from (values (make_date(extract(year from from_day)::int, 1, 31)), (make_date(extract(year from from_day)::int, 7, 15)),
                     (make_date(extract(year from from_day)::int + 1, 1, 31))) d (term_end)
        where d.term_end >= from_day);

create function disbursement.planned_visit(paid date, days int, term_end boolean) returns date
language sql immutable
return case when term_end then disbursement.term_end(paid + days) else paid + days end;

-- A visit, or that it could not take place; from before, a note alone.
alter table disbursement.followup
  add visited_on date,
  add outcome    text check (outcome in ('USED_AS_MEANT', 'PARTLY', 'NOT_USED_YET', 'MISUSED', 'MOVED_AWAY', 'DIED')),
  add school     text check (school in ('STAYS', 'PROMOTED', 'GRADUATED', 'LEFT')),
  add bill       bigint check (bill > 0),              -- fen, of a medical treatment
  add finished   boolean,                              -- is the treatment over?
  add missed     boolean not null default false,
  add next_on    date,
  add constraint results_are_of_a_visit check (outcome is not null or num_nonnulls(school, bill, finished) = 0),
  add constraint a_missed_visit_is_put_off check (not missed or outcome is null and next_on is not null),
  add constraint the_next_visit_comes_later check (next_on > visited_on);
update disbursement.followup set visited_on = (at at time zone 'Asia/Shanghai')::date;
alter table disbursement.followup alter visited_on set not null;

create function disbursement.only_added_to() returns trigger
language plpgsql as $$
begin
  raise exception '% on disbursement.% is forbidden: it is only ever added to', tg_op, tg_table_name;
end;
$$;
create trigger never_changed before update or delete or truncate on disbursement.followup
  for each statement execute function disbursement.only_added_to();

-- What came back of an award from its household, in all and to each fund.
alter table disbursement.award add returned bigint not null default 0 check (returned between 0 and amount);
alter table disbursement.award_share add returned bigint not null default 0 check (returned between 0 and amount);
create index award_paid on disbursement.award (paid_at, id) where state = 'PAID';

-- The next visit of each award whose money is with the household: the day that the last visit set, or the next of its plan.
-- Nothing is kept, so nothing can be forgotten: an award that is paid is here, one whose payment came back is not.
create view disbursement.due_visit as
select w.id as award, w.grant_code, w.application, w.household, w.kind, w.township,
       coalesce(last.next_on, disbursement.planned_visit((w.paid_at at time zone 'Asia/Shanghai')::date, p.days, p.term_end)) as due
from disbursement.award w
left join lateral (select f.next_on, f.outcome from disbursement.followup f
                   where f.award = w.id and (f.outcome is not null or f.missed)
                   order by f.at desc, f.id desc limit 1) last on true
left join lateral (select count(*) as visits from disbursement.followup f
                   where f.award = w.id and f.outcome is not null) done on true
left join disbursement.visit_plan p on p.kind = w.kind and p.number = done.visits + 1
where w.state = 'PAID'
  and (last.next_on is not null or p.kind is not null and coalesce(last.outcome, '') not in ('MOVED_AWAY', 'DIED'));

-- Results of visits that wait to be told in public, until those of one cell are of five people or more (k-anonymity): then
-- they are told together and leave this table. person is a blind index.
create table disbursement.outcome_cell (
  kind     text not null references disbursement.programme,
  question text not null check (question in ('use', 'school', 'treatment')),
  answer   text not null,
  told     bigint not null default 0,
  primary key (kind, question, answer)
);
create table disbursement.outcome_waiting (
  visit    uuid not null references disbursement.followup,
  kind     text not null,
  question text not null,
  answer   text not null,
  person   bytea not null,
  primary key (visit, question),
  foreign key (kind, question, answer) references disbursement.outcome_cell
);
create index outcome_waiting_of_cell on disbursement.outcome_waiting (kind, question, answer);

grant select, insert, update on disbursement.visit_plan, disbursement.outcome_cell to yici_disbursement;
grant select, insert, delete on disbursement.outcome_waiting to yici_disbursement;
grant select on disbursement.due_visit to yici_disbursement;
grant update (returned) on disbursement.award_share to yici_disbursement;
revoke all on function disbursement.term_end, disbursement.planned_visit, disbursement.only_added_to from public;
grant execute on function disbursement.term_end, disbursement.planned_visit to yici_disbursement;

-- What a household should put right or give back. One at a time for a grant; four eyes; it never goes back.
create table disbursement.clawback (
  id          uuid primary key,
  award       uuid not null references disbursement.award,
  ground      text not null check (ground in ('MISUSED', 'FALSE_PAPERS')),
  state       text not null check (state in ('NOTICED', 'CORRECTED', 'DEMANDED', 'RETURNING', 'RETURNED', 'WAIVED')),
  correct_by  date not null,                           -- the last day to put it right
  opened_by   text not null,
  opened_at   timestamptz not null,
  amount      bigint check (amount > 0),               -- fen demanded
  return_by   date,
  demanded_by text check (demanded_by <> opened_by),
  waived_by   text check (waived_by <> demanded_by),
  returned    bigint not null default 0 check (returned between 0 and coalesce(amount, 0)),
  constraint state_is_whole check (case state
    when 'NOTICED' then num_nonnulls(amount, return_by, demanded_by, waived_by) = 0
    when 'CORRECTED' then num_nonnulls(amount, return_by, demanded_by, waived_by) = 0
    else num_nulls(amount, return_by, demanded_by) = 0 and (state = 'WAIVED') = (waived_by is not null)
      and (state = 'RETURNED') = (returned = amount) and (state <> 'DEMANDED' or returned = 0)
      and (state <> 'RETURNING' or returned > 0) end)
);
create unique index one_open_clawback on disbursement.clawback (award) where state in ('NOTICED', 'DEMANDED', 'RETURNING');
create index clawback_of_award on disbursement.clawback (award, opened_at);

create function disbursement.clawback_never_goes_back() returns trigger
language plpgsql as $$
begin
  if old.state in ('CORRECTED', 'RETURNED', 'WAIVED')
      or (old.id, old.award, old.ground, old.correct_by, old.opened_by, old.opened_at)
        is distinct from (new.id, new.award, new.ground, new.correct_by, new.opened_by, new.opened_at)
      or old.state <> 'NOTICED' and (old.amount, old.return_by, old.demanded_by)
        is distinct from (new.amount, new.return_by, new.demanded_by)
      or new.returned < old.returned then
    raise exception 'a demand goes on or ends, and what it said stands' using errcode = 'check_violation';
  end if;
  return new;
end;
$$;
create trigger never_back before update on disbursement.clawback
  for each row execute function disbursement.clawback_never_goes_back();

-- Its history: who took which step, with what words.
create table disbursement.clawback_step (
  clawback uuid not null references disbursement.clawback,
  number   int  not null,
  action   text not null,
  led_to   text not null,
  actor    text not null,
  at       timestamptz not null,
  amount   bigint,
  note     bytea,                                      -- sealed
  primary key (clawback, number)
);
create trigger never_changed before update or delete or truncate on disbursement.clawback_step
  for each statement execute function disbursement.only_added_to();

-- Each part that came back, by the bank's own number of that payment: no payment is booked twice.
create table disbursement.clawback_part (
  reference   text primary key check (length(reference) between 4 and 40),
  clawback    uuid not null references disbursement.clawback,
  amount      bigint not null check (amount > 0),
  received_on date not null,
  recorded_by text not null,
  recorded_at timestamptz not null,
  sequence    bigint not null unique                   -- of its journal
);
create index clawback_part_of on disbursement.clawback_part (clawback, recorded_at);
create trigger never_changed before update or delete or truncate on disbursement.clawback_part
  for each statement execute function disbursement.only_added_to();

grant select, insert on disbursement.clawback, disbursement.clawback_step, disbursement.clawback_part to yici_disbursement;
grant update (state, amount, return_by, demanded_by, waived_by, returned) on disbursement.clawback to yici_disbursement;
revoke all on function disbursement.clawback_never_goes_back from public;
