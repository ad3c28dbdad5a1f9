-- What the tables stand on: extensions, the clock and the folding of Vietnamese text.
-- Everything here runs on PostgreSQL 15 and later.

CREATE EXTENSION IF NOT EXISTS unaccent;
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS pgcrypto;

-- Names sort the way a Vietnamese reader expects: ORDER BY name COLLATE vn.
CREATE COLLATION IF NOT EXISTS vn (provider = icu, locale = 'vi');

-- A schema of its own keeps these objects out of the tables that Prisma compares.
CREATE SCHEMA IF NOT EXISTS platform;

-- A row here marks the database as a test database. Nothing in the product writes it.
CREATE TABLE platform.test_clock (
  only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
  shift interval NOT NULL DEFAULT interval '0'
);

-- The one clock of the product: the start of the transaction, shifted in test databases only.
CREATE FUNCTION app_now() RETURNS timestamptz
LANGUAGE plpgsql STABLE PARALLEL SAFE
AS $$
BEGIN
  RETURN now() + coalesce((SELECT shift FROM platform.test_clock), interval '0');
END
$$;

-- Turns this database into a test database. Only operators and tests call it.
CREATE FUNCTION platform.mark_test_database() RETURNS void
LANGUAGE sql
AS $$
  INSERT INTO platform.test_clock (only_row) VALUES (true) ON CONFLICT DO NOTHING
$$;

-- Moves the clock of a test database; fails in any other.
CREATE FUNCTION platform.set_test_clock(moment timestamptz) RETURNS void
LANGUAGE plpgsql
AS $$
BEGIN
  UPDATE platform.test_clock SET shift = moment - now();
  IF NOT FOUND THEN
    RAISE EXCEPTION 'this database is not marked as a test database';
  END IF;
END
$$;

-- "Đắk Lắk" → "dak lak": what search compares. Precomposed and decomposed spellings fold alike.
-- Built-in functions only, each of them IMMUTABLE, so that an index on vn_fold(name) stays true.
CREATE FUNCTION vn_fold(words text) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN lower(
  translate(
    normalize(words, NFD),
    U&'\0111\0110\00F0\00D0\0300\0301\0302\0303\0306\0307\0308\0309\030A\030C\031B\0323\0327',
    'dDdD'
  ) COLLATE "und-x-icu"
);
