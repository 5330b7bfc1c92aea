-- Cross-check (信息核对): departments' extracts as they came, rules by date, reports that stay with their applications, and
-- lists of the whole register. What an extract says of people is sealed and found by blind index; it is erased in time.

create table disbursement.extract (
  number      bigint generated always as identity primary key,
  kind        text not null check (kind in ('VEHICLES', 'PROPERTY', 'BUSINESS', 'SOCIAL_INSURANCE', 'PROVIDENT_FUND',
                                            'DEATHS', 'PAYROLL', 'TAX')),
  department  text not null check (length(department) between 1 and 60),
  as_of       date not null,                                   -- the day that the department's data is of
  state       text not null default 'READING' check (state in ('READING', 'DRAFT', 'FILED', 'UNREADABLE', 'ERASED')),
  file_name   text not null check (length(file_name) <= 200),
  file_hash   bytea not null check (length(file_hash) = 32),   -- SHA-256: the same file is known again
  last_row    int not null check (last_row >= 0),              -- about: to show how far the reading is
  at_row      int not null default 0,
  rows        int not null default 0,                          -- people's rows that are kept, refused and passed over
  refused     int not null default 0,
  passed_over int not null default 0,
  brought_by  text not null,
  brought_at  timestamptz(3) not null,                         -- program clock
  filed_at    timestamptz(3),
  expires_on  date,                                            -- its last day
  erased_at   timestamptz(3),
  try_at      timestamptz not null default now(),              -- wall clock: nobody else reads it before
  constraint filed_with_an_end check (num_nulls(filed_at, expires_on) in (0, 2)
    and (filed_at is null) = (state not in ('FILED', 'ERASED')) and (erased_at is null) = (state <> 'ERASED'))
);
create unique index extract_once on disbursement.extract (kind, file_hash) where state <> 'ERASED';
create index extract_to_read on disbursement.extract (number) where state = 'READING';
create index extract_valid on disbursement.extract (expires_on) where state = 'FILED';

-- The file itself, in parts, each sealed.
create table disbursement.extract_file (
  extract bigint not null references disbursement.extract on delete cascade,
  part    int not null,
  content bytea not null,
  primary key (extract, part)
);

create table disbursement.extract_row (
  extract bigint not null references disbursement.extract on delete cascade,
  row     int not null check (row > 0),                        -- of the sheet, as its program shows it
  person  bytea not null check (length(person) = 32),          -- blind index of the identity number, as the register's
  content bytea not null,                                      -- sealed: what the row says
  primary key (extract, row)
);
create index extract_row_of_person on disbursement.extract_row (person, extract);

create table disbursement.extract_problem (
  extract  bigint not null references disbursement.extract on delete cascade,
  row      int not null check (row > 0),
  problems bytea not null,                                     -- sealed: a name may stand in any column
  primary key (extract, row)
);

-- What was filed stays what it is, until it is erased whole.
create function disbursement.extract_only_goes_on() returns trigger
language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    if old.state in ('FILED', 'ERASED') then
      raise exception 'an extract that was filed is never deleted' using errcode = 'check_violation';
    end if;
    return old;
  end if;
  if (old.kind, old.department, old.as_of, old.file_hash, old.brought_by)
      is distinct from (new.kind, new.department, new.as_of, new.file_hash, new.brought_by)
      or (old.state, new.state) not in (('READING', 'READING'), ('READING', 'DRAFT'), ('READING', 'UNREADABLE'),
                                        ('DRAFT', 'FILED'), ('FILED', 'ERASED')) then
    raise exception 'an extract goes from % to % never', old.state, new.state using errcode = 'check_violation';
  end if;
  return new;
end;
$$;
create trigger extract_only_goes_on before update or delete on disbursement.extract
  for each row execute function disbursement.extract_only_goes_on();

create function disbursement.extract_rows_while_reading() returns trigger
language plpgsql as $$
begin
  if exists (select 1 from changed c join disbursement.extract e on e.number = c.extract
             where e.state = 'FILED' or tg_op = 'INSERT' and e.state <> 'READING') then
    raise exception 'rows of an extract come while it is read and go when it is erased' using errcode = 'check_violation';
  end if;
  return null;
end;
$$;
create trigger rows_come_while_reading after insert on disbursement.extract_row
  referencing new table as changed for each statement execute function disbursement.extract_rows_while_reading();
create trigger rows_go_when_erased after delete on disbursement.extract_row
  referencing old table as changed for each statement execute function disbursement.extract_rows_while_reading();

-- What is asked of an extract. A version is proposed by one person, approved by another, and never changed.
create table disbursement.crosscheck_rule (
  code     text primary key check (code ~ '^[a-z][a-z0-9-]{0,39}$'),
  position int  not null unique
);
create table disbursement.crosscheck_rule_version (
  id          uuid primary key,
  rule        text not null references disbursement.crosscheck_rule,
  valid_from  date not null,
  kind        text not null,
  condition   text not null check (length(condition) <= 2000),  -- one comparison a line; a line "or" between; none: every row
  at_least    int not null check (at_least between 1 and 99),    -- rows of one household together before it says anything
  severity    text not null check (severity in ('NOTE', 'WEIGHTY')),
  words_zh    text not null check (length(words_zh) between 1 and 200),
  words_en    text not null check (length(words_en) between 1 and 200),
  note        text not null,                                     -- the document it rests on
  stands      boolean not null,                                  -- false: from this day on nothing is asked any more
  state       text not null check (state in ('PROPOSED', 'APPROVED', 'WITHDRAWN')),
  proposed_by text not null,
  proposed_at timestamptz not null,
  decided_by  text check (decided_by <> proposed_by or state <> 'APPROVED'),
  decided_at  timestamptz
);
create unique index one_rule_version_a_day on disbursement.crosscheck_rule_version (rule, valid_from) where state = 'APPROVED';
create index versions_of_rule on disbursement.crosscheck_rule_version (rule, valid_from);

create function disbursement.decide_rule_once() returns trigger
language plpgsql as $$
begin
  if tg_op <> 'UPDATE' or old.state <> 'PROPOSED'
      or (to_jsonb(new) - '{state,decided_by,decided_at}'::text[]) <> (to_jsonb(old) - '{state,decided_by,decided_at}'::text[]) then
    raise exception '% on a version of a rule is forbidden: reports were made by it', tg_op;
  end if;
  return new;
end;
$$;
create trigger never_changed before update or delete on disbursement.crosscheck_rule_version
  for each row execute function disbursement.decide_rule_once();

-- A report: which extracts were asked by which rules on which day, and what they said. Frozen with its application.
create table disbursement.crosscheck_report (
  id          uuid primary key,
  application uuid not null references disbursement.application,
  number      int not null check (number > 0),                 -- of the application: a rerun stands beside the old one
  day         date not null,
  made_by     text not null,
  made_at     timestamptz not null,
  findings    int not null check (findings >= 0),
  hash        bytea not null check (length(hash) = 32),        -- SHA-256 of the canonical content
  content     bytea not null,                                  -- sealed canonical JSON
  unique (application, number)
);
-- By its key a finding is known again in a later report; an answer stands for all of them.
create table disbursement.crosscheck_finding (
  report   uuid not null references disbursement.crosscheck_report,
  number   int not null check (number > 0),
  key      bytea not null check (length(key) = 32),
  primary key (report, number)
);
create index crosscheck_finding_by_key on disbursement.crosscheck_finding (key);
create table disbursement.crosscheck_answer (
  id      uuid primary key,
  report  uuid not null,
  finding int not null,
  verdict text not null check (verdict in ('EXPLAINED', 'CONFIRMED')),
  words   bytea not null,                                      -- sealed
  by      text not null,
  at      timestamptz not null,
  foreign key (report, finding) references disbursement.crosscheck_finding
);
create index crosscheck_answer_of_finding on disbursement.crosscheck_answer (report, finding, at);

-- The whole register, or one category of it, asked at once (复核).
create table disbursement.crosscheck_run (
  number     bigint generated always as identity primary key,
  category   text,                                             -- null: everybody on the register
  day        date not null,
  made_by    text not null,
  made_at    timestamptz not null,
  households int not null,
  people     int not null,
  found      int not null,                                     -- households with a finding
  basis      jsonb not null                                    -- extracts, rules and kinds without an extract; nothing of people
);
create table disbursement.crosscheck_run_line (
  run       bigint not null references disbursement.crosscheck_run,
  position  int not null check (position > 0),
  household uuid not null references disbursement.household,
  findings  int not null check (findings > 0),
  content   bytea not null,                                    -- sealed canonical JSON
  primary key (run, position)
);

create trigger never_changed before update or delete or truncate on disbursement.crosscheck_report
  for each statement execute function disbursement.keep_what_was_decided();
create trigger never_changed before update or delete or truncate on disbursement.crosscheck_finding
  for each statement execute function disbursement.keep_what_was_decided();
create trigger never_changed before update or delete or truncate on disbursement.crosscheck_answer
  for each statement execute function disbursement.keep_what_was_decided();
create trigger never_changed before update or delete or truncate on disbursement.crosscheck_run
  for each statement execute function disbursement.keep_what_was_decided();
create trigger never_changed before update or delete or truncate on disbursement.crosscheck_run_line
  for each statement execute function disbursement.keep_what_was_decided();

revoke all on function disbursement.extract_only_goes_on, disbursement.extract_rows_while_reading,
  disbursement.decide_rule_once from public;
grant select, insert, delete on disbursement.extract, disbursement.extract_file, disbursement.extract_row,
  disbursement.extract_problem to yici_disbursement;
grant update (state, at_row, rows, refused, passed_over, filed_at, expires_on, erased_at, try_at)
  on disbursement.extract to yici_disbursement;
grant select, insert on disbursement.crosscheck_rule to yici_disbursement;
grant select, insert on disbursement.crosscheck_rule_version, disbursement.crosscheck_report,
  disbursement.crosscheck_finding, disbursement.crosscheck_answer, disbursement.crosscheck_run,
  disbursement.crosscheck_run_line to yici_disbursement;
grant update (state, decided_by, decided_at) on disbursement.crosscheck_rule_version to yici_disbursement;
