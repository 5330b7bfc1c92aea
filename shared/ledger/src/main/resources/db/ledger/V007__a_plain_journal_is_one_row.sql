-- Nearly every journal is a gift. A plain journal, one account debited and one credited, is one row now: its two sides, the
-- balances after it and, for a gift, its stretch of the fund's line are numbers on that row. A row for each of them
-- took four times the work. Only what has more sides than two has rows in ledger.split.
-- What reads and writes this layout stands in the repeatable migrations beside this file.

drop function ledger.audit, ledger.journals_after, ledger.lines_of_award, ledger.lines_of_gift, ledger.first_returned_over,
    ledger.first_hole_over, ledger.first_outflow_over, ledger.first_inflow_over, ledger.post, ledger.post_gifts,
    ledger.post_one, ledger.give_back, ledger.still_out, ledger.cut, ledger.uncut, ledger.take, ledger.frontier,
    ledger.line_end, ledger.open_accounts;

-- An account's number stands for it on every row of the books: 4 bytes instead of its code.
alter table ledger.accounts add column number integer generated always as identity constraint one_account_a_number unique;

alter table ledger.journals rename to journals_before;
alter table ledger.entries rename to entries_before;
alter table ledger.inflow rename to inflow_before;
alter index ledger.inflow_by_origin rename to inflow_before_by_origin;
alter index ledger.inflow_by_place rename to inflow_before_by_place;
alter index ledger.inflow_by_sequence rename to inflow_before_by_sequence;

create table ledger.journals (
    sequence         bigint constraint one_journal_a_number primary key check (sequence > 0),
    of_sequence      bigint check (of_sequence < sequence),
    at               timestamptz(3) not null,
    -- The sides of a plain journal; null when it has none (a statement) or more than two (ledger.split).
    amount           bigint check (amount > 0),
    debited_balance  bigint,                                  -- of the debited account after this journal
    credited_balance bigint,
    credited_total   bigint,                                  -- all credits of the credited account up to this journal
    debited          integer,                                 -- ledger.accounts.number
    credited         integer check (credited <> debited),
    kind             text not null check (kind in ('donation', 'refund', 'refund-paid', 'settlement', 'fee', 'award', 'release',
                         'payout', 'payout-confirmed', 'payout-returned', 'transfer', 'correction', 'statement')),
    key              text collate "C" not null constraint one_journal_a_key unique,
    currency         text not null check (currency = 'CNY'),
    campaign         text,
    grant_code       text,
    aid              text,
    commitment       bytea not null check (length(commitment) = 32),
    remarks          text not null check (remarks is json object),  -- canonical JSON, published as it stands
    constraint plain_is_whole check (num_nulls(amount, debited, credited, debited_balance, credited_balance, credited_total)
                                     = case when debited is null then 6 else 0 end),
    constraint gift_is_plain check (kind <> 'donation' or debited is not null),
    constraint statement_moves_nothing check (kind <> 'statement' or debited is null)
);

-- The sides of a journal that has more than two.
create table ledger.split (
    sequence      bigint not null,
    account       integer not null,
    amount        bigint not null check (amount <> 0),
    balance_after bigint not null,
    primary key (sequence, account)
);

-- Stretches of a line that are not a gift's: what came back (a released award, a transfer in), naming the journal that had
-- taken it and where on which line it had lain, fen for fen; and, with no origin, what a correction put in.
create table ledger.other_inflow (like ledger.inflow_before including constraints);

with side as (
    select e.sequence, a.number, e.amount, e.balance_after,
           count(*) over (partition by e.sequence) as sides,
           sum(greatest(-e.amount, 0)) over (partition by e.account order by e.sequence) as total_credits
    from ledger.entries_before e join ledger.accounts a on a.code = e.account
), many as (
    insert into ledger.split (sequence, account, amount, balance_after)
    select sequence, number, amount, balance_after from side where sides > 2
)
insert into ledger.journals (sequence, of_sequence, at, amount, debited_balance, credited_balance, credited_total, debited,
    credited, kind, key, currency, campaign, grant_code, aid, commitment, remarks)
select j.sequence, j.of_sequence, j.at, d.amount, d.balance_after, c.balance_after, c.total_credits, d.number, c.number,
       j.kind, j.key, j.currency, j.campaign, j.grant_code, j.aid, j.commitment, j.remarks
from ledger.journals_before j
left join side d on d.sequence = j.sequence and d.sides = 2 and d.amount > 0
left join side c on c.sequence = j.sequence and c.sides = 2 and c.amount < 0
order by j.sequence;

insert into ledger.other_inflow
select i.* from ledger.inflow_before i join ledger.journals j on j.sequence = i.sequence where j.kind <> 'donation';

drop table ledger.inflow_before, ledger.entries_before, ledger.journals_before;
drop function ledger.book_entries;

-- A gift's stretch of its fund's line ends where the fund's credits end with it.
create unique index gift_on_line on ledger.journals (credited, credited_total) where kind = 'donation';
create index journal_of_grant on ledger.journals (grant_code, sequence) where grant_code is not null;
alter table ledger.other_inflow add primary key (fund, from_fen);
create index other_inflow_by_sequence on ledger.other_inflow (sequence);
create index other_inflow_by_origin on ledger.other_inflow (origin) where origin is not null;
-- A fen comes back at most once from where it lay.
create unique index other_inflow_by_place on ledger.other_inflow (origin_fund, origin_from) where origin is not null;

-- Every entry of the books, one row a side.
create view ledger.entries as
select j.sequence, a.code as account, side.amount, side.balance_after
from ledger.journals j
cross join lateral (values (j.debited, j.amount, j.debited_balance), (j.credited, -j.amount, j.credited_balance))
    as side (number, amount, balance_after)
join ledger.accounts a on a.number = side.number
union all
select s.sequence, a.code, s.amount, s.balance_after from ledger.split s join ledger.accounts a on a.number = s.account;

-- Every stretch of every fund's line.
create view ledger.inflow as
select j.sequence, substr(a.code, 6) as fund, j.credited_total - j.amount as from_fen, j.credited_total as to_fen,
       null::bigint as origin, null::text as origin_fund, null::bigint as origin_from
from ledger.journals j join ledger.accounts a on a.number = j.credited
where j.kind = 'donation'
union all
select i.sequence, i.fund, i.from_fen, i.to_fen, i.origin, i.origin_fund, i.origin_from from ledger.other_inflow i;

-- Moves the accounts by what was written. Here, and nowhere else, do balances change, once an account a statement.
create function ledger.move_accounts(numbers integer[], debits bigint[], credits bigint[]) returns void
language plpgsql
set search_path = ledger, pg_temp
set plan_cache_mode = force_generic_plan
set enable_seqscan = off
as $$
declare
    moved integer;
begin
    update accounts a
    set balance       = a.balance + m.debits - m.credits,
        total_debits  = a.total_debits + m.debits,
        total_credits = a.total_credits + m.credits
    from (select u.number, sum(u.debits) as debits, sum(u.credits) as credits
          from unnest(numbers, debits, credits) as u (number, debits, credits) group by u.number) m
    where a.number = m.number and a.number = any(numbers);
    get diagnostics moved = row_count;
    if moved <> (select count(distinct u.number) from unnest(numbers) as u (number)) then
        raise exception 'an entry on an account that is not open';
    end if;
end;
$$;

-- Journals are numbered on from the head, without a gap, and time never falls. One pass over a whole batch, where a
-- trigger or a foreign key a row would cost more than the batch itself.
create function ledger.book_journals() returns trigger
language plpgsql
set search_path = ledger, pg_temp
set plan_cache_mode = force_generic_plan
as $$
declare
    written record;
begin
    select min(j.sequence) as first, max(j.sequence) as last, count(*) as journals, min(j.at) as earliest, max(j.at) as latest
    into written from new_journals j;
    if written.journals = 0 then
        return null;
    end if;
    update head set last_sequence = written.last, last_at = written.latest
    where last_sequence = written.first - 1 and last_at <= written.earliest
        and written.journals = written.last - written.first + 1;
    if not found then
        raise exception 'journals % to % do not follow the head', written.first, written.last;
    end if;
    perform move_accounts(array_agg(s.number), array_agg(s.debits), array_agg(s.credits))
    from (select j.debited as number, sum(j.amount)::bigint as debits, 0::bigint as credits from new_journals j
          where j.debited is not null group by j.debited
          union all
          select j.credited, 0, sum(j.amount)::bigint from new_journals j where j.credited is not null group by j.credited) s
    having count(*) > 0;
    return null;
end;
$$;
create trigger book_journals after insert on ledger.journals
    referencing new table as new_journals for each statement execute function ledger.book_journals();

-- The sides of a journal come in one statement; they balance, and their journal waits for them.
create function ledger.book_split() returns trigger
language plpgsql set search_path = ledger, pg_temp as $$
begin
    if exists (select from new_sides s group by s.sequence having sum(s.amount) <> 0 or count(*) < 3
                   or not exists (select from journals j
                                  where j.sequence = s.sequence and j.debited is null and j.kind <> 'statement')) then
        raise exception 'the sides of a journal are not whole and balanced';
    end if;
    perform move_accounts(array_agg(s.account), array_agg(greatest(s.amount, 0)), array_agg(greatest(-s.amount, 0)))
    from new_sides s having count(*) > 0;
    return null;
end;
$$;
create trigger book_split after insert on ledger.split
    referencing new table as new_sides for each statement execute function ledger.book_split();

create trigger never_changed before update or delete or truncate on ledger.journals
    for each statement execute function ledger.refuse_change();
create trigger never_changed before update or delete or truncate on ledger.split
    for each statement execute function ledger.refuse_change();
create trigger never_changed before update or delete or truncate on ledger.other_inflow
    for each statement execute function ledger.refuse_change();

revoke all on function ledger.move_accounts, ledger.book_journals, ledger.book_split from public;
grant select on ledger.journals, ledger.split, ledger.entries, ledger.other_inflow, ledger.inflow
    to yici_donations, yici_disbursement;
