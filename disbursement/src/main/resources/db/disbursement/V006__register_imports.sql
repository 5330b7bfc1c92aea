-- Lists of households as clerks bring them: read without changing anything (a draft), then entered household by household.

create table disbursement.register_import (
  number       bigint generated always as identity primary key,
  state        text not null default 'DRAFT' check (state in ('DRAFT', 'ENTERING', 'ENTERED')),
  file_name    text not null check (length(file_name) <= 200),
  brought_by   text not null,
  brought_at   timestamptz(3) not null,                        -- program clock, as is confirmed_at
  confirmed_at timestamptz(3),
  households   int not null default 0,                         -- to be entered
  done         int not null default 0,                         -- of them so far
  added        int not null default 0,                         -- lines, by their fates
  changed      int not null default 0,
  same         int not null default 0,
  refused      int not null default 0,                         -- those that wait for another of their household among them
  passed_over  int not null default 0,
  try_at       timestamptz not null default now(),             -- wall clock: nobody else enters it before
  constraint confirmed_when_entering check ((state = 'DRAFT') = (confirmed_at is null)),
  constraint entered_to_the_last check (done <= households and (state <> 'ENTERED' or done = households))
);
create index register_import_to_enter on disbursement.register_import (number) where state = 'ENTERING';

create table disbursement.register_line (
  import      bigint not null references disbursement.register_import on delete cascade,
  row         int not null check (row > 0),                    -- of the sheet, as its program shows it
  household   int,                                             -- counted within the list; null for a row that is nobody's
  fate        text not null check (fate in ('NEW', 'CHANGED', 'SAME', 'REFUSED', 'HELD', 'PASSED_OVER')),
  passed_over text check (passed_over in ('TOTAL', 'HEADING', 'NOTE')),
  changes     text[] not null default '{}',                    -- which columns say something new
  person      bytea,                                           -- sealed: what the line says; null where it cannot be read
  problems    bytea,                                           -- sealed: what is wrong with it, or worth knowing
  entered     boolean not null default false,                  -- its household was put on the register, or asked about
  registered  uuid references disbursement.household,          -- where the person stands once it is entered
  primary key (import, row),
  constraint nobodys_row_has_no_household check ((household is null) = (fate = 'PASSED_OVER')),
  constraint nobodys_row_is_said_to_be_what check ((passed_over is null) = (fate <> 'PASSED_OVER')),
  constraint good_lines_are_read check (fate not in ('NEW', 'CHANGED', 'SAME') or person is not null)
);
create index register_line_of_household on disbursement.register_line (import, household);

-- A list that was entered stays as it is.
create or replace function disbursement.register_drafts_only() returns trigger
language plpgsql as $$
begin
    if old.state <> 'DRAFT' then
        raise exception 'only a draft is thrown away' using errcode = 'check_violation';
    end if;
    return old;
end;
$$;
create trigger register_drafts_only before delete on disbursement.register_import
  for each row execute function disbursement.register_drafts_only();

revoke all on function disbursement.register_drafts_only from public;
grant select, insert, delete on disbursement.register_import, disbursement.register_line to yici_disbursement;
grant update (state, confirmed_at, households, done, added, changed, same, refused, passed_over, try_at)
  on disbursement.register_import to yici_disbursement;
grant update (fate, changes, problems, entered, registered) on disbursement.register_line to yici_disbursement;
