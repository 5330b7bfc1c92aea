-- ledger.post: the only way into the books.

-- Opens the accounts named that are not open yet. A code outside the chart opens nothing.
create or replace function ledger.open_accounts(codes text[]) returns void
language plpgsql set search_path = ledger, pg_temp as $$
begin
    if not exists (select from unnest(codes) as wanted (code)
                   where not exists (select from accounts a where a.code = wanted.code)) then
        return;
    end if;
    insert into accounts (code, kind, currency, side, floor)
    select distinct wanted.code, chart.kind, 'CNY', chart.side, case when chart.floored then 0 end
    from unnest(codes) as wanted (code)
    join account_kind chart on wanted.code ~ ('^' || chart.form || '$')
    where not exists (select from accounts a where a.code = wanted.code)
    on conflict (code) do nothing;
end;
$$;

-- Whether a journal moves just what a gift moves: from one clearing account to one fund, of nothing that was before.
create or replace function ledger.is_gift(kind text, currency text, of_sequence bigint, sides text[], amounts bigint[])
returns boolean language sql immutable set search_path = ledger, pg_temp
return kind = 'donation' and currency = 'CNY' and of_sequence is null and cardinality(sides) = 2
    and sides[1] like 'clearing:%' and sides[2] like 'fund:%' and amounts[1] > 0 and amounts[2] = -amounts[1];

-- Whether all journals of a call are gifts. Entries stand in order of code, so a gift's are its clearing account and its fund.
create or replace function ledger.are_gifts(
    kinds text[], currencies text[], ofs bigint[], entry_counts integer[], entry_accounts text[], entry_amounts bigint[])
returns boolean language sql immutable set search_path = ledger, pg_temp
begin atomic
    select not exists (select from unnest(kinds, currencies, ofs, entry_counts) as j (kind, currency, of_sequence, sides)
                       where j.kind <> 'donation' or j.currency is distinct from 'CNY' or j.of_sequence is not null or j.sides <> 2)
       and not exists (select from (select e.code, e.amount, e.place, lag(e.amount) over (order by e.place) as before
                                    from unnest(entry_accounts, entry_amounts) with ordinality as e (code, amount, place)) s
                       where case when s.place % 2 = 1 then s.amount <= 0 or s.code not like 'clearing:%'
                                  else s.amount <> -s.before or s.code not like 'fund:%' end);
end;

-- Whether a journal in the books moves and says publicly what another with its key would. Not the time: a step that is
-- tried again is a little later. Not the private part: an unsalted copy of it would outlive the erasure of its salt.
create or replace function ledger.same_content(
    earlier ledger.journals, kind text, currency text, of_sequence bigint, grant_code text, aid text, campaign text,
    sides text[], amounts bigint[])
returns boolean language sql stable set search_path = ledger, pg_temp
return (earlier.kind, earlier.currency) = (kind, currency)
    and (earlier.of_sequence, earlier.grant_code, earlier.aid, earlier.campaign)
        is not distinct from (of_sequence, grant_code, aid, campaign)
    and array(select e.account from ledger.entries e where e.sequence = earlier.sequence order by e.account collate "C")
        = sides collate "C"
    and array(select e.amount from ledger.entries e where e.sequence = earlier.sequence order by e.account collate "C")
        = amounts;

-- The award that a confirmed payout paid; null when that journal is none.
create or replace function ledger.award_paid_by(confirmation bigint) returns bigint
language sql stable set search_path = ledger, pg_temp
begin atomic
    select a.sequence
    from ledger.journals c join ledger.journals a on a.grant_code = c.grant_code and a.kind = 'award'
    where c.sequence = confirmation and c.kind = 'payout-confirmed'
    order by a.sequence limit 1;
end;

-- How much of a confirmed payout has come back neither from the bank nor from the household; null when that journal is none.
create or replace function ledger.still_paid(confirmation bigint) returns bigint
language sql stable set search_path = ledger, pg_temp
begin atomic
    select c.amount - coalesce((select sum(e.amount)
                                from ledger.journals b join ledger.entries e on e.sequence = b.sequence
                                where b.grant_code = c.grant_code and b.of_sequence = c.sequence
                                    and b.kind in ('payout-returned', 'grant-returned') and e.account = 'bank:main'), 0)::bigint
    from ledger.journals c
    where c.sequence = confirmation and c.kind = 'payout-confirmed';
end;

-- Whose fen a journal gives back to a fund: those of the journal that it names, or of the award behind the payout it names.
create or replace function ledger.taker_of(kind text, of_journal bigint) returns bigint
language sql stable set search_path = ledger, pg_temp
return case when kind = 'grant-returned' then ledger.award_paid_by(of_journal) else of_journal end;

-- Why a journal may not be posted, or null: its form first, then what the lines of its funds and its accounts' floors allow.
create or replace function ledger.refusal_of(
    kind text, currency text, of_journal bigint, sides text[], amounts bigint[], out reason text, out account text)
language plpgsql set search_path = ledger, pg_temp set enable_seqscan = off as $$
declare
    line record;
    part record;
    debits_a_fund boolean;
    credits_a_fund boolean;
    taker bigint := taker_of(kind, of_journal);
begin
    if currency is distinct from 'CNY' then
        reason := 'unknown-currency';
        return;
    end if;
    if coalesce((select sum(u.amount) from unnest(amounts) as u (amount)), 0) <> 0
            or (cardinality(amounts) = 0) <> (kind = 'statement') then
        reason := 'unbalanced';
        return;
    end if;
    if of_journal is not null and not exists (select from journals j where j.sequence = of_journal) then
        reason := 'unknown-origin';
        return;
    end if;
    select u.code into account from unnest(sides) as u (code)
    where not exists (select from accounts a where a.code = u.code) limit 1;
    if found then
        reason := 'unknown-account';
        return;
    end if;

    if kind = 'grant-returned' and taker is null then
        reason := 'unknown-origin';
        return;
    end if;
    if kind in ('grant-returned', 'payout-returned') then
        select u.code into account from unnest(sides, amounts) as u (code, amount)
        where u.code = 'bank:main' and u.amount > still_paid(of_journal);
        if found then
            reason := 'over-released';
            return;
        end if;
    end if;

    select coalesce(bool_or(u.amount > 0), false), coalesce(bool_or(u.amount < 0), false)
    into debits_a_fund, credits_a_fund
    from unnest(sides, amounts) as u (code, amount) where u.code like 'fund:%';
    for line in
        select substr(u.code, 6) as fund, abs(u.amount) as amount, u.amount > 0 as debit, u.code
        from unnest(sides, amounts) as u (code, amount) where u.code like 'fund:%'
    loop
        if line.debit and (kind = 'refund' or kind = 'correction' and not credits_a_fund) then
            select * into part from uncut(of_journal, line.fund);
            if part.to_fen is null and kind = 'refund' then
                reason := 'unknown-origin';
            elsif part.to_fen - part.from_fen < line.amount then
                reason := 'spent';
            end if;
        elsif not line.debit and not debits_a_fund and of_journal is not null then
            if kind in ('release', 'grant-returned')
                    and not exists (select from outflow where sequence = taker and fund = line.fund) then
                reason := 'unknown-origin';
            elsif (kind = 'release' or exists (select from outflow where sequence = taker and fund = line.fund))
                    and still_out(taker, line.fund) < line.amount then
                reason := 'over-released';
            end if;
        end if;
        if reason is not null then
            account := line.code;
            return;
        end if;
    end loop;
    if debits_a_fund and (select sum(u.amount) from unnest(sides, amounts) as u (code, amount)
                          where u.code like 'fund:%') < 0 then
        reason := 'over-released';
        return;
    end if;

    select a.code into account
    from unnest(sides, amounts) as u (code, amount) join accounts a on a.code = u.code
    where a.side * (a.balance + u.amount) < a.floor
    order by a.code limit 1;
    if found then
        reason := 'floor';
    end if;
end;
$$;

-- What a journal does to the lines of its funds. Debits first: a transfer hands on what it has just taken.
create or replace function ledger.draw_lines(
    by_sequence bigint, kind text, of_journal bigint, sides text[], amounts bigint[]) returns void
language plpgsql set search_path = ledger, pg_temp set enable_seqscan = off as $$
declare
    line record;
    debits_a_fund boolean := exists (select from unnest(sides, amounts) as u (code, amount)
                                     where u.code like 'fund:%' and u.amount > 0);
    credits_a_fund boolean := exists (select from unnest(sides, amounts) as u (code, amount)
                                      where u.code like 'fund:%' and u.amount < 0);
    taker bigint := taker_of(kind, of_journal);
begin
    for line in
        select substr(u.code, 6) as fund, abs(u.amount) as amount, u.amount > 0 as debit
        from unnest(sides, amounts) as u (code, amount) where u.code like 'fund:%'
        order by u.amount > 0 desc, u.code collate "C"
    loop
        if line.debit then
            if kind = 'refund' or kind = 'correction' and not credits_a_fund
                    and exists (select from inflow i where i.sequence = of_journal and i.fund = line.fund and i.origin is null) then
                perform cut(by_sequence, of_journal, line.fund, line.amount);
            else
                perform take(by_sequence, line.fund, line.amount);
            end if;
        elsif debits_a_fund then
            perform give_back(by_sequence, line.fund, line.amount, by_sequence);
        elsif exists (select from outflow o where o.sequence = taker and o.fund = line.fund) then
            perform give_back(by_sequence, line.fund, line.amount, taker);
        else
            insert into other_inflow (sequence, fund, from_fen, to_fen)
            select by_sequence, line.fund, e.fen, e.fen + line.amount from line_end(line.fund) as e (fen);
        end if;
    end loop;
end;
$$;

-- Posts one journal of any kind under the head lock its caller holds. Answers null when posted, else the refusal.
create or replace function ledger.post_one(
    new_sequence bigint, new_at timestamptz, new_kind text, new_key text, new_currency text, new_of bigint,
    new_grant text, new_aid text, new_campaign text, new_commitment bytea, new_salt bytea, new_private text,
    new_remarks text, sides text[], amounts bigint[], out reason text, out account text)
language plpgsql set search_path = ledger, pg_temp set enable_seqscan = off as $$
begin
    if (select count(distinct u.code) from unnest(sides) as u (code)) <> cardinality(sides) then
        raise exception 'journal % has two entries on one account', new_key;
    end if;
    select r.reason, r.account into reason, account
    from refusal_of(new_kind, new_currency, new_of, sides, amounts) r;
    if reason is not null then
        return;
    end if;
    if new_kind = 'donation' and not is_gift(new_kind, new_currency, new_of, sides, amounts) then
        raise exception 'donation % is no gift: it goes from a clearing account to a fund', new_key;
    end if;
    -- The state's money and the charity's never meet, and a treasury kind moves nothing else.
    if (select count(distinct u.code like 'treasury:%') from unnest(sides) as u (code)) > 1
            or new_kind like 'treasury-%' and sides[1] not like 'treasury:%'
            or new_kind not like 'treasury-%' and new_kind <> 'correction' and sides[1] like 'treasury:%' then
        raise exception 'journal % mixes the money of the treasury and of the charity', new_key;
    end if;

    insert into private_parts (sequence, salt, json) values (new_sequence, new_salt, new_private);
    if cardinality(sides) = 2 then
        insert into journals (sequence, of_sequence, at, amount, debited_balance, credited_balance, credited_total, debited,
            credited, kind, key, currency, campaign, grant_code, aid, commitment, remarks)
        select new_sequence, new_of, new_at, u.amount, d.balance + u.amount, c.balance - u.amount, c.total_credits + u.amount,
               d.number, c.number, new_kind, new_key, new_currency, new_campaign, new_grant, new_aid, new_commitment, new_remarks
        from (select abs(amounts[1]) as amount, sides[case when amounts[1] > 0 then 1 else 2 end] as debited,
                     sides[case when amounts[1] > 0 then 2 else 1 end] as credited) u
        join accounts d on d.code = u.debited join accounts c on c.code = u.credited;
    else
        insert into journals (sequence, of_sequence, at, kind, key, currency, campaign, grant_code, aid, commitment, remarks)
        values (new_sequence, new_of, new_at, new_kind, new_key, new_currency, new_campaign, new_grant, new_aid,
                new_commitment, new_remarks);
        insert into split (sequence, account, amount, balance_after)
        select new_sequence, a.number, u.amount, a.balance + u.amount
        from unnest(sides, amounts) as u (code, amount) join accounts a on a.code = u.code;
    end if;
    -- A gift's stretch stands on its own row.
    if new_kind <> 'donation' then
        perform draw_lines(new_sequence, new_kind, new_of, sides, amounts);
    end if;
end;
$$;

-- Posts gifts, as many as there are, under the head lock its caller holds: one pass, one update an account. They only add
-- to funds, so no floor can be in the way. Salts and commitments are 32 bytes each, one after the other.
create or replace function ledger.post_gifts(
    after_sequence bigint, after_at timestamptz, keys text[], times bigint[], campaigns text[], commitments bytea,
    salts bytea, privates text[], remarks text[], clearings text[], funds text[], amounts bigint[])
returns table (n integer, sequence bigint, at timestamptz)
language plpgsql
set search_path = ledger, pg_temp
-- Planned once, for batches: rows are fetched by key first (= any), then hashed together.
set plan_cache_mode = force_generic_plan
set enable_seqscan = off
set enable_nestloop = off
as $$
#variable_conflict use_column
declare
    codes text[] := array(select unnest(clearings) union select unnest(funds));
begin
    return query
    with touched as materialized (
        select a.number, a.code, a.balance, a.total_credits from accounts a where a.code = any(codes)
    ), gift as materialized (
        select g.n, g.key, g.time, g.campaign, g.json, g.remark, g.amount, d.number as debited, c.number as credited,
               d.balance as debited_balance, c.balance as credited_balance, c.total_credits
        from unnest(keys, times, campaigns, privates, remarks, clearings, funds, amounts)
            with ordinality as g (key, time, campaign, json, remark, clearing, fund, amount, n)
        join touched d on d.code = g.clearing join touched c on c.code = g.fund
    ), kept as (
        insert into private_parts (sequence, salt, json)
        select after_sequence + g.n, substr(salts, 32 * (g.n::integer - 1) + 1, 32), g.json from gift g
    ), numbered as (
        insert into journals (sequence, at, amount, debited_balance, credited_balance, credited_total, debited, credited,
            kind, key, currency, campaign, commitment, remarks)
        select after_sequence + g.n,
               greatest(after_at, timestamptz 'epoch' + max(g.time) over (order by g.n) * interval '1 millisecond'),
               g.amount,
               g.debited_balance + sum(g.amount) over by_debited,
               g.credited_balance - sum(g.amount) over by_credited,
               g.total_credits + sum(g.amount) over by_credited,
               g.debited, g.credited, 'donation', g.key, 'CNY', g.campaign,
               substr(commitments, 32 * (g.n::integer - 1) + 1, 32), g.remark
        from gift g
        window by_debited as (partition by g.debited order by g.n), by_credited as (partition by g.credited order by g.n)
        order by g.n
        returning sequence, at
    )
    select (j.sequence - after_sequence)::integer, j.sequence, j.at from numbered j;
end;
$$;

-- Posts journals in the order given and answers each, by its place n in the call: outcome 'posted', 'already' (same key,
-- same content) or 'refused' with its reason and, where one is to blame, the account. A refusal never raises and never
-- holds back the others. Arrays run in parallel, one place a journal; the entries of journal n are the next
-- entry_counts[n] places of entry_accounts (in order of code) and entry_amounts. Times are milliseconds since 1970;
-- commitments and salts are 32 bytes each, one after the other, since the reactive driver has no arrays of bytes.
--
-- The head stays locked until the caller's transaction ends. There is no statement_timeout here: PostgreSQL arms it when
-- the caller's statement begins, so it belongs to the services' connections.
create or replace function ledger.post(
    kinds text[], keys text[], times bigint[], currencies text[], ofs bigint[], grants text[], aids text[],
    campaigns text[], commitments bytea, salts bytea, privates text[], entry_counts integer[], entry_accounts text[],
    entry_amounts bigint[], remarks text[])
returns table (n integer, outcome text, sequence bigint, at timestamptz, reason text, account text)
language plpgsql
security definer
set search_path = ledger, pg_temp
set lock_timeout = '5s'
-- Every look-up in here is by key. A plan cached while the tables were small must not scan them when they are large.
set enable_seqscan = off
as $$
#variable_conflict use_column
declare
    last_number bigint;
    last_time timestamptz;
    entry integer := 1;
    next_entry integer;
    blob integer;
    earlier record;
begin
    select h.last_sequence, h.last_at into last_number, last_time from head h for update;
    perform open_accounts(array(select distinct unnest(entry_accounts)));

    -- Gifts alone are nearly every call. A key that is in the books already, or twice in the call, takes the other way.
    if are_gifts(kinds, currencies, ofs, entry_counts, entry_accounts, entry_amounts) then
        begin
            return query
            select g.n, 'posted', g.sequence, g.at, null, null
            from post_gifts(last_number, last_time, keys, times, campaigns, commitments, salts, privates, remarks,
                array(select u.code from unnest(entry_accounts) with ordinality as u (code, place) where place % 2 = 1 order by place),
                array(select u.code from unnest(entry_accounts) with ordinality as u (code, place) where place % 2 = 0 order by place),
                array(select u.fen from unnest(entry_amounts) with ordinality as u (fen, place) where place % 2 = 1 order by place)) g;
            return;
        exception when unique_violation then
            null;
        end;
    end if;

    for i in 1 .. coalesce(cardinality(keys), 0) loop
        next_entry := entry + entry_counts[i];
        blob := 32 * (i - 1) + 1;
        n := i;
        select null, null, null, null into sequence, at, reason, account;
        select j.sequence, j.at,
               same_content(j, kinds[i], currencies[i], ofs[i], grants[i], aids[i], campaigns[i],
                   entry_accounts[entry : next_entry - 1], entry_amounts[entry : next_entry - 1]) as same
        into earlier from journals j
        where (j.key like 'donation/%') = (keys[i] like 'donation/%') and j.key = keys[i];
        if found and earlier.same then
            outcome := 'already';
            sequence := earlier.sequence;
            at := earlier.at;
        elsif found then
            outcome := 'refused';
            reason := 'key-conflict';
        else
            at := greatest(last_time, timestamptz 'epoch' + times[i] * interval '1 millisecond');
            select r.reason, r.account into reason, account
            from post_one(last_number + 1, at, kinds[i], keys[i], currencies[i], ofs[i], grants[i], aids[i], campaigns[i],
                substr(commitments, blob, 32), substr(salts, blob, 32), privates[i], remarks[i],
                entry_accounts[entry : next_entry - 1], entry_amounts[entry : next_entry - 1]) r;
            if reason is null then
                outcome := 'posted';
                last_number := last_number + 1;
                last_time := at;
                sequence := last_number;
            else
                outcome := 'refused';
                at := null;
            end if;
        end if;
        return next;
        entry := next_entry;
    end loop;
end;
$$;

-- Erases what a commitment stands for (PIPL §47). The journal, its commitment and its proof stand.
create or replace function ledger.forget_private_part(of_sequence bigint) returns boolean
language sql security definer set search_path = ledger, pg_temp
begin atomic
    with gone as (delete from ledger.private_parts where sequence = of_sequence returning 1)
    select exists (select from gone);
end;

revoke all on function ledger.open_accounts, ledger.is_gift, ledger.are_gifts, ledger.same_content, ledger.award_paid_by,
    ledger.still_paid, ledger.taker_of, ledger.refusal_of, ledger.draw_lines, ledger.post_one, ledger.post_gifts, ledger.post, ledger.forget_private_part from public;
grant execute on function ledger.post to yici_donations, yici_disbursement;
-- Whoever may read private parts may erase them.
grant execute on function ledger.forget_private_part to yici_donations;
