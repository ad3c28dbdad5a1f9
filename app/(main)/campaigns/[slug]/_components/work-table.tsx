import Link from 'next/link'
import { WorkCount } from '@/components/activities/work-totals'
import { Cite } from '@/components/clusters/cite'
import { FileList } from '@/components/evidence/file-list'
import { DemoMark } from '@/components/ui/badge'
import { ListTable } from '@/components/ui/table'
import { WORK_LEVEL_LABELS } from '@/lib/activities/campaigns/labels'
import { WORK_LEVELS, type CampaignDto, type UnitWorks } from '@/lib/activities/campaigns/types'
import { NOT_STATED } from '@/lib/clusters/labels'
import { WorkDialog } from './work-dialog'

/** Each unit's works of a year: done over registered by level, their total, notes and proof. */
export function WorkTable({ campaign }: { campaign: CampaignDto }) {
  const levels = WORK_LEVELS.filter((level) =>
    campaign.rows.some(({ works }) => works.some((work) => work.level === level)),
  )
  return (
    <ListTable label="Công trình, phần việc" cards>
      <thead>
        <tr>
          <th>Đơn vị, năm</th>
          {levels.map((level) => (
            <th key={level} className="num">
              {WORK_LEVEL_LABELS[level]}
            </th>
          ))}
          <th className="num">Cộng</th>
          <th>Nguồn, ghi chú, minh chứng</th>
        </tr>
      </thead>
      <tbody>
        {campaign.rows.map((row) => (
          <tr key={`${row.unit.id}/${row.year}`}>
            <th scope="row">
              <Link prefetch={false} href={`/units/${row.unit.slug}${row.year ? `/${row.year}` : ''}`}>
                {row.unit.name}
              </Link>
              , {row.year ? `năm ${row.year}` : <span className="text-mute">năm: {NOT_STATED}</span>}{' '}
              {row.works.some(({ illustrative }) => illustrative) ? <DemoMark /> : null}
            </th>
            {levels.map((level) => {
              const work = row.works.find((candidate) => candidate.level === level)
              return (
                <td key={level} className="num" data-label={WORK_LEVEL_LABELS[level]}>
                  {work ? <WorkCount counts={work} /> : <span className="text-mute">—</span>}
                </td>
              )
            })}
            <td className="num font-semibold" data-label="Cộng">
              <WorkCount counts={row.totals} />
              {row.works.some(({ level }) => level === null) ? (
                <small className="font-normal">cấp: {NOT_STATED}</small>
              ) : null}
            </td>
            <td className="min-w-[240px]" data-label="Ghi chú">
              <Remarks campaignId={campaign.id} row={row} />
            </td>
          </tr>
        ))}
      </tbody>
    </ListTable>
  )
}

function Remarks({ campaignId, row }: { campaignId: string; row: UnitWorks }) {
  const sources = new Map(
    row.works.flatMap(({ source }) => (source ? [[`${source.slug}/${source.factId}`, source] as const] : [])),
  )
  return (
    <div className="grid gap-1.5">
      {row.works.map(({ id, note }) => (note ? <p key={id}>{note}</p> : null))}
      {[...sources].map(([key, source]) => (
        <Cite key={key} source={source} />
      ))}
      {row.works.map((work) => {
        const mayChange = row.mayEnter && work.source === null
        if (!mayChange && work.files.length === 0) return null
        return (
          <div key={work.id}>
            {work.level ? <span className="text-mute text-xs">{WORK_LEVEL_LABELS[work.level]}</span> : null}
            <FileList
              files={work.files}
              owner={{ ownerKind: 'registered_work', ownerId: work.id }}
              canChange={mayChange}
              addLabel="Thêm minh chứng"
            />
            {mayChange && work.level && row.year ? (
              <WorkDialog
                campaignId={campaignId}
                unit={row.unit}
                year={row.year}
                work={{ ...work, level: work.level }}
              />
            ) : null}
          </div>
        )
      })}
    </div>
  )
}
