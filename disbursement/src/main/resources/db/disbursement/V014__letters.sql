-- What a household is told of a decision, how it came to it, and its appeal.

-- Words for the household, beside the note that stays inside; by the step of the decision.
create table disbursement.told (
  application uuid not null,
  number      int  not null,
  words       bytea not null,                            -- sealed
  primary key (application, number),
  foreign key (application, number) references disbursement.application_step
);

-- When and how the letter came to the household. From then on the days of an appeal are counted.
create table disbursement.letter_delivery (
  id          uuid primary key,
  application uuid not null references disbursement.application,
  way         text not null check (way in ('HANDED', 'POSTED', 'READ_OUT')),
  day         date not null,
  by          text not null,
  at          timestamptz not null
);
create index letter_delivery_of_application on disbursement.letter_delivery (application, day);

-- An appeal is a new application that names the one that was refused; each refusal is appealed against once.
create table disbursement.appeal (
  application uuid primary key references disbursement.application,
  of          uuid not null unique references disbursement.application check (of <> application)
);

create trigger never_changed before update or delete or truncate on disbursement.told
  for each statement execute function disbursement.keep_what_was_decided();
create trigger never_changed before update or delete or truncate on disbursement.letter_delivery
  for each statement execute function disbursement.keep_what_was_decided();
create trigger never_changed before update or delete or truncate on disbursement.appeal
  for each statement execute function disbursement.keep_what_was_decided();

grant select, insert on disbursement.told, disbursement.letter_delivery, disbursement.appeal to yici_disbursement;
