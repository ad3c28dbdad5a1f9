import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import type { ReactNode } from 'react'
import { PageBody, PageHeader } from '@/components/ui/page-header'
import { TOPICS, type Topic } from '../_components/topics'
import { ApiHelp } from './_components/api'
import { AdminHelp, GuestHelp } from './_components/admin'
import { CentralHelp } from './_components/central'
import { ClusterHeadHelp } from './_components/cluster-head'
import { ExcelHelp } from './_components/excel'
import { FirstSignInHelp } from './_components/first-sign-in'
import { LeaderHelp } from './_components/leader'
import { OfficeHelp } from './_components/office'
import { OfficerHelp } from './_components/officer'

type Props = { params: Promise<{ topic: string }> }

const CONTENTS: Record<Topic, () => ReactNode> = {
  'first-sign-in': FirstSignInHelp,
  officer: OfficerHelp,
  leader: LeaderHelp,
  'cluster-head': ClusterHeadHelp,
  central: CentralHelp,
  office: OfficeHelp,
  admin: AdminHelp,
  guest: GuestHelp,
  excel: ExcelHelp,
  api: ApiHelp,
}

const find = (slug: string) => TOPICS.findIndex((topic) => topic.slug === slug)

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const topic = TOPICS[find((await params).topic)]
  return { title: topic ? `${topic.title}, hướng dẫn` : 'Hướng dẫn' }
}

export default async function HelpTopicPage({ params }: Props) {
  const at = find((await params).topic)
  const topic = TOPICS[at]
  if (!topic) notFound()
  const Content = CONTENTS[topic.slug]
  const next = TOPICS[at + 1]
  return (
    <>
      <PageHeader
        crumbs={[{ label: 'Hướng dẫn', href: '/help' }, { label: topic.title }]}
        title={topic.title}
        sentence={<p>{topic.about}</p>}
      />
      <PageBody className="prose">
        <Content />
        {next ? (
          <p className="no-print mt-10">
            Tiếp theo: <Link href={`/help/${next.slug}`}>{next.title}</Link>
          </p>
        ) : null}
      </PageBody>
    </>
  )
}
