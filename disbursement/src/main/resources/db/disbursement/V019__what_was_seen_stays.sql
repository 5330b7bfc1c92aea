-- What was seen when it was decided stays as it was: the card that a grant was approved for, and the words of a letter. And one
-- sender of objections cannot silence all others. A large list of households is read in the background, as extracts are.

-- Who changed a household's card last; null: it is the card of the registration.
alter table disbursement.household
  add card_by text,
  add card_at timestamptz,
  add constraint card_changed_by_somebody check ((card_by is null) = (card_at is null));
create function disbursement.card_has_who_changed_it() returns trigger
language plpgsql as $$
begin
  -- A card from before its index gets that at a start, and is no other card by it.
  if (new.card_holder <> old.card_holder or old.card_index is not null and new.card_index is distinct from old.card_index)
      and (new.card_at is null or new.card_at is not distinct from old.card_at and new.card_by is not distinct from old.card_by) then
    raise exception 'the card of household % is changed by somebody, at some time', old.code using errcode = 'check_violation';
  end if;
  return new;
end;
$$;
create trigger card_changes before update of card_holder, card_index on disbursement.household
  for each row execute function disbursement.card_has_who_changed_it();

-- The card that the approver saw, with the award.
create table disbursement.card_seen (
  award      uuid primary key references disbursement.award,
  holder     uuid not null references disbursement.member,
  card_index bytea not null check (length(card_index) = 32),   -- blind index: the same card is known again
  shown      bytea not null                                    -- sealed: how it is shown, by its last four digits
);

-- A changed card is known to a second person before money goes there.
create table disbursement.card_confirmed (
  id         uuid primary key,
  household  uuid not null references disbursement.household,
  holder     uuid not null references disbursement.member,
  card_index bytea not null check (length(card_index) = 32),
  note       bytea not null,                                   -- sealed: how it was confirmed
  by         text not null,
  at         timestamptz not null
);
create index card_confirmed_of on disbursement.card_confirmed (household, card_index);
create function disbursement.card_is_confirmed_by_another() returns trigger
language plpgsql as $$
begin
  if not exists (select from disbursement.household h where h.id = new.household and h.card_by <> new."by"
      and h.card_at <= new.at and (h.card_holder, h.card_index) = (new.holder, new.card_index)) then
    raise exception 'a card is confirmed as it stands, by another person than who changed it' using errcode = 'check_violation';
  end if;
  return new;
end;
$$;
create trigger by_another before insert on disbursement.card_confirmed
  for each row execute function disbursement.card_is_confirmed_by_another();

-- Where an order to the bank sends the money: fixed with the order, so that its file says the same whenever it is fetched.
alter table disbursement.payout_item
  add holder     uuid references disbursement.member,
  add card_index bytea check (length(card_index) = 32),
  add payee      bytea,                                        -- sealed: the holder's name
  add card       bytea,                                        -- sealed
  add constraint card_whole check (num_nonnulls(holder, card_index, payee, card) in (0, 4));
create function disbursement.pay_cards_that_two_people_know() returns trigger
language plpgsql as $$
begin
  if new.card is null or not exists (select from disbursement.award w join disbursement.household h on h.id = w.household
      left join disbursement.card_seen s on s.award = w.id
      where w.id = new.award and (s.award is null              -- granted before cards were kept with awards
        or (s.holder, s.card_index) = (new.holder, new.card_index)
        or exists (select from disbursement.card_confirmed c where c.household = h.id and c.at >= h.card_at
          and (c.holder, c.card_index) = (new.holder, new.card_index)))) then
    raise exception 'payment % goes to a card that only one person knows', new.end_to_end using errcode = 'check_violation';
  end if;
  return new;
end;
$$;
create trigger card_known before insert on disbursement.payout_item
  for each row execute function disbursement.pay_cards_that_two_people_know();
create function disbursement.order_stays() returns trigger
language plpgsql as $$
begin
  if (new.award, new.amount, new.holder, new.card_index, new.payee, new.card)
      is distinct from (old.award, old.amount, old.holder, old.card_index, old.payee, old.card) then
    raise exception 'order % says where the money goes, and that stays', old.end_to_end using errcode = 'check_violation';
  end if;
  return new;
end;
$$;
create trigger stays before update on disbursement.payout_item
  for each row execute function disbursement.order_stays();

-- What a household's letter says, by the step that decided.
create table disbursement.letter (
  application uuid not null,
  number      int not null,
  content     bytea not null,                                  -- sealed
  primary key (application, number),
  foreign key (application, number) references disbursement.application_step
);

-- Whose objections came today: an address under a key that is thrown away with the day, and with it all that was written by it.
create table disbursement.sender_key (
  day date primary key,
  key bytea not null check (length(key) = 32)
);
create table disbursement.objection_sender (
  day    date not null references disbursement.sender_key on delete cascade,
  notice text not null references disbursement.notice,
  sender bytea not null check (length(sender) = 32),
  at     timestamptz not null
);
create index objection_sender_of on disbursement.objection_sender (notice, sender, at);
create index objection_sender_day on disbursement.objection_sender (day);

-- A large list is kept, sealed, until it is read; what was read of it can be read again.
alter table disbursement.register_import
  add last_row int not null default 0 check (last_row >= 0),    -- about: to show how far the reading is
  add at_row   int not null default 0,
  add category text,                                            -- what holds for lines that do not say it
  add township text,
  drop constraint register_import_state_check,
  add constraint register_import_state_check
    check (state in ('READING', 'UNREADABLE', 'DRAFT', 'ENTERING', 'ENTERED')),
  drop constraint confirmed_when_entering,
  add constraint confirmed_when_entering check ((state in ('ENTERING', 'ENTERED')) = (confirmed_at is not null));
create index register_import_to_read on disbursement.register_import (number) where state = 'READING';
create table disbursement.register_file (
  import  bigint not null references disbursement.register_import on delete cascade,
  part    int not null,
  content bytea not null,                                      -- sealed
  primary key (import, part)
);
create or replace function disbursement.register_drafts_only() returns trigger
language plpgsql as $$
begin
    if old.state in ('ENTERING', 'ENTERED') then
        raise exception 'only a draft is thrown away' using errcode = 'check_violation';
    end if;
    return old;
end;
$$;
grant select, insert, delete on disbursement.register_file to yici_disbursement;
grant update (at_row) on disbursement.register_import to yici_disbursement;

create trigger never_changed before update or delete or truncate on disbursement.card_seen
  for each statement execute function disbursement.keep_what_was_decided();
create trigger never_changed before update or delete or truncate on disbursement.card_confirmed
  for each statement execute function disbursement.keep_what_was_decided();
create trigger never_changed before update or delete or truncate on disbursement.letter
  for each statement execute function disbursement.keep_what_was_decided();

revoke all on function disbursement.card_has_who_changed_it, disbursement.card_is_confirmed_by_another,
  disbursement.pay_cards_that_two_people_know, disbursement.order_stays from public;
grant select, insert on disbursement.card_seen, disbursement.card_confirmed, disbursement.letter to yici_disbursement;
grant select, insert, delete on disbursement.sender_key, disbursement.objection_sender to yici_disbursement;
