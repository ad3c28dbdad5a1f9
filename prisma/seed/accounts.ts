import { hashPassword } from '@/lib/platform/auth/password'
import type { Prisma } from '@/prisma/generated/client'
import { DEMO_DOMAIN, DEMO_PASSWORD } from './data/demo-accounts'
import { DEMO_CLUSTERS } from './data/demo-clusters'
import type { Reference } from './reference'
import { keep, stableId, type Kept, type Tx } from './write'

type Grant = { role: Prisma.RoleGrantCreateManyInput['role']; unitId?: string; clusterYearId?: string }
type AccountRow = { name: string; local: string; grants: Grant[] }

/** "tỉnh Lai Châu", "thành phố Đà Nẵng", as the unit is called today. */
async function unitTitles(tx: Tx, slugs: string[]): Promise<Map<string, string>> {
  const rows = await tx.unitDesignation.findMany({
    where: { unit: { slug: { in: slugs } }, validTo: null },
    select: { name: true, kind: true, unit: { select: { slug: true } } },
  })
  return new Map(rows.map(({ name, kind, unit }) => [unit.slug, `${kind} ${name}`]))
}

/** Demo accounts by the part of their address before the @; one that exists keeps its password and its roles. */
export async function seedDemoAccounts(tx: Tx, reference: Reference, clusterYears: Kept): Promise<Kept> {
  const titles = await unitTitles(
    tx,
    DEMO_CLUSTERS.flatMap(({ members }) => members),
  )
  const rows: AccountRow[] = [
    { local: 'admin', name: 'Quản trị hệ thống', grants: [{ role: 'SYSTEM_ADMIN' }] },
    {
      local: 'central-office',
      name: 'Bộ phận thi đua, Trung ương Hội LHPN Việt Nam',
      grants: [{ role: 'CENTRAL_OFFICE' }],
    },
    ...DEMO_CLUSTERS.flatMap((cluster): AccountRow[] => {
      const grants = (role: Grant['role']) =>
        [2025, 2026].map((year) => ({ role, clusterYearId: clusterYears.id(`${cluster.slug}/${year}`) }))
      return [
        {
          local: `reviewer.${cluster.account}`,
          name: `Phó Chủ tịch Trung ương Hội, phụ trách ${cluster.shortTitle}`,
          grants: grants('CENTRAL_REVIEWER'),
        },
        {
          local: `central-staff.${cluster.account}`,
          name: `Chuyên viên Trung ương Hội, theo dõi ${cluster.shortTitle}`,
          grants: grants('CENTRAL_STAFF'),
        },
        ...cluster.members.flatMap((slug): AccountRow[] => [
          {
            local: `staff.${slug}`,
            name: `Chuyên viên, Hội LHPN ${titles.get(slug)}`,
            grants: [{ role: 'PROVINCE_STAFF', unitId: reference.units.id(slug) }],
          },
          {
            local: `leader.${slug}`,
            name: `Chủ tịch, Hội LHPN ${titles.get(slug)}`,
            grants: [{ role: 'PROVINCE_LEADER', unitId: reference.units.id(slug) }],
          },
        ]),
      ]
    }),
  ]

  const existing = await tx.account.findMany({
    where: { email: { endsWith: `@${DEMO_DOMAIN}` } },
    select: { id: true, email: true },
  })
  const accounts = await keep(
    rows.map(({ local, name }) => ({
      key: local,
      row: { id: stableId('account', local), email: `${local}@${DEMO_DOMAIN}`, name, demo: true },
    })),
    existing.map(({ id, email }) => ({ key: email.slice(0, -DEMO_DOMAIN.length - 1), id })),
    async (data) => {
      const passwordHash = await hashPassword(DEMO_PASSWORD)
      await tx.account.createMany({ data: data.map((row) => ({ ...row, passwordHash })) })
    },
  )
  await tx.roleGrant.createMany({
    data: rows
      .filter(({ local }) => accounts.added.has(local))
      .flatMap(({ local, grants }) =>
        grants.map((grant, index) => ({
          ...grant,
          id: stableId('grant', local, index),
          accountId: accounts.id(local),
        })),
      ),
  })
  return accounts
}
