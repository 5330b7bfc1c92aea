-- Journals and their entries, in one gap-free sequence, never changed once written.

-- One row: the last number given and its time. Whoever numbers journals holds this row until the transaction ends, so
-- numbers are given in commit order and a rollback burns none.
create table ledger.head (
    only_row      boolean primary key default true check (only_row),
    last_sequence bigint not null,
    last_at       timestamptz not null
);
insert into ledger.head (last_sequence, last_at) values (0, '-infinity');

create table ledger.journals (
    sequence    bigint primary key check (sequence > 0),
    kind        text not null check (kind in ('donation', 'refund', 'refund-paid', 'settlement', 'fee', 'award', 'release',
                    'payout', 'payout-confirmed', 'payout-returned', 'transfer', 'correction', 'statement')),
    key         text collate "C" not null unique,
    -- SHA-256 of the public content without time, number and salt. The private part stays out: an unsalted hash of it
    -- would let anyone who reads this table test guesses after the salt is erased.
    content     bytea not null check (length(content) = 32),
    at          timestamptz(3) not null,
    currency    text not null check (currency = 'CNY'),
    of_sequence bigint check (of_sequence < sequence),
    grant_code  text,
    aid         text,
    campaign    text,
    commitment  bytea not null check (length(commitment) = 32),
    remarks     text not null check (remarks is json object)   -- canonical JSON, published as it stands
);

-- What the commitments stand for, apart, so that a salt can be erased without touching the journal.
create table ledger.private_parts (
    sequence bigint primary key,
    salt     bytea not null check (length(salt) = 32),
    json     text not null check (json is json object)
);

create table ledger.entries (
    sequence      bigint not null,
    n             smallint not null check (n > 0),
    account       text collate "C" not null,
    amount        bigint not null check (amount <> 0),
    balance_after bigint not null,
    primary key (sequence, n)
);

-- The entries of a journal come in one statement. Here, and nowhere else, are they checked to balance and are balances
-- moved. One pass over the whole batch, where a trigger or a foreign key a row would cost more than the batch itself.
create function ledger.book_entries() returns trigger
language plpgsql
set search_path = ledger, pg_temp
set enable_seqscan = off    -- look-ups by key; a plan cached on a small table must not scan a large one
as $$
declare
    written record;
begin
    select min(e.sequence) as first, max(e.sequence) as last, count(*) as journals, bool_and(e.whole) as whole into written
    from (select sequence, sum(amount) = 0 and min(n) = 1 and max(n) = count(*) as whole
          from new_entries group by sequence) e;
    if written.journals = 0 then
        return null;
    end if;
    -- The journals are there, without a gap, and none of them is a statement.
    if not written.whole or written.journals <> written.last - written.first + 1 or written.journals <> (
            select count(*) from journals j
            where j.sequence between written.first and written.last and j.kind <> 'statement') then
        raise exception 'the entries of journals % to % are not whole and balanced', written.first, written.last;
    end if;

    update accounts a
    set balance       = a.balance + moved.debits - moved.credits,
        total_debits  = a.total_debits + moved.debits,
        total_credits = a.total_credits + moved.credits
    from (
        select account, coalesce(sum(amount) filter (where amount > 0), 0) as debits,
               coalesce(-sum(amount) filter (where amount < 0), 0) as credits
        from new_entries group by account
    ) moved
    where a.code = moved.account;

    if exists (select from (select distinct account from new_entries) e
               where not exists (select from accounts a where a.code = e.account)) then
        raise exception 'an entry on an account that is not open';
    end if;
    return null;
end;
$$;

create trigger book_entries after insert on ledger.entries
    referencing new table as new_entries for each statement execute function ledger.book_entries();

create function ledger.refuse_change() returns trigger
language plpgsql as $$
begin
    raise exception '% on ledger.% is forbidden: what is posted stays as it was', tg_op, tg_table_name;
end;
$$;

create trigger never_changed before update or delete or truncate on ledger.journals
    for each statement execute function ledger.refuse_change();
create trigger never_changed before update or delete or truncate on ledger.entries
    for each statement execute function ledger.refuse_change();
create trigger never_changed before update or truncate on ledger.private_parts
    for each statement execute function ledger.refuse_change();
create trigger never_dropped before delete or truncate on ledger.accounts
    for each statement execute function ledger.refuse_change();

-- Balances move only inside the trigger on entries, which is what a depth above one means, whoever asks.
create function ledger.refuse_bare_balance() returns trigger
language plpgsql as $$
begin
    if pg_trigger_depth() < 2 then
        raise exception 'an account changes only by entries';
    end if;
    return null;
end;
$$;
create trigger moved_by_entries_alone before update on ledger.accounts
    for each statement execute function ledger.refuse_bare_balance();

revoke all on function ledger.book_entries, ledger.refuse_change, ledger.refuse_bare_balance from public;
grant select on ledger.head, ledger.journals, ledger.entries to yici_donations, yici_disbursement;
grant select on ledger.private_parts to yici_donations;
