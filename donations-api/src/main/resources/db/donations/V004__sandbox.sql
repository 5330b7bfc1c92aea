-- The sandbox provider's own little world. Nothing of ours reads it except its own sub-package.

create table donations.sandbox_order (
  donation  uuid primary key,
  amount    bigint not null,
  outcome   text not null,                                  -- the last one asked for
  state     text not null check (state in ('OPEN', 'PAID', 'FAILED')),
  pays_at   timestamptz,                                    -- when a late payment becomes one
  reference text not null,
  placed_at timestamptz not null default now()
);

create table donations.sandbox_notice (
  number   bigint generated always as identity primary key,
  donation uuid not null references donations.sandbox_order,
  body     text not null,                                   -- the exact bytes that are signed
  forged   boolean not null,
  due_at   timestamptz not null,                            -- moved ahead while a try is under way, so it is its lease
  tries    int not null default 0,
  ended_at timestamptz                                      -- answered 200, or given up
);
create index sandbox_notice_due on donations.sandbox_notice (due_at) where ended_at is null;

grant select, insert, update on donations.sandbox_order, donations.sandbox_notice to yici_donations;
