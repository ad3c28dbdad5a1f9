/** What policy needs to know of a cluster-year. */
export type ClusterYearFacts = {
  id: string
  year: number
  /** A unit heads it today. */
  hasHead: boolean
  /** The office has closed the year. */
  closed: boolean
  memberIds: string[]
}
