-- The bank's own statements of the account, and what each line of them is to our books. A statement is looked at first; once it
-- is filed it stays. No money moves for it.
create table donations.bank_statement (
  number       bigint generated always as identity primary key,
  form         text not null check (form in ('CAMT053', 'SHEET')),
  file_name    text not null check (length(file_name) <= 200),
  content_hash bytea not null check (length(content_hash) = 32),  -- SHA-256 of the file
  name         text,                                         -- the bank's own for it
  account      text,                                         -- ours at the bank
  from_day     date not null,
  to_day       date not null,
  opening      bigint,                                       -- fen, as the bank states it; below zero is owed to the bank
  closing      bigint,
  brought_by   text not null,
  brought_at   timestamptz(3) not null,                      -- program clock
  filed_by     text,
  filed_at     timestamptz(3),                               -- program clock; null: it is only looked at
  constraint days_in_order check (from_day <= to_day),
  constraint filed_by_somebody check ((filed_by is null) = (filed_at is null))
);
-- The same file is the same statement.
create unique index one_statement_a_file on donations.bank_statement (content_hash) where filed_at is not null;
create index statement_of_content on donations.bank_statement (content_hash);

create table donations.bank_line (
  statement  bigint not null references donations.bank_statement on delete cascade,
  line       integer not null check (line > 0),              -- counted within the statement
  row        integer not null,                               -- of the sheet, as its program shows it; of camt.053 the entry
  booked_on  date not null,
  fen        bigint not null check (fen <> 0),               -- what came in; below zero: what went out
  number     text check (length(number) <= 64),              -- the bank's own
  words      bytea,                                          -- sealed: who paid and what for, until it is matched
  returned   boolean not null,                               -- came in because it could not be paid out
  identity   bytea not null check (length(identity) = 32),   -- keyed hash of what makes it this line and no other
  -- Once its statement is filed:
  fate       text check (fate in ('SETTLEMENT', 'GIFT', 'OPEN', 'NOT_OURS', 'REPEATED')),
  settlement bigint constraint one_line_a_settlement unique, -- the sequence of its journal
  gift       bigint constraint one_line_a_transfer unique,
  primary key (statement, line),
  constraint matched_with_what_it_is check ((settlement is not null) = coalesce(fate = 'SETTLEMENT', false)
                                            and (gift is not null) = coalesce(fate = 'GIFT', false)),
  constraint ours_came_in check (fate is null or fate in ('NOT_OURS', 'REPEATED') or fen > 0),
  constraint words_until_matched check (words is null or fen > 0 and coalesce(fate = 'OPEN', true))
);
-- A line is filed once, whatever statements it stands on.
create unique index one_line_an_identity on donations.bank_line (identity) where fate <> 'REPEATED';
create index bank_line_open on donations.bank_line (statement, line) where fate = 'OPEN';

create or replace function donations.filed_statements_stay() returns trigger
language plpgsql as $$
begin
    if old.filed_at is not null then
        raise exception 'a statement that is filed stays as it is' using errcode = 'check_violation';
    end if;
    return case when tg_op = 'DELETE' then old else new end;
end;
$$;
create trigger filed_statements_stay before update or delete on donations.bank_statement
  for each row execute function donations.filed_statements_stay();
revoke all on function donations.filed_statements_stay from public;

grant select, insert, delete on donations.bank_statement to yici_donations;
grant update (filed_by, filed_at) on donations.bank_statement to yici_donations;
grant select, insert on donations.bank_line to yici_donations;
grant update (words, fate, settlement, gift) on donations.bank_line to yici_donations;
