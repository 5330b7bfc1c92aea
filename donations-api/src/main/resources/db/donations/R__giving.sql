-- Taking wishes and booking gifts, many at a time, each in one call and one commit. Arrays run in parallel, one place a
-- wish or a gift; times are milliseconds since 1970.

-- The part of donations.gift_key that a moment belongs to.
create or replace function donations.key_slot(at timestamptz) returns smallint
language sql immutable
return (floor(extract(epoch from at) / 604800)::bigint % 3)::smallint;

-- Empties the part of the week before last. A part that was not emptied in time only remembers longer.
create or replace function donations.forget_old_keys() returns void
language plpgsql security definer set search_path = donations, pg_temp as $$
begin
    execute format('truncate donations.gift_key_%s', key_slot(now() + interval '7 days'));
end;
$$;

-- Whether one may give to a campaign at a moment (the same as Campaign.takesGiftsAt, which a test compares).
create or replace function donations.takes_gifts(c donations.campaign, at timestamptz) returns boolean
language sql immutable
return c.state = 'OPEN' and c.opens_at <= at and (c.closes_at is null or at < c.closes_at);

-- Takes wishes, each once a key. Answers those alone, by their place n, that were not simply taken: 'same' with the earlier
-- gift's id (same key, same request); 'other' (same key, another request); 'not-open' or 'unknown' for its campaign. What is
-- refused keeps no key. Money of the counter is there already, and belongs to the campaign whose day it was given on
-- (counter.line.CampaignNames said so when it was written down): it is taken although the campaign may have closed since, as
-- a payment is that comes late.
create or replace function donations.take_wishes(
    ids uuid[], keys uuid[], requests uuid[], campaigns text[], amounts bigint[], methods text[], places text[],
    names text[], phones text[], messages text[], donors text[], created bigint[], pay_until bigint[], ask_at bigint[])
returns table (n integer, outcome text, id uuid)
language plpgsql
set search_path = donations, pg_temp
-- Planned once, for batches: rows are fetched by key first (= any), then hashed together.
set plan_cache_mode = force_generic_plan
set enable_seqscan = off
set enable_nestloop = off
as $$
#variable_conflict use_column
declare
    -- At the turn of the week a key is written into both parts for a minute, the old one first: two requests at the same
    -- moment, one on each side, still meet.
    slots smallint[] := array[key_slot(now())];
    last_week smallint := key_slot(now() - interval '7 days');
    taken uuid[];
    part smallint;
begin
    if key_slot(now() - interval '1 minute') <> slots[1] then
        slots := last_week || slots;
    end if;

    taken := array(
        select distinct on (w.key) w.id
        from unnest(ids, keys, campaigns, methods, created) with ordinality as w (id, key, campaign, method, created, n)
        join campaign c on c.code = w.campaign
        where (takes_gifts(c, timestamptz 'epoch' + w.created * interval '1 millisecond') or w.method in ('cash', 'bank'))
            and not exists (select from (select g.key from gift_key g where g.key = any(keys) and g.slot = last_week) k
                            where k.key = w.key)
        order by w.key, w.n);
    foreach part in array slots loop
        with written as (
            insert into gift_key (key, request, id, slot)
            select w.key, w.request, w.id, part
            from unnest(ids, keys, requests) as w (id, key, request) join unnest(taken) as t (id) on t.id = w.id
            order by w.key
            on conflict do nothing
            returning id
        )
        select coalesce(array_agg(id), '{}') into taken from written;
    end loop;

    insert into wish (id, amount, created_at, pay_until, ask_at, status, campaign, method, place, name, phone, message, donor)
    select w.id, w.amount, timestamptz 'epoch' + w.created * interval '1 millisecond',
           timestamptz 'epoch' + w.pay_until * interval '1 millisecond',
           timestamptz 'epoch' + w.ask_at * interval '1 millisecond', 'PENDING', w.campaign, w.method, w.place,
           decode(w.name, 'hex'), decode(w.phone, 'hex'), decode(w.message, 'hex'), decode(w.donor, 'hex')
    from unnest(ids, amounts, created, pay_until, ask_at, campaigns, methods, places, names, phones, messages, donors)
        as w (id, amount, created, pay_until, ask_at, campaign, method, place, name, phone, message, donor)
    join unnest(taken) as t (id) on t.id = w.id;

    if cardinality(taken) = cardinality(ids) then
        return;
    end if;
    return query
    select w.n::integer,
           case when k.id is not null then case when k.request = w.request then 'same' else 'other' end
                when c.code is not null then 'not-open' else 'unknown' end,
           k.id
    from unnest(ids, keys, requests, campaigns) with ordinality as w (id, key, request, campaign, n)
    left join campaign c on c.code = w.campaign
    left join (select distinct on (g.key) g.key, g.id, g.request from gift_key g
               where g.key = any(keys) and g.slot = any(last_week || slots)
               order by g.key, g.slot = last_week desc) k on k.key = w.key
    where not exists (select from unnest(taken) as t (id) where t.id = w.id);
end;
$$;

-- Books paid gifts: each moves out of the wishes, with its journal, or none does. Answers once for all: their sequences, in
-- order; or, when nothing was done, the places of those that are no wish any more (somebody else booked them); or the
-- reason why one was refused: its payment has paid another gift ('other-payment'), or the ledger's word.
-- The journals come as ledger.post takes them, all but their remarks: who is a new donor is known only here.
create or replace function donations.book_gifts(
    ids uuid[], payments text[], kinds text[], keys text[], times bigint[], currencies text[], ofs bigint[], grants text[],
    aids text[], campaigns text[], commitments bytea, salts bytea, privates text[],
    entry_counts integer[], entry_accounts text[], entry_amounts bigint[])
returns table (sequences bigint[], gone integer[], reason text)
language plpgsql
set search_path = donations, pg_temp
set plan_cache_mode = force_generic_plan    -- as above
set enable_seqscan = off
set enable_nestloop = off
as $$
#variable_conflict use_column
declare
    locked uuid[];
    marked boolean;
    times_posted timestamptz[];
    broken text;
begin
    select array_agg(l.id), bool_or(l.donor is not null) into locked, marked
    from (select w.id, w.donor from wish w where w.id = any(ids) order by w.id for update) l;
    if coalesce(cardinality(locked), 0) < cardinality(ids) then
        gone := array(select i.n::integer from unnest(ids) with ordinality as i (id, n)
                      where not exists (select from unnest(locked) as l (id) where l.id = i.id));
        return next;
        return;
    end if;

    begin
        select array_agg(p.sequence order by p.n), array_agg(p.at order by p.n), min(p.reason)
        into sequences, times_posted, reason
        from ledger.post(kinds, keys, times, currencies, ofs, grants, aids, campaigns, commitments, salts, privates,
            entry_counts, entry_accounts, entry_amounts,
            case when marked then donor_remarks(ids)
                 else array_fill('{"newDonor":true,"newFundDonor":true}'::text, array[cardinality(ids)]) end) p;
        if reason is not null then
            raise exception using errcode = 'YC001', message = reason;
        end if;

        with moved as (
            delete from wish w where w.id = any(ids)
            returning w.id, w.amount, w.created_at, w.campaign, w.method, w.place, w.name, w.phone, w.message, w.donor
        )
        insert into donation (id, amount, created_at, paid_at, sequence, status, campaign, method, reference, place, name,
            phone, message, donor)
        select m.id, m.amount, m.created_at, b.at, b.sequence, 'PAID', m.campaign, m.method, b.payment, m.place, m.name,
               m.phone, m.message, m.donor
        from moved m join unnest(ids, payments, sequences, times_posted) as b (id, payment, sequence, at) on b.id = m.id
        order by b.sequence;
    exception
        when sqlstate 'YC001' then
            sequences := null;
        when unique_violation then
            get stacked diagnostics broken = constraint_name;
            if broken <> 'one_gift_a_payment' then
                raise;
            end if;
            sequences := null;
            reason := 'other-payment';
    end;
    return next;
end;
$$;

-- A round: takes wishes and books paid gifts in one call and one commit. Wishes first, and whatever becomes of the bookings. Of
-- wishes those are answered that were not simply taken, by their places; of bookings as book_gifts does.
create or replace function donations.write_gifts(
    wish_ids uuid[], wish_keys uuid[], requests uuid[], wish_campaigns text[], amounts bigint[], methods text[], places text[],
    names text[], phones text[], messages text[], donors text[], created bigint[], pay_until bigint[], ask_at bigint[],
    ids uuid[], payments text[], kinds text[], keys text[], times bigint[], currencies text[], ofs bigint[], grants text[],
    aids text[], campaigns text[], commitments bytea, salts bytea, privates text[],
    entry_counts integer[], entry_accounts text[], entry_amounts bigint[])
returns table (odd integer[], outcomes text[], earlier uuid[], sequences bigint[], gone integer[], reason text)
language plpgsql
set search_path = donations, pg_temp
as $$
#variable_conflict use_column
begin
    if cardinality(wish_ids) > 0 then
        select array_agg(t.n order by t.n), array_agg(t.outcome order by t.n), array_agg(t.id order by t.n)
        into odd, outcomes, earlier
        from take_wishes(wish_ids, wish_keys, requests, wish_campaigns, amounts, methods, places, names, phones, messages,
            donors, created, pay_until, ask_at) t;
    end if;
    if cardinality(ids) > 0 then
        select b.sequences, b.gone, b.reason into sequences, gone, reason
        from book_gifts(ids, payments, kinds, keys, times, currencies, ofs, grants, aids, campaigns, commitments, salts,
            privates, entry_counts, entry_accounts, entry_amounts) b;
    end if;
    return next;
end;
$$;

-- Writes down who gives for the first time, in all and to a fund, and answers the remarks of each gift's journal, as canonical
-- JSON. A gift without a mark counts as a donor by itself; of several gifts of one new donor the first brings the donor.
create or replace function donations.donor_remarks(ids uuid[]) returns text[]
language plpgsql
set search_path = donations, pg_temp
set plan_cache_mode = force_generic_plan    -- as above
set enable_seqscan = off
set enable_nestloop = off
as $$
declare
    answer text[];
begin
    with gift as materialized (
        select i.n, w.donor, c.fund,
               row_number() over (partition by w.donor order by i.n) as nth,
               row_number() over (partition by w.donor, c.fund order by i.n) as nth_to_fund
        from unnest(ids) with ordinality as i (id, n)
        join (select w.id, w.donor, w.campaign from wish w where w.id = any(ids)) w on w.id = i.id
        join campaign c on c.code = w.campaign
    ), new_donor as (
        insert into donor (fingerprint) select g.donor from gift g where g.donor is not null and g.nth = 1 order by g.donor
        on conflict do nothing returning fingerprint
    ), new_fund_donor as (
        insert into fund_donor (fund, fingerprint)
        select g.fund, g.donor from gift g where g.donor is not null and g.nth_to_fund = 1 order by g.fund, g.donor
        on conflict do nothing returning fund, fingerprint
    )
    select array_agg(format('{"newDonor":%s,"newFundDonor":%s}',
               (g.donor is null or g.nth = 1 and d.fingerprint is not null)::text,
               (g.donor is null or g.nth_to_fund = 1 and f.fingerprint is not null)::text) order by g.n)
    into answer
    from gift g
    left join new_donor d on d.fingerprint = g.donor
    left join new_fund_donor f on f.fund = g.fund and f.fingerprint = g.donor;
    return answer;
end;
$$;

-- Gifts by id, newest first, before one id and from another on; of one campaign or of all. Each table gives its own newest.
create or replace function donations.gifts_before(last uuid, first uuid, of_campaign text, most integer)
returns setof donations.gift language sql stable set search_path = donations, pg_temp
begin atomic
    select g.* from donations.gift g
    where g.id = any(array(
        (select w.id from donations.wish w where w.id < last and w.id >= first and (of_campaign is null or w.campaign = of_campaign)
         order by w.id desc limit most)
        union all
        (select d.id from donations.donation d where d.id < last and d.id >= first and (of_campaign is null or d.campaign = of_campaign)
         order by d.id desc limit most)))
    order by g.id desc
    limit most;
end;

-- Gifts by id, as they are looked up when notices come: nearly always they are wishes still.
create or replace function donations.gifts_of(ids uuid[]) returns setof donations.gift
language plpgsql stable
set search_path = donations, pg_temp
set plan_cache_mode = force_generic_plan    -- as above
set enable_seqscan = off
set enable_nestloop = off
as $$
declare
    found integer;
begin
    return query
    select w.id, w.campaign, c.fund, w.amount, w.method, w.status, w.place, w.created_at, null::timestamptz, null::bigint,
           null::text, w.name, w.donor
    from wish w join campaign c on c.code = w.campaign where w.id = any(ids);
    get diagnostics found = row_count;
    if found < cardinality(ids) then
        return query
        select d.id, d.campaign, c.fund, d.amount, d.method, d.status, d.place, d.created_at, d.paid_at, d.sequence,
               d.reference, d.name, d.donor
        from donation d join campaign c on c.code = d.campaign where d.id = any(ids);
    end if;
end;
$$;

-- The gift that a journal books; null for any other journal.
create or replace function donations.gift_of_journal(journal bigint) returns uuid
language sql stable set search_path = donations, pg_temp
begin atomic
    select substr(j.key, length('donation/') + 1)::uuid from ledger.journals j
    where j.sequence = gift_of_journal.journal and j.kind = 'donation' and j.key like 'donation/%';
end;

revoke all on function donations.gifts_of, donations.gifts_before, donations.gift_of_journal from public;
grant execute on function donations.gifts_of, donations.gifts_before, donations.gift_of_journal to yici_donations;
revoke all on function donations.key_slot, donations.forget_old_keys, donations.takes_gifts, donations.take_wishes, donations.write_gifts,
    donations.book_gifts, donations.donor_remarks from public;
grant execute on function donations.key_slot, donations.forget_old_keys, donations.takes_gifts, donations.take_wishes, donations.write_gifts,
    donations.book_gifts, donations.donor_remarks to yici_donations;
