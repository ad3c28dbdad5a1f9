import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Empty } from '@/components/ui/empty'
import { Notice } from '@/components/ui/notice'
import { PageBody } from '@/components/ui/page-header'
import { getClusterYear } from '@/lib/clusters/queries'
import { requireActor } from '@/lib/platform/auth/current'
import { printNumber } from '@/lib/platform/numbers/print'
import { COMPLETION_RULE, LEFT_OUT_RULE, RUBRIC_STATE_LABELS } from '@/lib/scoring/labels'
import { getRubric } from '@/lib/scoring/rubric/queries'
import { maximaWarnings } from '@/lib/scoring/rules'
import { readYear } from '../../_components/address'
import { clusterHref } from '../../_components/cluster-href'
import { ClusterHeader } from '../../_components/cluster-header'
import { clusterTabs } from '../../_components/cluster-tabs'
import { Criteria } from './_components/criteria'
import { CriterionDialog } from './_components/criterion-dialog'
import { OpenDialog, RubricDialog } from './_components/rubric-dialogs'

type Props = { params: Promise<{ slug: string; year: string }> }

export const metadata: Metadata = { title: 'Bảng tiêu chí chấm điểm' }

export default async function RubricPage({ params }: Props) {
  const { slug, year: yearText } = await params
  const actor = await requireActor(`/clusters/${slug}/${yearText}/scores/rubric`)
  const year = readYear(yearText)
  const clusterYear = year === null ? null : await getClusterYear(actor, slug, year)
  const view = clusterYear && (await getRubric(actor, clusterYear.id))
  if (!clusterYear || !view || (!view.rubric && !view.mayEdit)) notFound()
  const { rubric, criteria, indicators, mayEdit } = view
  const warnings = rubric ? maximaWarnings(rubric.total, criteria) : []
  const back = clusterHref(slug, clusterYear.year, { tab: 'scores' })
  return (
    <>
      <ClusterHeader
        clusterYear={clusterYear}
        tab="scores"
        tabs={clusterTabs(actor, clusterYear)}
        illustrative={rubric?.illustrative ?? clusterYear.illustrative}
        sentence={
          rubric ? (
            <p>
              <b>{rubric.name}</b>: tổng {printNumber(rubric.total)} điểm, thưởng tối đa{' '}
              {printNumber(rubric.bonusCap)}, trừ tối đa {printNumber(rubric.penaltyCap)}.{' '}
              {RUBRIC_STATE_LABELS[rubric.state]}
              {mayEdit ? '; mở chấm điểm thì bảng không sửa được nữa.' : '.'}
            </p>
          ) : (
            <p>Năm {clusterYear.year} chưa có bảng tiêu chí chấm điểm.</p>
          )
        }
        actions={
          mayEdit && rubric ? (
            <>
              <RubricDialog rubric={rubric} clusterYearId={clusterYear.id} />
              <OpenDialog rubric={rubric} back={back} warned={warnings.length > 0} />
            </>
          ) : null
        }
      />
      <PageBody>
        {warnings.length > 0 ? (
          <Notice kind="warning" title="Điểm tối đa không khớp">
            {warnings.map(({ text, stated, summed }) => (
              <p key={text ?? ''}>
                {text ? `Nhóm “${text}” ghi` : 'Bảng ghi tổng'} {printNumber(stated)} điểm, các tiêu chí cộng
                lại là {printNumber(summed)}.
              </p>
            ))}
          </Notice>
        ) : null}
        {rubric ? (
          <>
            <Criteria rubric={rubric} criteria={criteria} indicators={indicators} mayEdit={mayEdit} />
            {mayEdit ? (
              <div className="mt-4">
                <CriterionDialog rubric={rubric} criteria={criteria} indicators={indicators} />
              </div>
            ) : null}
            <h2 className="mt-8">Cách tính</h2>
            <p className="mt-2 max-w-[88ch]">{COMPLETION_RULE}</p>
            <p className="mt-2 max-w-[88ch]">{LEFT_OUT_RULE}</p>
            <p className="mt-2 max-w-[88ch]">
              Tổng điểm = điểm các tiêu chí + điểm thưởng (không quá {printNumber(rubric.bonusCap)}) − điểm
              trừ (không quá {printNumber(rubric.penaltyCap)}). Bằng điểm thì cùng hạng, bỏ trống hạng kế
              tiếp.
            </p>
            {rubric.bands.length > 0 ? (
              <>
                <h2 className="mt-8">Xếp loại</h2>
                <ul className="mt-2">
                  {rubric.bands.map(({ label, from }) => (
                    <li key={label}>
                      {label}: từ {printNumber(from)} điểm
                    </li>
                  ))}
                </ul>
              </>
            ) : null}
          </>
        ) : (
          <Empty
            title="Bắt đầu bảng tiêu chí"
            action={<RubricDialog rubric={null} clusterYearId={clusterYear.id} />}
          >
            Ghi tên, tổng điểm, mức trần thưởng và trừ, các mức xếp loại; rồi thêm từng nhóm và tiêu chí.
          </Empty>
        )}
      </PageBody>
    </>
  )
}
