-- The treasury's money (standing entitlements: 低保, 特困, 优抚) on accounts of its own. It stands in the same sequence, so
-- that nobody can leave a journal out, and in no figure of the charity: post() refuses a journal that mixes the two
-- (R__2), and audit() finds one (R__4).
insert into ledger.account_kind (kind, form, side, floored) values
    ('TREASURY_BANK',          'treasury:bank',                                     1, true),
    ('TREASURY_APPROPRIATION', 'treasury:appropriation:[a-z][a-z0-9-]{0,39}',      -1, true),
    ('TREASURY_PAYABLE',       'treasury:payable:[a-z][a-z0-9-]{0,39}',            -1, true);

-- The name of the check on kinds depends on what stood there before.
do $$
declare
    old name;
begin
    for old in select conname from pg_constraint
               where conrelid = 'ledger.journals'::regclass and contype = 'c'
                   and pg_get_constraintdef(oid) like '%payout-confirmed%' loop
        execute format('alter table ledger.journals drop constraint %I', old);
    end loop;
end;
$$;
alter table ledger.journals add constraint journal_kind check (kind in ('donation', 'refund', 'refund-paid', 'settlement',
    'fee', 'award', 'release', 'payout', 'payout-confirmed', 'payout-returned', 'transfer', 'correction', 'statement',
    'treasury-appropriation', 'treasury-due', 'treasury-paid', 'treasury-returned'));
