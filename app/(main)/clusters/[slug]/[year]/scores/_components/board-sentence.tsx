import { printDate } from '@/lib/platform/dates'
import { printNumber } from '@/lib/platform/numbers/print'
import type { ScoreBoard } from '@/lib/scoring/types'

/** One sentence that could be read aloud: how far the scoring of the year is. */
export function BoardSentence({ board, year }: { board: ScoreBoard; year: number }) {
  const { rubric, rows } = board
  if (!rubric) return <p>Năm {year} chưa có bảng tiêu chí chấm điểm.</p>
  switch (rubric.state) {
    case 'DRAFT':
      return (
        <p>
          <b>{rubric.name}</b>, tổng {printNumber(rubric.total)} điểm, đang được soạn.
        </p>
      )
    case 'OPEN': {
      const count = (key: 'selfSentAt' | 'crossDoneAt' | 'appraisedAt' | 'finalAt') =>
        rows.filter((row) => row[key] !== null).length
      return (
        <p>
          <b>
            {count('selfSentAt')} trong {rows.length} đơn vị
          </b>{' '}
          đã gửi điểm tự chấm; {count('crossDoneAt')} đã chấm chéo xong, {count('appraisedAt')} đã thẩm định,{' '}
          {count('finalAt')} đã chốt điểm. Điểm chưa công bố: mỗi đơn vị chỉ thấy điểm của mình.
        </p>
      )
    }
    case 'PUBLISHED': {
      const first = rows.filter(({ result }) => result?.rank === 1)
      return (
        <p>
          Điểm năm {year} công bố ngày {rubric.publishedAt ? printDate(rubric.publishedAt) : ''}.{' '}
          <b>{first.map(({ unit }) => unit.name).join(', ')}</b> xếp thứ nhất
          {first.length === 1 ? ` với ${printNumber(first[0]?.result?.total ?? '0')} điểm` : ''}.
        </p>
      )
    }
  }
}
