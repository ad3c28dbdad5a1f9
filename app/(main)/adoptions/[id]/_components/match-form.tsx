import { Form } from '@/components/ui/form'
import { SubmitButton } from '@/components/ui/submit-button'
import { ListTable } from '@/components/ui/table'
import { matchAdoptionAction } from '@/lib/documents/adoption/actions'
import type { AdoptionView } from '@/lib/documents/adoption/types'
import { columnName } from '@/lib/platform/files/rules'
import { MONEY_UNITS } from '@/lib/platform/numbers/types'

/** Which line is which unit, and which place which indicator; what is left empty is not taken over. */
export function MatchForm({ view }: { view: AdoptionView }) {
  const { mapping, lines, places, unitChoices, indicatorChoices } = view
  if (!mapping) return null
  const inRows = mapping.unitsIn === 'ROWS'
  const lineName = (line: number) => (inRows ? `dòng ${line}` : `cột ${columnName(line)}`)
  const placeName = (place: number) => (inRows ? `cột ${columnName(place)}` : `dòng ${place}`)
  return (
    <section aria-labelledby="match" className="mt-8">
      <h2 id="match">3. Khớp đơn vị và chỉ tiêu</h2>
      <p className="text-mute max-w-[88ch]">
        Gợi ý theo tên, không phân biệt dấu, kể cả tên gọi khác. Để trống thì không lấy dòng hoặc cột đó.
      </p>
      <Form
        action={matchAdoptionAction}
        success="Đã lưu cách khớp. Xem trước ở dưới."
        aria-label="Khớp đơn vị và chỉ tiêu"
        key={view.version}
      >
        <input type="hidden" name="adoptionId" value={view.id} />
        <input type="hidden" name="version" value={view.version} />
        <div className="grid gap-x-8 lg:grid-cols-2">
          <ListTable label="Đơn vị trong tệp">
            <thead>
              <tr>
                <th scope="col">Trong tệp</th>
                <th scope="col">Là đơn vị</th>
              </tr>
            </thead>
            <tbody>
              {lines.map(({ line, name, unit, hint }) => (
                <tr key={line}>
                  <th scope="row">
                    {name} <small className="font-normal">{lineName(line)}</small>
                    {hint ? <small className="text-amber font-normal">{hint}</small> : null}
                  </th>
                  <td>
                    <select
                      name={`u.${line}`}
                      className="box"
                      defaultValue={unit ?? ''}
                      aria-label={`Đơn vị của ${name}, ${lineName(line)}`}
                    >
                      <option value="">Không lấy</option>
                      {view.clusterYearId ? <option value="CLUSTER">Cả cụm (cụm báo cáo)</option> : null}
                      {unitChoices.map((choice) => (
                        <option key={choice.id} value={choice.id}>
                          {choice.name}
                        </option>
                      ))}
                    </select>
                  </td>
                </tr>
              ))}
            </tbody>
          </ListTable>
          <ListTable label="Chỉ tiêu trong tệp">
            <thead>
              <tr>
                <th scope="col">Trong tệp</th>
                <th scope="col">Là chỉ tiêu</th>
              </tr>
            </thead>
            <tbody>
              {places.map(({ place, name, indicator, money }) => (
                <tr key={place}>
                  <th scope="row">
                    {name} <small className="font-normal">{placeName(place)}</small>
                  </th>
                  <td>
                    <select
                      name={`i.${place}`}
                      className="box"
                      defaultValue={indicator ?? ''}
                      aria-label={`Chỉ tiêu của ${name}, ${placeName(place)}`}
                    >
                      <option value="">Không lấy</option>
                      {indicatorChoices.map(({ value, label }) => (
                        <option key={value} value={value}>
                          {label}
                        </option>
                      ))}
                    </select>
                    {money ? (
                      <select
                        name={`m.${place}`}
                        className="box mt-1"
                        defaultValue={mapping.money[place] ?? ''}
                        aria-label={`Số tiền ở ${placeName(place)} tính bằng`}
                      >
                        <option value="">Tính bằng đơn vị của chỉ tiêu</option>
                        {MONEY_UNITS.map((unit) => (
                          <option key={unit} value={unit}>
                            Tính bằng {unit}
                          </option>
                        ))}
                      </select>
                    ) : null}
                  </td>
                </tr>
              ))}
            </tbody>
          </ListTable>
        </div>
        <div className="mt-4">
          <SubmitButton kind="secondary">Lưu và xem trước</SubmitButton>
        </div>
      </Form>
    </section>
  )
}
