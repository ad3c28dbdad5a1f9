import type { PledgeContent, PledgeMemberDto, PledgeState } from './types'

/** What leads from one state of a pledge to the next. A text may change in DRAFT and OPEN. */
const PLEDGE_TRANSITIONS = [
  { act: 'OPEN', from: 'DRAFT', to: 'OPEN' },
  { act: 'FINALISE', from: 'OPEN', to: 'FINAL' },
] as const satisfies readonly { act: string; from: PledgeState; to: PledgeState }[]
export type PledgeAct = (typeof PLEDGE_TRANSITIONS)[number]['act']

export const mayMove = (state: PledgeState, act: PledgeAct): boolean =>
  PLEDGE_TRANSITIONS.some((transition) => transition.act === act && transition.from === state)

export const textIsOpen = (state: PledgeState): boolean => state !== 'FINAL'

/** One spelling of one text: what its hash is made of. Unicode form and outer spaces make no difference. */
export function canonicalPledge(content: PledgeContent): string {
  const plain = (text: string) => text.normalize('NFC').replace(/\r\n/g, '\n').trim()
  const { theme, preamble, tasks, activities, closing } = content
  return JSON.stringify([
    plain(theme),
    plain(preamble),
    tasks.map(plain),
    activities.map(plain),
    plain(closing),
  ])
}

export const sameText = (a: PledgeContent, b: PledgeContent): boolean =>
  canonicalPledge(a) === canonicalPledge(b)

/** A pledge with nothing to agree to cannot be opened. */
export const hasText = ({ tasks, activities, preamble, closing }: PledgeContent): boolean =>
  tasks.length + activities.length > 0 || preamble !== '' || closing !== ''

export type PledgeProgress = {
  agreed: number
  total: number
  missing: PledgeMemberDto[]
  voided: PledgeMemberDto[]
}

export function progressOf(members: readonly PledgeMemberDto[]): PledgeProgress {
  const missing = members.filter(({ agreement }) => agreement === null)
  return {
    agreed: members.length - missing.length,
    total: members.length,
    missing,
    voided: missing.filter(({ voided }) => voided !== null),
  }
}

/** The first twelve digits: enough to compare by eye. */
export const shortHash = (hash: string): string => hash.slice(0, 12)
