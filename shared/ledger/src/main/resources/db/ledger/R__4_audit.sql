-- Every promise of the ledger, checked against the entries. No rows: all is right.
create or replace function ledger.audit()
returns table (check_name text, sequence bigint, detail text)
language sql stable set search_path = ledger, pg_temp
-- It reads everything, so it hashes and sorts; looking up row by row would take the square of it.
set enable_nestloop = off
begin atomic
    -- Journals and their numbers.
    select 'journal-balances', e.sequence, 'entries sum to ' || sum(e.amount)
    from ledger.entries e group by e.sequence having sum(e.amount) <> 0
    union all
    select 'journal-entries', j.sequence, j.kind || ' without entries'
    from ledger.journals j
    where j.kind <> 'statement' and not exists (select from ledger.entries e where e.sequence = j.sequence)
    union all
    select 'entry-journal', e.sequence, 'an entry without its journal'
    from ledger.entries e where not exists (select from ledger.journals j where j.sequence = e.sequence and j.kind <> 'statement')
    union all
    select 'sum-zero', null, 'all entries sum to ' || sum(e.amount) from ledger.entries e having sum(e.amount) <> 0
    union all
    select 'sequence-gap', w.sequence, 'follows ' || w.before
    from (select j.sequence, lag(j.sequence, 1, 0::bigint) over (order by j.sequence) as before from ledger.journals j) w
    where w.sequence <> w.before + 1
    union all
    select 'time-falls', w.sequence, w.at || ' after ' || w.before
    from (select j.sequence, j.at, lag(j.at) over (order by j.sequence) as before from ledger.journals j) w
    where w.at < w.before
    union all
    select 'head', h.last_sequence, 'the last journal is ' || coalesce(max(j.sequence), 0)
    from ledger.head h left join ledger.journals j on true
    group by h.last_sequence, h.last_at
    having h.last_sequence <> coalesce(max(j.sequence), 0) or h.last_at <> coalesce(max(j.at), '-infinity')
    union all
    select 'key-twice', max(j.sequence), j.key from ledger.journals j group by j.key having count(*) > 1
    union all
    select 'private-part-lost-journal', p.sequence, 'a private part without its journal'
    from ledger.private_parts p where not exists (select from ledger.journals j where j.sequence = p.sequence)
    union all
    select 'commitment', p.sequence, 'salt and text do not open the commitment'
    from ledger.private_parts p join ledger.journals j on j.sequence = p.sequence
    where sha256(p.salt || convert_to(p.json, 'UTF8')) <> j.commitment
    -- Accounts against their entries.
    union all
    select 'account', null, a.code || ' keeps ' || a.balance || ', its entries say ' || coalesce(s.balance, 0)
    from ledger.accounts a
    left join (select e.account, sum(e.amount) as balance, sum(e.amount) filter (where e.amount > 0) as debits,
                      -sum(e.amount) filter (where e.amount < 0) as credits
               from ledger.entries e group by e.account) s on s.account = a.code
    where a.balance <> coalesce(s.balance, 0) or a.total_debits <> coalesce(s.debits, 0)
        or a.total_credits <> coalesce(s.credits, 0)
    union all
    select 'account-missing', n.sequence, 'account number ' || n.number
    from (select j.sequence, j.debited as number from ledger.journals j where j.debited is not null
          union all select j.sequence, j.credited from ledger.journals j where j.credited is not null
          union all select s.sequence, s.account from ledger.split s) n
    where not exists (select from ledger.accounts a where a.number = n.number)
    union all
    select 'account-chart', null, a.code || ' is not as the chart has it'
    from ledger.accounts a left join ledger.account_kind k on k.kind = a.kind
    where k.kind is null or a.code !~ ('^' || k.form || '$') or a.side <> k.side or (a.floor is not distinct from 0) <> k.floored
    union all
    select 'balance-after', w.sequence, w.account || ' says ' || w.balance_after || ', the entries ' || w.running
    from (select e.sequence, e.account, e.balance_after,
                 sum(e.amount) over (partition by e.account order by e.sequence) as running from ledger.entries e) w
    where w.balance_after <> w.running
    union all
    -- No fund gives what it has not, no award pays more than was committed to it, nothing else falls below its floor.
    select case when a.kind = 'FUND' and j.kind = 'award' then 'award-over-available'
                when a.kind = 'PAYABLE_AWARD' then 'paid-over-award'
                else 'floor' end,
           e.sequence, e.account || ' stood at ' || e.balance_after
    from ledger.entries e
    join ledger.accounts a on a.code = e.account
    join ledger.account_kind k on k.kind = a.kind
    left join ledger.journals j on j.sequence = e.sequence
    where k.floored and k.side * e.balance_after < 0
    union all
    -- The state's money and the charity's never meet.
    select 'treasury-mixed', e.sequence, min(j.kind) || ' on accounts of the treasury and of the charity'
    from ledger.entries e join ledger.journals j on j.sequence = e.sequence
    group by e.sequence
    having count(distinct e.account like 'treasury:%') > 1
        or bool_or(e.account like 'treasury:%') and min(j.kind) not like 'treasury-%' and min(j.kind) <> 'correction'
        or bool_or(e.account not like 'treasury:%') and min(j.kind) like 'treasury-%'
    union all
    -- A gift, or what a correction put in.
    select 'refund-over-gift', r.sequence, 'refunds of ' || r.gift || ' come to ' || r.refunded || ', it was ' || coalesce(g.fen, 0)
    from (select j.sequence, j.of_sequence as gift, sum(j.amount) over (partition by j.of_sequence order by j.sequence) as refunded
          from ledger.journals j where j.kind = 'refund') r
    left join (select i.sequence, sum(i.to_fen - i.from_fen) as fen from ledger.inflow i
               where i.origin is null and i.sequence in (select j.of_sequence from ledger.journals j where j.kind = 'refund')
               group by i.sequence) g on g.sequence = r.gift
    where r.refunded > coalesce(g.fen, 0)
    union all
    -- No more comes back of a payout than it paid, and what households gave back names the payout.
    select 'returned-over-paid', r.of_sequence, r.fen || ' came back of it'
    from (select b.of_sequence, sum(e.amount) as fen, bool_or(b.kind = 'grant-returned') as from_household
          from ledger.journals b join ledger.entries e on e.sequence = b.sequence and e.account = 'bank:main'
          where b.kind in ('payout-returned', 'grant-returned') group by b.of_sequence) r
    left join ledger.journals c on c.sequence = r.of_sequence and c.kind = 'payout-confirmed'
    where r.fen > c.amount or c.sequence is null and r.from_household
    -- Lines against the funds' entries.
    union all
    select 'line-gap', w.sequence, w.fund || ' begins at ' || w.from_fen || ' after ' || w.before
    from (select i.sequence, i.fund, i.from_fen,
                 lag(i.to_fen, 1, 0::bigint) over (partition by i.fund order by i.from_fen) as before from ledger.inflow i) w
    where w.from_fen <> w.before
    union all
    select 'line-order', w.sequence, w.fund || ' at ' || w.from_fen || ' after journal ' || w.before
    from (select i.sequence, i.fund, i.from_fen,
                 lag(i.sequence) over (partition by i.fund order by i.from_fen) as before from ledger.inflow i) w
    where w.sequence < w.before
    union all
    -- Up to the frontier every fen is taken or cut, once; beyond it there are only holes.
    select 'frontier', w.sequence, w.fund || ' is not used in order at ' || w.from_fen || ' after ' || w.before
    from (select g.sequence, g.fund, g.from_fen,
                 max(g.taken_to) over (partition by g.fund) as frontier,
                 lag(g.to_fen, 1, 0::bigint) over (partition by g.fund order by g.from_fen) as before
          from (select o.sequence, o.fund, o.from_fen, o.to_fen, o.to_fen as taken_to from ledger.outflow o
                union all
                select h.sequence, h.fund, h.from_fen, h.to_fen, 0 from ledger.hole h) g) w
    where w.from_fen < w.before or w.from_fen < w.frontier and w.from_fen <> w.before
    union all
    select 'hole-outside-gift', h.sequence, h.fund || ' at ' || h.from_fen || ' is not of gift ' || h.gift
    from ledger.hole h
    where not exists (select from ledger.inflow i where i.sequence = h.gift and i.fund = h.fund and i.origin is null
                      and h.from_fen >= i.from_fen and h.to_fen <= i.to_fen)
    union all
    select 'returned-untaken', i.sequence, i.fund || ' at ' || i.from_fen
    from ledger.inflow i
    where i.origin is not null and not exists (
        select from ledger.outflow o where o.sequence = i.origin and o.fund = i.origin_fund and o.from_fen <= i.origin_from
            and o.to_fen >= i.origin_from + i.to_fen - i.from_fen)
    union all
    select 'returned-twice', w.sequence, w.origin_fund || ' at ' || w.origin_from
    from (select i.sequence, i.origin_fund, i.origin_from,
                 lag(i.origin_from + i.to_fen - i.from_fen) over (partition by i.origin_fund order by i.origin_from) as before
          from ledger.inflow i where i.origin is not null) w
    where w.origin_from < w.before
    union all
    select 'line-balance', null, a.code || ' has ' || -a.balance || ', its line ' || coalesce(sum(l.fen), 0)
    from ledger.accounts a
    left join (
        select i.fund, i.to_fen - i.from_fen as fen from ledger.inflow i
        union all select o.fund, o.from_fen - o.to_fen from ledger.outflow o
        union all select h.fund, h.from_fen - h.to_fen from ledger.hole h) l on 'fund:' || l.fund = a.code
    where a.kind = 'FUND'
    group by a.code, a.balance
    having coalesce(sum(l.fen), 0) <> -a.balance
    union all
    select 'line-entry', w.sequence, w.account || ' and its line differ by ' || sum(w.fen)
    from (
        select e.sequence, e.account, e.amount as fen from ledger.entries e where e.account like 'fund:%'
        union all select i.sequence, 'fund:' || i.fund, i.to_fen - i.from_fen from ledger.inflow i
        union all select o.sequence, 'fund:' || o.fund, o.from_fen - o.to_fen from ledger.outflow o
        union all select h.sequence, 'fund:' || h.fund, h.from_fen - h.to_fen from ledger.hole h) w
    group by w.sequence, w.account
    having sum(w.fen) <> 0;
end;

-- Only yici_migrate, which owns it, runs the audit.
revoke all on function ledger.audit from public;
