import { Badge } from '@/components/ui/badge'
import { Select } from '@/components/ui/field'
import { ListTable } from '@/components/ui/table'
import { ROLE_LABELS } from '@/lib/accounts/labels'
import { HEADSHIP_LABELS } from '@/lib/clusters/labels'
import { PERIOD_LABELS } from '@/lib/periods/labels'
import { addDays, printDate } from '@/lib/platform/dates'
import { STATE_LABELS } from '@/lib/reports/labels'
import { NOT_CARRIED_LABELS } from '@/lib/territory/labels'
import type { CarriedReport, TerritoryPlan } from '@/lib/territory/types'

const named = (units: { name: string }[]) => units.map(({ name }) => name).join(', ')

/** Everything a planned change will do, in the order in which an office thinks of it. */
export function PlanDetails({ plan }: { plan: TerritoryPlan }) {
  return (
    <>
      <h2 className="mt-4">Đơn vị</h2>
      <ul className="mt-1 grid max-w-[88ch] gap-1">
        <li>
          {named(plan.predecessors)} kết thúc hết ngày {printDate(addDays(plan.effectiveOn, -1))}; mọi số
          liệu, khen thưởng, vai trò cụm vẫn đứng tên các đơn vị ấy.
        </li>
        {plan.renamed.map(({ from, to }) => (
          <li key={to}>
            Địa chỉ /units/{from} nay là của đơn vị mới; đơn vị cũ cùng tên ở /units/{to}.
          </li>
        ))}
        {plan.takesOver.map(({ slug, from, oldTo }) => (
          <li key={from}>
            Trước ngày {printDate(plan.effectiveOn)} địa chỉ /units/{slug} vẫn là của đơn vị cũ, đơn vị mới ở
            /units/{from}; từ ngày đó địa chỉ ấy là của đơn vị mới, đơn vị cũ cùng tên ở /units/{oldTo}.
          </li>
        ))}
      </ul>
      <h2 className="mt-6">Cụm thi đua của các năm chưa khép</h2>
      <Clusters plan={plan} />
      <h2 className="mt-6">Báo cáo</h2>
      <Reports plan={plan} />
      {plan.carried.map((report) => (
        <Carried key={report.periodId} report={report} />
      ))}
      <h2 className="mt-6">Tài khoản</h2>
      <Accounts plan={plan} />
    </>
  )
}

function Clusters({ plan }: { plan: TerritoryPlan }) {
  if (plan.clusters.length === 0) return <p className="text-mute">Không có cụm nào bị ảnh hưởng.</p>
  return (
    <ListTable label="Cụm bị ảnh hưởng" cards>
      <thead>
        <tr>
          <th scope="col">Cụm</th>
          <th scope="col">Đơn vị mới</th>
          <th scope="col">Đơn vị cũ còn trong bảng của năm</th>
          <th scope="col">Đơn vị cũ rời bảng</th>
          <th scope="col">Cụm trưởng, cụm phó</th>
        </tr>
      </thead>
      <tbody>
        {plan.clusters.map((cluster) => (
          <tr key={cluster.clusterYearId}>
            <th scope="row">
              {cluster.title}, {cluster.year}
            </th>
            <td data-label="Đơn vị mới">
              {cluster.joins ? `${named(plan.successors)} vào cụm` : 'không vào cụm này'}
            </td>
            <td data-label="Còn trong bảng">{named(cluster.stays) || '—'}</td>
            <td data-label="Rời bảng">{named(cluster.leaves) || '—'}</td>
            <td data-label="Vai trò">
              {cluster.headships.length === 0 ? '—' : null}
              {cluster.headships.map((headship) => (
                <span key={headship.id} className="block">
                  {HEADSHIP_LABELS[headship.role]} {headship.unit.name}:{' '}
                  {headship.passes
                    ? `chuyển cho ${plan.successors[0]?.name}`
                    : 'kết thúc, chưa có đơn vị thay'}
                </span>
              ))}
            </td>
          </tr>
        ))}
      </tbody>
    </ListTable>
  )
}

function Reports({ plan }: { plan: TerritoryPlan }) {
  if (plan.reports.length === 0)
    return <p className="text-mute">Không có báo cáo nào của các năm chưa khép.</p>
  return (
    <ListTable label="Báo cáo của các đơn vị cũ" cards>
      <thead>
        <tr>
          <th scope="col">Kỳ</th>
          <th scope="col">Đơn vị</th>
          <th scope="col">Trạng thái</th>
          <th scope="col">Xử lý</th>
        </tr>
      </thead>
      <tbody>
        {plan.reports.map((report) => (
          <tr key={report.id}>
            <th scope="row">
              {PERIOD_LABELS[report.period]} {report.year}
            </th>
            <td data-label="Đơn vị">{report.unit.name}</td>
            <td data-label="Trạng thái">{STATE_LABELS[report.state]}</td>
            <td data-label="Xử lý">
              {report.handling === 'KEPT'
                ? 'giữ nguyên, đứng tên đơn vị cũ'
                : 'đơn vị mới làm tiếp; bản này giữ để tra cứu'}
            </td>
          </tr>
        ))}
      </tbody>
    </ListTable>
  )
}

function Carried({ report }: { report: CarriedReport }) {
  const filled = report.figures.filter(({ raw }) => raw !== '')
  return (
    <section className="mt-5" aria-label={`Số liệu gộp kỳ ${PERIOD_LABELS[report.period]}`}>
      <h3>
        {PERIOD_LABELS[report.period]} {report.year}: {filled.length}/{report.figures.length} chỉ tiêu có số
        gộp, ở dạng nháp
      </h3>
      <ListTable label={`Số liệu gộp, ${PERIOD_LABELS[report.period]}`} cards>
        <thead>
          <tr>
            <th scope="col">Chỉ tiêu</th>
            <th scope="col" className="num">
              Số gộp
            </th>
            <th scope="col">Cách gộp</th>
          </tr>
        </thead>
        <tbody>
          {report.figures.map((figure) => (
            <tr key={figure.indicatorId}>
              <th scope="row">{figure.name}</th>
              <td className="num" data-label="Số gộp">
                {figure.raw || '—'}
              </td>
              <td data-label="Cách gộp">
                {figure.reason ? (
                  <span className="text-mute">để trống: {NOT_CARRIED_LABELS[figure.reason]}</span>
                ) : (
                  figure.note
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </ListTable>
    </section>
  )
}

function Accounts({ plan }: { plan: TerritoryPlan }) {
  if (plan.accounts.length === 0)
    return <p className="text-mute">Không có tài khoản nào của các đơn vị này.</p>
  return (
    <ListTable label="Tài khoản chuyển sang đơn vị mới" cards>
      <thead>
        <tr>
          <th scope="col">Tài khoản</th>
          <th scope="col">Vai trò</th>
          <th scope="col">Đơn vị mới</th>
          <th scope="col">Vai trò ở đơn vị cũ</th>
        </tr>
      </thead>
      <tbody>
        {plan.accounts.map((account) => (
          <tr key={account.grantId}>
            <th scope="row">{account.name}</th>
            <td data-label="Vai trò">{ROLE_LABELS[account.role]}</td>
            <td data-label="Đơn vị mới">
              {plan.successors[account.to]?.name}, từ {printDate(plan.effectiveOn)}
            </td>
            <td data-label="Ở đơn vị cũ">
              {account.unit.name}:{' '}
              {account.ends ? (
                `đến hết ${printDate(addDays(plan.effectiveOn, -1))}`
              ) : (
                <Badge kind="wait">còn giữ để làm nốt báo cáo</Badge>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </ListTable>
  )
}

/** What the office still chooses before it decides: the cluster of each year where there are several, and, in a split, who goes where. */
export function PlanChoices({ plan }: { plan: TerritoryPlan }) {
  const years = [...new Set(plan.clusters.map(({ emulationYearId }) => emulationYearId))]
    .map((id) => plan.clusters.filter(({ emulationYearId }) => emulationYearId === id))
    .filter((rivals) => rivals.length > 1)
  const people = [...new Map(plan.accounts.map((account) => [account.accountId, account])).values()]
  return (
    <>
      {years.map((rivals) => (
        <Select
          key={rivals[0]!.emulationYearId}
          name="clusterYearIds"
          label={`Cụm của đơn vị mới, năm ${rivals[0]!.year}`}
          defaultValue={rivals.find(({ joins }) => joins)?.clusterYearId}
          options={rivals.map(({ clusterYearId, title }) => ({ value: clusterYearId, label: title }))}
        />
      ))}
      {plan.kind === 'SPLIT'
        ? people.map((account) => (
            <Select
              key={account.accountId}
              name="assign"
              label={`${account.name} về`}
              defaultValue={`${account.accountId}:${account.to}`}
              options={plan.successors.map(({ name }, index) => ({
                value: `${account.accountId}:${index}`,
                label: name,
              }))}
            />
          ))
        : null}
    </>
  )
}
