import type { Metadata } from 'next'
import Link from 'next/link'
import { PageBody, PageHeader } from '@/components/ui/page-header'
import { ListTable } from '@/components/ui/table'
import { SCOPE_LABELS } from '@/lib/accounts/tokens/labels'
import { fieldsOf, openApiDocument, type Field, type OpenApi } from '@/lib/api/openapi/rules'
import { ENDPOINTS, type EndpointName } from '@/lib/api/rules'

export const metadata: Metadata = { title: 'Tài liệu API' }

export default function ApiReferencePage() {
  const document = openApiDocument()
  const names = Object.keys(ENDPOINTS) as EndpointName[]
  const schemas = Object.keys(document.components.schemas).sort()
  return (
    <>
      <PageHeader
        crumbs={[{ label: 'Hướng dẫn', href: '/help' }, { label: 'Tài liệu API' }]}
        title="Tài liệu API"
        theme="Phiên bản 1, chỉ đọc"
        sentence={
          <p>
            Mọi địa chỉ bắt đầu bằng <code>/api/v1</code>, cần mã truy cập, trả về JSON, hoặc CSV khi có{' '}
            <code>format=csv</code>.
          </p>
        }
      />
      <PageBody>
        <p className="max-w-[80ch]">
          Cách tạo mã và ví dụ Power Query ở <Link href="/help/api">Nối Excel, Power BI</Link>. Bản cho máy
          đọc: <code>/api/v1/openapi.json</code> (OpenAPI 3.1). Lỗi trả về theo RFC 9457 (
          <code>application/problem+json</code>).
        </p>
        {names.map((name) => (
          <Endpoint key={name} name={name} document={document} />
        ))}
        <h2 className="mt-10">Cấu trúc dữ liệu</h2>
        {schemas.map((schema) => (
          <section key={schema} aria-labelledby={`schema-${schema}`} className="mt-6">
            <h3 id={`schema-${schema}`}>{schema}</h3>
            <Fields label={schema} fields={fieldsOf(document, schema)} />
          </section>
        ))}
      </PageBody>
    </>
  )
}

function Endpoint({ name, document }: { name: EndpointName; document: OpenApi }) {
  const { path, title, about, scope } = ENDPOINTS[name]
  const { parameters, responses } = document.paths[path]!.get
  const body = responses[200]!.content!['application/json']!.schema.$ref!.split('/').at(-1)!
  return (
    <section aria-labelledby={`endpoint-${name}`} className="mt-10">
      <h2 id={`endpoint-${name}`}>{title}</h2>
      <p className="mt-1">
        <code className="break-all">GET /api/v1{path}</code>
      </p>
      <p className="mt-1 max-w-[80ch]">
        <Prose text={about} />
      </p>
      <p className="text-mute mt-1">
        Mã cần được đọc: {SCOPE_LABELS[scope]}. Trả về <a href={`#schema-${body}`}>{body}</a>.
      </p>
      <Fields
        label={`Tham số: ${title}`}
        fields={parameters.map((parameter) => ({
          name: parameter.name,
          type: parameter.schema.enum?.join(', ') ?? parameter.schema.type ?? '',
          target: null,
          required: parameter.required,
          description: parameter.description,
        }))}
      />
    </section>
  )
}

/** What the description for machines marks with backticks is code on the page. */
function Prose({ text }: { text: string }) {
  return text.split('`').map((part, index) => (index % 2 === 1 ? <code key={index}>{part}</code> : part))
}

function Fields({ label, fields }: { label: string; fields: Field[] }) {
  return (
    <ListTable label={label}>
      <thead>
        <tr>
          <th scope="col">Tên</th>
          <th scope="col">Kiểu</th>
          <th scope="col">Ý nghĩa</th>
        </tr>
      </thead>
      <tbody>
        {fields.map((field) => (
          <tr key={field.name}>
            <th scope="row">
              <code>{field.name}</code>
              {field.required ? null : <small> không bắt buộc</small>}
            </th>
            <td className="break-words">
              {field.target ? <a href={`#schema-${field.target}`}>{field.type}</a> : field.type}
            </td>
            <td>
              <Prose text={field.description ?? ''} />
            </td>
          </tr>
        ))}
      </tbody>
    </ListTable>
  )
}
