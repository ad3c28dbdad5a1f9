import { Select, TextField } from '@/components/ui/field'
import { Form } from '@/components/ui/form'
import { SubmitButton } from '@/components/ui/submit-button'
import { TableScroll } from '@/components/ui/table'
import { setAdoptionLayoutAction } from '@/lib/documents/adoption/actions'
import { DIGIT_LABELS, DIRECTION_LABELS } from '@/lib/documents/adoption/labels'
import { DIGIT_STYLES, UNIT_DIRECTIONS, type AdoptionView } from '@/lib/documents/adoption/types'
import { columnName } from '@/lib/platform/files/rules'

/** Where headings and units stand, over the corner of the sheet to point at. */
export function LayoutForm({ view }: { view: AdoptionView }) {
  const { mapping, corner, sheets } = view
  if (!mapping) return null
  const inRows = mapping.unitsIn === 'ROWS'
  return (
    <section aria-labelledby="layout" className="mt-8">
      <h2 id="layout">2. Bố cục của trang tính</h2>
      <p className="text-mute max-w-[88ch]">
        {corner.length > 0
          ? `Góc đầu của trang “${mapping.sheet}”. Cột tính từ A là 1. Nền đậm: tiêu đề và tên đơn vị theo cách khớp hiện tại.`
          : `Góc đầu của trang “${mapping.sheet}” không có chữ hay số nào. Hãy chọn trang tính khác hoặc thay tệp.`}
      </p>
      {corner.length > 0 ? (
        <TableScroll label="Góc đầu của trang tính" className="mt-2">
          <table className="list text-sm">
            <thead>
              <tr>
                <th scope="col">
                  <span className="sr-only">Dòng</span>
                </th>
                {corner[0]?.map((_, column) => (
                  <th key={column} scope="col">
                    {columnName(column + 1)} <small className="font-normal">{column + 1}</small>
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {corner.map((cells, row) => (
                <tr key={row}>
                  <th scope="row">{row + 1}</th>
                  {cells.map((cell, column) => {
                    const [line, place] = inRows ? [row + 1, column + 1] : [column + 1, row + 1]
                    const head = line >= mapping.headFrom && line <= mapping.headTo
                    const pointed = head || (place === mapping.unitPlace && line > mapping.headTo)
                    return (
                      <td key={column} className={pointed ? 'bg-wash font-semibold' : ''}>
                        {cell}
                      </td>
                    )
                  })}
                </tr>
              ))}
            </tbody>
          </table>
        </TableScroll>
      ) : null}
      <Form
        action={setAdoptionLayoutAction}
        aria-label="Bố cục của trang tính"
        key={`${view.file?.id} ${view.version}`}
      >
        <input type="hidden" name="adoptionId" value={view.id} />
        <input type="hidden" name="version" value={view.version} />
        <input type="hidden" name="fileId" value={view.file?.id ?? ''} />
        <div className="grid gap-x-6 sm:grid-cols-2 lg:grid-cols-3">
          <Select
            name="sheet"
            label="Trang tính"
            defaultValue={mapping.sheet}
            options={sheets.map(({ name, hidden }) => ({
              value: name,
              label: hidden ? `${name} (đang ẩn)` : name,
            }))}
          />
          <Select
            name="unitsIn"
            label="Đơn vị xếp theo"
            defaultValue={mapping.unitsIn}
            options={UNIT_DIRECTIONS.map((value) => ({ value, label: DIRECTION_LABELS[value] }))}
          />
          <Select
            name="digits"
            label="Số ghi bằng chữ viết theo kiểu"
            defaultValue={mapping.digits}
            options={DIGIT_STYLES.map((value) => ({ value, label: DIGIT_LABELS[value] }))}
          />
          <TextField
            name="unitPlace"
            type="number"
            label={inRows ? 'Cột ghi tên hoặc mã đơn vị' : 'Dòng ghi tên hoặc mã đơn vị'}
            defaultValue={mapping.unitPlace}
          />
          <TextField
            name="headFrom"
            type="number"
            label={inRows ? 'Tiêu đề từ dòng' : 'Tên chỉ tiêu từ cột'}
            defaultValue={mapping.headFrom}
          />
          <TextField
            name="headTo"
            type="number"
            label={inRows ? 'Tiêu đề đến dòng' : 'Tên chỉ tiêu đến cột'}
            defaultValue={mapping.headTo}
          />
        </div>
        <div className="mt-4">
          <SubmitButton kind="secondary">Đọc lại theo bố cục này</SubmitButton>
        </div>
      </Form>
    </section>
  )
}
