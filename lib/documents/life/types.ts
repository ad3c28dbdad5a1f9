import type { EvidenceDto } from '@/lib/evidence/types'
import type { CalendarDay } from '@/lib/platform/dates'
import type { Paper, PaperPreset } from '@/lib/platform/files/paper'
import type { AddedTexts, PaperIssuer, PaperKind, PaperSlot, PaperSubject } from '../types'

export const DOCUMENT_STATES = ['DRAFT', 'PRESENTED', 'ISSUED', 'RECALLED', 'DISCARDED'] as const
export type DocumentState = (typeof DOCUMENT_STATES)[number]

export const DOCUMENT_ACTS = ['PRESENT', 'RETURN', 'ISSUE', 'RECALL', 'DISCARD'] as const
export type DocumentAct = (typeof DOCUMENT_ACTS)[number]

/** How the one who signs stands to the office named: for it, in its head's place, by order, by mandate, acting. */
export const SIGNING_AUTHORITIES = ['', 'KT', 'TL', 'TUQ', 'Q'] as const
export type SigningAuthority = (typeof SIGNING_AUTHORITIES)[number]

export type Signatory = {
  /** In whose name: "BAN THƯỜNG VỤ" gives "TM. BAN THƯỜNG VỤ"; empty for nobody's but her own office. */
  collective: string
  authority: SigningAuthority
  /** Whose place is taken: "CHỦ TỊCH" gives "KT. CHỦ TỊCH". */
  authorityOf: string
  /** Her own office: "PHÓ CHỦ TỊCH". */
  title: string
  /** Empty leaves the name to be written by hand. */
  name: string
}

/** Whose letterhead: a provincial union's or a cluster's. */
export type LetterheadOwner = { kind: PaperIssuer; id: string }

export type LetterheadDto = {
  owner: LetterheadOwner
  /** First day on which it holds; null for what follows from the unit or cluster where nobody has set one. */
  validFrom: CalendarDay | null
  preset: PaperPreset
  superior: string | null
  issuer: string | null
  abbreviation: string
  place: string | null
  signatory: Signatory
  version: number
}

/** A letterhead with nothing left to follow from elsewhere. */
export type FullLetterhead = Omit<LetterheadDto, 'issuer'> & {
  issuer: string
  /** What it would say where nothing is set. */
  usual: Pick<LetterheadDto, 'superior' | 'issuer' | 'place'>
}

/** What policy needs to know of a document, or of one that could be drafted. */
export type DocumentFacts = {
  issuer: PaperIssuer
  clusterYearId: string | null
  unitId: string | null
  /** Of a unit's year without a cluster-year; nothing for everything else. */
  year?: number | null
}

/** A unit's year among its documents: in a cluster-year, or by itself where no cluster is recorded. */
export type UnitYearPlace = { clusterYearId: string; year: null } | { clusterYearId: null; year: number }

/** Where a document belongs, as pages name it and lead back to it. */
export type DocumentPlace = { label: string; href: string }

export type DocumentListItem = {
  id: string
  kind: PaperKind
  subject: PaperSubject
  state: DocumentState
  /** "15/BC-CTĐ" once issued. */
  number: string | null
  datedOn: CalendarDay | null
  updatedAt: string
  /** Signed scans or digitally signed files beside it. */
  scans: number
}

/** A paper that waits for her signature. */
export type PaperDuty = {
  id: string
  kind: PaperKind
  /** Whose papers it is among: "Văn bản của Lai Châu, năm 2026". */
  place: string
  presentedAt: string
}

export type DocumentEventDto = {
  act: DocumentAct | 'DRAFT'
  to: DocumentState
  reason: string | null
  by: string
  at: string
}

export type DocumentIssueDto = {
  by: string
  at: string
  /** Hexadecimal. */
  docxSha256: string
  pdfSha256: string
  dataDigest: string
}

export type DocumentDto = DocumentListItem & {
  issuer: PaperIssuer
  place: DocumentPlace
  /** The paper as issued, or as it would be made now; null with the reason where it cannot be made now. */
  paper: Paper | null
  refusal: string | null
  slots: readonly PaperSlot[]
  texts: AddedTexts
  frame: { symbol: string; place: string; signatory: Signatory; preset: PaperPreset }
  events: DocumentEventDto[]
  issue: DocumentIssueDto | null
  /** Whether the data say something else now than when it was issued; null where that cannot be told to this reader. */
  dataChanged: boolean | null
  files: EvidenceDto[]
  mayDraft: boolean
  version: number
}

/** A paper that can be made now. */
export type PaperOffer = {
  kind: PaperKind
  subject: PaperSubject
  /** What tells it from others of its kind: the meeting, the ballot, the period. */
  about: string | null
  mayDraft: boolean
}
