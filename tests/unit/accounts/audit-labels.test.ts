import { expect, test } from 'vitest'
import { ACTION_LABELS, entityLabel } from '@/lib/accounts/audit/labels'

const files = import.meta.glob<string>('../../../lib/**/commands.ts', {
  eager: true,
  query: '?raw',
  import: 'default',
})

function written(what: 'action' | 'entity'): string[] {
  const names = new Set<string>()
  for (const text of Object.values(files))
    for (const [, name] of text.matchAll(new RegExp(`${what}: '(\\w+)'`, 'g'))) if (name) names.add(name)
  return [...names]
}

test('every act that leaves a trail has a Vietnamese name in it', () => {
  const acts = written('action')
  expect(acts.length).toBeGreaterThan(60)
  expect(acts.filter((name) => !(name in ACTION_LABELS))).toEqual([])
})

test('everything an act can be about has a Vietnamese name in the trail', () => {
  const entities = written('entity')
  expect(entities.length).toBeGreaterThan(30)
  expect(entities.filter((name) => entityLabel(name) === name)).toEqual([])
})
