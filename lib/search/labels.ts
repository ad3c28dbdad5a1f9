import { printDate } from '@/lib/platform/dates'
import { sourceCitation } from '@/lib/sources/labels'
import { validityLabel } from '@/lib/units/labels'
import type { CodeQuestion, FoundRow, SearchKind } from './types'

export const KIND_LABELS: Record<SearchKind, string> = {
  unit: 'Đơn vị',
  cluster: 'Cụm thi đua',
  indicator: 'Chỉ tiêu',
  pledge: 'Giao ước thi đua',
  person: 'Người dự, người phát biểu',
  activity: 'Hoạt động chung',
  campaign: 'Phong trào, cuộc vận động',
  practice: 'Mô hình, cách làm hay',
  meeting: 'Hội nghị',
  award: 'Khen thưởng',
  document: 'Văn bản',
  source: 'Tài liệu nguồn',
  statement: 'Nguồn nêu',
}

const join = (...parts: (string | null | false)[]) => parts.filter(Boolean).join(' · ')

/** Where it belongs. */
export function placeOf(row: FoundRow): string {
  switch (row.kind) {
    case 'unit':
      return join(row.successors && `nay thuộc ${row.successors}`, row.cluster)
    case 'person':
      return join(row.unit, row.meeting)
    case 'statement':
      return join(row.source && sourceCitation(row.source), row.unit, row.cluster)
    case 'cluster':
    case 'indicator':
    case 'pledge':
    case 'activity':
    case 'campaign':
    case 'practice':
    case 'meeting':
    case 'award':
    case 'document':
    case 'source':
      return join(row.unit, row.cluster)
  }
}

/** When it was, or while it lasted; '' where nothing says. */
export function whenOf(row: FoundRow): string {
  if (row.kind === 'unit') return validityLabel(row.validFrom, row.validTo)
  if (row.happenedOn) return printDate(row.happenedOn)
  return row.year ? `năm ${row.year}` : ''
}

/** "Mã 24 vào ngày 30/06/2025". */
export function codeLabel({ code, from, to }: CodeQuestion): string {
  if (!from || !to) return `Mã ${code}, mọi thời kỳ`
  if (from === to) return `Mã ${code} vào ngày ${printDate(from)}`
  return `Mã ${code} trong thời gian ${printDate(from)} – ${printDate(to)}`
}

export const NEAR_LABEL = 'Không có nội dung nào đúng từng chữ. Gần giống:'
export const NOTHING_LABEL = 'Không tìm thấy nội dung nào'
export const HINT_LABEL = 'Có dấu hay không dấu đều được; mã đơn vị kèm ngày: “24 30/6/2025”.'
