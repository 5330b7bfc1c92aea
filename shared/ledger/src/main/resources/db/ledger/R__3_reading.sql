-- What the library reads: the stretches that a trace needs, and journals in the form the relay publishes.

-- Every stretch of a fund's line that lies over [first_fen, end_fen). Stretches follow each other, so the search begins
-- with the first that ends beyond first_fen and ends with the first that reaches end_fen: it costs what it finds, however
-- long the line is.
create or replace function ledger.inflow_over(of_fund text, first_fen bigint, end_fen bigint)
returns table (sequence bigint, fund text, from_fen bigint, to_fen bigint, origin bigint, origin_fund text, origin_from bigint)
language sql stable set search_path = ledger, pg_temp set enable_seqscan = off
begin atomic
    select j.sequence, of_fund, j.credited_total - j.amount, j.credited_total, null::bigint, null::text, null::bigint
    from ledger.journals j
    where j.kind = 'donation' and j.credited = (select ledger.fund_account(of_fund))
        and j.credited_total > first_fen and j.credited_total - j.amount < end_fen
        and j.credited_total <= coalesce((select k.credited_total from ledger.journals k
                                          where k.kind = 'donation' and k.credited = (select ledger.fund_account(of_fund))
                                              and k.credited_total >= end_fen
                                          order by k.credited_total limit 1), 9223372036854775807)
    union all
    select i.sequence, i.fund, i.from_fen, i.to_fen, i.origin, i.origin_fund, i.origin_from
    from ledger.other_inflow i
    where i.fund = of_fund and i.from_fen < end_fen and i.to_fen > first_fen
        and i.from_fen >= coalesce((select max(k.from_fen) from ledger.other_inflow k
                                    where k.fund = of_fund and k.from_fen <= first_fen), first_fen);
end;

-- Stretches taken are disjoint and found by where they begin. Of those that begin at or before a place, only the last can
-- reach over it.
create or replace function ledger.first_outflow_over(of_fund text, place bigint) returns bigint
language sql stable set search_path = ledger, pg_temp
begin atomic
    select coalesce((select max(from_fen) from ledger.outflow where fund = of_fund and from_fen <= place), place);
end;

create or replace function ledger.first_hole_over(of_fund text, place bigint) returns bigint
language sql stable set search_path = ledger, pg_temp
begin atomic
    select coalesce((select max(from_fen) from ledger.hole where fund = of_fund and from_fen <= place), place);
end;

create or replace function ledger.first_returned_over(of_fund text, place bigint) returns bigint
language sql stable set search_path = ledger, pg_temp
begin atomic
    select coalesce((select max(origin_from) from ledger.other_inflow
                     where origin is not null and origin_fund = of_fund and origin_from <= place), place);
end;

-- Every stretch that says what became of a gift, following what came back.
create or replace function ledger.lines_of_gift(gift bigint)
returns table (line text, sequence bigint, kind text, fund text, from_fen bigint, to_fen bigint,
               origin bigint, origin_fund text, origin_from bigint)
language sql stable set search_path = ledger, pg_temp set enable_seqscan = off
begin atomic
    with recursive part as (
        select i.fund, i.from_fen, i.to_fen, i.sequence, i.fund as whole_fund, i.from_fen as whole_from, i.to_fen as whole_to,
               i.origin, i.origin_fund, i.origin_from
        from ledger.inflow i where i.sequence = gift and i.origin is null
        union all
        select r.fund,
               r.from_fen + greatest(p.from_fen - r.origin_from, 0),
               r.from_fen + least(p.to_fen - r.origin_from, r.to_fen - r.from_fen),
               r.sequence, r.fund, r.from_fen, r.to_fen, r.origin, r.origin_fund, r.origin_from
        from part p
        join lateral ledger.first_returned_over(p.fund, p.from_fen) as first_from on true
        join ledger.other_inflow r on r.origin is not null and r.origin_fund = p.fund
            and r.origin_from >= first_from and r.origin_from < p.to_fen
            and r.origin_from + r.to_fen - r.from_fen > p.from_fen
    )
    select distinct 'in', p.sequence, null::text, p.whole_fund, p.whole_from, p.whole_to, p.origin, p.origin_fund, p.origin_from
    from part p
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

-- What of a gift may still go back to its donor: its own fen beyond the frontier, up to its first hole. Fen that were spent
-- and came back lie at the end of a line, behind others, and are not among them.
create or replace function ledger.refundable(gift bigint) returns bigint
language sql stable set search_path = ledger, pg_temp set enable_seqscan = off
begin atomic
    select coalesce(sum(greatest(part.to_fen - part.from_fen, 0)), 0)::bigint
    from ledger.inflow i cross join lateral ledger.uncut(gift, i.fund) part
    where i.sequence = gift and i.origin is null;
end;

-- Every stretch that says which gifts an award was made of: what it took, what came back of that, and what lay there,
-- following fen that had come back to where they first lay.
create or replace function ledger.lines_of_award(award bigint)
returns table (line text, sequence bigint, kind text, fund text, from_fen bigint, to_fen bigint,
               origin bigint, origin_fund text, origin_from bigint)
language sql stable set search_path = ledger, pg_temp set enable_seqscan = off
begin atomic
    with recursive part as (
        select o.fund, o.from_fen, o.to_fen, null::bigint as sequence, null::text as whole_fund, null::bigint as whole_from,
               null::bigint as whole_to, null::bigint as origin, null::text as origin_fund, null::bigint as origin_from
        from ledger.outflow o where o.sequence = award
        union all
        select i.origin_fund,
               i.origin_from + greatest(p.from_fen, i.from_fen) - i.from_fen,
               i.origin_from + least(p.to_fen, i.to_fen) - i.from_fen,
               i.sequence, i.fund, i.from_fen, i.to_fen, i.origin, i.origin_fund, i.origin_from
        from part p
        join lateral ledger.inflow_over(p.fund, p.from_fen, p.to_fen) i on true
        where p.fund is not null
    )
    select distinct 'in', p.sequence, null::text, p.whole_fund, p.whole_from, p.whole_to, p.origin, p.origin_fund, p.origin_from
    from part p where p.sequence is not null
    union
    select 'in', i.sequence, null, i.fund, i.from_fen, i.to_fen, i.origin, i.origin_fund, i.origin_from
    from ledger.other_inflow i where i.origin = award
    union
    select 'out', o.sequence, j.kind, o.fund, o.from_fen, o.to_fen, null, null, null
    from ledger.outflow o join ledger.journals j on j.sequence = o.sequence where o.sequence = award;
end;

-- What a journal other than a gift did to the lines, as canonical JSON (RFC 8785: no blanks, keys in order; fund codes
-- need no escapes).
create or replace function ledger.lines_json(of_journal bigint) returns text
language sql stable set search_path = ledger, pg_temp set enable_seqscan = off
begin atomic
    select '{"holes":[' || coalesce(h.json, '') || '],"in":[' || coalesce(i.json, '') || '],"out":[' || coalesce(o.json, '') || ']}'
    from (select string_agg(format('{"from":%s,"fund":"%s"%s,"to":%s}', from_fen, fund,
                     case when origin is not null then format(',"origin":%s,"originFrom":%s,"originFund":"%s"',
                         origin, origin_from, origin_fund) else '' end, to_fen), ',' order by fund, from_fen) as json
          from ledger.other_inflow where sequence = of_journal) i
    cross join (select string_agg(format('{"from":%s,"fund":"%s","to":%s}', from_fen, fund, to_fen), ','
                           order by fund, from_fen) as json
                from ledger.outflow where sequence = of_journal) o
    cross join (select string_agg(format('{"from":%s,"fund":"%s","to":%s}', from_fen, fund, to_fen), ','
                           order by fund, from_fen) as json
                from ledger.hole where sequence = of_journal) h;
end;

-- Journals after a number as the relay needs them; entries in order of account.
create or replace function ledger.journals_after(after_sequence bigint, at_most integer)
returns table (sequence bigint, kind text, at timestamptz, currency text, of_sequence bigint, grant_code text, aid text,
               campaign text, commitment text, remarks text, accounts text[], amounts bigint[], line text)
language sql stable set search_path = ledger, pg_temp set enable_seqscan = off
begin atomic
    select j.sequence, j.kind, j.at, j.currency, j.of_sequence, j.grant_code, j.aid, j.campaign,
           encode(j.commitment, 'base64'), j.remarks,
           case when j.debited is null
                then array(select e.account from ledger.entries e where e.sequence = j.sequence order by e.account collate "C")
                when d.code < c.code then array[d.code, c.code] else array[c.code, d.code] end,
           case when j.debited is null
                then array(select e.amount from ledger.entries e where e.sequence = j.sequence order by e.account collate "C")
                when d.code < c.code then array[j.amount, -j.amount] else array[-j.amount, j.amount] end,
           case when j.kind = 'donation'
                then '{"holes":[],"in":[{"from":' || j.credited_total - j.amount || ',"fund":"' || substr(c.code, 6)
                     || '","to":' || j.credited_total || '}],"out":[]}'
                else ledger.lines_json(j.sequence) end
    from (select * from ledger.journals where journals.sequence > after_sequence order by journals.sequence limit at_most) j
    left join ledger.accounts d on d.number = j.debited
    left join ledger.accounts c on c.number = j.credited
    order by j.sequence;
end;

revoke all on function ledger.inflow_over, ledger.first_outflow_over, ledger.first_hole_over, ledger.first_returned_over,
    ledger.lines_of_gift, ledger.lines_of_award, ledger.lines_json, ledger.journals_after, ledger.refundable from public;
grant execute on function ledger.refundable, ledger.uncut, ledger.frontier to yici_donations;
grant execute on function ledger.inflow_over, ledger.fund_account, ledger.first_outflow_over, ledger.first_hole_over,
    ledger.first_returned_over, ledger.lines_of_gift, ledger.lines_of_award, ledger.lines_json, ledger.journals_after
    to yici_donations, yici_disbursement;
