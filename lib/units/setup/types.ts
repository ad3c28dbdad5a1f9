export type UnitSetup = {
  id: string
  slug: string
  version: number
  ended: boolean
  aliases: { id: string; alias: string }[]
  designations: {
    id: string
    name: string
    kind: string
    code: string | null
    validFrom: string | null
    validTo: string | null
    source: string | null
  }[]
}
