import { Dialog, DialogActions, DialogCancel } from '@/components/ui/dialog'
import { Form } from '@/components/ui/form'
import { Notice } from '@/components/ui/notice'
import { SubmitButton } from '@/components/ui/submit-button'
import { ListTable } from '@/components/ui/table'
import { agreeToPledgeAction } from '@/lib/activities/actions'
import { progressOf, shortHash } from '@/lib/activities/pledge/rules'
import type { PledgeDto, PledgeMemberDto } from '@/lib/activities/pledge/types'
import { printDateTime } from '@/lib/platform/dates'

/** Says to every unit that the text was changed, and whose agreement it voided. */
export function ChangedText({ pledge }: { pledge: PledgeDto }) {
  const { voided } = progressOf(pledge.members)
  if (pledge.state !== 'OPEN' || voided.length === 0) return null
  const { version, at } = pledge.text
  return (
    <Notice
      kind="warning"
      title={`Văn bản giao ước đã thay đổi, nay là bản ${version} (${printDateTime(at)})`}
    >
      Xác nhận thống nhất với bản trước của {voided.map(({ unit }) => unit.name).join(', ')} hết hiệu lực. Mời
      lãnh đạo đơn vị đọc lại và xác nhận bản {version}.
    </Notice>
  )
}

/** The act of a unit's leader, with exactly what she agrees to. */
export function MyAgreement({ pledge, unitIds }: { pledge: PledgeDto; unitIds: string[] }) {
  if (pledge.state !== 'OPEN') return null
  const { text } = pledge
  const waiting = pledge.members.filter(({ unit, agreement }) => unitIds.includes(unit.id) && !agreement)
  return waiting.map(({ unit }) => (
    <div
      key={unit.id}
      className="border-cham bg-wash my-3 flex flex-wrap items-center gap-4 border-l-3 px-3.5 py-2.5"
    >
      <p className="min-w-0 grow">
        <b>{unit.name}</b> chưa xác nhận thống nhất bản {text.version}.
      </p>
      <Dialog
        opener="Xác nhận thống nhất"
        kind="primary"
        title={`Xác nhận thống nhất giao ước, ${unit.name}`}
      >
        <Form action={agreeToPledgeAction}>
          <p className="mt-3 max-w-[60ch]">
            Tôi thay mặt {unit.name} xác nhận đã đọc và thống nhất với văn bản giao ước{' '}
            <b>bản {text.version}</b>, lưu {printDateTime(text.at)}, mã kiểm{' '}
            <code>{shortHash(text.hash)}</code>. Văn bản thay đổi thì xác nhận này hết hiệu lực; điều chỉnh
            chỉ tiêu đăng ký là phụ lục và không làm mất hiệu lực.
          </p>
          <input type="hidden" name="pledgeId" value={pledge.id} />
          <input type="hidden" name="unitId" value={unit.id} />
          <input type="hidden" name="textVersion" value={text.version} />
          <input type="hidden" name="textHash" value={text.hash} />
          <DialogActions>
            <DialogCancel />
            <SubmitButton>Xác nhận thống nhất</SubmitButton>
          </DialogActions>
        </Form>
      </Dialog>
    </div>
  ))
}

/** Who agreed for each unit, when, and to exactly which text. */
export function Agreements({ pledge }: { pledge: PledgeDto }) {
  if (pledge.state === 'DRAFT') return null
  return (
    <section aria-labelledby="thong-nhat" className="mt-8">
      <h2 id="thong-nhat">Xác nhận thống nhất của các đơn vị</h2>
      <ListTable label="Xác nhận thống nhất" cards>
        <thead>
          <tr>
            <th>Đơn vị</th>
            <th>Người xác nhận</th>
            <th>Lúc</th>
            <th>Văn bản</th>
          </tr>
        </thead>
        <tbody>
          {pledge.members.map((member) => (
            <Agreement key={member.unit.id} member={member} />
          ))}
        </tbody>
      </ListTable>
    </section>
  )
}

function Agreement({ member: { unit, agreement, voided } }: { member: PledgeMemberDto }) {
  return (
    <tr>
      <th scope="row" className="whitespace-nowrap">
        {unit.name}
      </th>
      {agreement ? (
        <>
          <td data-label="Người xác nhận">
            <span>
              {agreement.by}
              {agreement.onBehalfOf ? <small>theo ủy quyền của {agreement.onBehalfOf}</small> : null}
            </span>
          </td>
          <td data-label="Lúc" className="whitespace-nowrap">
            {printDateTime(agreement.at)}
          </td>
          <td data-label="Văn bản" className="whitespace-nowrap">
            <span>
              bản {agreement.textVersion}, mã kiểm{' '}
              <code title={agreement.textHash}>{shortHash(agreement.textHash)}</code>
            </span>
          </td>
        </>
      ) : (
        <td colSpan={3} data-label="Người xác nhận">
          <span>
            <span className="text-co font-semibold">Chưa xác nhận</span>
            {voided ? (
              <small>
                {voided.by} đã xác nhận bản {voided.textVersion} lúc {printDateTime(voided.at)}; hết hiệu lực
                từ {printDateTime(voided.voidedAt)} vì văn bản thay đổi.
              </small>
            ) : null}
          </span>
        </td>
      )}
    </tr>
  )
}
