import pg from 'pg'

/** Rows of one statement in the database of the application under test, to arrange what a journey begins from. */
export async function demoSql<Row extends pg.QueryResultRow>(
  text: string,
  params: unknown[] = [],
): Promise<Row[]> {
  const connectionString = process.env.E2E_DATABASE_URL
  if (!connectionString) throw new Error('E2E_DATABASE_URL does not say which database is under test')
  const client = new pg.Client({ connectionString })
  await client.connect()
  try {
    return (await client.query<Row>(text, params)).rows
  } finally {
    await client.end()
  }
}

/** An empty draft of a unit for a period of 2026, emptied again if there is one: each journey takes a unit of its own. */
export async function emptyReport(unit: string, period: string): Promise<string> {
  const [report] = await demoSql<{ id: string }>(
    `INSERT INTO reports (unit_id, period_id, cluster_year_id, illustrative)
     SELECT u.id, p.id, cy.id, true
       FROM units u
       JOIN cluster_memberships m ON m.unit_id = u.id
       JOIN cluster_years cy ON cy.id = m.cluster_year_id
       JOIN emulation_years y ON y.id = cy.emulation_year_id AND y.year = 2026
       JOIN reporting_periods p ON p.emulation_year_id = y.id AND p.kind::text = $2
      WHERE u.slug = $1 LIMIT 1
     ON CONFLICT (unit_id, period_id) DO UPDATE SET state = 'DRAFT', version = reports.version + 1,
       first_sent_at = NULL, sent_at = NULL, late_days = 0
     RETURNING id`,
    [unit, period],
  )
  if (!report) throw new Error(`the demonstration has no ${period} of ${unit}`)
  for (const table of ['figures', 'narrative_sections', 'report_projections'])
    await demoSql(`DELETE FROM ${table} WHERE report_id = $1`, [report.id])
  await demoSql(`UPDATE evidence_files SET removed_at = app_now() WHERE report_id = $1`, [report.id])
  return report.id
}

/** Registered targets of a unit for 2026, as written, in the order of the rows. */
export async function registeredTargets(
  unit: string,
): Promise<{ id: string; code: string; name: string; raw: string }[]> {
  return demoSql(
    `SELECT i.id, i.code, i.name, f.raw FROM figures f JOIN indicators i ON i.id = f.indicator_id
       JOIN indicator_groups g ON g.id = i.group_id JOIN reports r ON r.id = f.report_id
       JOIN units u ON u.id = r.unit_id JOIN reporting_periods p ON p.id = r.period_id AND p.kind = 'REGISTRATION'
       JOIN emulation_years y ON y.id = p.emulation_year_id AND y.year = 2026
      WHERE u.slug = $1 ORDER BY g.position, i.position`,
    [unit],
  )
}

/** The main figures of a report as stored, by indicator. */
export async function storedFigures(
  reportId: string,
): Promise<Map<string, { raw: string; version: number }>> {
  const rows = await demoSql<{ id: string; raw: string; version: number }>(
    `SELECT indicator_id AS id, raw, version FROM figures WHERE report_id = $1 AND measure = 'MAIN'`,
    [reportId],
  )
  return new Map(rows.map(({ id, ...figure }) => [id, figure]))
}
