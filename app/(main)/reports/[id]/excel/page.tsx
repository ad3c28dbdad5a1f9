import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { buttonClass } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { PageBody, PageHeader } from '@/components/ui/page-header'
import { requireActor } from '@/lib/platform/auth/current'
import { mayEnter } from '@/lib/reports/policy'
import { getReport } from '@/lib/reports/queries'
import { reportTitle } from '../_components/sentences'
import { FormUpload } from './_components/form-upload'

export const metadata: Metadata = { title: 'Nhập từ Excel' }

export default async function ExcelPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params
  const actor = await requireActor(`/reports/${id}/excel`)
  const report = await getReport(actor, id)
  if (!report || !mayEnter(actor, { unitId: report.unit.id })) notFound()
  const title = reportTitle(report)
  return (
    <>
      <PageHeader
        crumbs={[
          { label: 'Việc của tôi', href: '/my-work' },
          { label: title.short, href: `/reports/${id}` },
          { label: 'Excel' },
        ]}
        title={`Nhập từ Excel: ${title.long}, ${report.unit.name}`}
        help={{ topic: 'excel', about: 'điền báo cáo bằng Excel' }}
        sentence={
          <p>
            Tải biểu đã điền sẵn số liệu hiện có, nhập khi không có mạng, rồi đưa lại vào đây. Chưa có gì được
            ghi cho đến khi bạn xem trước và đồng ý.
          </p>
        }
      />
      <PageBody>
        {report.canEnter ? (
          <>
            <section aria-labelledby="take" className="max-w-[88ch]">
              <h2 id="take">1. Tải biểu về</h2>
              <p className="mt-1">
                Biểu có số năm trước, chỉ tiêu đăng ký, danh sách để chọn và trang hướng dẫn. Chỉ các ô nền
                vàng sửa được.
              </p>
              <p className="mt-2.5">
                <a href={`/api/app/v1/reports/${id}/form`} download className={buttonClass('secondary')}>
                  Tải biểu Excel
                </a>
              </p>
            </section>
            <section aria-labelledby="bring" className="mt-7">
              <h2 id="bring">2. Đưa biểu đã điền lên</h2>
              <FormUpload reportId={id} />
            </section>
          </>
        ) : (
          <Notice title="Báo cáo này hiện không nhập được số liệu.">
            Báo cáo đã trình hoặc kỳ đã chốt. Số liệu xem ở trang báo cáo.
          </Notice>
        )}
      </PageBody>
    </>
  )
}
