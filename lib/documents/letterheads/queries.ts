import 'server-only'
import type { Letterhead } from '@/prisma/generated/client'
import type { ClusterYearDto, HeadshipRole } from '@/lib/clusters/types'
import { dayToStore, storedDay, type CalendarDay } from '@/lib/platform/dates'
import { prisma } from '@/lib/platform/db'
import type { PaperPreset } from '@/lib/platform/files/paper'
import { gatherUnit } from '../gathering/queries'
import { holderOf, memberOf } from '../gathering/rules'
import { DEPUTY_TITLE } from '../life/rules'
import type { FullLetterhead, LetterheadDto, LetterheadOwner, Signatory } from '../life/types'

const capitals = (text: string) => text.toLocaleUpperCase('vi')
const unionName = ({ kind, name }: { kind?: string; name: string }) =>
  capitals(`Hội Liên hiệp Phụ nữ\n${kind ?? ''} ${name}`.replace(/\n /, '\n'))

const toLetterhead = (row: Letterhead): LetterheadDto => ({
  owner: { kind: row.ownerKind as LetterheadOwner['kind'], id: row.ownerId },
  validFrom: storedDay(row.validFrom),
  preset: row.preset as PaperPreset,
  superior: row.superior,
  issuer: row.issuer,
  abbreviation: row.abbreviation,
  place: row.place,
  signatory: row.signatory as Signatory,
  version: row.version,
})

async function setOn(owner: LetterheadOwner, day: CalendarDay): Promise<LetterheadDto | null> {
  const row = await prisma.letterhead.findFirst({
    where: { ownerKind: owner.kind, ownerId: owner.id, validFrom: { lte: dayToStore(day) } },
    orderBy: { validFrom: 'desc' },
  })
  return row && toLetterhead(row)
}

const CHAIR: Signatory = {
  collective: 'Ban Thường vụ',
  authority: '',
  authorityOf: '',
  title: 'Chủ tịch',
  name: '',
}
const HEAD: Signatory = {
  collective: 'Cụm thi đua',
  authority: '',
  authorityOf: '',
  title: 'Cụm trưởng',
  name: '',
}

/** How a provincial union heads its papers on a day: as it has set, the rest as its name says. Null for an unknown unit. */
export async function unitLetterhead(unitId: string, day: CalendarDay): Promise<FullLetterhead | null> {
  const unit = await gatherUnit(unitId, Number(day.slice(0, 4)))
  if (!unit) return null
  const owner: LetterheadOwner = { kind: 'UNIT', id: unitId }
  return complete(owner, await setOn(owner, day), {
    superior: unionName(unit),
    issuer: 'BAN THƯỜNG VỤ',
    abbreviation: 'BTV',
    place: unit.name,
    signatory: CHAIR,
  })
}

/**
 * How a cluster heads its papers on a day: under the union that heads the cluster-year, whose seal they bear, or under the
 * deputy's where she signs in the head's place.
 */
export async function clusterLetterhead(
  clusterYear: ClusterYearDto,
  day: CalendarDay,
  by: HeadshipRole = 'HEAD',
): Promise<FullLetterhead> {
  const owner: LetterheadOwner = { kind: 'CLUSTER', id: clusterYear.cluster.id }
  const held = holderOf(clusterYear, by)
  const union = held && memberOf(clusterYear, held.unit)
  const letterhead = complete(owner, await setOn(owner, day), {
    superior: union && unionName(union),
    issuer: capitals(clusterYear.title),
    abbreviation: 'CTĐ',
    place: union?.name ?? null,
    signatory: HEAD,
  })
  return by === 'DEPUTY' ? { ...letterhead, signatory: inPlaceOf(letterhead.signatory) } : letterhead
}

/** "KT. CỤM TRƯỞNG / CỤM PHÓ" */
const inPlaceOf = ({ collective, authority, authorityOf, title }: Signatory): Signatory => ({
  collective,
  authority: 'KT',
  authorityOf: authority === 'KT' ? authorityOf : title,
  title: DEPUTY_TITLE,
  name: '',
})

function complete(
  owner: LetterheadOwner,
  own: LetterheadDto | null,
  usual: Pick<FullLetterhead, 'superior' | 'issuer' | 'abbreviation' | 'place' | 'signatory'>,
): FullLetterhead {
  if (!own) return { owner, validFrom: null, preset: 'ND30', version: 1, ...usual, usual }
  return {
    ...own,
    usual,
    superior: own.superior ?? usual.superior,
    issuer: own.issuer ?? usual.issuer,
    place: own.place ?? usual.place,
  }
}
