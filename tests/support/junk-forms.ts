import type { Locator, Page } from '@playwright/test'

/** What a form made of junk: what each box holds afterwards, what it says beside which field, and what it says as a whole. */
export type Refusal = {
  name: string
  typed: Record<string, string>
  kept: Record<string, string>
  /** Sentences tied to a field by aria-describedby, by the field's name; '' where the tie leads nowhere. */
  beside: Record<string, string>
  alert: string
}

const LONG = 10_000

/** Junk for the boxes of a form in turn, the longest first, each with the mark by which it could be found again. */
function junkOf(mark: string): string[] {
  return [
    `${mark} ${'ă'.repeat(LONG)}`,
    `👩‍🌾🎉 ${mark}'; DROP TABLE units; -- <script>alert(1)</script>`,
    `\ud800 ${mark} 99/99/9999 =1+1 %00`,
    `-99999999999999999999999 ${mark}`,
  ]
}

/** Forms of a page in which something can be typed, opened ones and those in dialogs that wait for their button. */
export async function formsToTypeIn(page: Page): Promise<Locator[]> {
  await page.getByRole('heading', { level: 1 }).waitFor()
  return page
    .locator('form[novalidate]')
    .filter({ has: page.locator(BOXES) })
    .all()
}

const BOXES =
  'input:not([type]), input[type=text], input[type=number], input[type=date], input[type=email], input[type=tel], input[type=url], input[type=datetime-local], input[type=time], textarea'

/** Fills every box of a form with junk, sends it, and waits for what the form says. */
export async function sendJunk(form: Locator, mark: string): Promise<Refusal> {
  const typed = await form.evaluate(
    (element: HTMLFormElement, { boxes, junk }) => {
      const dialog = element.closest('dialog')
      if (dialog && !dialog.open) dialog.showModal()
      for (const fold of element.querySelectorAll('details')) fold.open = true
      for (let fold = element.closest('details'); fold; fold = fold.parentElement!.closest('details'))
        fold.open = true
      const filled: Record<string, string> = {}
      const numbers = ['-99999999999999999999', '1e308']
      const days = ['0001-01-01', '9999-12-31']
      for (const [index, box] of [...element.querySelectorAll<HTMLInputElement>(boxes)].entries()) {
        if (box.readOnly || box.disabled || !box.name) continue
        const kinds: Record<string, string[]> = { number: numbers, date: days }
        const words = kinds[box.type] ?? junk
        const of = box instanceof HTMLTextAreaElement ? HTMLTextAreaElement : HTMLInputElement
        // A value that React does not know of yet, as typing gives.
        Object.getOwnPropertyDescriptor(of.prototype, 'value')!.set!.call(box, words[index % words.length])
        box.dispatchEvent(new Event('input', { bubbles: true }))
        box.dispatchEvent(new Event('change', { bubbles: true }))
        filled[box.name] = box.value
      }
      return filled
    },
    { boxes: BOXES, junk: junkOf(mark) },
  )
  await form
    .locator('button[type=submit]')
    .first()
    .evaluate((button: HTMLButtonElement) => button.click())
  await form
    .locator('[aria-invalid=true], [role=alert], [role=status]')
    .first()
    .waitFor({ state: 'attached', timeout: 15_000 })
    .catch(() => {})
  return form.evaluate(
    (element: HTMLFormElement, { boxes, given }) => {
      setTimeout(() => element.closest('dialog')?.close())
      const text = (node: Element | null) => node?.textContent?.trim() ?? ''
      const beside: Record<string, string> = {}
      for (const box of element.querySelectorAll<HTMLInputElement>('[aria-invalid=true]'))
        beside[box.name] = (box.getAttribute('aria-describedby') ?? '')
          .split(' ')
          .map((id) => text(document.getElementById(id)))
          .join(' ')
          .trim()
      const kept: Record<string, string> = {}
      for (const box of element.querySelectorAll<HTMLInputElement>(boxes))
        if (box.name in given) kept[box.name] = box.value
      return {
        name:
          element.getAttribute('aria-label') ??
          text(element.closest('dialog')?.querySelector('h2') ?? null) ??
          '',
        typed: given,
        kept,
        beside,
        alert: text(element.querySelector('[role=alert]')),
      }
    },
    { boxes: BOXES, given: typed },
  )
}
