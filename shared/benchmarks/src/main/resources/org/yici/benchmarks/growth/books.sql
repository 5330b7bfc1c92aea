-- Head, accounts and clock after :journals gifts.
update ledger.head h set last_sequence = g.sequence, last_at = g.at from growth.gifts(:journals, :journals) g
where :journals > 0;
update ledger.accounts a
set balance = a.balance + growth.fen_until(:journals), total_debits = a.total_debits + growth.fen_until(:journals)
from growth.base b where a.number = b.debited;
update ledger.accounts a
set balance = a.balance - growth.fen_until(:journals), total_credits = a.total_credits + growth.fen_until(:journals)
from growth.base b where a.number = b.credited;
update platform.clock c
set offset_ms = greatest(c.offset_ms, ceil(extract(epoch from h.last_at - now()) * 1000)::bigint + 60000) from ledger.head h
where :journals > 0;
