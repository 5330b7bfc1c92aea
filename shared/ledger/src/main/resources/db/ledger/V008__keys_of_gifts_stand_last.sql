-- Nearly all keys are gifts' and come in the order of their time. Standing last in the index, they fill its pages to the end;
-- before the keys of other kinds each page would stay half empty for good. Still one journal a key: the first column follows
-- from the second.
alter table ledger.journals drop constraint one_journal_a_key;
create unique index one_journal_a_key on ledger.journals ((key like 'donation/%'), key);
