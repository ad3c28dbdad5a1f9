'use client'

import { useId } from 'react'
import { FieldMessages } from './field'
import { useFormField } from './form-context'

type TickOption = { value: string; label: string; hint?: string }

/**
 * Several of a list, in as many columns as there is room for; posts the ticked ones under one name. What was ticked comes
 * back after a refusal. `boxed` lists scroll in a box of their own.
 */
export function TickList({
  name,
  legend,
  hint,
  error,
  options,
  chosen,
  empty,
  boxed,
  required,
}: {
  name: string
  legend: string
  hint?: string
  error?: string
  options: readonly TickOption[]
  chosen: readonly string[]
  /** Said where there is nothing to choose from. */
  empty?: string
  boxed?: boolean
  required?: boolean
}) {
  const id = useId()
  const { typed, refused, afterRefusal } = useFormField(name)
  const wrong = error ?? refused
  const ticked = afterRefusal ? (typed ?? '').split(',') : chosen
  const describedBy = [wrong && `${id}e`, hint && `${id}h`].filter(Boolean).join(' ')
  return (
    <fieldset className="mt-4" aria-describedby={describedBy || undefined}>
      <legend className="mb-1 font-semibold">
        {legend}
        {required === false ? <span className="text-mute font-normal"> (không bắt buộc)</span> : null}
      </legend>
      <div className={boxed ? 'border-edge max-h-[260px] overflow-y-auto rounded border px-3 py-2' : ''}>
        {options.length === 0 && empty ? <p className="text-mute">{empty}</p> : null}
        <div className="columns-[240px] gap-6">
          {options.map((option) => (
            <label
              key={option.value}
              className="flex break-inside-avoid items-start gap-2.5 py-0.5 pointer-coarse:py-3"
            >
              <input
                type="checkbox"
                name={name}
                value={option.value}
                defaultChecked={ticked.includes(option.value)}
                className="accent-cham mt-[3px] size-4 shrink-0"
              />
              <span>
                {option.label}
                {option.hint ? <span className="text-mute block text-xs">{option.hint}</span> : null}
              </span>
            </label>
          ))}
        </div>
      </div>
      <FieldMessages id={id} wrong={wrong} hint={hint} />
    </fieldset>
  )
}
