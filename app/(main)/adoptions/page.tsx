import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { Badge } from '@/components/ui/badge'
import { Empty } from '@/components/ui/empty'
import { Select, TextArea, TextField } from '@/components/ui/field'
import { Form } from '@/components/ui/form'
import { PageBody, PageHeader } from '@/components/ui/page-header'
import { SubmitButton } from '@/components/ui/submit-button'
import { ListTable } from '@/components/ui/table'
import { startAdoptionAction } from '@/lib/documents/adoption/actions'
import { mayAdoptAnything } from '@/lib/documents/adoption/policy'
import { listAdoptionPlaces, listAdoptions } from '@/lib/documents/adoption/queries'
import { requireActor } from '@/lib/platform/auth/current'
import { printDate } from '@/lib/platform/dates'

export const metadata: Metadata = { title: 'Số liệu từ tệp cũ' }

export default async function AdoptionsPage() {
  const actor = await requireActor('/adoptions')
  if (!mayAdoptAnything(actor)) notFound()
  const [places, adoptions] = await Promise.all([listAdoptionPlaces(actor), listAdoptions(actor)])
  return (
    <>
      <PageHeader
        crumbs={[{ label: 'Tài liệu nguồn', href: '/sources' }, { label: 'Số liệu từ tệp cũ' }]}
        title="Số liệu từ tệp cũ"
        sentence={
          <p>
            Đưa một biểu Excel cũ vào lịch sử: chỉ ra dòng tiêu đề, đơn vị và chỉ tiêu, xem trước, rồi nhận.
            Tệp được giữ làm nguồn; số đã có không bị ghi đè.
          </p>
        }
      />
      <PageBody>
        {places.length > 0 ? (
          <section aria-labelledby="begin">
            <h2 id="begin">Nhận một tệp mới</h2>
            <Form action={startAdoptionAction} aria-label="Nhận một tệp mới">
              <TextField
                name="title"
                label="Tên tài liệu"
                hint="Như sẽ được dẫn làm nguồn, ví dụ Biểu tổng hợp cụm năm 2019"
                required
              />
              <Select
                name="place"
                label="Số liệu của"
                placeholder="Chọn cụm hoặc đơn vị, năm, kỳ"
                hint="Chỉ gồm các kỳ không nhập trên phần mềm"
                options={places}
                required
              />
              <TextArea
                name="note"
                label="Ghi chú về tài liệu"
                hint="Ai lập, lấy ở đâu; không bắt buộc"
                rows={2}
              />
              <div className="mt-4">
                <SubmitButton>Tiếp tục, tải tệp lên</SubmitButton>
              </div>
            </Form>
          </section>
        ) : null}
        <section aria-labelledby="begun" className="mt-8">
          <h2 id="begun">Các tệp đã đưa vào</h2>
          {adoptions.length > 0 ? (
            <ListTable label="Các tệp đã đưa vào" cards>
              <thead>
                <tr>
                  <th scope="col">Tài liệu</th>
                  <th scope="col">Số liệu của</th>
                  <th scope="col">Tình trạng</th>
                  <th scope="col">Người đưa</th>
                </tr>
              </thead>
              <tbody>
                {adoptions.map((adoption) => (
                  <tr key={adoption.id}>
                    <th scope="row">
                      <Link prefetch={false} href={`/adoptions/${adoption.id}`}>
                        {adoption.title}
                      </Link>
                    </th>
                    <td data-label="Số liệu của">
                      <div>{adoption.place}</div>
                    </td>
                    <td data-label="Tình trạng">
                      <Badge kind={adoption.adoptedAt ? 'strong' : 'wait'}>
                        {adoption.adoptedAt ? `Đã nhận ${printDate(adoption.adoptedAt)}` : 'Đang khớp'}
                      </Badge>
                    </td>
                    <td data-label="Người đưa">
                      <div>
                        {adoption.createdBy}, {printDate(adoption.createdAt)}
                      </div>
                    </td>
                  </tr>
                ))}
              </tbody>
            </ListTable>
          ) : (
            <Empty title="Chưa có tệp nào">
              {places.length > 0
                ? 'Bắt đầu bằng mẫu ở trên.'
                : 'Chưa có kỳ nào trong quá khứ để nhận số liệu.'}
            </Empty>
          )}
        </section>
      </PageBody>
    </>
  )
}
