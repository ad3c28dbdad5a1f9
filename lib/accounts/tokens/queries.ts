import 'server-only'
import type { Actor } from '@/lib/platform/auth/actor'
import { API_SCOPES, type ApiScope } from '@/lib/platform/auth/rules'
import { databaseNow, prisma } from '@/lib/platform/db'
import { tokenState } from './rules'
import type { TokenDto } from './types'

/** One's own tokens, those in force first, then the newest. */
export async function listOwnTokens(actor: Actor): Promise<TokenDto[]> {
  const [rows, now] = await Promise.all([
    prisma.apiToken.findMany({
      where: { accountId: actor.accountId },
      include: { usage: { select: { minute: true } } },
      orderBy: { createdAt: 'desc' },
      take: 100,
    }),
    databaseNow(),
  ])
  return rows
    .map((row) => ({
      id: row.id,
      name: row.name,
      scopes: row.scopes.filter((scope): scope is ApiScope =>
        (API_SCOPES as readonly string[]).includes(scope),
      ),
      confirmedOnly: row.confirmedOnly,
      createdAt: row.createdAt,
      expiresAt: row.expiresAt,
      lastUsedAt: row.usage?.minute ?? null,
      state: tokenState(row, now),
    }))
    .sort((a, b) => Number(b.state === 'IN_FORCE') - Number(a.state === 'IN_FORCE'))
}
