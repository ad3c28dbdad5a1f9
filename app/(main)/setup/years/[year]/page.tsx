import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Badge } from '@/components/ui/badge'
import { Dialog, DialogActions, DialogCancel } from '@/components/ui/dialog'
import { TextArea } from '@/components/ui/field'
import { Form } from '@/components/ui/form'
import { PageBody } from '@/components/ui/page-header'
import { SubmitButton } from '@/components/ui/submit-button'
import { listClusterRows, listClusterSets, listClusterYearSetups } from '@/lib/clusters/setup/queries'
import { listIndicatorSets } from '@/lib/indicators/setup/queries'
import { openPreparedYear, saveYear } from '@/lib/periods/actions'
import { closeYearAction } from '@/lib/reports/actions'
import { YEAR_STATE_LABELS } from '@/lib/periods/labels'
import { getYear } from '@/lib/periods/queries'
import type { YearDto } from '@/lib/periods/types'
import { requireActor } from '@/lib/platform/auth/current'
import { listUnitSetups } from '@/lib/units/setup/queries'
import { SetupHeader } from '../../_components/setup-header'
import { YearClusters } from './_components/year-clusters'
import { YearPeriods } from './_components/year-periods'
import { YearSets } from './_components/year-sets'

type Props = { params: Promise<{ year: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Thiết lập năm ${(await params).year}` }
}

export default async function SetupYearPage({ params }: Props) {
  const actor = await requireActor()
  const number = Number((await params).year)
  const year =
    Number.isInteger(number) && number > 1900 && number < 2200 ? await getYear(actor, number) : null
  if (!year) notFound()
  const [clusterYears, clusters, clusterSets, sets, units] = await Promise.all([
    listClusterYearSetups(actor, year.year),
    listClusterRows(actor),
    listClusterSets(actor),
    listIndicatorSets(actor, year.year),
    listUnitSetups(actor),
  ])
  const closed = year.state === 'CLOSED'
  const headless = clusterYears.filter((row) => !row.headships.some((h) => h.role === 'HEAD' && !h.endsOn))
  return (
    <>
      <SetupHeader
        current="/setup"
        crumbs={[{ label: `Năm ${year.year}` }]}
        title={`Năm ${year.year}`}
        theme={year.theme ? `“${year.theme}”` : 'Chưa đặt chủ đề'}
        sentence={
          <p>
            <Badge kind={year.state === 'OPEN' ? 'strong' : 'plain'}>{YEAR_STATE_LABELS[year.state]}</Badge>{' '}
            {clusterYears.length} cụm, {sets.length} bộ chỉ tiêu, {year.periods.length} kỳ báo cáo.
            {headless.length > 0 && !closed
              ? ` Chưa có cụm trưởng: ${headless.map((row) => row.clusterName).join(', ')}.`
              : null}
          </p>
        }
        actions={
          year.state === 'PREPARING' ? <StartYear year={year} /> : closed ? null : <CloseYear year={year} />
        }
      />
      <PageBody className="pt-5">
        <section aria-labelledby="chu-de">
          <h2 id="chu-de">Chủ đề năm</h2>
          {closed ? (
            <p>{year.theme ? `${year.theme}.` : 'Không đặt chủ đề.'} Năm này đã khép, không sửa được nữa.</p>
          ) : (
            <Form action={saveYear} success="Đã lưu chủ đề.">
              <input type="hidden" name="yearId" value={year.id} />
              <input type="hidden" name="version" value={year.version} />
              <TextArea name="theme" label="Chủ đề" hideLabel rows={2} defaultValue={year.theme ?? ''} />
              <SubmitButton kind="secondary" className="mt-4" pendingLabel="Đang lưu…">
                Lưu chủ đề
              </SubmitButton>
            </Form>
          )}
        </section>
        <YearPeriods year={year} />
        <YearClusters year={year} rows={clusterYears} clusters={clusters} sets={clusterSets} />
        <YearSets
          year={year}
          sets={sets}
          clusters={clusters.map(({ id, name }) => ({ id, name }))}
          units={units
            .filter((unit) => !unit.ended)
            .map(({ id, designations }) => ({ id, name: designations[0]?.name ?? '' }))}
        />
      </PageBody>
    </>
  )
}

function StartYear({ year }: { year: YearDto }) {
  return (
    <Form action={openPreparedYear}>
      <input type="hidden" name="yearId" value={year.id} />
      <input type="hidden" name="version" value={year.version} />
      <SubmitButton pendingLabel="Đang mở…">Mở năm cho các đơn vị nhập</SubmitButton>
    </Form>
  )
}

function CloseYear({ year }: { year: YearDto }) {
  return (
    <Dialog opener="Khép năm" title={`Khép năm ${year.year}?`}>
      <Form action={closeYearAction}>
        <p className="mt-2">
          Mọi kỳ của năm được chốt số liệu, báo cáo đã xác nhận được giữ nguyên mãi. Không mở lại được năm đã
          khép.
        </p>
        <input type="hidden" name="yearId" value={year.id} />
        <input type="hidden" name="version" value={year.version} />
        <DialogActions>
          <DialogCancel />
          <SubmitButton kind="danger" pendingLabel="Đang khép…">
            Khép năm
          </SubmitButton>
        </DialogActions>
      </Form>
    </Dialog>
  )
}
