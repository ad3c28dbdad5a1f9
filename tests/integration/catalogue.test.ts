import { expect, inject, test } from 'vitest'
import { onConnection, withDatabase } from '../support/postgres'

/**
 * What the schema files cannot say and only the migrations hold. Prisma does not see these objects: without this
 * record a new migration could drop one unnoticed. After a deliberate change: `npm run test:integration -- -u`.
 */
const CATALOGUE = `
  SELECT 'extension ' || e.extname AS entry
    FROM pg_extension e WHERE e.extname <> 'plpgsql'
  UNION ALL
  SELECT 'function ' || p.oid::regprocedure || E'\\n' || pg_get_functiondef(p.oid)
    FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
   WHERE n.nspname IN ('public', 'platform') AND p.prokind IN ('f', 'p')
     AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e')
  UNION ALL
  SELECT 'trigger ' || pg_get_triggerdef(t.oid)
    FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_namespace n ON n.oid = c.relnamespace
   WHERE n.nspname IN ('public', 'platform') AND NOT t.tgisinternal
  UNION ALL
  SELECT 'index ' || pg_get_indexdef(i.indexrelid)
    FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid JOIN pg_namespace n ON n.oid = c.relnamespace
    JOIN pg_am a ON a.oid = c.relam
   WHERE n.nspname IN ('public', 'platform')
     AND (i.indpred IS NOT NULL OR i.indexprs IS NOT NULL OR a.amname <> 'btree' OR i.indnkeyatts < i.indnatts
          OR i.indnullsnotdistinct)
  UNION ALL
  SELECT 'constraint on ' || con.conrelid::regclass || ' ' || con.conname || ' ' || pg_get_constraintdef(con.oid)
    FROM pg_constraint con JOIN pg_namespace n ON n.oid = con.connamespace
   WHERE n.nspname IN ('public', 'platform') AND con.conrelid <> 0
     AND (con.contype IN ('c', 'x') OR (con.contype IN ('f', 'u') AND con.condeferrable))
  UNION ALL
  SELECT 'generated ' || c.relname || '.' || a.attname || ' ' || pg_get_expr(d.adbin, d.adrelid)
    FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
    JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
   WHERE n.nspname IN ('public', 'platform') AND a.attgenerated <> ''
  UNION ALL
  SELECT 'view ' || v.viewname || E'\\n' || v.definition FROM pg_views v
   WHERE v.schemaname IN ('public', 'platform')
     AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = v.viewname::regclass AND d.deptype = 'e')
   ORDER BY 1`

test('triggers, functions and hand-written indexes are those on record', async () => {
  const url = withDatabase(inject('adminUrl'), `${inject('databasePrefix')}_migrated`)
  const entries = await onConnection(url, (client) => client.query<{ entry: string }>(CATALOGUE))
  const text = entries.rows.map(({ entry }) => `${entry.trim()}\n`).join('\n')
  await expect(text).toMatchFileSnapshot('__snapshots__/catalogue.sql')
})
