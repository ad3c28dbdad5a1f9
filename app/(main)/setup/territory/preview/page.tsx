import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { LinkButton } from '@/components/ui/button'
import { DialogActions } from '@/components/ui/dialog'
import { Checkbox } from '@/components/ui/field'
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
import { listChangeableUnits } from '@/lib/territory/queries'
import { changeSchema } from '@/lib/territory/schema'
import { CHANGE_KINDS } from '@/lib/territory/types'
import { SetupHeader } from '../../_components/setup-header'
import { CHANGE_FIELDS, ChangeForm, changeValues } from '../_components/change-form'
import { PlanChoices, PlanDetails } from '../_components/plan-details'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export const metadata: Metadata = { title: 'Xem trước việc sắp xếp' }

/** Second step: everything the change will do, and the button that does it in one transaction. */
export default async function TerritoryPreviewPage({ searchParams }: Props) {
  const actor = await requireActor('/setup/territory/new')
  if (!mayChangeTerritory(actor)) notFound()
  const params = await searchParams
  const typed = changeValues(params)
  const values = { ...typed, ...changeValues(params, ['clusterYearIds', 'assign']) }
  const parsed = parseInput(changeSchema, values)
  const planned = parsed.ok ? await previewChange(actor, parsed.value) : parsed
  const crumbs = [
    { label: 'Đơn vị', href: '/setup/units' },
    { label: 'Sắp xếp', href: '/setup/territory' },
    { label: 'Xem trước' },
  ]
  if (!planned.ok) {
    const kind = CHANGE_KINDS.find((known) => known === typed.kind) ?? 'MERGER'
    return (
      <>
        <SetupHeader
          current="/setup/units"
          crumbs={crumbs}
          title={`${CHANGE_LABELS[kind]} đơn vị`}
          sentence={<p role="alert">{planned.message}</p>}
        />
        <PageBody>
          <ChangeForm
            kind={kind}
            units={await listChangeableUnits(actor)}
            values={typed}
            refused={planned.fields}
          />
        </PageBody>
      </>
    )
  }
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
          {CHANGE_FIELDS.map((name) => (
            <input key={name} type="hidden" name={name} value={typed[name] ?? ''} />
          ))}
          <PlanChoices plan={plan} />
          <p className="mt-6 max-w-[88ch]">
            Hoàn lại được cho đến khi đơn vị mới có số liệu, tài khoản hay danh hiệu đầu tiên của riêng mình.
          </p>
          <Checkbox
            name="confirmed"
            label={`Tôi đã đối chiếu với ${plan.decision}; thực hiện ngay, tất cả trong một lần.`}
            required
          />
          <DialogActions wide>
            <LinkButton kind="quiet" href="/setup/territory">
              Thôi
            </LinkButton>
            <LinkButton href={`/setup/territory/new?${new URLSearchParams(typed)}`}>Sửa lại</LinkButton>
            <SubmitButton>{`Thực hiện ${CHANGE_LABELS[plan.kind].toLowerCase()}`}</SubmitButton>
          </DialogActions>
        </Form>
      </PageBody>
    </>
  )
}
