'use client'

import { useId } from 'react'
import { useFormField } from '@/components/ui/form-context'

export type TickItem = { id: string; label: string; hint?: string; ticked: boolean }

/** Many to choose from a long list, in columns; what was ticked comes back after a refusal. */
export function TickList({
  name,
  legend,
  items,
  empty,
}: {
  name: string
  legend: string
  items: TickItem[]
  empty?: string
}) {
  const id = useId()
  const { typed, refused, afterRefusal } = useFormField(name)
  const kept = new Set((typed ?? '').split(','))
  return (
    <fieldset className="mt-4" aria-describedby={refused ? id : undefined}>
      <legend className="font-semibold">{legend}</legend>
      {refused ? (
        <p id={id} className="text-co text-xs">
          {refused}
        </p>
      ) : null}
      {items.length === 0 ? <p className="text-mute">{empty}</p> : null}
      <div className="columns-1 gap-6 sm:columns-2 lg:columns-3">
        {items.map((item) => (
          <label
            key={item.id}
            className="flex break-inside-avoid items-start gap-2.5 py-1 pointer-coarse:min-h-11"
          >
            <input
              type="checkbox"
              name={name}
              value={item.id}
              defaultChecked={afterRefusal ? kept.has(item.id) : item.ticked}
              className="accent-cham mt-[3px] size-4 shrink-0"
            />
            <span>
              {item.label}
              {item.hint ? <span className="text-mute block text-xs">{item.hint}</span> : null}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
