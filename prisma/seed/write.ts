import { createHash } from 'node:crypto'
import { startOfDay } from '@/lib/platform/dates'
import type { Prisma } from '@/prisma/generated/client'

export type Tx = Prisma.TransactionClient

/** The same id for the same key at every seeding, in every installation. */
export function stableId(...key: (string | number)[]): string {
  const hex = createHash('sha256').update(key.join('\u0000')).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-9${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

/** A date column's value. */
export function date(day: string): Date
export function date(day: string | undefined): Date | null
export function date(day: string | undefined): Date | null {
  return day === undefined ? null : new Date(`${day}T00:00:00Z`)
}

/** A moment of a day in Vietnam: at("2026-11-20", 9.5) is half past nine. */
export function at(day: string, hour: number): Date {
  return new Date(startOfDay(day).getTime() + Math.round(hour * 3_600_000))
}

/** Ids by natural key, and which keys this run created: dependents are written with their row and never again. */
export class Kept {
  readonly ids = new Map<string, string>()
  readonly added = new Set<string>()

  id(key: string): string {
    const id = this.ids.get(key)
    if (id === undefined) throw new Error(`The seed names ${key}, which it has not written.`)
    return id
  }
}

/**
 * Writes the rows whose natural key is not in the database yet. What is there stays as it is, since people may have
 * changed it.
 */
export async function keep<Row extends { id: string }>(
  rows: { key: string; row: Row }[],
  existing: { key: string; id: string }[],
  create: (rows: Row[]) => Promise<unknown>,
): Promise<Kept> {
  const kept = new Kept()
  for (const { key, id } of existing) kept.ids.set(key, id)
  const missing = rows.filter(({ key }) => !kept.ids.has(key))
  if (missing.length > 0) await create(missing.map(({ row }) => row))
  for (const { key, row } of missing) {
    kept.ids.set(key, row.id)
    kept.added.add(key)
  }
  return kept
}
