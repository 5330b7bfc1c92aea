-- Each fund's inflow as a number line of fen. A gift covers the next stretch [from_fen, to_fen) of it. Awards, costs and
-- transfers take stretches from the frontier on (the end of the last stretch taken), so first in is first out; refunds
-- cut holes in their own gift beyond the frontier. Which gifts paid which grant is then an intersection of stretches.
-- Line's end, frontier and holes ahead are read from these tables by index, never kept beside them.

create table ledger.inflow (
    sequence    bigint not null,
    fund        text collate "C" not null,
    from_fen    bigint not null check (from_fen >= 0),
    to_fen      bigint not null check (to_fen > from_fen),
    -- What came back (a released award, a transfer in) names the journal that had taken it and where on which line it
    -- had lain, fen for fen. Null for a gift.
    origin      bigint,
    origin_fund text collate "C",
    origin_from bigint,
    primary key (fund, from_fen),
    check (num_nulls(origin, origin_fund, origin_from) in (0, 3))
);
create index inflow_by_sequence on ledger.inflow (sequence);
create index inflow_by_origin on ledger.inflow (origin) where origin is not null;
-- A fen comes back at most once from where it lay.
create unique index inflow_by_place on ledger.inflow (origin_fund, origin_from) where origin is not null;

create table ledger.outflow (
    sequence bigint not null,
    fund     text collate "C" not null,
    from_fen bigint not null check (from_fen >= 0),
    to_fen   bigint not null check (to_fen > from_fen),
    primary key (fund, from_fen)
);
create index outflow_by_sequence on ledger.outflow (sequence);

create table ledger.hole (
    sequence bigint not null,
    gift     bigint not null,                                 -- the journal whose fen went back
    fund     text collate "C" not null,
    from_fen bigint not null check (from_fen >= 0),
    to_fen   bigint not null check (to_fen > from_fen),
    primary key (fund, from_fen)
);
create index hole_by_sequence on ledger.hole (sequence);

create trigger never_changed before update or delete or truncate on ledger.inflow
    for each statement execute function ledger.refuse_change();
create trigger never_changed before update or delete or truncate on ledger.outflow
    for each statement execute function ledger.refuse_change();
create trigger never_changed before update or delete or truncate on ledger.hole
    for each statement execute function ledger.refuse_change();

create function ledger.line_end(of_fund text) returns bigint
language sql stable set search_path = ledger, pg_temp
begin atomic
    select coalesce((select to_fen from ledger.inflow where fund = of_fund order by from_fen desc limit 1), 0);
end;

create function ledger.frontier(of_fund text) returns bigint
language sql stable set search_path = ledger, pg_temp
begin atomic
    select coalesce((select to_fen from ledger.outflow where fund = of_fund order by from_fen desc limit 1), 0);
end;

-- Takes fen from the frontier on, skipping holes: nearly always one stretch.
create function ledger.take(by_sequence bigint, of_fund text, amount bigint) returns void
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
create function ledger.uncut(gift_sequence bigint, of_fund text, out from_fen bigint, out to_fen bigint)
language sql stable set search_path = ledger, pg_temp
begin atomic
    select greatest(g.from_fen, ledger.frontier(of_fund)),
           coalesce((select h.from_fen from ledger.hole h
                     where h.fund = of_fund and h.from_fen >= g.from_fen and h.from_fen < g.to_fen
                     order by h.from_fen limit 1), g.to_fen)
    from ledger.inflow g
    where g.sequence = gift_sequence and g.fund = of_fund and g.origin is null;
end;

create function ledger.cut(by_sequence bigint, gift_sequence bigint, of_fund text, amount bigint) returns void
language sql set search_path = ledger, pg_temp
begin atomic
    insert into ledger.hole (sequence, gift, fund, from_fen, to_fen)
    select by_sequence, gift_sequence, of_fund, rest.to_fen - amount, rest.to_fen
    from ledger.uncut(gift_sequence, of_fund) rest;
end;

-- How much of what a journal took (from one fund, or from all when null) has not come back yet.
create function ledger.still_out(origin_sequence bigint, of_fund text) returns bigint
language sql stable set search_path = ledger, pg_temp
begin atomic
    select coalesce((select sum(to_fen - from_fen) from ledger.outflow
                     where sequence = origin_sequence and (of_fund is null or fund = of_fund)), 0)::bigint
         - coalesce((select sum(to_fen - from_fen) from ledger.inflow
                     where origin = origin_sequence and (of_fund is null or origin_fund = of_fund)), 0)::bigint;
end;

-- What a journal took re-enters a line at its end. A release gives back the fen taken last, as though the award had been
-- smaller; a transfer hands on what it took in the order of the line.
create function ledger.give_back(by_sequence bigint, to_fund text, amount bigint, origin_sequence bigint) returns void
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
        from ledger.inflow
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
    insert into ledger.inflow (sequence, fund, from_fen, to_fen, origin, origin_fund, origin_from)
    select by_sequence, to_fund, from_fen, from_fen + length, origin_sequence, fund, origin_from from laid;
end;

revoke all on function ledger.line_end, ledger.frontier, ledger.take, ledger.uncut, ledger.cut, ledger.still_out,
    ledger.give_back from public;
grant select on ledger.inflow, ledger.outflow, ledger.hole to yici_donations, yici_disbursement;
