-- What the public pages would have kept of gifts :first to :last.
insert into site.journal (sequence, at, kind, amount, fund, campaign, leaf)
select j.sequence, j.at, j.kind, j.amount, 'poverty-relief', j.campaign,
       format('{"at":"%s","campaign":"%s","currency":"CNY","entries":[{"account":"clearing:sandbox","amount":%s},'
              '{"account":"fund:poverty-relief","amount":-%s}],"kind":"donation","private":"%s","sequence":%s,"v":1}',
              to_char(j.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), j.campaign, j.amount, j.amount,
              replace(encode(j.commitment, 'base64'), E'\n', ''), j.sequence)
from ledger.journals j cross join growth.base b
where j.sequence between b.sequence + :first and b.sequence + :last order by j.sequence;

insert into site.fund_journal (fund, sequence, amount)
select 'poverty-relief', j.sequence, j.amount from ledger.journals j cross join growth.base b
where j.sequence between b.sequence + :first and b.sequence + :last order by j.sequence;

insert into site.stretch (fund, way, from_fen, to_fen, sequence)
select 'poverty-relief', 'in', j.credited_total - j.amount, j.credited_total, j.sequence
from ledger.journals j cross join growth.base b
where j.sequence between b.sequence + :first and b.sequence + :last order by j.sequence;
