import type { ComponentProps, ReactNode } from 'react'
import { Form } from '@/components/ui/form'
import { TextField } from '@/components/ui/field'
import type { BallotControlDto } from '@/lib/ballots/types'

/** A form about one ballot, as it stood when the page was made. */
export function BallotForm<T>({
  ballot,
  children,
  ...rest
}: Omit<ComponentProps<typeof Form<T>>, 'children'> & {
  ballot: Pick<BallotControlDto, 'id' | 'version'>
  children: ReactNode
}) {
  return (
    <Form {...rest}>
      <input type="hidden" name="ballotId" value={ballot.id} />
      <input type="hidden" name="version" value={ballot.version} />
      {children}
    </Form>
  )
}

/** A show of hands in three numbers. */
export function HandsFields({ inFavour }: { inFavour: number }) {
  return (
    <div className="flex max-w-[520px] flex-wrap gap-4">
      <TextField
        name="inFavour"
        type="number"
        min={0}
        label="Tán thành"
        defaultValue={inFavour}
        className="w-32"
      />
      <TextField
        name="against"
        type="number"
        min={0}
        label="Không tán thành"
        defaultValue={0}
        className="w-32"
      />
      <TextField
        name="abstained"
        type="number"
        min={0}
        label="Không biểu quyết"
        defaultValue={0}
        className="w-32"
      />
    </div>
  )
}
