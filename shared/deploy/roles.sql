-- Roles and rights before the first migration. Run as superuser inside the (empty) database, as often as you like:
--
--   createdb yici && psql -d yici -v ON_ERROR_STOP=1 -f roles.sql
--   psql -d yici -c '\password yici_migrate'        -- and so on for the three service roles
--
-- The embedded edition runs this same file at every start. What a service may do with each table is granted by the
-- migration that makes the table.

do $$
declare
    role_name text;
begin
    -- One at a time: two starts on one server would trip over each other's catalogue rows.
    perform pg_advisory_xact_lock(hashtext('yici roles'));

    foreach role_name in array array['yici_migrate', 'yici_donations', 'yici_disbursement', 'yici_site'] loop
        if not exists (select from pg_roles where rolname = role_name) then
            execute format('create role %I', role_name);
        end if;
        execute format('alter role %I login nosuperuser nocreatedb nocreaterole noreplication nobypassrls', role_name);
    end loop;

    -- yici_migrate owns the database; the services may connect, and nobody else may do anything.
    execute format('alter database %I owner to yici_migrate', current_database());
    execute format('revoke all on database %I from public', current_database());
    execute format('grant connect on database %I to yici_donations, yici_disbursement, yici_site', current_database());
end
$$;

-- Nothing of ours lives in public.
revoke all on schema public from public;

-- A service that waits this long for a row is better off answering "busy"; a migration may wait.
alter role yici_donations set lock_timeout = '10s';
alter role yici_disbursement set lock_timeout = '10s';
alter role yici_site set lock_timeout = '10s';
-- A transaction that nobody ends must not hold the ledger's head; no statement of a service takes this long.
alter role yici_donations set idle_in_transaction_session_timeout = '30s';
alter role yici_disbursement set idle_in_transaction_session_timeout = '30s';
alter role yici_site set idle_in_transaction_session_timeout = '30s';
alter role yici_donations set statement_timeout = '30s';
alter role yici_disbursement set statement_timeout = '30s';
alter role yici_site set statement_timeout = '60s';
alter role yici_migrate set idle_in_transaction_session_timeout = 0;
