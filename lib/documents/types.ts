import type { Actor } from '@/lib/platform/auth/actor'
import type { CalendarDay } from '@/lib/platform/dates'
import type { Result } from '@/lib/platform/errors'
import type { Paper, PaperPreset, SignaturePlace } from '@/lib/platform/files/paper'

/** What a paper is about. `id` of a subject is the id of the row named here. */
export const SUBJECT_KINDS = [
  /** id: the cluster-year. */
  'cluster_year',
  /** id: the reporting period; the cluster-year stands beside it. */
  'cluster_period',
  /** id: the unit; the cluster-year stands beside it, or the year alone for a unit of which no cluster is recorded. */
  'unit_year',
  /** id: the meeting. */
  'meeting',
  /** id: the ballot. */
  'ballot',
  /** id: the handover of the headship. */
  'handover',
  /** id: the term; the unit stands beside it, none for the national term. */
  'term',
] as const
export type SubjectKind = (typeof SUBJECT_KINDS)[number]

export type PaperSubject = {
  kind: SubjectKind
  id: string
  clusterYearId: string | null
  unitId: string | null
  /** Of a unit_year without a cluster-year; nothing for every other subject. */
  year?: number | null
}

/** Whose paper it is: the cluster's, under its head's seal, or a provincial union's own. */
export type PaperIssuer = 'CLUSTER' | 'UNIT'

export const PAPER_KINDS = [
  'invitation',
  'running_order',
  'plan',
  'regulation',
  'reminder',
  'conclusion_notice',
  'cluster_report',
  'unit_report',
  'midterm_report',
  'pledge',
  'meeting_minutes',
  'count_minutes',
  'ballot_paper',
  'selection_minutes',
  'award_submission',
  'achievement_report',
  'award_list',
  'handover_minutes',
  'score_table',
] as const
export type PaperKind = (typeof PAPER_KINDS)[number]

/** What each kind is about, who issues it, and what follows its number ("15/BC-CTĐ"): "" where it bears none. */
export const PAPERS: Record<PaperKind, { subject: SubjectKind; issuer: PaperIssuer; symbol: string }> = {
  invitation: { subject: 'meeting', issuer: 'CLUSTER', symbol: 'GM' },
  running_order: { subject: 'meeting', issuer: 'CLUSTER', symbol: '' },
  plan: { subject: 'cluster_year', issuer: 'CLUSTER', symbol: 'KH' },
  regulation: { subject: 'cluster_year', issuer: 'CLUSTER', symbol: 'QC' },
  reminder: { subject: 'cluster_period', issuer: 'CLUSTER', symbol: 'CV' },
  conclusion_notice: { subject: 'meeting', issuer: 'CLUSTER', symbol: 'TB' },
  cluster_report: { subject: 'cluster_year', issuer: 'CLUSTER', symbol: 'BC' },
  unit_report: { subject: 'unit_year', issuer: 'UNIT', symbol: 'BC' },
  midterm_report: { subject: 'term', issuer: 'UNIT', symbol: 'BC' },
  pledge: { subject: 'cluster_year', issuer: 'CLUSTER', symbol: '' },
  meeting_minutes: { subject: 'meeting', issuer: 'CLUSTER', symbol: 'BB' },
  count_minutes: { subject: 'ballot', issuer: 'CLUSTER', symbol: 'BB' },
  ballot_paper: { subject: 'ballot', issuer: 'CLUSTER', symbol: '' },
  selection_minutes: { subject: 'meeting', issuer: 'CLUSTER', symbol: 'BB' },
  award_submission: { subject: 'cluster_year', issuer: 'CLUSTER', symbol: 'TTr' },
  achievement_report: { subject: 'unit_year', issuer: 'UNIT', symbol: 'BC' },
  award_list: { subject: 'cluster_year', issuer: 'CLUSTER', symbol: '' },
  handover_minutes: { subject: 'handover', issuer: 'CLUSTER', symbol: 'BB' },
  score_table: { subject: 'cluster_year', issuer: 'CLUSTER', symbol: '' },
}

/** Everything of a paper that its data do not say: heading, number, date, who signs. Drawn from settings and the draft. */
export type PaperFrame = {
  preset: PaperPreset
  /** Printed in the heading as they stand here. */
  superior: string | null
  issuer: string
  /** Null until it is issued. */
  number: string | null
  symbol: string
  place: string | null
  day: CalendarDay | null
  year: number | null
  /** Who signs for the issuer: authority and title with "TM.", "KT." …, the name or null. */
  signatory: SignaturePlace
}

/** Texts that a person added, by the key of their slot; kept whatever the data become. */
export type AddedTexts = Readonly<Record<string, string>>

export type PaperSlot = {
  /** Letters and underscores: a name in forms and in the database. */
  key: string
  label: string
  hint?: string
  /** Lines of the box, 4 unless told. */
  lines?: number
  /** Where she would begin from the data; offered, never taken over by itself. */
  suggestion?: string
}

/**
 * What a paper says, gathered with the eyes of the one who asks. `facts` are plain JSON and hold everything of the data that
 * the paper states: the digest made of them tells later whether the data have changed.
 */
export type GatheredPaper = {
  facts: unknown
  /** The facts without what changes with the day alone (days late until today); the digest is made of these where given. */
  lasting?: unknown
  /** Texts that a person may add. */
  slots: readonly PaperSlot[]
  /** Pure. */
  layOut(frame: PaperFrame, texts: AddedTexts): Paper
}

/**
 * What each `paper-<name>.ts` exports as its maker: it gathers through the queries of other modules what a pure function then
 * lays out. Fails with not_found where the subject is not there or not hers.
 */
export type PaperMaker = (actor: Actor, subject: PaperSubject) => Promise<Result<GatheredPaper>>
