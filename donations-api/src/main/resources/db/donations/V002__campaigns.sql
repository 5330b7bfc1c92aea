-- Funds that gifts may be restricted to, and the campaigns that feed them.

create table donations.fund (
  code    text primary key check (code ~ '^[a-z][a-z0-9-]{0,39}$'),
  name_zh text not null,
  name_en text not null
);

create table donations.campaign (
  code             text primary key check (code ~ '^[a-z][a-z0-9-]{0,39}$'),
  fund             text not null references donations.fund,
  state            text not null check (state in ('FILED', 'OPEN', 'CLOSED')),
  title_zh         text not null,
  title_en         text not null,
  purpose_zh       text not null,
  purpose_en       text not null,
  story_zh         text not null,
  story_en         text not null,
  chips            jsonb not null,          -- [{"amount": fen, "does": {"zh", "en"}}]
  goal             bigint not null check (goal > 0),
  filing_number    text not null,           -- empty until the plan is filed; a campaign cannot open with it empty
  qualification    text not null,
  organisation_zh  text not null,
  organisation_en  text not null,
  person_in_charge text not null,
  contact          text not null,
  left_over_zh     text not null,           -- what happens to left-over money (Charity Law 2023, article 58)
  left_over_en     text not null,
  platform_link    text not null,
  opens_at         timestamptz(3) not null,
  closes_at        timestamptz(3),
  check (closes_at > opens_at),
  -- The policy says so in words; this is the wall behind it (Charity Law 2023, articles 22 to 25).
  constraint lawful_before_open check (state = 'FILED' or (filing_number <> '' and qualification <> ''))
);

grant select, insert on donations.fund to yici_donations;
grant select, insert, update on donations.campaign to yici_donations;
