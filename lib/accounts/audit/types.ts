/** One field that an act changed, in words. */
export type AuditChange = { field: string; before: string | null; after: string | null }

export type AuditRow = {
  id: string
  at: Date
  /** null when the system itself acted. */
  actor: string | null
  onBehalfOf: string | null
  action: string
  entity: string
  entityId: string
  /** The unit, the cluster-year, or both, in words. */
  about: string[]
  reason: string | null
  changes: AuditChange[]
}
