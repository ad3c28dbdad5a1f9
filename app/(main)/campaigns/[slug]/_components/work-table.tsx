import Link from 'next/link'
import { WorkCount } from '@/components/activities/work-totals'
import { Cite } from '@/components/clusters/cite'
import { NOT_STATED } from '@/lib/clusters/labels'
import { FileList } from '@/components/evidence/file-list'
import { ListTable } from '@/components/ui/table'
import { WORK_LEVEL_LABELS } from '@/lib/activities/campaigns/labels'
import type { CampaignDto } from '@/lib/activities/campaigns/types'
import { WorkDialog } from './work-dialog'

/** Each unit's works of a year by level, done over registered, with proof. */
export function WorkTable({ campaign }: { campaign: CampaignDto }) {
  return (
    <ListTable label="Công trình, phần việc">
      <thead>
        <tr>
          <th>Đơn vị, cấp</th>
          <th className="num">Hoàn thành/đăng ký</th>
          <th>Ghi chú, minh chứng</th>
        </tr>
      </thead>
      {campaign.rows.map(({ unit, year, works, totals, mayEnter }) => (
        <tbody key={`${unit.id}/${year}`}>
          <tr className="font-semibold">
            <th scope="row" className="min-w-[200px] !font-semibold">
              <Link prefetch={false} href={`/units/${unit.slug}${year ? `/${year}` : ''}`}>
                {unit.name}
              </Link>
              {year ? `, năm ${year}` : <small className="font-normal">năm: {NOT_STATED}</small>}
            </th>
            <td className="num">
              <WorkCount counts={totals} />
            </td>
            <td />
          </tr>
          {works.map((work) => (
            <tr key={work.id}>
              <th scope="row" className="!pl-5">
                {work.level ? (
                  WORK_LEVEL_LABELS[work.level]
                ) : (
                  <span className="text-mute">cấp: {NOT_STATED}</span>
                )}
              </th>
              <td className="num">
                <WorkCount counts={work} />
              </td>
              <td>
                {work.note ? `${work.note} ` : null}
                <Cite source={work.source} />
                <FileList
                  files={work.files}
                  owner={{ ownerKind: 'registered_work', ownerId: work.id }}
                  canChange={mayEnter && work.source === null}
                  addLabel="Thêm minh chứng"
                />
                {mayEnter && work.source === null && work.level && year ? (
                  <WorkDialog
                    campaignId={campaign.id}
                    unit={unit}
                    year={year}
                    work={{ ...work, level: work.level }}
                  />
                ) : null}
              </td>
            </tr>
          ))}
        </tbody>
      ))}
    </ListTable>
  )
}
