import { z } from 'zod'
import { RECIPIENT_KINDS } from '@/lib/awards/types'
import { AGGREGATIONS, COMPLETION_CLASSES, DIRECTIONS, FIGURE_NATURES } from '@/lib/indicators/types'
import { PERIOD_KINDS, RESULT_PERIOD_KINDS } from '@/lib/periods/types'
import { daySchema } from '@/lib/platform/fields'
import { FIGURE_KINDS, QUALIFIERS } from '@/lib/platform/numbers/types'
import { BLANK_REASONS, NARRATIVE_SECTIONS, REPORT_STATES } from '@/lib/reports/types'
import { ROW_STATUSES } from '@/lib/summaries/types'

/** Shapes that the document names; the rest stand where they are used. */
export const NAMED = z.registry<{ id: string }>()

const text = (description: string) => z.string().describe(description)
const maybeText = (description: string) => z.string().nullable().describe(description)
const decimal = (description: string) =>
  z
    .string()
    .regex(/^-?\d+(\.\d+)?$/)
    .nullable()
    .describe(`${description} Số thập phân viết bằng chữ, dấu chấm thập phân.`)
const day = (description: string) => z.iso.date().nullable().describe(description)
const slug = text('Tên định danh, dùng trong địa chỉ.')

const unitRef = z
  .object({ slug, name: text('Tên của đơn vị vào thời điểm đó.') })
  .register(NAMED, { id: 'UnitRef' })
const codedUnit = z
  .object({ slug, code: maybeText('Mã đơn vị hành chính vào cuối năm đó.'), name: unitRef.shape.name })
  .register(NAMED, { id: 'CodedUnit' })
const lineage = z.object({ ...unitRef.shape, on: z.iso.date().describe('Ngày sắp xếp có hiệu lực.') })

export const unitSchema = z
  .object({
    slug,
    code: maybeText('Mã đơn vị hành chính vào ngày `asOf`.'),
    name: text('Tên vào ngày `asOf`.'),
    kind: text('“tỉnh” hoặc “thành phố”.'),
    validFrom: day('Ngày bắt đầu tồn tại; null: trước mọi điều hệ thống ghi.'),
    validTo: day('Ngày đầu tiên không còn tồn tại; null: đang tồn tại.'),
    aliases: z.array(z.string()).describe('Tên gọi khác.'),
    predecessors: z.array(lineage).describe('Đơn vị cũ hợp thành.'),
    successors: z.array(lineage).describe('Đơn vị mới tiếp nhận.'),
  })
  .register(NAMED, { id: 'Unit' })

export const clusterSchema = z
  .object({
    slug,
    name: text('Tên cụm.'),
    set: z.object({
      slug,
      name: text('Tên bộ cụm.'),
      organiser: text('Cơ quan tổ chức.'),
      validFrom: day('Bộ cụm có hiệu lực từ ngày.'),
      validTo: day('Ngày đầu tiên hết hiệu lực.'),
    }),
    year: z.int().describe('Năm mới nhất của cụm trong bộ cụm.'),
    years: z.array(z.int()).describe('Các năm có dữ liệu.'),
    theme: maybeText('Chủ đề năm.'),
    head: unitRef.nullable().describe('Cụm trưởng.'),
    deputy: unitRef.nullable().describe('Cụm phó.'),
    members: z.array(unitRef).describe('Thành viên.'),
    illustrative: z.boolean().describe('Số liệu minh họa.'),
  })
  .register(NAMED, { id: 'Cluster' })

export const indicatorSchema = z
  .object({
    code: text('Mã chỉ tiêu, không đổi giữa các năm.'),
    name: text('Tên đầy đủ.'),
    shortName: text('Tên ngắn.'),
    group: text('Nhóm chỉ tiêu.'),
    kind: z.enum(FIGURE_KINDS).describe('Loại số liệu.'),
    measureUnit: text('Đơn vị tính.'),
    direction: z.enum(DIRECTIONS).describe('Chiều tốt lên.'),
    aggregation: z.enum(AGGREGATIONS).describe('Cách cộng của cụm.'),
    nature: z.enum(FIGURE_NATURES).describe('Số phát sinh, số có đến ngày, hay số tăng thêm.'),
  })
  .register(NAMED, { id: 'TableIndicator' })

export const setIndicatorSchema = z
  .object({
    ...indicatorSchema.shape,
    scope: z.enum(['NATIONAL', 'CLUSTER']).describe('Của toàn quốc hay của cụm.'),
    definition: maybeText('Cách hiểu và cách tính.'),
    parts: z.array(z.string()).describe('Tên các phần của chỉ tiêu nhiều phần.'),
  })
  .register(NAMED, { id: 'Indicator' })

export const figureSchema = z
  .object({
    text: text('Như trên màn hình, ví dụ “trên 3,6”, “12/27”.'),
    amount: decimal('Số lượng, số tiền bằng đồng, phần trăm, hoặc tử số của tỷ lệ.'),
    denominator: decimal('Mẫu số của tỷ lệ.'),
    qualifier: z.enum(QUALIFIERS).describe('Đúng, trên, gần, khoảng, hoặc không rõ độ lớn.'),
    parts: z.array(z.string()).nullable().describe('Các phần, với chỉ tiêu nhiều phần.'),
  })
  .register(NAMED, { id: 'Figure' })

const completion = {
  target: figureSchema.nullable().describe('Chỉ tiêu đăng ký.'),
  percent: decimal('Phần trăm hoàn thành.'),
  class: z.enum(COMPLETION_CLASSES).nullable().describe('Mức hoàn thành; null khi chưa xác định được.'),
}

const cell = {
  indicator: text('Mã chỉ tiêu.'),
  assigned: z.boolean().describe('false: không giao cho đơn vị.'),
  value: figureSchema.nullable().describe('Kết quả; null là để trống, không phải 0.'),
  blank: z.enum(BLANK_REASONS).nullable().describe('Lý do để trống.'),
  ...completion,
}
const cellSchema = z
  .object({
    ...cell,
    rank: z.int().nullable().describe('Thứ tự trong cụm theo phần trăm; bằng nhau thì cùng thứ tự.'),
  })
  .register(NAMED, { id: 'Cell' })
const nationalCellSchema = z.object(cell).register(NAMED, { id: 'NationalCell' })

const standing = {
  unit: codedUnit,
  status: z.enum(ROW_STATUSES).describe('Tình trạng báo cáo của đơn vị.'),
  illustrative: z.boolean(),
  met: z.int().describe('Số chỉ tiêu đạt hoặc vượt.'),
  judged: z.int().describe('Số chỉ tiêu có mức hoàn thành.'),
}
const total = {
  indicator: text('Mã chỉ tiêu.'),
  value: figureSchema.nullable().describe('Tổng các đơn vị có số liệu.'),
  units: z.int().describe('Số đơn vị có trong tổng.'),
  ...completion,
}

export const summarySchema = z
  .object({
    cluster: z.object({ slug, name: text('Tên cụm.') }),
    year: z.int(),
    title: text('Tên cụm thi đua năm.'),
    theme: maybeText('Chủ đề năm.'),
    period: z.enum(RESULT_PERIOD_KINDS).describe('Kỳ báo cáo.'),
    illustrative: z.boolean().describe('Có số liệu minh họa.'),
    indicators: z.array(indicatorSchema),
    units: z.array(
      z
        .object({
          ...standing,
          rank: z
            .int()
            .nullable()
            .describe('Thứ tự theo số chỉ tiêu đạt hoặc vượt. Không phải kết quả xếp hạng thi đua.'),
          cells: z.array(cellSchema),
        })
        .register(NAMED, { id: 'SummaryUnit' }),
    ),
    totals: z.array(
      z
        .object({
          ...total,
          reported: figureSchema.nullable().describe('Số do cụm báo cáo, khi có.'),
          difference: decimal('Số cụm báo cáo trừ tổng các đơn vị.'),
        })
        .register(NAMED, { id: 'Total' }),
    ),
  })
  .register(NAMED, { id: 'ClusterSummary' })

export const nationSchema = z
  .object({
    year: z.int(),
    theme: maybeText('Chủ đề năm.'),
    period: z.enum(RESULT_PERIOD_KINDS).describe('Kỳ báo cáo.'),
    illustrative: z.boolean().describe('Có số liệu minh họa.'),
    indicators: z
      .array(indicatorSchema)
      .describe('Bộ chỉ tiêu toàn quốc; chỉ tiêu riêng của cụm ở bảng của cụm.'),
    units: z.array(
      z
        .object({
          cluster: z.object({ slug, name: text('Tên cụm.') }),
          ...standing,
          cells: z.array(nationalCellSchema),
        })
        .register(NAMED, { id: 'NationalUnit' }),
    ),
    totals: z
      .array(z.object(total).register(NAMED, { id: 'NationalTotal' }))
      .describe('Tổng của mọi đơn vị, ở mọi trang.'),
    next: z.string().nullable().describe('`cursor` của trang tiếp theo; null ở trang cuối.'),
  })
  .register(NAMED, { id: 'NationalSummary' })

export const reportSchema = z
  .object({
    unit: codedUnit,
    year: z.int(),
    clusters: z.array(z.object({ slug, name: text('Tên cụm.') })),
    reports: z.array(
      z
        .object({
          period: z.enum(PERIOD_KINDS).describe('Kỳ báo cáo; REGISTRATION là đăng ký chỉ tiêu.'),
          state: z.enum(REPORT_STATES).describe('Trạng thái báo cáo.'),
          sentAt: z.iso.datetime({ offset: true }).nullable().describe('Thời điểm gửi.'),
          dueAt: z.iso.datetime({ offset: true }).nullable().describe('Hạn gửi.'),
          lateDays: z.int().describe('Số ngày gửi chậm.'),
          illustrative: z.boolean(),
          source: maybeText('Tài liệu nguồn, với số liệu lịch sử.'),
          figures: z.array(
            z
              .object({
                indicator: indicatorSchema,
                assigned: z.boolean().describe('false: không giao cho đơn vị.'),
                value: figureSchema.nullable(),
                raw: maybeText('Lời văn như đơn vị đã viết.'),
                blank: z.enum(BLANK_REASONS).nullable(),
                note: maybeText('Ghi chú.'),
                ...completion,
              })
              .register(NAMED, { id: 'ReportFigure' }),
          ),
          narrative: z.array(z.object({ section: z.enum(NARRATIVE_SECTIONS), text: z.string() })),
        })
        .register(NAMED, { id: 'Report' }),
    ),
  })
  .register(NAMED, { id: 'UnitYearReport' })

export const awardSchema = z
  .object({
    id: z.uuid(),
    year: z.int().nullable(),
    type: z.object({
      code: text('Mã hình thức.'),
      name: text('Hình thức khen thưởng.'),
      issuer: text('Cấp khen.'),
    }),
    recipientKind: z.enum(RECIPIENT_KINDS).describe('Đơn vị, tập thể hay cá nhân.'),
    unit: unitRef.nullable(),
    recipient: maybeText('Tập thể hoặc cá nhân được khen.'),
    decision: z
      .object({
        number: maybeText('Số quyết định.'),
        decidedOn: day('Ngày quyết định.'),
        issuer: text('Nơi quyết định.'),
      })
      .nullable(),
    source: maybeText('Tài liệu nguồn.'),
    illustrative: z.boolean(),
  })
  .register(NAMED, { id: 'Award' })

export const problemSchema = z
  .object({
    type: text('Loại lỗi, luôn là `about:blank`.'),
    title: text('Lỗi, bằng tiếng Việt.'),
    status: z.int(),
    detail: text('Điều cần làm.'),
    code: text('Mã lỗi, để chương trình đọc.'),
    fields: z.record(z.string(), z.string()).optional().describe('Tham số sai và lý do.'),
  })
  .register(NAMED, { id: 'Problem' })

const format = z
  .enum(['json', 'csv'], { error: '`format` là json hoặc csv.' })
  .default('json')
  .describe('Định dạng trả về.')
const paging = {
  format,
  limit: z.coerce
    .number({ error: '`limit` là số từ 1 đến 200.' })
    .int({ error: '`limit` là số nguyên.' })
    .min(1, { error: '`limit` nhỏ nhất là 1.' })
    .max(200, { error: '`limit` lớn nhất là 200.' })
    .default(100)
    .describe('Số dòng mỗi trang.'),
  cursor: z
    .string()
    .max(200, { error: '`cursor` không đúng; hãy lấy từ trang trước.' })
    .optional()
    .describe('Trang tiếp theo: lấy từ `next` của trang trước.'),
}
const year = z.coerce
  .number({ error: '`year` là một năm, ví dụ 2026.' })
  .int({ error: '`year` là một năm, ví dụ 2026.' })
  .min(1930, { error: '`year` sớm nhất là 1930.' })
  .max(2100, { error: '`year` muộn nhất là 2100.' })
const unitCode = z.string().regex(/^\d{2}$/, { error: '`code` gồm hai chữ số.' })

export const unitsQuery = z.object({
  asOf: daySchema.optional().describe('Ngày (yyyy-MM-dd) mà tên và mã có hiệu lực; mặc định hôm nay.'),
  code: unitCode.optional().describe('Mã đơn vị hành chính vào ngày `asOf`.'),
  ...paging,
})
export const clustersQuery = z.object({ ...paging })
export const indicatorsQuery = z.object({
  year: year.describe('Năm thi đua.'),
  cluster: z
    .string()
    .max(100, { error: '`cluster` quá dài.' })
    .optional()
    .describe('Kèm chỉ tiêu riêng của cụm này.'),
  ...paging,
})
export const awardsQuery = z.object({
  year: year.optional().describe('Năm khen thưởng.'),
  type: z.string().max(50, { error: '`type` quá dài.' }).optional().describe('Mã hình thức khen thưởng.'),
  unit: z.string().max(100, { error: '`unit` quá dài.' }).optional().describe('Đơn vị.'),
  ...paging,
})
export const summaryQuery = z.object({
  period: z
    .enum(RESULT_PERIOD_KINDS, { error: `\`period\` là một trong ${RESULT_PERIOD_KINDS.join(', ')}.` })
    .optional()
    .describe('Kỳ báo cáo; mặc định kỳ mới nhất có số liệu.'),
  format,
})
export const nationQuery = z.object({
  period: summaryQuery.shape.period,
  ...paging,
  limit: paging.limit.default(200),
})
export const reportQuery = z.object({
  period: z
    .enum(PERIOD_KINDS, { error: `\`period\` là một trong ${PERIOD_KINDS.join(', ')}.` })
    .optional()
    .describe('Chỉ một kỳ; mặc định mọi kỳ.'),
  asOf: daySchema
    .optional()
    .describe('Khi `slug` là mã hai chữ số: ngày mà mã có hiệu lực; mặc định ngày cuối năm.'),
  format,
})
