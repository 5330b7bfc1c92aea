-- What lies beside an application: papers, visits at home, what the neighbours said, and who is related to the household.
-- Nothing of it is ever changed or deleted: what was wrong is voided or lifted, in words.

create function disbursement.only_appended() returns trigger
language plpgsql as $$
begin
  raise exception '% on disbursement.% is forbidden: what was wrong is voided, not changed', tg_op, tg_table_name;
end;
$$;

-- A paper: a photo or a PDF, checked, without what it said about its maker and place.
create table disbursement.evidence (
  id          uuid primary key,
  application uuid not null references disbursement.application,
  number      int  not null check (number between 1 and 100), -- in the order in which they came
  paper       text not null check (paper <> '' and length(paper) <= 60),
  sort        text not null check (sort in ('JPEG', 'PNG', 'PDF')),
  bytes       int  not null check (bytes > 0),         -- of the file as it is kept, before it is sealed
  hash        bytea not null check (octet_length(hash) = 32), -- SHA-256 of the same
  name        bytea,                                   -- sealed: what the file was called
  content     bytea not null,                          -- sealed
  duty        text not null check (duty in ('INTAKE', 'REVIEW')),
  by          text not null,
  at          timestamptz not null,
  unique (application, number)
);
alter table disbursement.evidence alter column content set storage external; -- what is sealed cannot be compressed

create table disbursement.evidence_void (
  evidence uuid primary key references disbursement.evidence,
  note     bytea not null,                             -- sealed: why
  duty     text not null check (duty in ('INTAKE', 'REVIEW')),
  by       text not null,
  at       timestamptz not null
);

create table disbursement.home_visit (
  id          uuid primary key,
  application uuid not null references disbursement.application,
  day         date not null,
  visitors    bytea not null,                          -- sealed: who went, one a line
  staff       text[] not null,                         -- usernames among them
  findings    bytea not null,                          -- sealed
  hash        bytea not null check (octet_length(hash) = 32),
  duty        text not null check (duty in ('INTAKE', 'REVIEW')),
  by          text not null,
  at          timestamptz not null
);
create index home_visit_of_application on disbursement.home_visit (application, at);

create table disbursement.community_review (
  id          uuid primary key,
  application uuid not null references disbursement.application,
  day         date not null,
  place       bytea not null,                          -- sealed
  present     int not null check (present > 0),
  in_favour   int not null check (in_favour >= 0),
  against     int not null check (against >= 0),
  abstained   int not null check (abstained >= 0),
  outcome     bytea not null,                          -- sealed
  hash        bytea not null check (octet_length(hash) = 32),
  duty        text not null check (duty in ('INTAKE', 'REVIEW')),
  by          text not null,
  at          timestamptz not null,
  check (in_favour + against + abstained = present)
);
create index community_review_of_application on disbursement.community_review (application, at);

-- Somebody of the staff, or a donor, is related to a household (慈善法 §40, §59). Lifted by somebody who is neither the
-- one who declared it nor the one whom it is about.
create table disbursement.relation (
  id          uuid primary key,
  household   uuid not null references disbursement.household,
  staff       text,                                    -- username
  donor       bytea,                                   -- sealed: the donor's name
  fund        text,                                    -- that the donor gave to
  relation    bytea not null,                          -- sealed
  note        bytea,                                   -- sealed
  declared_by text not null,
  declared_at timestamptz not null,
  lifted_by   text,
  lifted_at   timestamptz,
  lifted_note bytea,                                   -- sealed
  check (num_nonnulls(staff, donor) = 1 and num_nonnulls(donor, fund) in (0, 2)),
  check (num_nonnulls(lifted_by, lifted_at, lifted_note) in (0, 3)),
  check (lifted_by <> declared_by and (staff is null or lifted_by <> staff))
);
create unique index related_once on disbursement.relation (household, staff) where lifted_at is null;
create index relation_of_household on disbursement.relation (household);

create function disbursement.lift_relation_once() returns trigger
language plpgsql as $$
begin
  if tg_op <> 'UPDATE' or old.lifted_at is not null
      or (to_jsonb(new) - '{lifted_by,lifted_at,lifted_note}'::text[])
        <> (to_jsonb(old) - '{lifted_by,lifted_at,lifted_note}'::text[]) then
    raise exception '% on a declared relation is forbidden: it can only be lifted, once', tg_op;
  end if;
  return new;
end;
$$;
create trigger only_lifted before update or delete on disbursement.relation
  for each row execute function disbursement.lift_relation_once();

-- What a decision rested on beside its figures: papers and records with their hashes, and funds that were left out.
create table disbursement.judgement_basis (
  award uuid not null references disbursement.award,
  sort  text not null check (sort in ('evidence', 'home-visit', 'community-review', 'fund-left-out')),
  what  text not null,                                 -- an id, or a fund's code
  hash  bytea check (octet_length(hash) = 32),
  check ((sort = 'fund-left-out') = (hash is null)),
  primary key (award, sort, what)
);

create function disbursement.keep_what_decisions_rest_on() returns trigger
language plpgsql as $$
begin
  if exists (select from disbursement.judgement_basis b
      where b.sort = 'evidence' and b.what = new.evidence::text) then
    raise exception 'a decision rests on evidence %: it is not voided any more', new.evidence;
  end if;
  return new;
end;
$$;
create trigger before_the_decision before insert on disbursement.evidence_void
  for each row execute function disbursement.keep_what_decisions_rest_on();
create index basis_by_what on disbursement.judgement_basis (what) where sort = 'evidence';

do $$
declare t text;
begin
  foreach t in array array['evidence', 'evidence_void', 'home_visit', 'community_review'] loop
    execute format('create trigger only_appended before update or delete or truncate on disbursement.%I
      for each statement execute function disbursement.only_appended()', t);
  end loop;
end $$;
create trigger never_changed before update or delete or truncate on disbursement.judgement_basis
  for each statement execute function disbursement.keep_what_was_decided();

grant select, insert on disbursement.evidence, disbursement.evidence_void, disbursement.home_visit,
  disbursement.community_review, disbursement.judgement_basis to yici_disbursement;
grant select, insert, update on disbursement.relation to yici_disbursement;
