import { expect, type Locator } from '@playwright/test'

/** A fact of a source document and words in which the page states it. */
export type StatedFact = readonly [factId: string, ...words: string[]]

/** Each of the words stands in a list of what sources state, beside a link to the place that states it. */
export async function expectStated(list: Locator, facts: readonly StatedFact[]): Promise<void> {
  for (const [factId, ...words] of facts)
    for (const word of words) {
      const item = list
        .getByRole('listitem')
        .filter({ hasText: word })
        .filter({ hasText: `mục ${factId}` })
      await expect(
        item.first().getByRole('link', { name: `Tài liệu ${factId[0]}, mục ${factId}` }),
        `${factId}: ${word}`,
      ).toBeVisible()
    }
}
