import { Empty } from '@/components/ui/empty'
import type { AwardDto, NominationListItem } from '@/lib/awards/types'
import { AwardTable } from './award-table'
import { NominationTable } from './nomination-table'

/**
 * The award book of a unit over the years. Rows of predecessors bear the predecessor's own name, so that nothing of the
 * old units is taken for the new one's.
 */
export function AwardBook({
  unitId,
  awards,
  nominations,
  today,
}: {
  unitId: string
  awards: AwardDto[]
  nominations: NominationListItem[]
  today: string
}) {
  if (awards.length === 0 && nominations.length === 0)
    return <Empty title="Sổ khen thưởng chưa có gì">Chưa ghi danh hiệu hay đề nghị nào của đơn vị.</Empty>
  return (
    <>
      {awards.length > 0 ? (
        <AwardTable label="Sổ khen thưởng của đơn vị" awards={awards} bookOf={unitId} />
      ) : (
        <p className="text-mute mt-2">Chưa ghi danh hiệu nào.</p>
      )}
      {nominations.length > 0 ? (
        <>
          <h3 className="mt-5">Đề nghị chưa có quyết định</h3>
          <NominationTable
            label="Đề nghị khen thưởng chưa có quyết định"
            nominations={nominations}
            today={today}
            withCluster
            bookOf={unitId}
          />
        </>
      ) : null}
    </>
  )
}
