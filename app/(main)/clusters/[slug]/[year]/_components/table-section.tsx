'use client'

import { FigureDialog } from '@/components/summaries/figure-dialog'
import { StoredTable } from '@/components/summaries/stored-table'
import { DemoMark } from '@/components/ui/badge'
import { escapeHtml } from '@/components/ui/html'
import { Mark } from '@/components/ui/table'
import { clusterHref, type TableView } from './cluster-href'

type Group = { name: string; position: number }

/** The cluster table with the groups to pick above it and its legend below. `id` and `src` are the stored table's. */
export function TableSection({
  slug,
  year,
  view,
  id,
  src,
  label,
  groups,
  ...legend
}: {
  slug: string
  year: number
  view: TableView
  id: string
  src: string
  label: string
  groups: Group[]
  marks: boolean
  half: boolean
  illustrative: boolean
}) {
  return (
    <>
      {groups.length > 0 ? (
        <GroupLinks
          groups={groups}
          current={view.group}
          href={(group) => clusterHref(slug, year, { ...view, group })}
        />
      ) : null}
      <StoredTable key={id} id={id} src={src} label={label} />
      <Legend year={year} compare={view.compare} {...legend} />
      <FigureDialog />
    </>
  )
}

/** As elements these links would be a good part of the page's work. */
function GroupLinks({
  groups,
  current,
  href,
}: {
  groups: Group[]
  current: number | null
  href: (group: number | null) => string
}) {
  const links = [{ name: 'Tất cả các nhóm', position: null }, ...groups].map(
    ({ name, position }) =>
      `<a data-soft href="${escapeHtml(href(position))}"${position === current ? ' aria-current="true"' : ''}>${escapeHtml(name)}</a>`,
  )
  return (
    <nav
      aria-label="Nhóm chỉ tiêu"
      className="group-links no-print"
      dangerouslySetInnerHTML={{ __html: links.join('') }}
    />
  )
}

function Legend({
  illustrative,
  marks,
  half,
  compare,
  year,
}: {
  illustrative: boolean
  marks: boolean
  half: boolean
  compare: boolean
  year: number
}) {
  if (!illustrative && !marks && !compare) return null
  return (
    <div className="text-mute mt-3.5 text-sm">
      <p className="flex flex-wrap items-center gap-x-5 gap-y-1">
        {illustrative ? <DemoMark /> : null}
        {marks && !compare ? (
          <>
            <Mark kind="vuot">Vượt</Mark>
            <Mark kind="dat">Đạt</Mark>
            {half ? <Mark kind="half">Đạt trên 50%</Mark> : null}
            <Mark kind="chua" share={0.6}>
              Chưa đạt (phần tô: mức thực hiện)
            </Mark>
          </>
        ) : null}
      </p>
      <p className="mt-1">
        {compare
          ? `Số nhỏ: cùng kỳ năm ${year - 1} và mức tăng, giảm.`
          : 'Số nhỏ: chỉ tiêu đăng ký, % thực hiện so với đăng ký. '}
        {compare ? null : <span className="no-print">Chọn một số liệu để xem nguồn và minh chứng.</span>}
      </p>
    </div>
  )
}
