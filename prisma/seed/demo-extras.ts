import { createHash } from 'node:crypto'
import { addDays } from '@/lib/platform/dates'
import type { Prisma } from '@/prisma/generated/client'
import { DEMO_CLUSTERS, NOT_YET_ENTERED } from './data/demo-clusters'
import { demoReportKey, indicatorIdOf, type DemoContext } from './demo-context'
import { samplePdf, samplePng } from './evidence'
import { at, stableId, type Tx } from './write'

const OPEN = { year: 2026, kind: 'YEAR_ESTIMATE' } as const

/** Proof files, comments on figures and a request to adjust a target, on reports this seeding wrote. */
export async function seedDemoExtras(tx: Tx, context: DemoContext, written: Set<string>): Promise<void> {
  await seedEvidence(tx, context, written)
  await seedComments(tx, context, written)
  await seedAdjustment(tx, context, written)
}

/** The list that new cooperatives owe in every report of results, and in the open period a picture beside it. */
async function seedEvidence(tx: Tx, context: DemoContext, written: Set<string>): Promise<void> {
  const files: Prisma.EvidenceFileCreateManyInput[] = []
  const chunks: Prisma.EvidenceChunkCreateManyInput[] = []
  const picture = samplePng()
  for (const unit of DEMO_CLUSTERS.flatMap(({ members }) => members)) {
    for (const period of context.periods) {
      const key = demoReportKey(unit, period.year, period.kind)
      const isOpen = period.year === OPEN.year && period.kind === OPEN.kind
      const isEmpty = isOpen && NOT_YET_ENTERED[unit] === 'all'
      if (period.kind === 'REGISTRATION' || isEmpty || !written.has(key)) continue
      const moment = at(addDays(isOpen ? context.today : period.dueOn, -10), 10)
      const add = (code: string, name: string, mediaType: string, bytes: Buffer) => {
        const id = stableId('evidence', key, code)
        files.push({
          id,
          reportId: stableId('report', key),
          indicatorId: indicatorIdOf(context, period.year, code),
          name,
          mediaType,
          size: bytes.length,
          sha256: new Uint8Array(createHash('sha256').update(bytes).digest()),
          chunkCount: 1,
          uploadedById: context.accounts.id(`staff.${unit}`),
          createdAt: moment,
          completedAt: moment,
        })
        chunks.push({ fileId: id, position: 0, bytes: new Uint8Array(bytes) })
      }
      const pdf = samplePdf([
        'TAI LIEU MINH HOA - KHONG PHAI VAN BAN THAT',
        `Danh sach hop tac xa do phu nu quan ly thanh lap moi nam ${period.year}`,
        unit.replaceAll('-', ' ').toUpperCase(),
      ])
      add('htx-moi', 'Danh sách hợp tác xã thành lập mới (minh họa).pdf', 'application/pdf', pdf)
      if (isOpen) add('nguon-luc-huy-dong', 'Ảnh trao sinh kế (minh họa).png', 'image/png', picture)
    }
  }
  await tx.evidenceFile.createMany({ data: files })
  await tx.evidenceChunk.createMany({ data: chunks })
}

const COMMENTS: { unit: string; code: string; author: string; text: string }[] = [
  {
    unit: 'son-la',
    code: 'xoa-co-so-duoi-60',
    author: 'leader.tuyen-quang',
    text: 'Đề nghị nêu rõ 19 cơ sở còn lại thuộc những xã nào và dự kiến khi nào đạt.',
  },
  {
    unit: 'da-nang',
    code: 'nguon-luc-huy-dong',
    author: 'central-staff.central',
    text: 'Phần tăng so với 9 tháng chủ yếu từ đợt hỗ trợ sau bão, đã xem minh chứng.',
  },
  {
    unit: 'lam-dong',
    code: 'xoa-co-so-duoi-60',
    author: 'central-staff.central',
    text: 'Chưa đạt đăng ký (6/27 so với 11/27); đơn vị đã giải trình trong phần khó khăn.',
  },
]

async function seedComments(tx: Tx, context: DemoContext, written: Set<string>): Promise<void> {
  const rows = COMMENTS.map((comment) => ({
    ...comment,
    key: demoReportKey(comment.unit, OPEN.year, OPEN.kind),
  }))
  await tx.figureComment.createMany({
    data: rows
      .filter(({ key }) => written.has(key))
      .map(({ key, code, author, text }) => ({
        id: stableId('comment', key, code),
        reportId: stableId('report', key),
        indicatorId: indicatorIdOf(context, OPEN.year, code),
        authorId: context.accounts.id(author),
        text,
        at: at(addDays(context.today, -2), 11),
      })),
  })
}

async function seedAdjustment(tx: Tx, context: DemoContext, written: Set<string>): Promise<void> {
  const key = demoReportKey('khanh-hoa', OPEN.year, 'REGISTRATION')
  if (!written.has(key)) return
  await tx.targetAdjustment.create({
    data: {
      id: stableId('adjustment', key, 'htx-moi'),
      reportId: stableId('report', key),
      indicatorId: indicatorIdOf(context, OPEN.year, 'htx-moi'),
      oldRaw: '5',
      newRaw: '4',
      reason: 'Hai hợp tác xã dự kiến thành lập đã chuyển sang năm sau vì chưa đủ thành viên góp vốn.',
      paper: 'Công văn minh họa, chưa có số',
      requestedById: context.accounts.id('staff.khanh-hoa'),
      requestedAt: at(addDays(context.today, -8), 15),
    },
  })
}
