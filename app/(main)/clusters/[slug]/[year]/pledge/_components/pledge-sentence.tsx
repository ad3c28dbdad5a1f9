import Link from 'next/link'
import { Fragment } from 'react'
import { Cite } from '@/components/clusters/cite'
import { INFERRED } from '@/lib/clusters/labels'
import { progressOf } from '@/lib/activities/pledge/rules'
import type { PledgeDto } from '@/lib/activities/pledge/types'
import { printDate } from '@/lib/platform/dates'
import type { UnitRef } from '@/lib/units/types'

/** Where the pledge stands, in one sentence. */
export function PledgeSentence({
  pledge,
  year,
  mayDraft,
}: {
  pledge: PledgeDto | null
  year: number
  mayDraft: boolean
}) {
  if (!pledge)
    return (
      <p>
        {mayDraft ? `Giao ước năm ${year} đang chờ Cụm trưởng soạn.` : `Năm ${year} chưa có giao ước để xem.`}
      </p>
    )
  const { agreed, total, missing } = progressOf(pledge.members)
  const progress = (
    <>
      <b>
        {agreed}/{total} đơn vị
      </b>{' '}
      đã thống nhất
    </>
  )
  switch (pledge.state) {
    case 'DRAFT':
      return <p>Giao ước năm {year} đang soạn, chưa lấy ý kiến các đơn vị.</p>
    case 'OPEN':
      return (
        <p>
          {progress} với bản {pledge.text.version} của giao ước
          {missing.length > 0 ? (
            <>
              ; <UnitNames units={missing.map(({ unit }) => unit)} year={year} /> chưa xác nhận.
            </>
          ) : (
            '; có thể chốt bản chính thức.'
          )}
        </p>
      )
    case 'FINAL':
      return pledge.source ? (
        <p>
          Lãnh đạo các đơn vị đã ký kết giao ước thi đua năm {year} <Cite source={pledge.source} />
          {pledge.inferred ? <span className="text-mute text-xs"> (chung một bản: {INFERRED})</span> : null}.
          Ai ký, số và ngày của giao ước: nguồn không nêu.
        </p>
      ) : (
        <p>
          Giao ước năm {year} là bản chính thức từ {printDate(pledge.finalisedAt ?? '')}, {progress}
          {pledge.finalReason ? `. Chốt khi chưa đủ vì: ${pledge.finalReason}` : null}.
        </p>
      )
  }
}

function UnitNames({ units, year }: { units: UnitRef[]; year: number }) {
  return units.map((unit, index) => (
    <Fragment key={unit.id}>
      {index === 0 ? null : index === units.length - 1 ? ' và ' : ', '}
      <Link prefetch={false} href={`/units/${unit.slug}/${year}`} className="link">
        {unit.name}
      </Link>
    </Fragment>
  ))
}
