-- What changes about a household on the register after it was written down: each change with its day, its words, and what stood
-- there before; a card that two households use; a consent that is taken back.

create table disbursement.household_change (
  id         uuid primary key,
  household  uuid not null references disbursement.household,
  what       text not null check (what in ('PLACE', 'CARD', 'RELATION', 'PHONE')),
  member     uuid references disbursement.member,      -- whose relation or phone
  was        bytea,                                    -- sealed; null where there was nothing
  now        bytea,                                    -- sealed; null where there is nothing any more
  changed_on date not null,                            -- since when it is so
  note       bytea not null,                           -- sealed
  by         text not null,
  at         timestamptz not null,
  constraint relation_and_phone_are_somebodys check ((member is not null) = (what in ('RELATION', 'PHONE')))
);
create index household_change_of on disbursement.household_change (household, at);
create trigger never_changed before update or delete or truncate on disbursement.household_change
  for each statement execute function disbursement.only_added_to();
grant select, insert on disbursement.household_change to yici_disbursement;

-- Blind index of the card that a household is paid by: two households with one card are found. Households from before have
-- none until their card is written again.
alter table disbursement.household add column card_index bytea;
create index household_by_card on disbursement.household (card_index) where living;

alter table disbursement.register_question
  drop constraint register_question_kind_check,
  drop constraint register_question_decision_check,
  add constraint register_question_kind_check
    check (kind in ('PERSON_ELSEWHERE', 'CATEGORIES', 'NEAR_NAMES', 'CARD_TWICE')),
  add constraint register_question_decision_check
    check (decision in ('STAYS', 'LEAVES', 'CHANGES', 'DIFFERENT', 'RENEWS'));

-- A consent is taken back once, by somebody who wrote it down, with words.
alter table disbursement.consent
  add withdrawn_by text,
  add withdrawn_at timestamptz,
  add withdrawal   bytea,                              -- sealed
  add constraint withdrawn_by_somebody
    check (num_nonnulls(withdrawn_on, withdrawn_by, withdrawn_at, withdrawal) in (0, 4));
create function disbursement.consent_is_withdrawn_once() returns trigger
language plpgsql as $$
begin
  if old.withdrawn_on is not null then
    raise exception 'a consent that was taken back is given anew, never restored' using errcode = 'check_violation';
  end if;
  return new;
end;
$$;
create trigger withdrawn_once before update on disbursement.consent
  for each row execute function disbursement.consent_is_withdrawn_once();
revoke all on function disbursement.consent_is_withdrawn_once from public;
grant update (withdrawn_by, withdrawn_at, withdrawal) on disbursement.consent to yici_disbursement;
