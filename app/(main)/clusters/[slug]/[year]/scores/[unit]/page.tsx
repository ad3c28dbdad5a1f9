import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { Notice } from '@/components/ui/notice'
import { PageBody } from '@/components/ui/page-header'
import { PrintButton } from '@/components/ui/print-button'
import { getClusterYear } from '@/lib/clusters/queries'
import { requireActor } from '@/lib/platform/auth/current'
import { printDateTime } from '@/lib/platform/dates'
import { printNumber } from '@/lib/platform/numbers/print'
import { COMPLETION_RULE, LEFT_OUT_RULE, STAGE_LABELS } from '@/lib/scoring/labels'
import { getSheet } from '@/lib/scoring/sheets/queries'
import type { SheetDto } from '@/lib/scoring/types'
import { readYear } from '../../_components/address'
import { clusterHref } from '../../_components/cluster-href'
import { ClusterHeader } from '../../_components/cluster-header'
import { clusterTabs } from '../../_components/cluster-tabs'
import { Explanation } from './_components/explanation'
import { FinishDialog } from './_components/finish-dialog'
import { GiveBackDialog } from './_components/give-back-dialog'
import { Minutes } from './_components/minutes'
import { ScoreTable } from './_components/score-table'

type Props = { params: Promise<{ slug: string; year: string; unit: string }> }

export const metadata: Metadata = { title: 'Phiếu chấm điểm' }

export default async function SheetPage({ params }: Props) {
  const { slug, year: yearText, unit } = await params
  const actor = await requireActor(`/clusters/${slug}/${yearText}/scores/${unit}`)
  const year = readYear(yearText)
  const clusterYear = year === null ? null : await getClusterYear(actor, slug, year)
  const sheet = clusterYear && (await getSheet(actor, clusterYear.id, unit))
  if (!clusterYear || !sheet) notFound()
  return (
    <>
      <ClusterHeader
        clusterYear={clusterYear}
        tab="scores"
        tabs={clusterTabs(actor, clusterYear)}
        illustrative={sheet.rubric.illustrative}
        sentence={<SheetSentence sheet={sheet} />}
        actions={
          <>
            <PrintButton />
            {sheet.may.giveBack ? <GiveBackDialog sheet={sheet} way={sheet.may.giveBack} /> : null}
            {sheet.may.finish && sheet.may.enter ? (
              <FinishDialog sheet={sheet} stage={sheet.may.enter} />
            ) : null}
          </>
        }
      />
      <PageBody>
        <p className="no-print mt-3">
          <Link
            href={clusterHref(slug, clusterYear.year, { tab: 'scores' })}
            prefetch={false}
            className="link text-xs"
          >
            Tiến độ chấm điểm của cụm
          </Link>
        </p>
        {sheet.returned ? <Returned returned={sheet.returned} /> : null}
        <ScoreTable sheet={sheet} />
        <Minutes teams={sheet.teams} />
        <Explanation sheet={sheet} />
        <h2 className="mt-8">Cách tính</h2>
        <p className="mt-2 max-w-[88ch]">{COMPLETION_RULE}</p>
        <p className="mt-2 max-w-[88ch]">{LEFT_OUT_RULE}</p>
      </PageBody>
    </>
  )
}

function Returned({ returned: { reason, by, byUnit, at } }: { returned: NonNullable<SheetDto['returned']> }) {
  const who = byUnit ? 'Đơn vị đã rút về điểm tự chấm' : 'Điểm tự chấm đã bị trả lại'
  return (
    <Notice kind="warning" title={`${who} lúc ${printDateTime(at)}${by ? `, ${by}` : ''}: ${reason}`}>
      Hãy sửa rồi gửi lại.
    </Notice>
  )
}

function SheetSentence({ sheet }: { sheet: SheetDto }) {
  const { unit, may, result, totals, stages } = sheet
  if (result)
    return (
      <p>
        <b>{unit.name}</b> đạt {printNumber(result.total)} điểm, hạng {result.rank}
        {sheet.subGroup ? ` trong nhóm ${sheet.subGroup}` : ''}
        {result.className ? `, xếp loại ${result.className}` : ''}.
      </p>
    )
  const last = stages.filter((stage) => stage !== may.enter).at(-1)
  const total = last && totals[last]
  return (
    <p>
      Phiếu chấm điểm của <b>{unit.name}</b>
      {last && total ? `: ${STAGE_LABELS[last].toLowerCase()} ${printNumber(total.total)} điểm` : ''}.
      {may.enter ? ` Bạn đang ở bước ${STAGE_LABELS[may.enter].toLowerCase()}.` : ''} Điểm chưa công bố.
    </p>
  )
}
