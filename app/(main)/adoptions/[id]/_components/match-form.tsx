import type { ReactNode } from 'react'
import { Form } from '@/components/ui/form'
import { SubmitButton } from '@/components/ui/submit-button'
import { ListTable } from '@/components/ui/table'
import { matchAdoptionAction } from '@/lib/documents/adoption/actions'
import type { AdoptionView } from '@/lib/documents/adoption/types'
import { columnName } from '@/lib/platform/files/rules'
import { MONEY_UNITS } from '@/lib/platform/numbers/types'

type Option = { value: string; label: string }

const MONEY: Option[] = MONEY_UNITS.map((unit) => ({ value: unit, label: `Tính bằng ${unit}` }))

/** Which line is which unit, and which place which indicator; what is left empty is not taken over. */
export function MatchForm({ view }: { view: AdoptionView }) {
  const { mapping, lines, places, unitChoices, indicatorChoices } = view
  if (!mapping) return null
  const inRows = mapping.unitsIn === 'ROWS'
  const lineName = (line: number) => (inRows ? `dòng ${line}` : `cột ${columnName(line)}`)
  const placeName = (place: number) => (inRows ? `cột ${columnName(place)}` : `dòng ${place}`)
  const units: Option[] = [
    ...(view.clusterYearId ? [{ value: 'CLUSTER', label: 'Cả cụm (cụm báo cáo)' }] : []),
    ...unitChoices.map(({ id, name }) => ({ value: id, label: name })),
  ]
  return (
    <section aria-labelledby="match" className="mt-8">
      <h2 id="match">3. Khớp đơn vị và chỉ tiêu</h2>
      <p className="text-mute max-w-[88ch]">
        Gợi ý theo tên, không phân biệt dấu, kể cả tên gọi khác. Để trống thì không lấy dòng hoặc cột đó.
      </p>
      <Form
        action={matchAdoptionAction}
        aria-label="Khớp đơn vị và chỉ tiêu"
        key={`${view.file?.id} ${view.version}`}
      >
        <input type="hidden" name="adoptionId" value={view.id} />
        <input type="hidden" name="version" value={view.version} />
        <input type="hidden" name="fileId" value={view.file?.id ?? ''} />
        <div className="grid gap-x-8 lg:grid-cols-2">
          <Matches label="Đơn vị trong tệp" as="Là đơn vị">
            {lines.map(({ line, name, unit, hint }) => (
              <Match key={line} name={name} where={lineName(line)} hint={hint}>
                <Choice
                  name={`u.${line}`}
                  label={`Đơn vị của ${name}, ${lineName(line)}`}
                  chosen={unit}
                  none="Không lấy"
                  options={units}
                />
              </Match>
            ))}
          </Matches>
          <Matches label="Chỉ tiêu trong tệp" as="Là chỉ tiêu">
            {places.map(({ place, name, indicator, money, stated }) => (
              <Match key={place} name={name} where={placeName(place)}>
                <Choice
                  name={`i.${place}`}
                  label={`Chỉ tiêu của ${name}, ${placeName(place)}`}
                  chosen={indicator}
                  none="Không lấy"
                  options={indicatorChoices}
                />
                {money ? (
                  <div className="mt-1">
                    <Choice
                      name={`m.${place}`}
                      label={`Số tiền ở ${placeName(place)} tính bằng`}
                      chosen={mapping.money[place]}
                      none={stated ? `Tính bằng ${stated}, như tệp ghi` : 'Tính bằng đơn vị của chỉ tiêu'}
                      options={MONEY}
                    />
                  </div>
                ) : null}
              </Match>
            ))}
          </Matches>
        </div>
        <div className="mt-4">
          <SubmitButton kind="secondary">Lưu và xem trước</SubmitButton>
        </div>
      </Form>
    </section>
  )
}

function Matches({ label, as, children }: { label: string; as: string; children: ReactNode }) {
  return (
    <ListTable label={label}>
      <thead>
        <tr>
          <th scope="col">Trong tệp</th>
          <th scope="col">{as}</th>
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </ListTable>
  )
}

/** A line or column of the file as it is named there, beside what it is to be taken for. */
function Match({
  name,
  where,
  hint,
  children,
}: {
  name: string
  where: string
  hint?: string | null
  children: ReactNode
}) {
  return (
    <tr>
      <th scope="row">
        {name} <small className="font-normal">{where}</small>
        {hint ? <small className="text-amber font-normal">{hint}</small> : null}
      </th>
      <td>{children}</td>
    </tr>
  )
}

function Choice({
  name,
  label,
  chosen,
  none,
  options,
}: {
  name: string
  label: string
  chosen: string | null | undefined
  none: string
  options: readonly Option[]
}) {
  return (
    <select name={name} className="box" defaultValue={chosen ?? ''} aria-label={label}>
      <option value="">{none}</option>
      {options.map(({ value, label: text }) => (
        <option key={value} value={value}>
          {text}
        </option>
      ))}
    </select>
  )
}
