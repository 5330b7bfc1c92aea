-- Codes with which households apply by phone. The digits are kept nowhere.

create table disbursement.apply_code (
  id          uuid primary key,
  code_index  bytea not null unique,                  -- keyed hash of the digits
  household   uuid not null references disbursement.household,
  issued_by   text not null,
  issued_at   timestamptz not null,
  expires_at  timestamptz not null check (expires_at > issued_at),
  revoked_at  timestamptz,                            -- when a newer one took its place
  failures    int not null default 0,                 -- tries with the end of another identity number
  application uuid unique references disbursement.application,
  used_at     timestamptz,
  constraint used_for_an_application check ((application is null) = (used_at is null))
);
-- A household has one code that is open.
create unique index apply_code_open on disbursement.apply_code (household)
  where application is null and revoked_at is null;

grant select, insert on disbursement.apply_code to yici_disbursement;
grant update (revoked_at, failures, application, used_at) on disbursement.apply_code to yici_disbursement;

-- A paper that the household itself adds by phone is nobody's part of the staff.
alter table disbursement.evidence drop constraint evidence_duty_check;
alter table disbursement.evidence add constraint evidence_duty_check
  check (duty in ('INTAKE', 'REVIEW') or duty = 'NOBODY' and by = 'HOUSEHOLD');
