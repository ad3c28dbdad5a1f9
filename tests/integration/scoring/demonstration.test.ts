import { beforeAll, describe, expect, it } from 'vitest'
import { getRubric, getScoreBoard } from '@/lib/scoring/rubric/queries'
import { maximaWarnings } from '@/lib/scoring/rules'
import { getSheet } from '@/lib/scoring/sheets/queries'
import { seed } from '@/prisma/seed/main'
import { actorWith } from '../../support/actors'
import { keepRowsBetweenTests, prisma } from '../../support/database'

keepRowsBetweenTests()

describe('the demonstration of scores', () => {
  beforeAll(() => seed({ demo: true }))

  it('is open, illustrative and adds up in both clusters of 2026', async () => {
    const office = actorWith({ isOffice: true })
    const rubrics = await prisma.rubric.findMany({
      include: { _count: { select: { teams: true, sheets: true } } },
    })
    expect(
      rubrics.map(({ state, illustrative, _count }) => [state, illustrative, _count.teams === _count.sheets]),
    ).toEqual([
      ['OPEN', true, true],
      ['OPEN', true, true],
    ])
    for (const { clusterYearId } of rubrics) {
      const view = await getRubric(office, clusterYearId)
      expect(maximaWarnings(view?.rubric?.total ?? '', view?.criteria ?? [])).toEqual([])
      const board = await getScoreBoard(office, clusterYearId)
      const sent = board?.rows.filter(({ selfSentAt }) => selfSentAt) ?? []
      expect(sent.length).toBeGreaterThan(1)
      for (const row of sent) {
        const sheet = await getSheet(office, clusterYearId, row.unit.slug)
        expect(sheet?.totals.SELF?.blank).toEqual([])
        expect(Number(row.provisional?.total)).toBeGreaterThan(40)
        expect(Number(row.provisional?.total)).toBeLessThan(105)
      }
    }
  })
})
