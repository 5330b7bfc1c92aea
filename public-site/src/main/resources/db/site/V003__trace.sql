-- The journal that had taken the fen which came back.
alter table site.stretch add column origin bigint;

-- Stretches of one way within a fund are disjoint and found by where they end: the last that can overlap [p, q) is the
-- first that ends at or behind q. So a look-up costs what it finds, however long the line is.
create function site.over(of_fund text, of_way text, lower_fen bigint, upper_fen bigint) returns setof site.stretch
language sql stable set search_path = site, pg_temp
begin atomic
  select s.* from site.stretch s
  where s.fund = of_fund and s.way = of_way and s.to_fen > lower_fen and s.from_fen < upper_fen
    and s.to_fen <= coalesce((select min(b.to_fen) from site.stretch b
                              where b.fund = of_fund and b.way = of_way and b.to_fen >= upper_fen), 9223372036854775807);
end;

-- What came back of fen that had lain on [lower, upper) of a fund's line.
create function site.back_from(of_fund text, lower_fen bigint, upper_fen bigint) returns setof site.stretch
language sql stable set search_path = site, pg_temp
begin atomic
  select s.* from site.stretch s
  where s.origin_fund = of_fund and s.origin_from < upper_fen and s.origin_from + s.to_fen - s.from_fen > lower_fen
    and s.origin_from >= coalesce((select max(b.origin_from) from site.stretch b
                                   where b.origin_fund = of_fund and b.origin_from <= lower_fen), lower_fen);
end;

-- Every stretch that says what became of a gift, following what came back.
create function site.lines_of_gift(gift bigint) returns setof site.stretch
language sql stable set search_path = site, pg_temp
begin atomic
  with recursive part as (
    select s.fund, s.from_fen, s.to_fen from site.stretch s
    where s.sequence = gift and s.way = 'in' and s.origin_fund is null
    union all
    select r.fund, r.from_fen + greatest(p.from_fen - r.origin_from, 0),
           r.from_fen + least(p.to_fen - r.origin_from, r.to_fen - r.from_fen)
    from part p, lateral site.back_from(p.fund, p.from_fen, p.to_fen) r
  )
  select distinct s.* from part p, unnest(array['in', 'out', 'hole']) as w (way),
         lateral site.over(p.fund, w.way, p.from_fen, p.to_fen) s;
end;

-- Every stretch that says which gifts an award was made of: what it took, what came back of that, and what lay there,
-- following fen that had come back to where they first lay.
create function site.lines_of_award(award bigint) returns setof site.stretch
language sql stable set search_path = site, pg_temp
begin atomic
  with recursive part as (
    select s.fund, s.from_fen, s.to_fen from site.stretch s where s.sequence = award and s.way = 'out'
    union all
    select i.origin_fund, i.origin_from + greatest(p.from_fen, i.from_fen) - i.from_fen,
           i.origin_from + least(p.to_fen, i.to_fen) - i.from_fen
    from part p, lateral site.over(p.fund, 'in', p.from_fen, p.to_fen) i
    where i.origin_fund is not null
  )
  select s.* from site.stretch s where s.sequence = award and s.way = 'out'
  union
  select i.* from part p, lateral site.over(p.fund, 'in', p.from_fen, p.to_fen) i
  union
  select b.* from site.stretch o, lateral site.back_from(o.fund, o.from_fen, o.to_fen) b
  where o.sequence = award and o.way = 'out';
end;

revoke all on function site.over, site.back_from, site.lines_of_gift, site.lines_of_award from public;
grant execute on function site.over, site.back_from, site.lines_of_gift, site.lines_of_award to yici_site;
