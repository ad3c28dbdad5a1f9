/** A unit's figures by indicator code, as typed: 2026's registered target, results to date and estimate; then 2025's. */
export type UnitFigures = Record<
  string,
  readonly [
    registered: string,
    sixMonths: string,
    nineMonths: string,
    toDate: string,
    estimate: string,
    lastRegistered: string,
    last: string,
  ]
>
