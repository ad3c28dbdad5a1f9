import type { ReactNode } from 'react'
import { DemoMark } from '@/components/ui/badge'
import { Menu } from '@/components/ui/menu'
import { PageHeader } from '@/components/ui/page-header'
import { Tabs } from '@/components/ui/tabs'
import { PERIOD_LABELS, PERIOD_SLUGS } from '@/lib/periods/labels'
import type { PeriodKind } from '@/lib/periods/types'
import type { NationalYear } from '@/lib/summaries/national/types'

/** The pages of the nation; each keeps year and period in its address. */
const NATIONAL_TABS = ['', 'overview', 'honours'] as const
export type NationalTab = (typeof NATIONAL_TABS)[number]
const TAB_LABELS: Record<NationalTab, string> = {
  '': 'Bảng kết quả',
  overview: 'Tổng quan',
  honours: 'Khen thưởng, cụm trưởng',
}

export function nationalHref(tab: NationalTab, year: number, period?: PeriodKind): string {
  return `/national${tab ? `/${tab}` : ''}?nam=${year}${period ? `&ky=${PERIOD_SLUGS[period]}` : ''}`
}

/** What stands above every page of the nation. `periods` are those to choose from; one or none is no choice. */
export function NationalHeader({
  national,
  tab,
  period,
  periods = [],
  illustrative = false,
  sentence,
  actions,
}: {
  national: Pick<NationalYear, 'year' | 'years' | 'theme'>
  tab: NationalTab
  period?: PeriodKind
  periods?: PeriodKind[]
  illustrative?: boolean
  sentence: ReactNode
  actions?: ReactNode
}) {
  const { year, years, theme } = national
  return (
    <PageHeader
      crumbs={[
        { label: 'Toàn quốc' },
        {
          label: (
            <Menu
              label="Năm"
              value={String(year)}
              items={years.map((one) => ({
                href: nationalHref(tab, one),
                label: `Năm ${one}`,
                current: one === year,
              }))}
            />
          ),
        },
        ...(period && periods.length > 1
          ? [
              {
                label: (
                  <Menu
                    label="Kỳ báo cáo"
                    value={`Kỳ: ${PERIOD_LABELS[period].toLowerCase()}`}
                    items={periods.map((kind) => ({
                      href: nationalHref(tab, year, kind),
                      label: PERIOD_LABELS[kind],
                      current: kind === period,
                    }))}
                  />
                ),
              },
            ]
          : []),
      ]}
      title={`Toàn quốc năm ${year}`}
      theme={theme ? `“${theme}”` : undefined}
      mark={illustrative ? <DemoMark /> : undefined}
      sentence={sentence}
      actions={actions}
      tabs={
        <Tabs
          label="Các phần của toàn quốc"
          current={nationalHref(tab, year, period)}
          tabs={NATIONAL_TABS.map((one) => ({
            href: nationalHref(one, year, period),
            label: TAB_LABELS[one],
          }))}
        />
      }
    />
  )
}
