-- A notice runs its days once: whatever a machine's clock says later, it neither runs again nor gets shorter.

-- The latest wall clock time that any instance has acted on. No instance goes back behind it.
create table disbursement.latest_time (
  only_one boolean primary key default true check (only_one),
  wall     timestamptz not null
);
insert into disbursement.latest_time (wall) values ('epoch');
create function disbursement.time_goes_on() returns trigger
language plpgsql as $$
begin
  if tg_op <> 'UPDATE' or new.wall < old.wall then
    raise exception '% on disbursement.latest_time: time does not go back', tg_op;
  end if;
  return new;
end;
$$;
create trigger goes_on before update or delete on disbursement.latest_time
  for each row execute function disbursement.time_goes_on();

create function disbursement.keep_notice() returns trigger
language plpgsql as $$
begin
  if tg_op <> 'UPDATE' or old.ended_at is not null
      or (to_jsonb(new) - '{ended_at,hash}'::text[]) <> (to_jsonb(old) - '{ended_at,hash}'::text[]) then
    raise exception '% on notice % is forbidden: it ends once, when it said', tg_op, old.code;
  end if;
  return new;
end;
$$;
create trigger ends_once before update or delete on disbursement.notice
  for each row execute function disbursement.keep_notice();

create function disbursement.notice_runs_once() returns trigger
language plpgsql as $$
begin
  if new.state <> old.state and (old.state in ('REFUSED', 'WITHDRAWN')
      or new.state = 'ON_NOTICE' and old.state not in ('REVIEWED', 'OBJECTED')
      or new.state = 'OBJECTED' and old.state <> 'ON_NOTICE') then
    raise exception 'application % does not go from % to %', old.id, old.state, new.state;
  end if;
  return new;
end;
$$;
create trigger never_back before update of state on disbursement.application
  for each row execute function disbursement.notice_runs_once();

-- What they are told who objected; what was found stays inside.
alter table disbursement.objection add column answer bytea; -- sealed
create function disbursement.resolve_once() returns trigger
language plpgsql as $$
begin
  if tg_op <> 'UPDATE' or old.state <> 'OPEN'
      or (to_jsonb(new) - '{state,resolved_by,resolved_at,note,answer}'::text[])
        <> (to_jsonb(old) - '{state,resolved_by,resolved_at,note,answer}'::text[]) then
    raise exception '% on objection % is forbidden: it is answered once', tg_op, old.receipt;
  end if;
  return new;
end;
$$;
create trigger answered_once before update or delete on disbursement.objection
  for each row execute function disbursement.resolve_once();
create index objection_of_notice on disbursement.objection (notice, at);

-- Urgent hardship may be paid first, its notice comes afterwards: part of a version of a standard.
create table disbursement.standard_pay_first (
  version       uuid primary key references disbursement.standard_version,
  cap           bigint not null check (cap > 0),                         -- fen, per grant
  notice_within int not null check (notice_within between 1 and 60)      -- days after the award
);
-- An example, the county's to change: up to ¥1,000, the notice within ten days.
insert into disbursement.standard_pay_first
select id, 100000, 10 from disbursement.standard_version
where standard = 'urgent-hardship' and state = 'APPROVED' and proposed_by = 'founding';
create function disbursement.belongs_to_a_proposal() returns trigger
language plpgsql as $$
begin
  if tg_op <> 'INSERT'
      or (select state from disbursement.standard_version where id = new.version) is distinct from 'PROPOSED' then
    raise exception '% on a version of a standard is forbidden: decisions were judged by it', tg_op;
  end if;
  return new;
end;
$$;
create trigger never_changed before insert or update or delete on disbursement.standard_pay_first
  for each row execute function disbursement.belongs_to_a_proposal();

-- Grants that were made before their notice, and until when it has to hang.
create table disbursement.paid_first (
  application uuid primary key references disbursement.application,
  notice_due  date not null                              -- the last day
);
create trigger never_changed before update or delete or truncate on disbursement.paid_first
  for each statement execute function disbursement.keep_what_was_decided();

grant select, update on disbursement.latest_time to yici_disbursement;
grant select, insert on disbursement.standard_pay_first, disbursement.paid_first to yici_disbursement;
