import Link from 'next/link'
import { SourceMark } from '@/components/awards/source-mark'
import { METHOD_LABELS } from '@/lib/ballots/labels'
import { NOT_STATED } from '@/lib/clusters/labels'
import type { HandoverActDto } from '@/lib/handover/types'
import { printDate } from '@/lib/platform/dates'
import type { UnitRef } from '@/lib/units/types'

/** One handover, as recorded; what a source leaves open says so. */
export function HandoverRecord({ title, act }: { title: string; act: HandoverActDto }) {
  const open = act.source ? (
    <span className="text-mute">{NOT_STATED}</span>
  ) : (
    <span className="text-mute">chưa ghi</span>
  )
  return (
    <section className="mt-6" aria-label={title}>
      <h2>{title}</h2>
      <p className="mt-1">
        <SourceMark source={act.source} illustrative={act.illustrative} />
      </p>
      <dl className="mt-2 grid max-w-[104ch] gap-x-8 gap-y-2 lg:grid-cols-[190px_minmax(0,1fr)]">
        <Term label="Ngày, nơi">
          {act.heldOn ? printDate(act.heldOn) : open}
          {act.place ? `, ${act.place}` : ''}
        </Term>
        <Term label="Đơn vị giao">
          {act.giverUnit ? <Unit unit={act.giverUnit} year={act.fromYear ?? act.toYear} /> : open}
        </Term>
        <Term label="Người giao">{act.giver ?? open}</Term>
        <Term label="Đơn vị nhận">
          <Unit unit={act.receiverUnit} year={act.toYear} />{' '}
          <span className="text-mute">cụm trưởng năm {act.toYear}</span>
        </Term>
        <Term label="Người nhận">{act.receiver ?? open}</Term>
        <Term label="Cụm phó mới">
          {act.deputyUnit ? <Unit unit={act.deputyUnit} year={act.toYear} /> : open}
        </Term>
        <Term label="Người chứng kiến">{act.witness ?? open}</Term>
        <Term label="Cờ luân lưu">
          {act.rotatingFlag === null ? (
            open
          ) : act.rotatingFlag ? (
            <span className="text-vang font-semibold">Đã trao</span>
          ) : (
            'Không trao'
          )}
        </Term>
        <Term label="Cách chọn">{act.chosenBy ? METHOD_LABELS[act.chosenBy] : open}</Term>
        {act.note ? <Term label="Ghi chú">{act.note}</Term> : null}
      </dl>
    </section>
  )
}

function Unit({ unit, year }: { unit: UnitRef; year: number }) {
  return (
    <Link href={`/units/${unit.slug}/${year}`} prefetch={false} className="link text-vang font-semibold">
      {unit.name}
    </Link>
  )
}

function Term({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <div className="contents">
      <dt className="text-mute max-lg:mt-1">{label}</dt>
      <dd>{children}</dd>
    </div>
  )
}
