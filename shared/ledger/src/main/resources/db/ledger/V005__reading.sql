-- What the library reads: the stretches that a trace needs, and journals in the form the relay publishes.

-- Stretches of a line are disjoint and found by where they begin. Of those that begin at or before a place, only the last
-- can reach over it; so a look-up starts there and costs what it finds, however long the line is.
create function ledger.first_inflow_over(of_fund text, place bigint) returns bigint
language sql stable set search_path = ledger, pg_temp
begin atomic
    select coalesce((select max(from_fen) from ledger.inflow where fund = of_fund and from_fen <= place), place);
end;

create function ledger.first_outflow_over(of_fund text, place bigint) returns bigint
language sql stable set search_path = ledger, pg_temp
begin atomic
    select coalesce((select max(from_fen) from ledger.outflow where fund = of_fund and from_fen <= place), place);
end;

create function ledger.first_hole_over(of_fund text, place bigint) returns bigint
language sql stable set search_path = ledger, pg_temp
begin atomic
    select coalesce((select max(from_fen) from ledger.hole where fund = of_fund and from_fen <= place), place);
end;

create function ledger.first_returned_over(of_fund text, place bigint) returns bigint
language sql stable set search_path = ledger, pg_temp
begin atomic
    select coalesce((select max(origin_from) from ledger.inflow
                     where origin is not null and origin_fund = of_fund and origin_from <= place), place);
end;

-- Every stretch that says what became of a gift, following what came back.
create function ledger.lines_of_gift(gift bigint)
returns table (line text, sequence bigint, kind text, fund text, from_fen bigint, to_fen bigint,
               origin bigint, origin_fund text, origin_from bigint)
language sql stable set search_path = ledger, pg_temp set enable_seqscan = off
begin atomic
    with recursive part as (
        select i.sequence, i.fund, i.from_fen, i.to_fen, i.fund as whole_fund, i.from_fen as whole_from
        from ledger.inflow i where i.sequence = gift and i.origin is null
        union all
        select r.sequence, r.fund,
               r.from_fen + greatest(p.from_fen - r.origin_from, 0),
               r.from_fen + least(p.to_fen - r.origin_from, r.to_fen - r.from_fen),
               r.fund, r.from_fen
        from part p
        join lateral ledger.first_returned_over(p.fund, p.from_fen) as first_from on true
        join ledger.inflow r on r.origin is not null and r.origin_fund = p.fund
            and r.origin_from >= first_from and r.origin_from < p.to_fen
            and r.origin_from + r.to_fen - r.from_fen > p.from_fen
    )
    select 'in', i.sequence, null, i.fund, i.from_fen, i.to_fen, i.origin, i.origin_fund, i.origin_from
    from (select distinct whole_fund, whole_from from part) w
    join ledger.inflow i on i.fund = w.whole_fund and i.from_fen = w.whole_from
    union
    select 'out', o.sequence, j.kind, o.fund, o.from_fen, o.to_fen, null, null, null
    from part p
    join lateral ledger.first_outflow_over(p.fund, p.from_fen) as first_from on true
    join ledger.outflow o on o.fund = p.fund and o.from_fen >= first_from and o.from_fen < p.to_fen
        and o.to_fen > p.from_fen
    join ledger.journals j on j.sequence = o.sequence
    union
    select 'hole', h.sequence, null, h.fund, h.from_fen, h.to_fen, null, null, null
    from part p
    join lateral ledger.first_hole_over(p.fund, p.from_fen) as first_from on true
    join ledger.hole h on h.fund = p.fund and h.from_fen >= first_from and h.from_fen < p.to_fen
        and h.to_fen > p.from_fen;
end;

-- Every stretch that says which gifts an award was made of: what it took, what came back of that, and what lay there,
-- following fen that had come back to where they first lay.
create function ledger.lines_of_award(award bigint)
returns table (line text, sequence bigint, kind text, fund text, from_fen bigint, to_fen bigint,
               origin bigint, origin_fund text, origin_from bigint)
language sql stable set search_path = ledger, pg_temp set enable_seqscan = off
begin atomic
    with recursive part as (
        select o.fund, o.from_fen, o.to_fen, null::text collate "C" as whole_fund, null::bigint as whole_from
        from ledger.outflow o where o.sequence = award
        union all
        select i.origin_fund,
               i.origin_from + greatest(p.from_fen, i.from_fen) - i.from_fen,
               i.origin_from + least(p.to_fen, i.to_fen) - i.from_fen,
               i.fund, i.from_fen
        from part p
        join lateral ledger.first_inflow_over(p.fund, p.from_fen) as first_from on true
        join ledger.inflow i on i.fund = p.fund and i.from_fen >= first_from and i.from_fen < p.to_fen
            and i.to_fen > p.from_fen
        where p.fund is not null
    )
    select 'in', i.sequence, null, i.fund, i.from_fen, i.to_fen, i.origin, i.origin_fund, i.origin_from
    from (select distinct whole_fund, whole_from from part) w
    join ledger.inflow i on i.fund = w.whole_fund and i.from_fen = w.whole_from
    union
    select 'in', i.sequence, null, i.fund, i.from_fen, i.to_fen, i.origin, i.origin_fund, i.origin_from
    from ledger.inflow i where i.origin = award
    union
    select 'out', o.sequence, j.kind, o.fund, o.from_fen, o.to_fen, null, null, null
    from ledger.outflow o join ledger.journals j on j.sequence = o.sequence where o.sequence = award;
end;

-- Journals after a number as the relay needs them; entries in order, and the stretches of lines as canonical JSON
-- (RFC 8785: no blanks, keys in order; fund codes need no escapes).
create function ledger.journals_after(after_sequence bigint, at_most integer)
returns table (sequence bigint, kind text, at timestamptz, currency text, of_sequence bigint, grant_code text, aid text,
               campaign text, commitment text, remarks text, accounts text[], amounts bigint[], line text)
language sql stable set search_path = ledger, pg_temp set enable_seqscan = off
begin atomic
    select j.sequence, j.kind, j.at, j.currency, j.of_sequence, j.grant_code, j.aid, j.campaign,
           encode(j.commitment, 'base64'), j.remarks, e.accounts, e.amounts,
           '{"holes":[' || coalesce(h.json, '') || '],"in":[' || coalesce(i.json, '') || '],"out":['
               || coalesce(o.json, '') || ']}'
    from ledger.journals j
    cross join lateral (select coalesce(array_agg(account order by n), '{}') as accounts,
                               coalesce(array_agg(amount order by n), '{}') as amounts
                        from ledger.entries where entries.sequence = j.sequence) e
    cross join lateral (select string_agg(format('{"from":%s,"fund":"%s"%s,"to":%s}', from_fen, fund,
                                   case when origin is not null then format(',"origin":%s,"originFrom":%s,"originFund":"%s"',
                                       origin, origin_from, origin_fund) else '' end, to_fen), ',' order by fund, from_fen) as json
                        from ledger.inflow where inflow.sequence = j.sequence) i
    cross join lateral (select string_agg(format('{"from":%s,"fund":"%s","to":%s}', from_fen, fund, to_fen), ','
                                   order by fund, from_fen) as json
                        from ledger.outflow where outflow.sequence = j.sequence) o
    cross join lateral (select string_agg(format('{"from":%s,"fund":"%s","to":%s}', from_fen, fund, to_fen), ','
                                   order by fund, from_fen) as json
                        from ledger.hole where hole.sequence = j.sequence) h
    where j.sequence > after_sequence
    order by j.sequence
    limit at_most;
end;

revoke all on function ledger.first_inflow_over, ledger.first_outflow_over, ledger.first_hole_over,
    ledger.first_returned_over, ledger.lines_of_gift, ledger.lines_of_award, ledger.journals_after from public;
grant execute on function ledger.first_inflow_over, ledger.first_outflow_over, ledger.first_hole_over,
    ledger.first_returned_over, ledger.lines_of_gift, ledger.lines_of_award, ledger.journals_after
    to yici_donations, yici_disbursement;
