-- What a household gives back of a grant that was paid (慈善法 §60).
alter table ledger.journals drop constraint journal_kind;
alter table ledger.journals add constraint journal_kind check (kind in ('donation', 'refund', 'refund-paid', 'settlement',
    'fee', 'award', 'release', 'payout', 'payout-confirmed', 'payout-returned', 'grant-returned', 'transfer', 'correction',
    'statement', 'treasury-appropriation', 'treasury-due', 'treasury-paid', 'treasury-returned'));
