import { printDate, printDateTime } from '@/lib/platform/dates'
import type { AuditChange } from './types'

type Json = unknown

/** The fields in which two states differ, each as readable text; nested fields are named "a.b". */
export function changesBetween(before: Json, after: Json): AuditChange[] {
  const [old, now] = [flatten(before), flatten(after)]
  const changes: AuditChange[] = []
  for (const field of new Set([...old.keys(), ...now.keys()])) {
    const change = { field, before: old.get(field) ?? null, after: now.get(field) ?? null }
    if (change.before !== change.after) changes.push(change)
  }
  return changes
}

function flatten(value: Json, prefix = '', into = new Map<string, string>()): Map<string, string> {
  if (value === null || value === undefined) return into
  if (typeof value === 'object' && !Array.isArray(value)) {
    for (const [name, inner] of Object.entries(value))
      flatten(inner, prefix ? `${prefix}.${name}` : name, into)
  } else {
    into.set(prefix, print(value))
  }
  return into
}

function print(value: Json): string {
  if (typeof value === 'boolean') return value ? 'có' : 'không'
  if (Array.isArray(value))
    return (
      value.map((item) => (typeof item === 'object' ? JSON.stringify(item) : print(item))).join(', ') ||
      'trống'
    )
  if (typeof value !== 'string') return String(value)
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return printDate(value) || value
  if (/^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(value)) return printDateTime(value) || value
  return value === '' ? 'trống' : value
}
