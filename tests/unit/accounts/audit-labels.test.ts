import { expect, test } from 'vitest'
import { ACTION_LABELS } from '@/lib/accounts/audit/labels'

const files = import.meta.glob<string>('../../../lib/**/commands.ts', {
  eager: true,
  query: '?raw',
  import: 'default',
})

test('every act that leaves a trail has a Vietnamese name in it', () => {
  const acts = new Set<string>()
  for (const text of Object.values(files))
    for (const [, name] of text.matchAll(/action: '(\w+)'/g)) if (name) acts.add(name)
  expect(acts.size).toBeGreaterThan(60)
  expect([...acts].filter((name) => !(name in ACTION_LABELS))).toEqual([])
})
