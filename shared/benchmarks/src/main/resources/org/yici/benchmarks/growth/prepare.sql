-- Where the books stand, and the gifts that are to follow: all made of their place i in the row, so that any stretch of
-- them can be written on its own. :journals gifts in eight years; the program's clock is moved behind them at the end
-- (books.sql), so that they lie in the past.
create schema growth;

create table growth.base as
select h.last_sequence as sequence, h.last_at as at,
       8 * 365.25 * 86400 / greatest(:journals, 1) as step_seconds,
       greatest(:journals / 20, 1) as donors,
       d.number as debited, d.balance as debited_balance,
       c.number as credited, c.balance as credited_balance, c.total_credits
from ledger.head h
join ledger.accounts d on d.code = 'clearing:sandbox'
join ledger.accounts c on c.code = 'fund:poverty-relief';

-- ¥1, ¥6, ¥20 and ¥100 in turns: what the first i gifts come to.
create function growth.fen_until(i bigint) returns bigint language sql immutable
return (i / 4) * 12700 + (array[0, 100, 700, 2700])[(i % 4 + 1)::integer];

-- The time-ordered id (UUID version 7) of gift i.
create function growth.id_of(i bigint, at timestamptz) returns uuid language sql immutable
return (lpad(to_hex(floor(extract(epoch from at) * 1000)::bigint), 12, '0') || '7' || substr(md5(i::text), 1, 3)
    || '8' || substr(md5(i::text), 4, 15))::uuid;

create function growth.bytes(what text, i bigint, length integer) returns bytea language sql immutable
return substr(sha256(convert_to(what || i, 'UTF8')) || sha256(convert_to(i || what, 'UTF8')), 1, length);

-- Gifts first to last. Every fourth has a name; each donor with a name gives five times.
create function growth.gifts(first bigint, last bigint)
returns table (i bigint, sequence bigint, at timestamptz(3), id uuid, amount bigint, fen bigint, salt bytea, private text,
               named boolean, donor bigint, is_new boolean)
language sql stable as $$
    select g.i, b.sequence + g.i, t.at, u.id, growth.fen_until(g.i) - growth.fen_until(g.i - 1), growth.fen_until(g.i),
           growth.bytes('salt', g.i, 32),
           format('{"donation":"%s","method":"sandbox","place":"village-shop","reference":"sandbox-%s"}', u.id, u.id),
           g.i % 4 = 0, g.i / 4 % b.donors, g.i % 4 <> 0 or g.i / 4 <= b.donors
    from growth.base b
    cross join generate_series(first, last) as g (i)
    cross join lateral (select (b.at + g.i * b.step_seconds * interval '1 second')::timestamptz(3) as at) t
    cross join lateral (select growth.id_of(g.i, t.at) as id) u
$$;
