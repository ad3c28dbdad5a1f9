import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { PageBody, PageHeader } from '@/components/ui/page-header'
import { PrintButton } from '@/components/ui/print-button'
import { getBallotControl } from '@/lib/ballots/control/queries'
import { roundInWords } from '@/lib/ballots/labels'
import { requireActor } from '@/lib/platform/auth/current'

export const metadata: Metadata = { title: 'In phiếu bầu' }

/** Ballot papers to print, four on a sheet of A4: the meeting's name on each, nothing that tells one from another. */
export default async function PapersPage({ params }: { params: Promise<{ id: string; ballotId: string }> }) {
  const { id, ballotId } = await params
  const actor = await requireActor(`/meetings/${id}/ballots/${ballotId}/papers`)
  const ballot = await getBallotControl(actor, ballotId)
  if (!ballot || ballot.meetingId !== id || ballot.method !== 'SECRET_PAPER') notFound()
  const sheets = Math.max(1, Math.ceil(ballot.progress.members / 4))
  return (
    <>
      <div className="no-print">
        <PageHeader
          crumbs={[
            { href: `/meetings/${id}/ballots`, label: 'Bỏ phiếu' },
            { href: `/meetings/${id}/ballots/${ballotId}`, label: ballot.title },
            { label: 'In phiếu' },
          ]}
          title="In phiếu bầu"
          sentence={`Danh sách có ${ballot.progress.members}: in ${sheets} tờ A4, mỗi tờ bốn phiếu giống nhau. Đóng dấu lên từng phiếu trước khi phát.`}
          actions={<PrintButton />}
        />
      </div>
      <PageBody className="print:p-0">
        {Array.from({ length: sheets }, (_, sheet) => (
          <div
            key={sheet}
            className="border-line grid max-w-[210mm] grid-cols-1 border-t sm:grid-cols-2 print:h-[250mm] print:grid-cols-2 print:grid-rows-2 print:border-0 print:not-last:break-after-page"
          >
            {Array.from({ length: 4 }, (_, paper) => (
              <article
                key={paper}
                className="border-line flex flex-col border-b border-dashed p-5 sm:odd:border-r print:odd:border-r"
              >
                <p className="text-xs">{ballot.meetingTitle}</p>
                <h2 className="mt-2 text-center">
                  Phiếu bầu
                  <br />
                  {[ballot.title, roundInWords(ballot.round)].filter(Boolean).join(' · ')}
                </h2>
                <p className="mt-2 text-center text-xs">
                  Đánh dấu X vào ô của người được chọn. Chọn tối đa {ballot.choose}; chọn quá số này, ký tên
                  hoặc ghi thêm thì phiếu không hợp lệ.
                </p>
                <ul className={`mt-3 gap-x-4 ${ballot.candidates.length > 12 ? 'columns-2' : ''}`}>
                  {ballot.candidates.map(({ id: candidateId, label }) => (
                    <li key={candidateId} className="flex items-center gap-2.5 py-[3px]">
                      <span className="border-ink inline-block size-4 shrink-0 border" aria-hidden="true" />
                      {label}
                    </li>
                  ))}
                </ul>
              </article>
            ))}
          </div>
        ))}
      </PageBody>
    </>
  )
}
