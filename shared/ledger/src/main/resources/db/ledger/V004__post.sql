-- ledger.post: the only way into the books.

-- Posts one journal of any kind under the head lock its caller holds. Answers null when posted, else the refusal.
create function ledger.post_one(
    new_sequence bigint, new_at timestamptz, new_kind text, new_key text, new_content bytea, new_currency text,
    new_of bigint, new_grant text, new_aid text, new_campaign text, new_commitment bytea, new_salt bytea,
    new_private text, new_remarks text, accounts_named text[], amounts bigint[],
    out reason text, out account text)
language plpgsql
set search_path = ledger, pg_temp
as $$
declare
    line record;
    part record;
    debits_a_fund boolean := false;
    credits_a_fund boolean := false;
begin
    if new_currency is distinct from 'CNY' then
        reason := 'unknown-currency';
        return;
    end if;
    if coalesce((select sum(u.amount) from unnest(amounts) as u (amount)), 0) <> 0
            or (cardinality(amounts) = 0) <> (new_kind = 'statement') then
        reason := 'unbalanced';
        return;
    end if;
    if (select count(distinct u.code) from unnest(accounts_named) as u (code)) <> cardinality(accounts_named) then
        raise exception 'journal % has two entries on one account', new_key;
    end if;
    if new_of is not null and not exists (select from journals where sequence = new_of) then
        reason := 'unknown-origin';
        return;
    end if;
    select u.code into account from unnest(accounts_named) as u (code)
    where not exists (select from accounts a where a.code = u.code) limit 1;
    if found then
        reason := 'unknown-account';
        return;
    end if;

    select coalesce(bool_or(u.amount > 0), false), coalesce(bool_or(u.amount < 0), false)
    into debits_a_fund, credits_a_fund
    from unnest(accounts_named, amounts) as u (code, amount) where u.code like 'fund:%';

    -- What each fund's line has to do, and whether it can. Nothing is written before all of it can.
    for line in
        select substr(u.code, 6) as fund, abs(u.amount) as amount, u.amount > 0 as debit, u.code
        from unnest(accounts_named, amounts) as u (code, amount) where u.code like 'fund:%'
    loop
        if line.debit and (new_kind = 'refund' or new_kind = 'correction' and not credits_a_fund) then
            select * into part from uncut(new_of, line.fund);
            if part.to_fen is null and new_kind = 'refund' then
                reason := 'unknown-origin';
            elsif part.to_fen - part.from_fen < line.amount then
                reason := 'spent';
            end if;
        elsif not line.debit and not debits_a_fund and new_of is not null then
            if new_kind = 'release' and not exists (select from outflow where sequence = new_of and fund = line.fund) then
                reason := 'unknown-origin';
            elsif (new_kind = 'release' or exists (select from outflow where sequence = new_of and fund = line.fund))
                    and still_out(new_of, line.fund) < line.amount then
                reason := 'over-released';
            end if;
        end if;
        if reason is not null then
            account := line.code;
            return;
        end if;
    end loop;
    if debits_a_fund and (select sum(u.amount) from unnest(accounts_named, amounts) as u (code, amount)
                          where u.code like 'fund:%') < 0 then
        reason := 'over-released';
        return;
    end if;

    select a.code into account
    from unnest(accounts_named, amounts) as u (code, amount) join accounts a on a.code = u.code
    where a.side * (a.balance + u.amount) < a.floor
    order by a.code limit 1;
    if found then
        reason := 'floor';
        return;
    end if;

    insert into journals (sequence, kind, key, content, at, currency, of_sequence, grant_code, aid, campaign, commitment, remarks)
    values (new_sequence, new_kind, new_key, new_content, new_at, new_currency, new_of, new_grant, new_aid, new_campaign,
            new_commitment, new_remarks);
    insert into private_parts (sequence, salt, json) values (new_sequence, new_salt, new_private);
    insert into entries (sequence, n, account, amount, balance_after)
    select new_sequence, row_number() over (order by u.code collate "C"), u.code, u.amount, a.balance + u.amount
    from unnest(accounts_named, amounts) as u (code, amount) join accounts a on a.code = u.code;

    -- Debits first: a transfer hands on what it has just taken.
    for line in
        select substr(u.code, 6) as fund, abs(u.amount) as amount, u.amount > 0 as debit
        from unnest(accounts_named, amounts) as u (code, amount) where u.code like 'fund:%'
        order by u.amount > 0 desc, u.code collate "C"
    loop
        if line.debit then
            if new_kind = 'refund' or new_kind = 'correction' and not credits_a_fund
                    and exists (select from inflow where sequence = new_of and fund = line.fund and origin is null) then
                perform cut(new_sequence, new_of, line.fund, line.amount);
            else
                perform take(new_sequence, line.fund, line.amount);
            end if;
        elsif debits_a_fund then
            perform give_back(new_sequence, line.fund, line.amount, new_sequence);
        elsif exists (select from outflow where sequence = new_of and fund = line.fund) then
            perform give_back(new_sequence, line.fund, line.amount, new_of);
        else
            insert into inflow (sequence, fund, from_fen, to_fen)
            select new_sequence, line.fund, e.fen, e.fen + line.amount from line_end(line.fund) as e (fen);
        end if;
    end loop;
end;
$$;

-- Posts many gifts at once under the head lock its caller holds: each debits one clearing account and credits one fund.
-- They only add to funds, so no floor can be in the way and each statement serves them all.
create function ledger.post_gifts(
    after_sequence bigint, keys text[], contents text[], times timestamptz[],
    grants text[], aids text[], campaigns text[], commitments text[], salts text[], privates text[], remarks text[],
    clearings text[], funds text[], amounts bigint[])
returns void
language plpgsql
set search_path = ledger, pg_temp
as $$
begin
    insert into journals (sequence, kind, key, content, at, currency, grant_code, aid, campaign, commitment, remarks)
    select after_sequence + g.n, 'donation', g.key, decode(g.content, 'base64'), g.at, 'CNY', g.grant_code, g.aid, g.campaign, decode(g.commitment, 'base64'), g.remark
    from unnest(keys, contents, times, grants, aids, campaigns, commitments, remarks)
        with ordinality as g (key, content, at, grant_code, aid, campaign, commitment, remark, n);

    insert into private_parts (sequence, salt, json)
    select after_sequence + g.n, decode(g.salt, 'base64'), g.json
    from unnest(salts, privates) with ordinality as g (salt, json, n);

    with line as materialized (
        select named.code, substr(named.code, 6) as fund, line_end(substr(named.code, 6)) as ends
        from (select distinct unnest(funds) as code) named
    )
    insert into inflow (sequence, fund, from_fen, to_fen)
    select after_sequence + laid.n, line.fund, line.ends + laid.upto - laid.amount, line.ends + laid.upto
    from (
        select g.n, g.code, g.amount, sum(g.amount) over (partition by g.code order by g.n) as upto
        from unnest(funds, amounts) with ordinality as g (code, amount, n)
    ) laid
    join line on line.code = laid.code;

    insert into entries (sequence, n, account, amount, balance_after)
    select after_sequence + booked.n, booked.entry, booked.account, booked.amount,
           a.balance + booked.moved
    from (
        select g.n, side.entry, side.account, side.amount,
               sum(side.amount) over (partition by side.account order by g.n) as moved
        from unnest(clearings, funds, amounts) with ordinality as g (clearing, fund, amount, n)
        cross join lateral (values (1, g.clearing, g.amount), (2, g.fund, -g.amount)) as side (entry, account, amount)
    ) booked
    join accounts a on a.code = booked.account;
end;
$$;

-- Posts journals in the order given and answers each, by its place n in the call: outcome 'posted', 'already' (same key,
-- same content) or 'refused' with its reason and, where one is to blame, the account. A refusal never raises and never
-- holds back the others. Arrays run in parallel, one place a journal; the entries of journal n are the next
-- entry_counts[n] places of entry_accounts (in order of code) and entry_amounts. Times are milliseconds since 1970;
-- content hashes, commitments and salts are base64, since the reactive driver has no arrays of bytes.
--
-- The head stays locked until the caller's transaction ends. There is no statement_timeout here: PostgreSQL arms it when
-- the caller's statement begins, so it belongs to the services' connections.
create function ledger.post(
    kinds text[], keys text[], contents text[], times bigint[], currencies text[], ofs bigint[], grants text[],
    aids text[], campaigns text[], commitments text[], salts text[], privates text[], remarks text[],
    entry_counts integer[], entry_accounts text[], entry_amounts bigint[])
returns table (n integer, outcome text, sequence bigint, at timestamptz, reason text, account text)
language plpgsql
security definer
set search_path = ledger, pg_temp
set lock_timeout = '5s'
-- Every look-up in here is by key. A plan cached while the tables were small must not scan them when they are large.
set enable_seqscan = off
set enable_hashjoin = off
set enable_mergejoin = off
as $$
#variable_conflict use_column
declare
    last_number bigint;
    last_time timestamptz;
    count_all integer := coalesce(cardinality(keys), 0);
    known text[];
    not_in_chart text[];
    clearings text[] := array_fill(null::text, array[count_all]);
    funds text[] := array_fill(null::text, array[count_all]);
    gift_amounts bigint[] := array_fill(null::bigint, array[count_all]);
    numbered_at timestamptz[] := array_fill(null::timestamptz, array[count_all]);
    entry integer := 1;
    i integer := 1;
    j integer;
    earlier record;
    refusal record;
begin
    select h.last_sequence, h.last_at into last_number, last_time from head h for update;

    -- Keys that cannot be taken blindly: in the books already, or twice in this call.
    known := array(
        select k.key from unnest(keys) as k (key) where exists (select from journals where journals.key = k.key)
        union
        select k.key from unnest(keys) as k (key) group by k.key having count(*) > 1);

    perform open_accounts(array(select distinct unnest(entry_accounts)));
    not_in_chart := array(select named.code from (select distinct unnest(entry_accounts) as code) named
                          where not exists (select from accounts where accounts.code = named.code));

    for i in 1 .. count_all loop
        if entry_counts[i] = 2 and kinds[i] = 'donation' and currencies[i] = 'CNY' and ofs[i] is null
                and entry_amounts[entry] > 0 and entry_amounts[entry + 1] = -entry_amounts[entry]
                and entry_accounts[entry] like 'clearing:%' and entry_accounts[entry + 1] like 'fund:%'
                and entry_accounts[entry] <> all (not_in_chart) and entry_accounts[entry + 1] <> all (not_in_chart)
                and keys[i] <> all (known) then
            clearings[i] := entry_accounts[entry];
            funds[i] := entry_accounts[entry + 1];
            gift_amounts[i] := entry_amounts[entry];
        end if;
        entry := entry + entry_counts[i];
    end loop;

    entry := 1;
    i := 1;
    while i <= count_all loop
        if clearings[i] is not null then
            -- As many gifts as follow each other.
            j := i;
            while j < count_all and clearings[j + 1] is not null loop
                j := j + 1;
            end loop;
            for k in i .. j loop
                last_time := greatest(last_time, timestamptz 'epoch' + times[k] * interval '1 millisecond');
                numbered_at[k] := last_time;
            end loop;
            perform post_gifts(last_number, keys[i:j], contents[i:j], numbered_at[i:j], grants[i:j], aids[i:j],
                campaigns[i:j], commitments[i:j], salts[i:j], privates[i:j], remarks[i:j], clearings[i:j], funds[i:j],
                gift_amounts[i:j]);
            outcome := 'posted';
            for k in i .. j loop
                last_number := last_number + 1;
                n := k;
                sequence := last_number;
                at := numbered_at[k];
                return next;
            end loop;
            entry := entry + 2 * (j - i + 1);
            i := j + 1;
        else
            n := i;
            select null, null into reason, account;
            select journals.sequence, journals.at, journals.content into earlier from journals where journals.key = keys[i];
            if found then
                if earlier.content = decode(contents[i], 'base64') then
                    outcome := 'already';
                    sequence := earlier.sequence;
                    at := earlier.at;
                else
                    select 'refused', 'key-conflict', null, null into outcome, reason, sequence, at;
                end if;
            else
                at := greatest(last_time, timestamptz 'epoch' + times[i] * interval '1 millisecond');
                refusal := post_one(last_number + 1, at, kinds[i], keys[i], decode(contents[i], 'base64'), currencies[i],
                    ofs[i], grants[i], aids[i], campaigns[i], decode(commitments[i], 'base64'),
                    decode(salts[i], 'base64'), privates[i], remarks[i],
                    entry_accounts[entry : entry + entry_counts[i] - 1], entry_amounts[entry : entry + entry_counts[i] - 1]);
                if refusal.reason is null then
                    outcome := 'posted';
                    last_number := last_number + 1;
                    last_time := at;
                    sequence := last_number;
                else
                    select 'refused', refusal.reason, refusal.account, null, null into outcome, reason, account, sequence, at;
                end if;
            end if;
            return next;
            entry := entry + entry_counts[i];
            i := i + 1;
            select null, null into reason, account;
        end if;
    end loop;

    update head set last_sequence = last_number, last_at = last_time where last_sequence <> last_number;
end;
$$;

-- Erases what a commitment stands for (PIPL §47). The journal, its commitment and its proof stand.
create function ledger.forget_private_part(of_sequence bigint) returns boolean
language sql security definer set search_path = ledger, pg_temp
begin atomic
    with gone as (delete from ledger.private_parts where sequence = of_sequence returning 1)
    select exists (select from gone);
end;

revoke all on function ledger.post_one, ledger.post_gifts, ledger.post, ledger.forget_private_part from public;
grant execute on function ledger.post to yici_donations, yici_disbursement;
-- Whoever may read private parts may erase them.
grant execute on function ledger.forget_private_part to yici_donations;
