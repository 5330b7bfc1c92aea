-- The register as a county keeps it: where people live by division code, who heads a household and who acts for whom,
-- categories with their dates, consents, who has left, and what a person has to decide about.

-- Administrative divisions (GB/T 2260; the statistical code down to the village): county 6, township 9, village 12 digits.
create table disbursement.division (
  code   text primary key check (code ~ '^[1-9][0-9]{5}([0-9]{3}([0-9]{3})?)?$'),
  name   text not null check (length(name) between 1 and 30),
  parent text generated always as (case length(code) when 12 then left(code, 9) when 9 then left(code, 6) end) stored
);
create index division_of_name on disbursement.division (name);
-- The demo's county, invented as its people are. Data: a real county puts its own list in.
insert into disbursement.division values
  ('229999', '乾河县'), ('229999101', '清河镇'), ('229999102', '柳河镇'), ('229999201', '赞字乡'), ('229999202', '松岭乡');
insert into disbursement.division
  select t.code || (200 + v.place), v.name
  from (values ('229999101'), ('229999102'), ('229999201'), ('229999202')) t (code),
       unnest(array['东升村', '向阳村', '前进村', '兴隆村', '太平村', '双河村', '靠山村', '长山村', '三道村'])
         with ordinality v (name, place);

alter table disbursement.household
  add township_code text references disbursement.division,   -- null where nobody knows the code of what was written
  add village_code  bytea;                                    -- sealed, as the village is

alter table disbursement.member
  add standing    text not null default 'MEMBER' check (standing in ('MEMBER', 'GUARDIAN')),  -- a guardian from outside
  add head        boolean not null default false,
  add guardian    uuid references disbursement.member deferrable initially deferred,  -- who acts for this one
  add card_number bytea,                                      -- sealed; a card of one's own beside the household's
  add near_index  bytea,                                      -- blind index of birthday, township and village
  add left_on     date,
  add left_why    text check (left_why in ('MOVED', 'DIED', 'MISTAKEN')),
  add constraint a_guardian_heads_nothing check (standing = 'MEMBER' or not head),
  add constraint who_left_is_not_living check ((left_on is null) = (left_why is null) and (left_on is null or not living));
update disbursement.member m set head = true
  where position = (select min(position) from disbursement.member f where f.household = m.household);
create unique index member_one_head on disbursement.member (household) where head and living;
create index member_near on disbursement.member (near_index) where living;
-- Nobody is a member of two living households; a guardian may have a household of their own.
drop index disbursement.member_once;
create unique index member_once on disbursement.member (identity_index) where living and standing = 'MEMBER';

-- What a household, or one of its people, was on which day. A spell is ended and never rewritten.
create table disbursement.category_spell (
  id          uuid primary key,
  household   uuid not null references disbursement.household,
  member      uuid references disbursement.member,            -- null: all of the household
  category    text not null,
  area        text check (area in ('URBAN', 'RURAL')),        -- of 低保 and 特困
  care        text check (care in ('SELF_RELIANT', 'PARTLY', 'UNABLE')),  -- of 特困
  list        int not null,                                   -- which version of the code list it was written by
  since       date not null,
  until       date,                                           -- the last day; null while it stands
  recorded_by text not null,
  recorded_at timestamptz not null,
  ended_by    text,
  ended_at    timestamptz,
  constraint a_spell_ends_after_it_began check (until >= since - 1),  -- the day before: it never had one
  constraint somebody_ended_it check ((until is null) = (ended_by is null) and (until is null) = (ended_at is null)),
  constraint care_is_of_tekun check (care is null or category = 'TEKUN')
);
create index category_spell_of_household on disbursement.category_spell (household, since);
create unique index category_spell_stands_once on disbursement.category_spell
  (household, coalesce(member, '00000000-0000-0000-0000-000000000000'::uuid), category) where until is null;
create or replace function disbursement.category_spell_only_ends() returns trigger
language plpgsql as $$
begin
    if old.until is not null or (old.household, old.category, old.since, old.list)
        is distinct from (new.household, new.category, new.since, new.list)
        or (old.member, old.area, old.care) is distinct from (new.member, new.area, new.care) then
        raise exception 'a spell of a category is ended, never rewritten' using errcode = 'check_violation';
    end if;
    return new;
end;
$$;
create trigger category_spell_only_ends before update on disbursement.category_spell
  for each row execute function disbursement.category_spell_only_ends();
insert into disbursement.category_spell (id, household, category, list, since, recorded_by, recorded_at)
  select gen_random_uuid(), id, category, 1, (registered_at at time zone 'Asia/Shanghai')::date, registered_by, registered_at
  from disbursement.household;

-- What a household agreed to (PIPL §13, §29, §31), and when it took that back.
create table disbursement.consent (
  id           uuid primary key,
  household    uuid not null references disbursement.household,
  kind         text not null check (kind in ('REGISTER', 'CROSS_CHECK')),
  how          text not null check (how in ('SIGNED', 'GUARDIAN', 'ON_LIST')),  -- by hand; by a guardian's; filed with a list
  given_on     date not null,
  recorded_by  text not null,
  recorded_at  timestamptz not null,
  withdrawn_on date
);
create index consent_of_household on disbursement.consent (household);
insert into disbursement.consent
  select gen_random_uuid(), h.id, k.kind, 'SIGNED', (consent_at at time zone 'Asia/Shanghai')::date, registered_by, registered_at
  from disbursement.household h, (values ('REGISTER'), ('CROSS_CHECK')) k (kind);

-- What may be one person, one household or one right twice: shown to somebody who decides, in words, once.
create table disbursement.register_question (
  id           uuid primary key,
  kind         text not null check (kind in ('PERSON_ELSEWHERE', 'CATEGORIES', 'NEAR_NAMES')),
  about        bytea not null unique check (length(about) = 32),   -- keyed hash of what is asked: asked once
  household    uuid not null references disbursement.household,
  member       uuid not null references disbursement.member,       -- who stands on the register
  other_member uuid references disbursement.member,                -- of NEAR_NAMES: the one who came later
  said         bytea,                                              -- sealed: what the list or form said
  raised_by    text not null,
  raised_at    timestamptz not null,
  decision     text check (decision in ('STAYS', 'LEAVES', 'CHANGES', 'DIFFERENT')),
  note         bytea,                                              -- sealed
  decided_by   text,
  decided_at   timestamptz,
  constraint decided_by_somebody check ((decision is null) = (decided_by is null) and (decision is null) = (decided_at is null))
);
create index register_question_open on disbursement.register_question (raised_at, id) where decision is null;

revoke all on function disbursement.category_spell_only_ends from public;
grant select, insert on disbursement.division, disbursement.category_spell, disbursement.consent,
  disbursement.register_question to yici_disbursement;
grant update (name) on disbursement.division to yici_disbursement;
grant update (until, ended_by, ended_at) on disbursement.category_spell to yici_disbursement;
grant update (withdrawn_on) on disbursement.consent to yici_disbursement;
grant update (decision, note, decided_by, decided_at) on disbursement.register_question to yici_disbursement;
