import { Badge } from '@/components/ui/badge'
import { ListTable } from '@/components/ui/table'
import { shareInWords, THRESHOLD_BASE_LABELS } from '@/lib/ballots/labels'
import { electedOf } from '@/lib/ballots/rules'
import type { BallotDto } from '@/lib/ballots/types'

/** Votes, written opinions, share and who was chosen; the balance of the papers under it. Nothing before it may be seen. */
export function ResultTable({ ballot }: { ballot: BallotDto }) {
  const { result, stated } = ballot
  const nameOf = (id: string) => ballot.candidates.find((one) => one.id === id)?.label ?? ''
  if (!result) return stated && stated.length > 0 ? <StatedTable ballot={ballot} /> : null
  const elected = electedOf(result)
  const { papers, tally } = result
  return (
    <>
      <ListTable label="Kết quả bỏ phiếu" cards>
        <thead>
          <tr>
            <th>Đơn vị, người được bầu</th>
            <th className="num">Số phiếu</th>
            {result.opinions > 0 ? <th className="num">Ý kiến văn bản</th> : null}
            {result.opinions > 0 ? <th className="num">Cộng</th> : null}
            <th className="num">Trên {THRESHOLD_BASE_LABELS[tally.baseKind]}</th>
            <th>Ghi chú</th>
          </tr>
        </thead>
        <tbody>
          {tally.outcomes.map((outcome) => (
            <tr key={outcome.id}>
              <th scope="row">
                {nameOf(outcome.id)}{' '}
                {elected.includes(outcome.id) ? <Badge kind="gold">Được chọn</Badge> : null}
              </th>
              <td className="num" data-label="Số phiếu">
                {outcome.votes}
              </td>
              {result.opinions > 0 ? (
                <td className="num" data-label="Ý kiến văn bản">
                  {outcome.opinions}
                </td>
              ) : null}
              {result.opinions > 0 ? (
                <td className="num" data-label="Cộng">
                  {outcome.total}
                </td>
              ) : null}
              <td className="num" data-label={`Trên ${THRESHOLD_BASE_LABELS[tally.baseKind]}`}>
                {shareInWords(outcome.share)}
              </td>
              <td data-label="Ghi chú">
                {outcome.tied && !elected.includes(outcome.id)
                  ? 'Bằng phiếu'
                  : !outcome.passed && outcome.total > 0
                    ? 'Chưa đạt tỷ lệ'
                    : ''}
              </td>
            </tr>
          ))}
        </tbody>
      </ListTable>
      {papers ? (
        <p className="text-mute mt-2 max-w-[88ch]">
          Danh sách có {result.members}; phát ra {papers.issued} phiếu, thu về {papers.returned}, không thu về{' '}
          {papers.unreturned}; hợp lệ {papers.valid}, không hợp lệ {papers.invalid}, phiếu trắng{' '}
          {papers.blank}
          {result.opinions > 0 ? `; ${result.opinions} ý kiến bằng văn bản, cộng bên cạnh số phiếu` : ''}.
        </p>
      ) : null}
      {result.decided ? (
        <p className="mt-2 max-w-[88ch]">
          Bằng phiếu ở vị trí cuối:{' '}
          {result.decided.by === 'CHAIR' ? 'chủ trì quyết định' : 'cụm trưởng và cụm phó quyết định'} chọn{' '}
          {result.decided.candidateIds.map(nameOf).join(', ')}. {result.decided.note}
        </p>
      ) : null}
      {tally.open > (result.decided?.candidateIds.length ?? 0) ? (
        <p className="mt-2">
          Còn {tally.open - (result.decided?.candidateIds.length ?? 0)} vị trí chưa có người.
        </p>
      ) : null}
    </>
  )
}

/** What was agreed without a count, or what a source states: an unstated number stays unstated. */
function StatedTable({ ballot }: { ballot: BallotDto }) {
  return (
    <ListTable label="Kết quả">
      <thead>
        <tr>
          <th>Đơn vị, người</th>
          <th className="num">Số phiếu</th>
          <th>Kết quả</th>
        </tr>
      </thead>
      <tbody>
        {ballot.stated?.map(({ id, votes, elected }) => (
          <tr key={id}>
            <th scope="row">{ballot.candidates.find((one) => one.id === id)?.label}</th>
            <td className="num">
              {votes ?? (ballot.method === 'CONSENSUS' ? 'không đếm phiếu' : 'nguồn không nêu')}
            </td>
            <td>
              {elected ? <Badge kind="gold">Được chọn</Badge> : elected === null ? 'nguồn không nêu' : ''}
            </td>
          </tr>
        ))}
      </tbody>
    </ListTable>
  )
}
