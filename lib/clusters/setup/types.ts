export type ClusterSetDto = {
  id: string
  slug: string
  name: string
  organiser: string
  validFrom: string | null
  validTo: string | null
  predecessor: string | null
  illustrative: boolean
  note: string | null
  version: number
  clusterYears: number
}

export type ClusterRow = {
  id: string
  slug: string
  name: string
  aliases: string[]
  note: string | null
  version: number
  years: number[]
}

export type HeadshipRow = {
  id: string
  role: 'HEAD' | 'DEPUTY'
  unitId: string
  unitName: string
  startsOn: string | null
  endsOn: string | null
  note: string | null
}

/** A cluster-year as the office edits it. */
export type ClusterYearSetup = {
  id: string
  clusterSlug: string
  clusterName: string
  setName: string
  year: number
  /** The year is closed: nothing of it changes any more. */
  closed: boolean
  title: string
  motto: string | null
  illustrative: boolean
  version: number
  members: { unitId: string; name: string; slug: string; started: boolean }[]
  headships: HeadshipRow[]
  centralStaff: string[]
  reviewers: string[]
}

/** Who and what may be chosen on the page of a cluster-year. */
export type ClusterYearChoices = {
  units: { id: string; name: string; takenBy: string | null }[]
  centralStaff: { id: string; name: string; email: string }[]
  reviewers: { id: string; name: string; email: string }[]
}
