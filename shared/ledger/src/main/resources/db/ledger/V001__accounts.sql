-- The chart of accounts and the accounts in it. Amounts are whole fen; debits are positive, credits negative.

-- Every kind of account there is: the same chart as org.yici.ledger.AccountKind, which a test compares with this one.
create table ledger.account_kind (
    kind    text primary key,
    form    text not null,                                    -- regular expression of its account codes
    side    smallint not null check (side in (1, -1)),        -- 1: debits make it grow; -1: credits do
    floored boolean not null                                  -- may its natural side never fall below zero?
);

insert into ledger.account_kind (kind, form, side, floored) values
    ('FUND',                   'fund:[a-z][a-z0-9-]{0,39}',                        -1, true),
    ('CLEARING',               'clearing:[a-z][a-z0-9-]{0,19}',                     1, false),
    ('PAYABLE_AWARD',          'payable:award:[A-Za-z0-9][A-Za-z0-9-]{0,39}',      -1, true),
    ('PAYABLE_REFUNDS',        'payable:refunds',                                  -1, true),
    ('TRANSIT_PAYOUTS',        'transit:payouts',                                  -1, true),
    ('BANK_MAIN',              'bank:main',                                         1, true),
    ('COST_PAYMENT_FEES',      'cost:payment-fees',                                 1, false),
    ('RECEIVABLE_CHARGEBACKS', 'receivable:chargebacks',                            1, false);

-- An account's balance and totals are kept, so that reading them never sums history. They change only when entries
-- are inserted (V002); audit() sums them anew.
create table ledger.accounts (
    code          text collate "C" primary key,
    kind          text not null references ledger.account_kind,
    currency      text not null check (currency = 'CNY'),
    side          smallint not null check (side in (1, -1)),
    floor         bigint,                                     -- of side * balance; null: none
    balance       bigint not null default 0,
    total_debits  bigint not null default 0 check (total_debits >= 0),
    total_credits bigint not null default 0 check (total_credits >= 0),
    check (balance = total_debits - total_credits),
    -- post() answers a floor as a refusal; this is the wall behind it.
    constraint floor_holds check (floor is null or side * balance >= floor)
);

-- Opens the accounts named that are not open yet. A code outside the chart opens nothing.
create function ledger.open_accounts(codes text[]) returns void
language sql
set search_path = ledger, pg_temp
begin atomic
    insert into ledger.accounts (code, kind, currency, side, floor)
    select distinct wanted.code, chart.kind, 'CNY', chart.side, case when chart.floored then 0 end
    from unnest(codes) as wanted (code)
    join ledger.account_kind chart on wanted.code ~ ('^' || chart.form || '$')
    where not exists (select from ledger.accounts a where a.code = wanted.code)
    on conflict (code) do nothing;
end;

revoke all on function ledger.open_accounts from public;
grant usage on schema ledger to yici_donations, yici_disbursement;
grant select on ledger.accounts to yici_donations, yici_disbursement;
