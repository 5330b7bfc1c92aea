-- Gifts taken at the counter, in cash or by bank transfer: entered one by one or from a spreadsheet, as batches of lines.
-- One person enters a batch, another confirms it, and then each line becomes a gift as any other.

create table donations.counter_batch (
  number       bigint generated always as identity primary key,
  state        text not null default 'DRAFT' check (state in ('DRAFT', 'SUBMITTED', 'CONFIRMED', 'BOOKED', 'REJECTED')),
  source       text not null check (source in ('SHEET', 'TYPED')),
  file_name    text check (length(file_name) <= 200),
  content_hash bytea check (length(content_hash) = 32),        -- SHA-256 of the file
  entered_by   text not null,
  entered_at   timestamptz(3) not null,                        -- these three by the program clock
  submitted_at timestamptz(3),
  decided_at   timestamptz(3),
  decided_by   text,
  good         integer not null default 0,
  refused      integer not null default 0,
  passed_over  integer not null default 0,                     -- totals, notes: no gifts, and nothing wrong with them
  booked       integer not null default 0,
  total        bigint not null default 0,                      -- fen, of the good lines
  try_at       timestamptz not null default now(),             -- wall clock: nobody else books it before
  constraint sheet_has_content check ((source = 'SHEET') = (content_hash is not null)),
  constraint nothing_by_halves check (state = 'DRAFT' or refused = 0 and good > 0 and submitted_at is not null),
  constraint decided_by_somebody check ((state in ('CONFIRMED', 'BOOKED', 'REJECTED')) = (decided_by is not null)
                                        and (decided_by is null) = (decided_at is null)),
  constraint two_people check (decided_by <> entered_by),
  constraint booked_when_confirmed check (booked = 0 or state in ('CONFIRMED', 'BOOKED')),
  constraint booked_to_the_last check (booked <= good and (state <> 'BOOKED' or booked = good))
);
-- The same file is the same batch; one that was sent back may come again.
create unique index one_batch_a_sheet on donations.counter_batch (content_hash)
  where state in ('SUBMITTED', 'CONFIRMED', 'BOOKED');
create index counter_batch_to_book on donations.counter_batch (number) where state = 'CONFIRMED';

create table donations.counter_line (
  batch       bigint not null references donations.counter_batch on delete cascade,
  line        integer not null check (line > 0),               -- counted within the batch
  row         integer,                                         -- of the sheet, as its program shows it
  fate        text not null check (fate in ('GOOD', 'REFUSED', 'PASSED_OVER')),
  method      text check (method in ('cash', 'bank')),
  campaign    text references donations.campaign,
  given_on    date,                                            -- as the sheet says; the journal has its own time
  amount      bigint check (amount > 0),                       -- fen
  reference   text check (length(reference) <= 64),            -- the bank's number of a transfer, or the receipt's of cash
  name        bytea,                                           -- these four sealed by field, each for its own cell
  phone       bytea,
  note        bytea,
  problems    bytea,                                           -- why it is refused, with what stood in the cells
  passed_over text,
  identity    bytea check (length(identity) = 32),             -- keyed hash of what makes it this gift and no other
  -- Once it is booked:
  donation    uuid,
  sequence    bigint,
  held        text,                                            -- why it could not be booked yet
  primary key (batch, line),
  constraint good_is_whole check (fate <> 'GOOD' or method is not null and campaign is not null and given_on is not null
                                  and amount is not null and identity is not null and problems is null),
  constraint transfer_has_its_number check (method <> 'bank' or reference is not null),
  constraint only_good_is_booked check ((donation is null) = (sequence is null) and (donation is null or fate = 'GOOD'))
);
create unique index one_line_a_gift on donations.counter_line (batch, identity) where identity is not null;

-- The gifts that submitted batches stand for: each once, whatever sheet it comes on. Drafts are not in here.
create table donations.counter_identity (
  identity bytea primary key,
  batch    bigint not null references donations.counter_batch,
  line     integer not null
);
create index counter_identity_of_batch on donations.counter_identity (batch);

-- The same table as BatchState; a test compares them.
create or replace function donations.counter_batch_moves() returns trigger
language plpgsql set search_path = donations, pg_temp as $$
begin
    if old.state <> new.state and (old.state, new.state) not in (
        ('DRAFT', 'SUBMITTED'), ('SUBMITTED', 'CONFIRMED'), ('SUBMITTED', 'REJECTED'), ('CONFIRMED', 'BOOKED')) then
        raise exception 'a batch cannot go from % to %', old.state, new.state using errcode = 'check_violation';
    end if;
    return new;
end;
$$;
create trigger counter_batch_moves before update of state on donations.counter_batch
  for each row execute function donations.counter_batch_moves();

-- Lines come and go while their batch is a draft, and never after.
create or replace function donations.counter_lines_of_drafts() returns trigger
language plpgsql set search_path = donations, pg_temp as $$
begin
    if exists (select from changed c join counter_batch b on b.number = c.batch where b.state <> 'DRAFT') then
        raise exception 'the lines of a batch that was submitted stay as they are' using errcode = 'check_violation';
    end if;
    return null;
end;
$$;
create trigger counter_lines_added after insert on donations.counter_line referencing new table as changed
  for each statement execute function donations.counter_lines_of_drafts();
create trigger counter_lines_removed after delete on donations.counter_line referencing old table as changed
  for each statement execute function donations.counter_lines_of_drafts();

create or replace function donations.counter_drafts_only() returns trigger
language plpgsql as $$
begin
    if old.state <> 'DRAFT' then
        raise exception 'only a draft is thrown away' using errcode = 'check_violation';
    end if;
    return old;
end;
$$;
create trigger counter_drafts_only before delete on donations.counter_batch
  for each row execute function donations.counter_drafts_only();

revoke all on function donations.counter_batch_moves, donations.counter_lines_of_drafts, donations.counter_drafts_only
  from public;
grant select, insert, delete on donations.counter_batch, donations.counter_line, donations.counter_identity
  to yici_donations;
grant update (state, submitted_at, decided_at, decided_by, good, refused, passed_over, booked, total, try_at)
  on donations.counter_batch to yici_donations;
grant update (donation, sequence, held) on donations.counter_line to yici_donations;
