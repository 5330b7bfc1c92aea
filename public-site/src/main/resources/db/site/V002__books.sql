-- Every journal as the public reads it. The leaf is the exact text that the proof log hashes.
create table site.journal (
  sequence bigint primary key,
  at       timestamptz not null,
  kind     text not null,
  amount   bigint not null,               -- fen: what its debits sum to
  fund     text,                          -- the fund that it moves; the first by code where there are several
  campaign text,
  grant_code text,
  of_sequence bigint,                     -- the journal that it refunds, pays, releases, corrects
  leaf     text not null
);
-- The lines of the home page's book.
create index journal_of_the_book on site.journal (sequence)
  where kind in ('donation', 'refund', 'award', 'release', 'payout-confirmed', 'payout-returned');

-- Which journals concern a fund: those that move it, and the payouts of grants that it bears.
create table site.fund_journal (
  fund     text not null,
  sequence bigint not null,
  amount   bigint not null,               -- fen of this fund
  primary key (fund, sequence)
);

-- Where a journal's fen lie on the number lines of the funds. Stretches of one way never overlap within a fund.
create table site.stretch (
  fund     text not null,
  way      text not null check (way in ('in', 'out', 'hole')),
  from_fen bigint not null,
  to_fen   bigint not null check (to_fen > from_fen),
  sequence bigint not null,
  origin_fund text,                       -- an inflow that came back: from where it went out
  origin_from bigint,
  primary key (fund, way, to_fen)
);
create index stretch_of_journal on site.stretch (sequence);
create index stretch_came_back on site.stretch (origin_fund, origin_from) where origin_fund is not null;

-- The figures of each fund, in fen:
-- received + transferred - refunded - costs = balance + committed + disbursed.
create table site.fund (
  code text primary key,
  name_zh text,
  name_en text,
  received    bigint not null default 0,
  refunded    bigint not null default 0,
  costs       bigint not null default 0,
  committed   bigint not null default 0,
  disbursed   bigint not null default 0,
  transferred bigint not null default 0,
  balance     bigint not null default 0,
  donations   bigint not null default 0,
  donors      bigint not null default 0,
  check (received + transferred - refunded - costs = balance + committed + disbursed)
);

create table site.fund_month (
  fund  text not null,
  month date not null,                    -- its first day, in China
  received  bigint not null default 0,    -- less refunds
  committed bigint not null default 0,    -- awards less releases
  disbursed bigint not null default 0,
  primary key (fund, month)
);

-- What no fund can say alone.
create table site.total (
  single     boolean primary key default true check (single),
  donors     bigint not null default 0,
  grants     bigint not null default 0,
  people     bigint not null default 0,
  households bigint not null default 0
);
insert into site.total default values;

create table site.campaign (
  code      text primary key,
  state     text,                         -- OPEN, CLOSED; null until its fact is here
  fund      text,
  title_zh text, title_en text,
  purpose_zh text, purpose_en text,
  goal      bigint,
  filing_number text,
  opens_at  timestamptz,
  closes_at timestamptz,
  received  bigint not null default 0,
  refunded  bigint not null default 0,
  donations bigint not null default 0
);

-- A grant from its award on. Its journals and its facts come in any order.
create table site.award (
  code       text primary key,
  sequence   bigint unique,               -- of the award's journal; null until that is here
  kind       text,
  township   text,                        -- null where it could tell who
  amount     bigint,
  state      text,
  awarded_at timestamptz,
  sent_at    timestamptz,
  paid_at    timestamptz,
  ended_at   timestamptz,
  receipt_at timestamptz
);

-- What each fund bears of an award, and how much of it has been paid.
create table site.award_share (
  code      text not null,
  fund      text not null,
  awarded   bigint not null,
  disbursed bigint not null,
  primary key (code, fund)
);

create table site.notice (
  code      text primary key,
  kind      text not null,
  name      text not null,                -- masked by who published it
  township  text not null,
  amount    bigint not null,
  posted_at timestamptz not null,
  ends_at   timestamptz not null,
  objected  boolean not null
);

create table site.ended_notice (
  code text primary key,
  hash text not null,
  at   timestamptz not null
);

create table site.fact (
  number bigint primary key,
  type   text not null,
  envelope text not null
);

grant select, insert, update, delete on all tables in schema site to yici_site;

-- Forgets everything, in one transaction; the running site reads the topics again from their beginning.
create function site.wipe() returns void
language plpgsql security definer set search_path = pg_catalog, site as $$
begin
  perform 1 from site.position for update;
  truncate site.journal, site.fund_journal, site.stretch, site.fund, site.fund_month, site.campaign, site.award,
           site.award_share, site.notice, site.ended_notice, site.fact;
  update site.total set donors = 0, grants = 0, people = 0, households = 0;
  update site.position set offset_next = 0, number = 0;
end $$;
revoke all on function site.wipe from public;
grant execute on function site.wipe to yici_site;
