import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { LinkButton } from '@/components/ui/button'
import { DialogActions } from '@/components/ui/dialog'
import { Form } from '@/components/ui/form'
import { Notice } from '@/components/ui/notice'
import { PageBody } from '@/components/ui/page-header'
import { SubmitButton } from '@/components/ui/submit-button'
import { parseInput } from '@/lib/platform/action'
import { requireActor } from '@/lib/platform/auth/current'
import { printDate } from '@/lib/platform/dates'
import { changeTerritoryAction } from '@/lib/territory/actions'
import { CHANGE_LABELS } from '@/lib/territory/labels'
import { previewChange } from '@/lib/territory/plan/queries'
import { mayChangeTerritory } from '@/lib/territory/policy'
import { changeSchema } from '@/lib/territory/schema'
import { SetupHeader } from '../../_components/setup-header'
import { PlanChoices, PlanDetails } from '../_components/plan-details'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export const metadata: Metadata = { title: 'Xem trước việc sắp xếp' }

const FIELDS = ['kind', 'effectiveOn', 'decision', 'predecessorIds', 'names', 'kinds', 'codes', 'reports']

/** Second step: everything the change will do, and the button that does it in one transaction. */
export default async function TerritoryPreviewPage({ searchParams }: Props) {
  const actor = await requireActor('/setup/territory/new')
  if (!mayChangeTerritory(actor)) notFound()
  const params = await searchParams
  const values = Object.fromEntries(
    [...FIELDS, 'clusterYearIds', 'assign'].flatMap((name) => {
      const value = params[name]
      return value === undefined ? [] : [[name, Array.isArray(value) ? value.join(',') : value]]
    }),
  )
  const parsed = parseInput(changeSchema, values)
  const planned = parsed.ok ? await previewChange(actor, parsed.value) : parsed
  const crumbs = [
    { label: 'Đơn vị', href: '/setup/units' },
    { label: 'Sắp xếp', href: '/setup/territory' },
    { label: 'Xem trước' },
  ]
  if (!planned.ok)
    return (
      <>
        <SetupHeader
          current="/setup/units"
          crumbs={crumbs}
          title="Chưa xem trước được"
          sentence={<p>{planned.message}</p>}
        />
        <PageBody>
          <Notice kind="warning" title="Cần sửa">
            <ul>
              {Object.entries(planned.fields ?? {}).map(([field, message]) => (
                <li key={field}>{message}</li>
              ))}
            </ul>
          </Notice>
          <LinkButton href={`/setup/territory/new?kind=${values.kind === 'SPLIT' ? 'SPLIT' : 'MERGER'}`}>
            Ghi lại từ đầu
          </LinkButton>
        </PageBody>
      </>
    )
  const plan = planned.value
  return (
    <>
      <SetupHeader
        current="/setup/units"
        crumbs={crumbs}
        title={`${CHANGE_LABELS[plan.kind]}: ${plan.predecessors.map(({ name }) => name).join(', ')}`}
        sentence={
          <p>
            Bước 2 trong 2. Từ ngày {printDate(plan.effectiveOn)}{' '}
            {plan.successors.map(({ kind, name, code }) => `${kind} ${name} (mã ${code})`).join(', ')} thay{' '}
            {plan.predecessors.length} đơn vị cũ, theo {plan.decision}. Chưa có gì được lưu.
          </p>
        }
      />
      <PageBody>
        {plan.warnings.length > 0 ? (
          <Notice kind="warning" title="Cần xem">
            <ul>
              {plan.warnings.map((warning) => (
                <li key={warning}>{warning}</li>
              ))}
            </ul>
          </Notice>
        ) : null}
        <PlanDetails plan={plan} />
        <Form action={changeTerritoryAction}>
          {FIELDS.map((name) => (
            <input key={name} type="hidden" name={name} value={values[name] ?? ''} />
          ))}
          <PlanChoices plan={plan} />
          <p className="mt-6 max-w-[88ch]">
            Hoàn lại được cho đến khi đơn vị mới có số liệu, tài khoản hay danh hiệu đầu tiên của riêng mình.
          </p>
          <DialogActions wide>
            <LinkButton kind="quiet" href="/setup/territory">
              Thôi
            </LinkButton>
            <SubmitButton>{`Thực hiện ${CHANGE_LABELS[plan.kind].toLowerCase()}`}</SubmitButton>
          </DialogActions>
        </Form>
      </PageBody>
    </>
  )
}
