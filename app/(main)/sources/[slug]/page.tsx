import { notFound } from 'next/navigation'
import Link from 'next/link'
import { StatementList } from '@/components/sources/statement-list'
import { PageBody, PageHeader } from '@/components/ui/page-header'
import { NOT_STATED } from '@/lib/clusters/labels'
import { getAdoptedFiles } from '@/lib/documents/adoption/queries'
import { requireActor } from '@/lib/platform/auth/current'
import { printDate } from '@/lib/platform/dates'
import { sourceCitation } from '@/lib/sources/labels'
import { getSource } from '@/lib/sources/queries'

type Props = { params: Promise<{ slug: string }> }

export const metadata = { title: 'Tài liệu nguồn' }

export default async function SourcePage({ params }: Props) {
  const { slug } = await params
  const actor = await requireActor(`/sources/${slug}`)
  const source = await getSource(actor, slug)
  if (!source) notFound()
  const adopted = await getAdoptedFiles(actor, source.id)
  const years = [
    ...new Map(
      source.statements.flatMap(({ clusterYear }) =>
        clusterYear ? [[`${clusterYear.slug}/${clusterYear.year}`, clusterYear] as const] : [],
      ),
    ).values(),
  ]
  return (
    <>
      <PageHeader
        crumbs={[{ label: 'Tài liệu nguồn', href: '/sources' }, { label: sourceCitation(source) }]}
        title={source.title}
        theme={source.letter ? `Tài liệu ${source.letter}` : undefined}
      />
      <PageBody>
        <dl className="border-hair grid max-w-[104ch] gap-x-8 gap-y-2 border-b pb-4 lg:grid-cols-[190px_minmax(0,1fr)]">
          <Term label="Nơi đăng" text={source.publisher} />
          <Term label="Tác giả" text={source.author} />
          <Term
            label="Ngày đăng"
            text={source.publishedOn ? printDate(source.publishedOn) : source.dateNote}
          />
          {source.publishedOn && source.dateNote ? (
            <Term label="Ngày như trong bài" text={source.dateNote} />
          ) : null}
          {source.url ? (
            <div className="contents">
              <dt className="text-mute">Địa chỉ</dt>
              <dd>
                <a href={source.url} rel="noreferrer" className="link break-all">
                  {source.url}
                </a>
              </dd>
            </div>
          ) : null}
          {source.note ? <Term label="Ghi chú" text={source.note} /> : null}
          {adopted ? (
            <div className="contents">
              <dt className="text-mute">Số liệu của</dt>
              <dd>
                <Link href={adopted.readAt} prefetch={false} className="link">
                  {adopted.place}
                </Link>
              </dd>
            </div>
          ) : null}
          {years.length > 0 ? (
            <div className="contents">
              <dt className="text-mute">Nói về</dt>
              <dd>
                {years.map((clusterYear) => (
                  <Link
                    key={`${clusterYear.slug}/${clusterYear.year}`}
                    href={`/clusters/${clusterYear.slug}/${clusterYear.year}`}
                    prefetch={false}
                    className="link mr-4"
                  >
                    {clusterYear.title}, năm {clusterYear.year}
                  </Link>
                ))}
              </dd>
            </div>
          ) : null}
        </dl>
        {adopted && adopted.files.length > 0 ? (
          <section className="mt-6">
            <h2>Tệp gốc</h2>
            <ul className="mt-1">
              {adopted.files.map((file) => (
                <li key={file.id}>
                  <a href={`/api/app/v1/files/${file.id}`} className="link break-words">
                    {file.name}
                  </a>
                </li>
              ))}
            </ul>
          </section>
        ) : null}
        {source.statements.length > 0 ? (
          <>
            <h2 className="mt-6">Những điều được dẫn từ tài liệu này</h2>
            <StatementList statements={source.statements} citeSource={false} />
          </>
        ) : null}
        {source.text ? (
          <section aria-labelledby="full-text" className="mt-8 max-w-[88ch]">
            <h2 id="full-text">Toàn văn</h2>
            <div className="mt-2 whitespace-pre-line">{source.text}</div>
          </section>
        ) : null}
      </PageBody>
    </>
  )
}

function Term({ label, text }: { label: string; text: string | null }) {
  return (
    <div className="contents">
      <dt className="text-mute">{label}</dt>
      <dd className={text ? undefined : 'text-mute'}>{text ?? NOT_STATED}</dd>
    </div>
  )
}
