import { z } from 'zod'
import { ENDPOINTS, type EndpointName } from '../rules'
import { NAMED, problemSchema } from '../schema'

type Json = Record<string, unknown>
const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` })

const PROBLEMS: Record<string, string> = {
  401: 'Không có mã truy cập, hoặc mã sai, đã hết hạn, đã bị thu hồi.',
  403: 'Mã truy cập không được đọc loại dữ liệu này.',
  404: 'Không có nội dung này.',
  422: 'Tham số chưa đúng; `fields` nói rõ từng tham số.',
  429: 'Quá số lần gọi mỗi phút; `Retry-After` nói phải chờ bao nhiêu giây.',
  503: 'Hệ thống đang bận.',
}

/** Schemas by name; each refers to the others by name. A schema of the JSON Schema dialect that OpenAPI 3.1 speaks. */
function components(): Json {
  const bodies = z.registry<{ id: string }>()
  for (const [name, { body }] of Object.entries(ENDPOINTS))
    if (!NAMED.has(body)) bodies.add(body, { id: bodyName(name) })
  for (const schema of named()) bodies.add(schema, { id: NAMED.get(schema)!.id })
  const { schemas } = z.toJSONSchema(bodies, { uri: (id) => `#/components/schemas/${id}`, io: 'output' })
  return Object.fromEntries(
    Object.entries(schemas).map(([id, schema]) => {
      const { $schema: _, $id: __, id: ___, ...rest } = schema as Json
      return [id, rest]
    }),
  )
}

/** Every schema with a name of its own, found through the bodies that use it. */
function named(): z.ZodType[] {
  const found = new Set<z.ZodType>()
  const visit = (schema: z.ZodType) => {
    if (NAMED.has(schema)) found.add(schema)
    if (schema instanceof z.ZodObject) Object.values(schema.shape).forEach((part) => visit(part as z.ZodType))
    else if (schema instanceof z.ZodArray) visit(schema.element as z.ZodType)
    else if (schema instanceof z.ZodNullable || schema instanceof z.ZodOptional)
      visit(schema.unwrap() as z.ZodType)
  }
  visit(problemSchema)
  for (const { body } of Object.values(ENDPOINTS)) visit(body)
  return [...found]
}

const bodyName = (endpoint: string) => `${endpoint[0]!.toUpperCase()}${endpoint.slice(1)}Page`

function parameters(name: EndpointName): Json[] {
  const { parts, query } = ENDPOINTS[name]
  const shape = z.toJSONSchema(query, { io: 'input' }) as {
    properties: Record<string, Json>
    required?: string[]
  }
  return [
    ...Object.entries(parts).map(([part, description]) => ({
      name: part,
      in: 'path',
      required: true,
      description,
      schema: part === 'year' ? { type: 'integer', minimum: 1000, maximum: 2999 } : { type: 'string' },
    })),
    ...Object.entries(shape.properties).map(([parameter, { description, ...schema }]) => ({
      name: parameter,
      in: 'query',
      required: shape.required?.includes(parameter) ?? false,
      description,
      schema,
    })),
  ]
}

function operation(name: EndpointName): Json {
  const { title, about, scope, body } = ENDPOINTS[name]
  const problem = (status: string) => ({
    description: PROBLEMS[status],
    content: { 'application/problem+json': { schema: ref('Problem') } },
  })
  const list = body instanceof z.ZodObject && 'next' in body.shape
  return {
    operationId: name,
    summary: title,
    description: `${about}\n\nMã truy cập cần được đọc: ${scope}.`,
    parameters: [
      ...parameters(name),
      {
        name: 'If-None-Match',
        in: 'header',
        required: false,
        description: '`ETag` của lần trước: không có gì mới thì trả về 304 không kèm nội dung.',
        schema: { type: 'string' },
      },
    ],
    responses: {
      200: {
        description: title,
        headers: {
          ETag: { description: 'Phiên bản của nội dung.', schema: { type: 'string' } },
          ...(list
            ? { Link: { description: 'Trang tiếp theo (`rel="next"`).', schema: { type: 'string' } } }
            : {}),
        },
        content: {
          'application/json': { schema: ref(NAMED.get(body)?.id ?? bodyName(name)) },
          'text/csv': { schema: { type: 'string' } },
        },
      },
      304: { description: 'Không có gì mới.' },
      ...Object.fromEntries(Object.keys(PROBLEMS).map((status) => [status, problem(status)])),
    },
  }
}

type Schema = {
  $ref?: string
  type?: string | string[]
  enum?: string[]
  format?: string
  description?: string
  items?: Schema
  anyOf?: Schema[]
  allOf?: Schema[]
  properties?: Record<string, Schema>
  required?: string[]
}
type Parameter = {
  name: string
  in: string
  required: boolean
  description: string
  schema: Schema & { type?: string }
}
type Answer = { description: string; content?: Record<string, { schema: Schema }> }
/** The parts of the document that its readable page is made of. */
export type OpenApi = Json & {
  paths: Record<string, { get: { parameters: Parameter[]; responses: Record<number, Answer> } }>
  components: { schemas: Record<string, Schema> }
}

let made: OpenApi | undefined

/** The OpenAPI 3.1 document of /api/v1, made from the schemas that the answers themselves are made with. */
export function openApiDocument(): OpenApi {
  made ??= {
    openapi: '3.1.1',
    info: {
      title: 'Cụm Thi Đua',
      version: '1.0.0',
      description:
        'Đọc số liệu thi đua của Hội LHPN Việt Nam. Chỉ đọc. Quyền xem là quyền của người giữ mã truy cập, thu hẹp theo mã. Mã được tạo và thu hồi ở trang Tài khoản.',
    },
    servers: [{ url: '/api/v1' }],
    security: [{ bearer: [] }, { basic: [] }],
    paths: Object.fromEntries(
      (Object.keys(ENDPOINTS) as EndpointName[]).map((name) => [
        ENDPOINTS[name].path,
        { get: operation(name) },
      ]),
    ),
    components: {
      schemas: components(),
      securitySchemes: {
        bearer: { type: 'http', scheme: 'bearer', description: 'Mã truy cập.' },
        basic: {
          type: 'http',
          scheme: 'basic',
          description: 'Mã truy cập ở chỗ mật khẩu, tên tùy ý: cách Excel và Power BI lưu mã.',
        },
      },
    },
  } as unknown as OpenApi
  return made
}

/** A field of a named shape as a reader of the page sees it; `target` is the named shape it consists of, if any. */
export type Field = {
  name: string
  type: string
  target: string | null
  required: boolean
  description: string
}

const nameIn = (schema: Schema): string | null => schema.$ref?.split('/').at(-1) ?? null

/** "UnitRef[]", "string, null", "UNIT, COLLECTIVE": in the words of JSON Schema, which programmers know. */
function typeOf(schema: Schema): { type: string; target: string | null } {
  const target = nameIn(schema)
  if (target) return { type: target, target }
  if (schema.enum) return { type: schema.enum.join(', '), target: null }
  if (schema.items) {
    const item = typeOf(schema.items)
    return { type: `${item.type}[]`, target: item.target }
  }
  const parts = schema.anyOf ?? schema.allOf
  if (parts) {
    const types = parts.map(typeOf)
    return {
      type: types.map(({ type }) => type).join(', '),
      target: types.find((part) => part.target !== null)?.target ?? null,
    }
  }
  return {
    type: [schema.type ?? ''].flat().join(', ') + (schema.format ? ` (${schema.format})` : ''),
    target: null,
  }
}

/** The fields of a named shape; those of an object without a name stand under its own name and a point. */
export function fieldsOf(document: OpenApi, name: string): Field[] {
  const visit = (schema: Schema, prefix: string): Field[] =>
    Object.entries(schema.properties ?? {}).flatMap(([key, property]) => {
      const own = {
        name: prefix + key,
        ...typeOf(property),
        required: schema.required?.includes(key) ?? false,
        description: property.description ?? '',
      }
      const inner = [property, property.items, ...(property.anyOf ?? [])].find((part) => part?.properties)
      return inner ? [own, ...visit(inner, `${prefix}${key}.`)] : [own]
    })
  return visit(document.components.schemas[name] ?? {}, '')
}
