import { z } from 'zod'
import type { ApiScope } from '@/lib/platform/auth/rules'
import * as schema from './schema'

const page = <T extends z.ZodType>(item: T) =>
  z.object({
    items: z.array(item),
    next: z.string().nullable().describe('`cursor` của trang tiếp theo; null ở trang cuối.'),
  })

type Endpoint = {
  /** Below /api/v1, with its parameters in braces. */
  path: string
  scope: ApiScope
  title: string
  about: string
  /** What each parameter of the path is. */
  parts: Record<string, string>
  query: z.ZodObject
  body: z.ZodType
}

const SLUG = 'Tên định danh của cụm, ví dụ `mien-nui-bien-gioi-phia-bac`.'
const YEAR = 'Năm thi đua.'

/** Every address of the API: what is served, documented and tested. */
export const ENDPOINTS = {
  units: {
    path: '/units',
    scope: 'REFERENCE',
    title: 'Đơn vị',
    about:
      'Hội LHPN các tỉnh, thành phố tồn tại vào một ngày, với tên và mã của ngày đó. Mã không có ngày là mã mơ hồ: 24 từng là Bắc Giang, từ 01/7/2025 là Bắc Ninh.',
    parts: {},
    query: schema.unitsQuery,
    body: page(schema.unitSchema).extend({ asOf: z.iso.date().describe('Ngày của tên và mã.') }),
  },
  clusters: {
    path: '/clusters',
    scope: 'REFERENCE',
    title: 'Cụm thi đua',
    about: 'Các cụm của mọi bộ cụm, bộ đang có hiệu lực đứng trước, với năm mới nhất của mỗi cụm.',
    parts: {},
    query: schema.clustersQuery,
    body: page(schema.clusterSchema),
  },
  summary: {
    path: '/clusters/{slug}/years/{year}/summary',
    scope: 'SUMMARY',
    title: 'Bảng tổng hợp của cụm',
    about:
      'Đơn vị × chỉ tiêu của một kỳ: kết quả, chỉ tiêu đăng ký, phần trăm, mức hoàn thành, thứ tự, tổng. CSV có mỗi dòng một ô.',
    parts: { slug: SLUG, year: YEAR },
    query: schema.summaryQuery,
    body: schema.summarySchema,
  },
  nation: {
    path: '/national/years/{year}/summary',
    scope: 'SUMMARY',
    title: 'Bảng tổng hợp toàn quốc',
    about:
      'Mọi đơn vị × chỉ tiêu toàn quốc của một kỳ, theo cụm: kết quả, chỉ tiêu đăng ký, phần trăm, mức hoàn thành, tổng. Hơn 200 đơn vị thì đọc theo trang. CSV có mỗi dòng một ô.',
    parts: { year: YEAR },
    query: schema.nationQuery,
    body: schema.nationSchema,
  },
  report: {
    path: '/units/{slug}/years/{year}/report',
    scope: 'REPORT',
    title: 'Báo cáo của đơn vị',
    about:
      'Đăng ký chỉ tiêu và các kỳ báo cáo trong năm của một đơn vị, cả lời văn. CSV có mỗi dòng một chỉ tiêu, không có lời văn.',
    parts: { slug: 'Tên định danh, hoặc mã hai chữ số, của đơn vị.', year: YEAR },
    query: schema.reportQuery,
    body: schema.reportSchema,
  },
  indicators: {
    path: '/indicators',
    scope: 'REFERENCE',
    title: 'Chỉ tiêu',
    about: 'Bộ chỉ tiêu toàn quốc của một năm và, khi nêu cụm, chỉ tiêu riêng của cụm.',
    parts: {},
    query: schema.indicatorsQuery,
    body: page(schema.setIndicatorSchema),
  },
  awards: {
    path: '/awards',
    scope: 'AWARDS',
    title: 'Khen thưởng',
    about: 'Khen thưởng đã quyết định hoặc được nguồn nêu, năm mới trước; ghi cho đơn vị của thời điểm đó.',
    parts: {},
    query: schema.awardsQuery,
    body: page(schema.awardSchema),
  },
} as const satisfies Record<string, Endpoint>

export type EndpointName = keyof typeof ENDPOINTS

/** The page of `items` that begins after the item `cursor` names; null when there is no such item any more. */
export function pageOf<T>(
  items: readonly T[],
  idOf: (item: T) => string,
  { limit, cursor }: { limit: number; cursor?: string },
): { items: T[]; next: string | null } | null {
  const after = cursor === undefined ? -1 : items.findIndex((item) => toCursor(idOf(item)) === cursor)
  if (cursor !== undefined && after < 0) return null
  const shown = items.slice(after + 1, after + 1 + limit)
  const last = shown.at(-1)
  const more = after + 1 + limit < items.length
  return { items: shown, next: more && last !== undefined ? toCursor(idOf(last)) : null }
}

/** What names an item in an address: readable, and safe in one. */
const toCursor = (id: string) => id.replaceAll(/[^\w.-]/g, '~')
