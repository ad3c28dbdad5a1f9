import type { Table } from '@/lib/platform/files/types'

/** Tables that every page gives out as a spreadsheet or as CSV. */
export const EXPORTS = [
  'cluster',
  'national',
  'submissions',
  'national-submissions',
  'unit',
  'unit-awards',
  'scores',
  'awards',
  'targets',
  'practices',
  'tasks',
  'accounts',
] as const
export type ExportName = (typeof EXPORTS)[number]

export const EXPORT_FORMATS = ['xlsx', 'csv'] as const
export type ExportFormat = (typeof EXPORT_FORMATS)[number]

/** Tables with the name of their file, without its ending. */
export type Export = { fileName: string; title: string; madeAt: string; footer: string; tables: Table[] }
