'use client'

import type { ReactNode } from 'react'
import { DemoMark } from '@/components/ui/badge'
import { Menu } from '@/components/ui/menu'
import { PageHeader } from '@/components/ui/page-header'
import { Tabs } from '@/components/ui/tabs'
import type { ClusterRef } from '@/lib/clusters/types'
import { PERIOD_LABELS } from '@/lib/periods/labels'
import type { PeriodKind } from '@/lib/periods/types'
import { clusterHref, type ClusterTab, type TableView } from './cluster-href'

const TAB_LABELS: Record<ClusterTab, string> = {
  '': 'Bảng kết quả',
  submissions: 'Tiến độ gửi',
  charts: 'Biểu đồ',
  pledge: 'Giao ước',
  activities: 'Hoạt động chung',
  scores: 'Chấm điểm',
  meetings: 'Hội nghị',
  awards: 'Khen thưởng',
  handover: 'Bàn giao',
  documents: 'Văn bản',
  members: 'Thành viên và nguồn',
}

/** Of a cluster-year what its heading says: years newest first, the kinds of its periods of results in their order. */
export type HeadingFacts = {
  cluster: Pick<ClusterRef, 'slug' | 'name'>
  year: number
  theme: string | null
  motto: string | null
  years: number[]
  kinds: PeriodKind[]
}

/** Made where it is shown, from its few facts: as elements it would be a good part of what every page sends. */
export function ClusterHeading({
  facts,
  tab,
  tabs,
  view = { period: null, group: null, compare: false },
  period,
  sentence,
  actions,
  illustrative,
}: {
  facts: HeadingFacts
  tab: ClusterTab
  tabs: ClusterTab[]
  view?: TableView
  period?: PeriodKind
  sentence?: ReactNode
  actions?: ReactNode
  illustrative: boolean
}) {
  const { cluster, year, theme, motto, kinds } = facts
  const address = (of: ClusterTab) => clusterHref(cluster.slug, year, { tab: of, period: view.period })
  return (
    <PageHeader
      crumbs={[
        { label: 'Cụm thi đua', href: '/clusters' },
        {
          label: (
            <Menu
              label="Năm"
              value={String(year)}
              items={[
                ...nearYears(facts.years, year).map((other) => ({
                  href: clusterHref(cluster.slug, other, { tab }),
                  label: `Năm ${other}`,
                  current: other === year,
                })),
                { href: `/clusters/${cluster.slug}`, label: 'Các năm của cụm' },
              ]}
            />
          ),
        },
        ...(period && kinds.length > 1
          ? [
              {
                label: (
                  <Menu
                    label="Kỳ báo cáo"
                    value={`Kỳ: ${PERIOD_LABELS[period].toLowerCase()}`}
                    items={kinds.map((kind) => ({
                      href: clusterHref(cluster.slug, year, { ...view, tab, period: kind }),
                      label: PERIOD_LABELS[kind],
                      current: kind === period,
                    }))}
                  />
                ),
              },
            ]
          : []),
      ]}
      title={
        <>
          {cluster.name}
          {/* On paper nothing else says what the sheet is about: the menus stay on the screen. */}
          <span className="print-inline">
            {period ? `, năm ${year}, kỳ: ${PERIOD_LABELS[period].toLowerCase()}` : `, năm ${year}`}
          </span>
        </>
      }
      theme={theme ? `“${theme}”` : motto ? `“${motto}”` : undefined}
      mark={illustrative ? <DemoMark /> : undefined}
      sentence={sentence}
      tabs={
        <Tabs
          label="Các phần của cụm"
          current={address(tab)}
          tabs={tabs.map((of) => ({
            href: address(of),
            label:
              of === '' && !tabs.includes('charts') && !tabs.includes('scores')
                ? 'Tổng quan'
                : TAB_LABELS[of],
          }))}
          actions={actions}
        />
      }
    />
  )
}

const MOST_YEARS = 15

/** The years to choose from, newest first; of a long history those around the one shown: the cluster's page has all. */
function nearYears(years: number[], shown: number): number[] {
  const at = Math.max(0, Math.min(years.indexOf(shown) - MOST_YEARS + 6, years.length - MOST_YEARS))
  return years.slice(at, at + MOST_YEARS)
}
