-- Schema site: everything the public sees, projected from Kafka. Nothing here is a source of truth: site.wipe() or
-- dropping the schema loses nothing.

-- How far each topic is applied. The position moves in the transaction of what it stands for.
create table site.position (
  topic  text primary key,
  offset_next bigint not null default 0,   -- the next Kafka offset to read
  number bigint not null default 0         -- the number of the last record applied (sequence, or fact number)
);
insert into site.position (topic) values ('yici.ledger'), ('yici.facts'), ('yici.notices');

grant usage on schema site to yici_site;
grant select, insert, update, delete on all tables in schema site to yici_site;
