-- The lines of fen of the funds (V003): how far they reach, and how fen are taken, cut and given back. Called by ledger.post
-- under its lock, and by nobody else.

create or replace function ledger.fund_account(of_fund text) returns integer
language sql stable set search_path = ledger, pg_temp
begin atomic
    select number from ledger.accounts where code = 'fund:' || of_fund;
end;

-- Stretches follow each other without a gap, so the last gift or the last other one ends the line.
create or replace function ledger.line_end(of_fund text) returns bigint
language sql stable set search_path = ledger, pg_temp
begin atomic
    select greatest(
        (select credited_total from ledger.journals
         where kind = 'donation' and credited = ledger.fund_account(of_fund) order by credited_total desc limit 1),
        (select to_fen from ledger.other_inflow where fund = of_fund order by from_fen desc limit 1),
        0);
end;

create or replace function ledger.frontier(of_fund text) returns bigint
language sql stable set search_path = ledger, pg_temp
begin atomic
    select coalesce((select to_fen from ledger.outflow where fund = of_fund order by from_fen desc limit 1), 0);
end;

-- Takes fen from the frontier on, skipping holes: nearly always one stretch.
create or replace function ledger.take(by_sequence bigint, of_fund text, amount bigint) returns void
language plpgsql set search_path = ledger, pg_temp as $$
declare
    at_fen bigint := frontier(of_fund);
    missing bigint := amount;
    piece bigint;
    gap record;
begin
    for gap in select from_fen, to_fen from hole where fund = of_fund and from_fen >= at_fen order by from_fen loop
        piece := least(missing, gap.from_fen - at_fen);
        if piece > 0 then
            insert into outflow (sequence, fund, from_fen, to_fen) values (by_sequence, of_fund, at_fen, at_fen + piece);
            missing := missing - piece;
        end if;
        exit when missing = 0;
        at_fen := gap.to_fen;
    end loop;
    if missing > 0 then
        if at_fen + missing > line_end(of_fund) then
            raise exception 'fund % has too short a line for journal %', of_fund, by_sequence;
        end if;
        insert into outflow (sequence, fund, from_fen, to_fen) values (by_sequence, of_fund, at_fen, at_fen + missing);
    end if;
end;
$$;

-- The fen of a gift that may still be cut: from the frontier (or its beginning) to its first hole (or its end). Holes are
-- cut from a gift's end backwards, so this is one stretch.
create or replace function ledger.uncut(gift_sequence bigint, of_fund text, out from_fen bigint, out to_fen bigint)
language sql stable set search_path = ledger, pg_temp
begin atomic
    select greatest(g.from_fen, ledger.frontier(of_fund)),
           coalesce((select h.from_fen from ledger.hole h
                     where h.fund = of_fund and h.from_fen >= g.from_fen and h.from_fen < g.to_fen
                     order by h.from_fen limit 1), g.to_fen)
    from ledger.inflow g
    where g.sequence = gift_sequence and g.fund = of_fund and g.origin is null;
end;

create or replace function ledger.cut(by_sequence bigint, gift_sequence bigint, of_fund text, amount bigint) returns void
language sql set search_path = ledger, pg_temp
begin atomic
    insert into ledger.hole (sequence, gift, fund, from_fen, to_fen)
    select by_sequence, gift_sequence, of_fund, rest.to_fen - amount, rest.to_fen
    from ledger.uncut(gift_sequence, of_fund) rest;
end;

-- How much of what a journal took (from one fund, or from all when null) has not come back yet.
create or replace function ledger.still_out(origin_sequence bigint, of_fund text) returns bigint
language sql stable set search_path = ledger, pg_temp
begin atomic
    select coalesce((select sum(to_fen - from_fen) from ledger.outflow
                     where sequence = origin_sequence and (of_fund is null or fund = of_fund)), 0)::bigint
         - coalesce((select sum(to_fen - from_fen) from ledger.other_inflow
                     where origin = origin_sequence and (of_fund is null or origin_fund = of_fund)), 0)::bigint;
end;

-- What a journal took re-enters a line at its end. A release gives back the fen taken last, as though the award had been
-- smaller; a transfer hands on what it took in the order of the line.
create or replace function ledger.give_back(by_sequence bigint, to_fund text, amount bigint, origin_sequence bigint) returns void
language sql set search_path = ledger, pg_temp
begin atomic
    with taken as (
        select fund, from_fen, to_fen, backwards,
               sum(to_fen - from_fen) over (order by fund, case when backwards then -from_fen else from_fen end)
                   - (to_fen - from_fen) as before
        from ledger.outflow
        cross join (select origin_sequence <> by_sequence as backwards) as direction
        where sequence = origin_sequence and (fund = to_fund or not backwards)
    ), returned as (
        select coalesce(sum(to_fen - from_fen), 0) as already
        from ledger.other_inflow
        where origin = origin_sequence and (origin_fund = to_fund or origin_sequence = by_sequence)
    ), piece as (
        select t.fund, t.from_fen, t.to_fen, t.backwards,
               greatest(t.before, r.already) - t.before as first_offset,
               least(t.before + t.to_fen - t.from_fen, r.already + amount) - t.before as end_offset
        from taken t cross join returned r
    ), place as (
        select fund, end_offset - first_offset as length,
               case when backwards then to_fen - end_offset else from_fen + first_offset end as origin_from
        from piece where end_offset > first_offset
    ), laid as (
        select fund, origin_from, length,
               ledger.line_end(to_fund) + sum(length) over (order by fund, origin_from) - length as from_fen
        from place
    )
    insert into ledger.other_inflow (sequence, fund, from_fen, to_fen, origin, origin_fund, origin_from)
    select by_sequence, to_fund, from_fen, from_fen + length, origin_sequence, fund, origin_from from laid;
end;

revoke all on function ledger.fund_account, ledger.line_end, ledger.frontier, ledger.take, ledger.uncut, ledger.cut,
    ledger.still_out, ledger.give_back from public;
