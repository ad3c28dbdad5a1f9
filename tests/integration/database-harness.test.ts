import { describe, expect, test } from 'vitest'
import { countRows, passTime, putBack, readRows, setNow, sql, tableChecksums } from '../support/database'

async function now(): Promise<Date> {
  const [row] = await sql<{ now: Date }>('SELECT app_now() AS now')
  if (!row) throw new Error('app_now() said nothing')
  return row.now
}

describe('the test database', () => {
  test('shows in its checksums what was written, and where', async () => {
    const before = await tableChecksums()
    await sql(`INSERT INTO settings (key, value) VALUES ('test', '{}')`)
    expect(await countRows('settings')).toBe(1)
    expect(await tableChecksums()).not.toEqual(before)
    const { settings: _, ...others } = before
    expect(await tableChecksums(['settings'])).toEqual(others)
  })

  test('is empty for the next test', async () => {
    expect(await countRows('settings')).toBe(0)
  })

  test('puts back what was there, to the letter', async () => {
    await sql(
      `INSERT INTO settings (key, value) VALUES ('kept', '{"words": "Lai Châu, \\"(1)\\"", "none": null}')`,
    )
    const [rows, before] = [await readRows(), await tableChecksums()]
    await sql(`UPDATE settings SET value = 'null'`)
    await sql(`INSERT INTO settings (key, value) VALUES ('new', '[]')`)
    await sql(`INSERT INTO organisers (id, slug, name) VALUES (gen_random_uuid(), 'hoi', 'Hội')`)
    const after = await tableChecksums()
    // The trigger's own table is among them.
    const changed = Object.keys(after).filter((table) => after[table] !== before[table])
    expect(changed.sort()).toEqual(['organisers', 'reference_version', 'settings'])
    await putBack(rows, changed)
    expect(await tableChecksums()).toEqual(before)
  })

  test('tells the time it is told', async () => {
    await setNow('2026-07-01T08:00:00+07:00')
    expect((await now()).toISOString().slice(0, 16)).toBe('2026-07-01T01:00')
    await passTime('3 days')
    expect((await now()).toISOString().slice(0, 16)).toBe('2026-07-04T01:00')
  })

  test('tells its own time again afterwards', async () => {
    expect(Math.abs((await now()).getTime() - Date.now())).toBeLessThan(60_000)
  })
})
