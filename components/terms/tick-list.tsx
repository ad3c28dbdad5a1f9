'use client'

import { Field } from '@/components/ui/field'
import { useFormField } from '@/components/ui/form-context'

/** Several of a list, in a box that scrolls; posts the ticked ones under one name. */
export function TickList({
  name,
  label,
  hint,
  options,
  chosen,
}: {
  name: string
  label: string
  hint?: string
  options: { value: string; label: string }[]
  chosen: string[]
}) {
  const { typed, afterRefusal } = useFormField(name)
  const ticked = afterRefusal ? (typed ?? '').split(',') : chosen
  return (
    <Field name={name} label={label} hint={hint} required={false}>
      {(wiring) => (
        <div
          id={wiring.id}
          role="group"
          aria-label={label}
          aria-describedby={wiring['aria-describedby']}
          tabIndex={0}
          className="border-edge max-h-[180px] overflow-y-auto rounded border px-3 py-2"
        >
          {options.length === 0 ? <p className="text-mute">Chưa có chỉ tiêu nào để chọn.</p> : null}
          {options.map((option) => (
            <label key={option.value} className="flex items-start gap-2.5 py-0.5 pointer-coarse:py-3">
              <input
                type="checkbox"
                name={name}
                value={option.value}
                defaultChecked={ticked.includes(option.value)}
                className="accent-cham mt-[3px] size-4 shrink-0"
              />
              <span>{option.label}</span>
            </label>
          ))}
        </div>
      )}
    </Field>
  )
}
