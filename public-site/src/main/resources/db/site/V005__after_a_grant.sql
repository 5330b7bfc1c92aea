-- What a household gave back of a grant that had arrived, fen.
alter table site.award add column returned bigint not null default 0 check (returned >= 0 and returned <= amount);

drop index site.journal_of_the_book;
create index journal_of_the_book on site.journal (sequence)
  where kind in ('donation', 'refund', 'award', 'release', 'payout-confirmed', 'payout-returned', 'grant-returned');

-- What visits after grants found, as far as it was told: each telling is of five people or more.
create table site.outcome (
  kind     text not null,
  question text not null,
  answer   text not null,
  visits   bigint not null check (visits > 0),
  primary key (kind, question, answer)
);
grant select, insert, update, delete on site.outcome to yici_site;

create or replace function site.wipe() returns void
language plpgsql security definer set search_path = pg_catalog, site as $$
begin
  perform 1 from site.position order by topic for update;
  truncate site.journal, site.fund_journal, site.stretch, site.fund, site.fund_month, site.campaign, site.award,
           site.award_share, site.notice, site.ended_notice, site.fact, site.outcome;
  update site.total set donors = 0, grants = 0, people = 0, households = 0;
  update site.position set offset_next = 0, number = 0;
end $$;
