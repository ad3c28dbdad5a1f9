import { PAPER_KINDS, PAPERS } from '@/lib/documents/types'
import type { Actor } from '@/lib/platform/auth/actor'
import { followedYears, overseenYears, ownUnits, worksHere } from '@/lib/platform/auth/policy'

/**
 * Who may find what, as SQL over the entries `alias`, with seven parameters from `$first` on: the rule of each thing's own
 * page (units, clusters and sources are open to whoever is signed in; a meeting and its people to those who work here and
 * to its delegates; a practice not yet shared to its unit; a paper as `canReadDocument` says; all else to those who work
 * here), asked of the thing as it is now.
 */
export function findableSql(actor: Actor, alias: string, first: number): { sql: string; params: unknown[] } {
  const p = (offset: number) => `$${first + offset}`
  const [works, account, own, office, drafts, followed, clusterPapers] = [0, 1, 2, 3, 4, 5, 6].map(p)
  const delegateOf = (meeting: string) =>
    `exists (select from delegates mine where mine.meeting_id = ${meeting}
       and mine.account_id = ${account}::uuid and mine.removed_at is null)`
  return {
    sql: `(case ${alias}.kind
      when 'unit' then true when 'cluster' then true when 'source' then true when 'statement' then true
      when 'meeting' then ${works}::boolean or ${delegateOf(`${alias}.id`)}
      when 'person' then ${works}::boolean
        or exists (select from delegates d where d.id = ${alias}.id and ${delegateOf('d.meeting_id')})
        or exists (select from speakers s where s.id = ${alias}.id and ${delegateOf('s.meeting_id')})
      when 'practice' then exists (select from good_practices g where g.id = ${alias}.id
        and ((g.shared_at is not null and ${works}::boolean) or g.unit_id = any(${own}::uuid[])))
      when 'document' then exists (select from official_documents d where d.id = ${alias}.id and d.state <> 'DISCARDED'
        and case when d.kind = any(${clusterPapers}::text[])
          then ${office}::boolean or d.cluster_year_id = any(${drafts}::uuid[]) or (d.state in ('ISSUED', 'RECALLED') and ${works}::boolean)
          else d.unit_id = any(${own}::uuid[]) or (d.state in ('ISSUED', 'RECALLED')
            and (${office}::boolean or d.cluster_year_id = any(${followed}::uuid[]))) end)
      else ${works}::boolean end)`,
    params: [
      worksHere(actor),
      actor.accountId,
      ownUnits(actor),
      actor.isOffice,
      overseenYears(actor),
      followedYears(actor),
      PAPER_KINDS.filter((kind) => PAPERS[kind].issuer === 'CLUSTER'),
    ],
  }
}
