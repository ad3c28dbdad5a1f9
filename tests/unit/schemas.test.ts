import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'

const RUNS = process.env.FULL === '1' ? 10_000 : 1_000

const modules = import.meta.glob<Record<string, unknown>>('../../lib/**/schema.ts', { eager: true })

const schemas = Object.entries(modules).flatMap(([file, exports]) =>
  Object.entries(exports).flatMap(([name, value]) =>
    value instanceof z.ZodType ? [{ name: `${file.replace('../../lib/', '')} ${name}`, schema: value }] : [],
  ),
)

const junkText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.constantFrom(
    '',
    ' ',
    '0',
    '-1',
    '1e999',
    'NaN',
    '2026-02-30',
    '31/12/2026',
    'null',
    '\u0000',
    '=1+1',
    '1.5',
    '👩‍🌾',
    '%',
  ),
  fc.uuid(),
  fc.date({ noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10)),
  fc.string({ minLength: 3000, maxLength: 30_000 }),
)
const junkValue = fc.oneof(
  { weight: 6, arbitrary: junkText },
  fc.constantFrom(undefined, null, true, 0, -1, 1.5, Number.NaN, Number.MAX_SAFE_INTEGER, [], {}),
  fc.array(junkText, { maxLength: 4 }),
)

/** Names of the fields a form or body of this schema has. */
function fieldsOf(schema: z.ZodType): string[] {
  if (schema instanceof z.ZodObject) return Object.keys(schema.shape)
  if (schema instanceof z.ZodPipe) return fieldsOf(schema.in as z.ZodType)
  return []
}

/** zod's own English, which nobody may see. */
const ENGLISH = /invalid|expected|too (small|big|long|short)|required|must|received|unrecognized/i

describe('M9 junk in every field of every form', () => {
  test('there are schemas to try', () => {
    expect(schemas.length).toBeGreaterThan(20)
  })

  test.each(schemas)('$name answers with a Vietnamese sentence or takes it', ({ schema }) => {
    const fields = fieldsOf(schema)
    const input =
      fields.length > 0
        ? fc.oneof(
            {
              weight: 8,
              arbitrary: fc.record(Object.fromEntries(fields.map((name) => [name, junkValue])), {
                requiredKeys: [],
              }),
            },
            junkValue,
          )
        : junkValue
    fc.assert(
      fc.property(input, (value) => {
        const parsed = schema.safeParse(value, { error: () => 'Nội dung này chưa đúng. Hãy xem lại.' })
        for (const issue of parsed.error?.issues ?? []) expect(issue.message).not.toMatch(ENGLISH)
      }),
      { numRuns: Math.max(20, Math.ceil(RUNS / schemas.length)) },
    )
  })
})
