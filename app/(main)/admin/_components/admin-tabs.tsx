import { Tabs } from '@/components/ui/tabs'

const TABS = [
  { href: '/admin/accounts', label: 'Tài khoản' },
  { href: '/admin/audit', label: 'Nhật ký' },
]

export function AdminTabs({ current }: { current: '/admin/accounts' | '/admin/audit' }) {
  return <Tabs label="Quản trị" tabs={TABS} current={current} />
}
