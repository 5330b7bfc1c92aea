-- How colleagues call the people behind usernames: a case's story is read with names.

create function staff.names_of(p_usernames text[]) returns table (username text, name text)
language sql stable security definer set search_path = pg_catalog, staff as $$
  select a.username, a.name from staff.account a where a.username = any(p_usernames)
$$;

revoke all on function staff.names_of(text[]) from public;
grant execute on function staff.names_of(text[]) to yici_donations, yici_disbursement;
