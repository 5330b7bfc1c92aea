-- A due list that is fixed stays as it is. What it should have said by what is known since is put right in the next list, by
-- person and month: paid as arrears, or set off. What was paid to somebody who gets nothing any more is for a person to decide.

-- Since when somebody who came later belongs to the household; null: as long as it is on the register.
alter table disbursement.member add joined_on date;

-- What became of money that was paid to somebody who is in no list any more.
create table disbursement.due_claim (
  id         uuid primary key,
  scheme     text not null references disbursement.scheme,
  person     uuid not null,
  household  uuid not null,
  amount     bigint not null check (amount > 0),       -- fen that was paid too much
  decision   text not null check (decision in ('CLAIM', 'WAIVE')),
  note       bytea not null,                           -- sealed
  decided_by text not null,
  decided_at timestamptz not null,
  returned   bigint not null default 0 check (returned between 0 and amount and (returned = 0 or decision = 'CLAIM'))
);
create index due_claim_of_scheme on disbursement.due_claim (scheme, decided_at);
create function disbursement.due_claim_stands() returns trigger
language plpgsql as $$
begin
  if tg_op <> 'UPDATE' or new.returned < old.returned
      or (to_jsonb(new) - 'returned') <> (to_jsonb(old) - 'returned') then
    raise exception '% on a claim is forbidden: it stands, and money only comes back', tg_op;
  end if;
  return new;
end;
$$;
create trigger stands before update or delete on disbursement.due_claim
  for each row execute function disbursement.due_claim_stands();
revoke all on function disbursement.due_claim_stands from public;

-- Each part that came back, by the bank's own number of that payment: no payment is booked twice.
create table disbursement.due_claim_part (
  reference   text primary key check (length(reference) between 4 and 40),
  claim       uuid not null references disbursement.due_claim,
  amount      bigint not null check (amount > 0),
  recorded_by text not null,
  recorded_at timestamptz not null,
  sequence    bigint not null unique                   -- of its journal
);
create trigger never_changed before update or delete or truncate on disbursement.due_claim_part
  for each statement execute function disbursement.only_added_to();

-- What one list puts right about an earlier one, for one person and month. number counts those before it of that person and
-- month: two that reckon at once cannot both put right the same.
create table disbursement.due_correction (
  list      uuid references disbursement.due_list,     -- in which it is paid or set off
  claim     uuid references disbursement.due_claim,    -- or the decision that it rests on
  corrected uuid not null references disbursement.due_list,
  person    uuid not null,
  household uuid not null,
  residence text not null,
  care      text,
  month     date not null,
  number    int not null check (number >= 1),
  reason    text not null check (reason in
    ('ENTERED', 'ENDED', 'LEFT', 'DIED', 'LEVEL', 'STANDARD', 'INCOME', 'PUT_RIGHT')),
  was       bigint not null check (was >= 0),          -- reckoned so far, with what was put right before
  should    bigint not null check (should >= 0),
  amount    bigint not null check (amount <> 0),       -- more, or less than nothing: set off
  primary key (corrected, person, month, number),
  constraint settled_in_one_place check (num_nonnulls(list, claim) = 1 and list is distinct from corrected),
  constraint never_more_than_the_difference
    check (amount between least(0, should - was) and greatest(0, should - was))
);
create index due_correction_of_list on disbursement.due_correction (list);
create trigger never_changed before update or delete or truncate on disbursement.due_correction
  for each statement execute function disbursement.keep_what_was_decided();

grant select, insert on disbursement.due_claim, disbursement.due_claim_part, disbursement.due_correction to yici_disbursement;
grant update (returned) on disbursement.due_claim to yici_disbursement;
