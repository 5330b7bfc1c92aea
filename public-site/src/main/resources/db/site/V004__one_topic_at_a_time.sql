-- Topics write to the same rows (a fund's name and its figures), so one is applied at a time: whoever applies or wipes
-- locks all positions first, in the order of their topics.
create or replace function site.wipe() returns void
language plpgsql security definer set search_path = pg_catalog, site as $$
begin
  perform 1 from site.position order by topic for update;
  truncate site.journal, site.fund_journal, site.stretch, site.fund, site.fund_month, site.campaign, site.award,
           site.award_share, site.notice, site.ended_notice, site.fact;
  update site.total set donors = 0, grants = 0, people = 0, households = 0;
  update site.position set offset_next = 0, number = 0;
end $$;
