-- The way of one grant: application, notice, objections, award, payout, follow-up.

create table disbursement.application (
  id        uuid primary key,
  household uuid not null references disbursement.household,
  member    uuid not null references disbursement.member,
  kind      text not null references disbursement.programme,
  amount    bigint not null check (amount > 0),        -- fen applied for
  reason    bytea not null,                            -- sealed
  state     text not null,
  since     timestamptz not null                       -- when it came into this state
);
create index application_waiting on disbursement.application (state, since, id);
create index application_of_household on disbursement.application (household);

-- The history of a case: every step, who took it, and where it led. Only ever appended to.
create table disbursement.application_step (
  application uuid not null references disbursement.application,
  number      int  not null,
  action      text not null,
  came_from   text,
  led_to      text not null,
  actor       text,                                    -- null: the clock, the public or the bank
  at          timestamptz not null,
  note        bytea,                                   -- sealed
  amount      bigint,
  primary key (application, number)
);

create table disbursement.notice (
  code        text primary key,
  application uuid not null unique references disbursement.application,
  posted_at   timestamptz not null,
  ends_at     timestamptz not null check (ends_at > posted_at),
  ended_at    timestamptz,                             -- when its list came down
  hash        text                                     -- of what it showed, salted
);
create index notice_running on disbursement.notice (ends_at) where ended_at is null;

create table disbursement.objection (
  receipt     text primary key,
  application uuid not null references disbursement.application,
  notice      text not null references disbursement.notice,
  words       bytea not null,                          -- sealed
  contact     bytea,                                   -- sealed
  at          timestamptz not null,
  state       text not null check (state in ('OPEN', 'DISMISSED', 'UPHELD')),
  resolved_by text,
  resolved_at timestamptz,
  note        bytea                                    -- sealed
);
create index objection_of_application on disbursement.objection (application, at);

create table disbursement.award (
  id          uuid primary key,
  grant_code  text not null unique,
  application uuid not null unique references disbursement.application,
  household   uuid not null references disbursement.household,
  person      bytea not null,                          -- blind index: tells two people apart, names nobody
  kind        text not null,
  township    text not null,
  amount      bigint not null check (amount > 0),
  state       text not null check (state in ('AWARDED', 'SENT', 'PAID', 'RETURNED', 'RELEASED')),
  sequence    bigint not null,                         -- of the award's journal
  awarded_at  timestamptz not null,
  paid_at     timestamptz
);
create index award_by_place on disbursement.award (township, kind);
create index award_by_person on disbursement.award (person);
create index award_by_household on disbursement.award (household);

create table disbursement.award_share (
  award  uuid not null references disbursement.award,
  fund   text not null,
  amount bigint not null check (amount > 0),
  primary key (award, fund)
);

create table disbursement.payout (
  id      uuid primary key,
  code    text not null unique,                        -- the message id that the bank sees
  state   text not null check (state in ('SENT', 'SETTLED')),
  total   bigint not null check (total > 0),
  made_by text not null,
  made_at timestamptz not null
);
create index payout_newest on disbursement.payout (made_at desc, id desc);

create table disbursement.payout_item (
  end_to_end text primary key,                         -- what the bank gives back
  payout     uuid not null references disbursement.payout,
  award      uuid not null references disbursement.award,
  amount     bigint not null check (amount > 0),
  state      text not null check (state in ('SENT', 'CONFIRMED', 'RETURNED')),
  sent       bigint not null,                          -- sequence of the payout's journal
  done       bigint,                                   -- sequence of the confirmation's journal
  reason     text,                                     -- the bank's reason code
  unique (payout, award)
);
create index payout_item_of_award on disbursement.payout_item (award);
-- One order for an award at a time: nobody is paid twice.
create unique index payout_item_underway on disbursement.payout_item (award) where state in ('SENT', 'CONFIRMED');

create table disbursement.confirmation (
  award  uuid primary key references disbursement.award,
  method text not null check (method in ('SIGNATURE', 'CODE')),
  detail bytea,                                        -- sealed: who signed, or the code's last digits
  by     text not null,
  at     timestamptz not null
);

create table disbursement.followup (
  id      uuid primary key,
  award   uuid not null references disbursement.award,
  note    bytea not null,                              -- sealed
  by      text not null,
  at      timestamptz not null
);
create index followup_of_award on disbursement.followup (award, at);

grant select, insert, update on disbursement.application, disbursement.notice, disbursement.objection,
  disbursement.award, disbursement.payout, disbursement.payout_item to yici_disbursement;
grant select, insert on disbursement.application_step, disbursement.award_share, disbursement.confirmation,
  disbursement.followup to yici_disbursement;
