-- A sheet is read by itself, and its batch says how far: until it is read to its end nobody can do anything with it, and one
-- that was not is kept without a single line, to say so.

alter table donations.counter_batch
  add rows_read     integer not null default 0,                -- of the sheet, as its program numbers them
  add rows_in_sheet integer,                                   -- about; null until the file is open
  add fault         text,                                      -- why it cannot be read, as JSON; null: it was cut short
  drop constraint counter_batch_state_check,
  drop constraint nothing_by_halves,
  add constraint counter_batch_state_check
    check (state in ('READING', 'UNREAD', 'DRAFT', 'SUBMITTED', 'CONFIRMED', 'BOOKED', 'REJECTED')),
  add constraint nothing_by_halves
    check (state in ('READING', 'UNREAD', 'DRAFT') or refused = 0 and good > 0 and submitted_at is not null),
  add constraint nothing_of_an_unread_sheet check (state not in ('READING', 'UNREAD') or good = 0 and refused = 0),
  add constraint only_sheets_are_read check (state not in ('READING', 'UNREAD') or source = 'SHEET'),
  add constraint fault_of_an_unread_sheet check (fault is null or state = 'UNREAD');
create index counter_batch_being_read on donations.counter_batch (number) where state = 'READING';
create index counter_line_held on donations.counter_line (batch, line) where held is not null;
grant update (rows_read, rows_in_sheet, fault) on donations.counter_batch to yici_donations;

-- The same table as BatchState; a test compares them.
create or replace function donations.counter_batch_moves() returns trigger
language plpgsql set search_path = donations, pg_temp as $$
begin
    if old.state <> new.state and (old.state, new.state) not in (
        ('READING', 'DRAFT'), ('READING', 'UNREAD'), ('DRAFT', 'SUBMITTED'), ('SUBMITTED', 'CONFIRMED'),
        ('SUBMITTED', 'REJECTED'), ('CONFIRMED', 'BOOKED')) then
        raise exception 'a batch cannot go from % to %', old.state, new.state using errcode = 'check_violation';
    end if;
    return new;
end;
$$;

-- Lines come while their sheet is read, come and go while their batch is a draft, and never after.
create or replace function donations.counter_lines_of_drafts() returns trigger
language plpgsql set search_path = donations, pg_temp as $$
begin
    if exists (select from changed c join counter_batch b on b.number = c.batch where b.state not in ('READING', 'DRAFT')) then
        raise exception 'the lines of a batch that was submitted stay as they are' using errcode = 'check_violation';
    end if;
    return null;
end;
$$;

create or replace function donations.counter_drafts_only() returns trigger
language plpgsql as $$
begin
    if old.state not in ('UNREAD', 'DRAFT') then
        raise exception 'only a draft is thrown away' using errcode = 'check_violation';
    end if;
    return old;
end;
$$;

-- When somebody closed a campaign, by the program clock: what was given until then belongs to it, however late it comes to
-- the counter. Null: nobody has, or it never took a gift.
alter table donations.campaign add closed_at timestamptz(3);
update donations.campaign c set closed_at = o.at
from platform.outbox o
where c.state = 'CLOSED' and o.topic = 'yici.facts' and o.type = 'campaign-closed' and o.key = 'campaign:' || c.code;
