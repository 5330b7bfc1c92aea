-- Closed gifts are asked for too, for a day: a donor may have paid just before the closing. Their last asking sets ask_at to
-- infinity, so that the index holds nothing due that is over.

drop index donations.donation_to_ask;
create index donation_to_ask on donations.donation (ask_at) where status in ('PENDING', 'CLOSED');
