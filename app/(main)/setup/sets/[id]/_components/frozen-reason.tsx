import { TextArea } from '@/components/ui/field'
import type { SetSetup } from '@/lib/indicators/setup/types'

/** What each change of a set carries: the version it was made from and, once frozen, its reason. */
export function FrozenReason({ set }: { set: SetSetup }) {
  return (
    <>
      <input type="hidden" name="setId" value={set.id} />
      <input type="hidden" name="version" value={set.version} />
      {set.frozenAt ? <TextArea name="reason" label="Lý do thay đổi" rows={2} /> : null}
    </>
  )
}
