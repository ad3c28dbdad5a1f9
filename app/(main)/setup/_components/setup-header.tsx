import type { ReactNode } from 'react'
import { PageHeader } from '@/components/ui/page-header'
import { Tabs } from '@/components/ui/tabs'
import type { Crumb } from '@/components/ui/breadcrumb'

const TABS = [
  { href: '/setup', label: 'Năm thi đua' },
  { href: '/setup/clusters', label: 'Cụm thi đua' },
  { href: '/setup/units', label: 'Đơn vị' },
]

/** Opens every page of the set-up: its place, title, sentence, and the three things that are set. */
export function SetupHeader({
  current,
  crumbs = [],
  title,
  theme,
  sentence,
  mark,
  actions,
}: {
  current: string
  crumbs?: Crumb[]
  title: string
  theme?: ReactNode
  sentence?: ReactNode
  mark?: ReactNode
  actions?: ReactNode
}) {
  return (
    <PageHeader
      crumbs={[{ label: 'Thiết lập', href: '/setup' }, ...crumbs]}
      title={title}
      help={{ topic: 'office', about: 'mở năm, chỉ tiêu, cụm, khép năm' }}
      theme={theme}
      sentence={sentence}
      mark={mark}
      tabs={<Tabs tabs={TABS} current={current} label="Thiết lập" actions={actions} />}
    />
  )
}
