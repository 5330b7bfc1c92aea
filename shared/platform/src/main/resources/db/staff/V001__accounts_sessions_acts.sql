-- Who works here. Services have no right on these tables; each may do what the functions below let it do, and no more.
-- All times are the wall clock's: a demo that moves the program's clock ends nobody's session.

revoke all on schema staff from public;

create table staff.account (
    username      text primary key check (username ~ '^[a-z][a-z0-9._-]{1,31}$'),
    name          text not null check (length(name) between 1 and 60),
    password_hash text not null check (password_hash like '{%}%'),
    roles         text[] not null check (cardinality(roles) > 0
                      and roles <@ array['intake', 'reviewer', 'approver', 'cashier', 'auditor', 'admin']),
    totp_secret   bytea,
    demo          boolean not null default false,
    created_at    timestamptz not null default clock_timestamp(),
    disabled_at   timestamptz
);

-- A session is known by the hash of its token: who reads this table cannot become anybody.
create table staff.session (
    token_hash bytea primary key check (octet_length(token_hash) = 32),
    username   text not null references staff.account,
    created_at timestamptz not null default clock_timestamp(),
    seen_at    timestamptz not null default clock_timestamp()
);
create index session_created_at on staff.session (created_at);

-- Names that failed to sign in, whether there is such an account or not; hashed, since people type passwords there.
create table staff.sign_in_failure (
    name_hash bytea not null,
    at        timestamptz not null default clock_timestamp()
);
create index sign_in_failure_name on staff.sign_in_failure (name_hash, at);
create index sign_in_failure_at on staff.sign_in_failure (at);

-- The audit trail: ids and machine words, never personal data.
create table staff.act (
    number  bigint generated always as identity primary key,
    at      timestamptz not null default clock_timestamp(),
    actor   text not null references staff.account,
    service text not null default session_user,
    act     text not null check (act ~ '^[a-z][a-z0-9-]{1,63}$'),
    subject text not null check (length(subject) between 1 and 200),
    detail  jsonb not null check (jsonb_typeof(detail) = 'object' and length(detail::text) <= 4000)
);
create index act_subject on staff.act (subject, number);
create index act_actor on staff.act (actor, number);

create function staff.refuse_change() returns trigger language plpgsql
set search_path = pg_catalog, pg_temp as $$
begin
    raise exception 'The audit trail is only ever appended to (% on %.%)', tg_op, tg_table_schema, tg_table_name;
end $$;

create trigger append_only before update or delete or truncate on staff.act
for each statement execute function staff.refuse_change();
-- Also while triggers of ordinary sessions are switched off for a replica's sake.
alter table staff.act enable always trigger append_only;

create function staff.record_act(p_actor text, p_act text, p_subject text, p_detail jsonb) returns bigint
language sql security definer set search_path = pg_catalog, pg_temp as $$
    insert into staff.act (actor, act, subject, detail) values (p_actor, p_act, p_subject, p_detail) returning number
$$;

-- Who holds this session, if it lives: 12 hours at most, 2 hours idle, the account not disabled.
-- 'Seen' is written at most once a minute, so that reading a page is not a write.
create function staff.member_of(p_token_hash bytea) returns table (username text, name text, roles text[])
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    now_is timestamptz := clock_timestamp();
    living staff.session;
begin
    select * into living from staff.session s
     where s.token_hash = p_token_hash
       and s.created_at > now_is - interval '12 hours' and s.seen_at > now_is - interval '2 hours';
    if not found then
        return;
    end if;
    if living.seen_at < now_is - interval '1 minute' then
        update staff.session s set seen_at = now_is where s.token_hash = p_token_hash;
    end if;
    return query select a.username, a.name, a.roles from staff.account a
                  where a.username = living.username and a.disabled_at is null;
end $$;

-- Seconds to wait before this name may try again: 0 with fewer than 10 failures in the last 5 minutes.
create function staff.seconds_locked(p_username text) returns integer
language sql security definer set search_path = pg_catalog, pg_temp as $$
    select coalesce(greatest(ceil(extract(epoch from f.at[10] + interval '5 minutes' - clock_timestamp())), 0), 0)::integer
      from (select array_agg(at order by at desc) at from staff.sign_in_failure
             where name_hash = sha256(convert_to(p_username, 'UTF8')) and at > clock_timestamp() - interval '5 minutes') f
$$;

-- What a sign-in is checked against: always one row. An unknown and a disabled account look alike: no hash.
create function staff.credentials_of(p_username text)
returns table (password_hash text, second_factor boolean, seconds_locked integer)
language sql security definer set search_path = pg_catalog, pg_temp as $$
    select a.password_hash, a.totp_secret is not null, staff.seconds_locked(p_username)
      from (select 1) one
      left join staff.account a on a.username = p_username and a.disabled_at is null
$$;

create function staff.note_failure(p_username text) returns void
language sql security definer set search_path = pg_catalog, pg_temp as $$
    delete from staff.sign_in_failure where at < clock_timestamp() - interval '5 minutes';
    insert into staff.sign_in_failure (name_hash) values (sha256(convert_to(p_username, 'UTF8')))
$$;

-- Opens a session after the password was found right, and answers whose it is. It asks once more whether the name is
-- locked, so that many guesses at the same moment gain nothing by one of them being right. Clears away what has expired.
create function staff.open_session(p_username text, p_token_hash bytea)
returns table (username text, name text, roles text[])
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
    if staff.seconds_locked(p_username) > 0 then
        return;
    end if;
    delete from staff.session s where s.token_hash in (
        select e.token_hash from staff.session e where e.created_at < clock_timestamp() - interval '12 hours'
           for update skip locked);
    insert into staff.session (token_hash, username)
    select p_token_hash, a.username from staff.account a
     where a.username = p_username and a.disabled_at is null and a.totp_secret is null;
    if not found then
        return;
    end if;
    delete from staff.sign_in_failure where name_hash = sha256(convert_to(p_username, 'UTF8'));
    return query select a.username, a.name, a.roles from staff.account a where a.username = p_username;
end $$;

create function staff.close_session(p_token_hash bytea) returns void
language sql security definer set search_path = pg_catalog, pg_temp as $$
    delete from staff.session where token_hash = p_token_hash
$$;

-- Only the demo makes accounts this way. The row says so, and production does not start beside it.
create function staff.add_demo_account(p_username text, p_name text, p_password_hash text, p_roles text[]) returns void
language sql security definer set search_path = pg_catalog, pg_temp as $$
    insert into staff.account (username, name, password_hash, roles, demo)
    values (p_username, p_name, p_password_hash, p_roles, true) on conflict (username) do nothing
$$;

create function staff.demo_accounts() returns bigint
language sql security definer set search_path = pg_catalog, pg_temp as $$
    select count(*) from staff.account where demo
$$;

revoke all on all functions in schema staff from public;
grant usage on schema staff to yici_donations, yici_disbursement;
grant execute on function staff.member_of(bytea), staff.record_act(text, text, text, jsonb), staff.demo_accounts()
    to yici_donations, yici_disbursement;
grant execute on function staff.credentials_of(text), staff.note_failure(text), staff.open_session(text, bytea),
    staff.close_session(bytea), staff.add_demo_account(text, text, text, text[]) to yici_disbursement;
