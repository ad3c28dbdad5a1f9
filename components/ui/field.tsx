'use client'

import { type ComponentProps, type ReactNode, useId, useState } from 'react'
import { printDate } from '@/lib/platform/dates'
import { useFormField } from './form-context'

type Common = {
  name: string
  label: ReactNode
  hint?: ReactNode
  error?: string
  className?: string
  hideLabel?: boolean
  /** As wide as running text, instead of a short line. */
  wide?: boolean
}
type Wiring = { id: string; 'aria-invalid': true | undefined; 'aria-describedby': string | undefined }

/**
 * Label, hint and error around one control, wired once. The error comes from the enclosing form's answer or from
 * `error`. `children` gets the id and aria attributes to spread on the control. Use it for controls not made here.
 */
export function Field({
  name,
  label,
  hint,
  error,
  className = '',
  hideLabel,
  wide,
  required,
  children,
}: Common & { required?: boolean; children: (wiring: Wiring) => ReactNode }) {
  const id = useId()
  const { refused } = useFormField(name)
  const wrong = error ?? refused
  const describedBy = [wrong && `${id}e`, hint && `${id}h`].filter(Boolean).join(' ')
  return (
    <div className={`mt-4 ${wide ? 'max-w-[88ch]' : 'max-w-[520px]'} ${className}`}>
      <label htmlFor={id} className={hideLabel ? 'sr-only' : 'mb-1 block font-semibold'}>
        {label}
        {required === false ? <span className="text-mute font-normal"> (không bắt buộc)</span> : null}
      </label>
      {children({
        id,
        'aria-invalid': wrong ? true : undefined,
        'aria-describedby': describedBy || undefined,
      })}
      <FieldMessages id={id} wrong={wrong} hint={hint} />
    </div>
  )
}

/** What stands under a control: what is wrong with it, and its hint; named by the `id` of the control. */
export function FieldMessages({ id, wrong, hint }: { id: string; wrong?: string; hint?: ReactNode }) {
  return (
    <>
      {wrong ? (
        <p id={`${id}e`} className="text-co mt-[3px] text-xs">
          {wrong}
        </p>
      ) : null}
      {hint ? (
        <p id={`${id}h`} className="text-mute mt-[3px] text-xs">
          {hint}
        </p>
      ) : null}
    </>
  )
}

type InputProps = Common & Omit<ComponentProps<'input'>, keyof Common | 'type'>

function InputField({
  type,
  label,
  hint,
  error,
  className,
  hideLabel,
  wide,
  inputClass = '',
  defaultValue,
  ...rest
}: InputProps & { type: string; inputClass?: string }) {
  const { typed } = useFormField(rest.name)
  const value = type === 'password' ? undefined : (typed ?? defaultValue)
  return (
    <Field
      name={rest.name}
      label={label}
      hint={hint}
      error={error}
      className={className}
      hideLabel={hideLabel}
      wide={wide}
      required={rest.required}
    >
      {(wiring) => (
        <input type={type} className={`box ${inputClass}`} defaultValue={value} {...rest} {...wiring} />
      )}
    </Field>
  )
}

/** One line of text. Pass `required={false}` to say that it may stay empty. */
export function TextField({
  type = 'text',
  ...props
}: InputProps & { type?: 'text' | 'email' | 'tel' | 'url' | 'search' | 'number' }) {
  return <InputField type={type} {...props} />
}

/** A day; posts `yyyy-MM-dd`. Browsers show it in their own order, so the day as written here stands under it. */
export function DateField({ hint, onChange, ...props }: InputProps) {
  const { typed } = useFormField(props.name)
  const [chosen, setChosen] = useState<string | null>(null)
  // A refused form may bring back anything at all, 30 February too.
  const day = chosen ?? String(typed ?? props.defaultValue ?? '')
  const written = /^\d{4}-\d{2}-\d{2}$/.test(day) ? printDate(day) : ''
  return (
    <InputField
      type="date"
      inputClass="max-w-[190px]"
      hint={
        written ? (
          <>
            {written}
            {hint ? <> · {hint}</> : null}
          </>
        ) : (
          hint
        )
      }
      onChange={(event) => {
        setChosen(event.target.value)
        onChange?.(event)
      }}
      {...props}
    />
  )
}

/** A password: never sent back, never filled in again. */
export function PasswordField({ autoComplete = 'current-password', ...props }: InputProps) {
  return <InputField type="password" autoComplete={autoComplete} {...props} />
}

/** Several lines of text; grows with what is typed. */
export function TextArea({
  label,
  hint,
  error,
  className,
  hideLabel,
  wide,
  defaultValue,
  rows = 4,
  ...rest
}: Common & Omit<ComponentProps<'textarea'>, keyof Common>) {
  const { typed } = useFormField(rest.name)
  return (
    <Field
      name={rest.name}
      label={label}
      hint={hint}
      error={error}
      className={className}
      hideLabel={hideLabel}
      wide={wide}
      required={rest.required}
    >
      {(wiring) => (
        <textarea
          className="box field-sizing-content min-h-[92px]"
          rows={rows}
          defaultValue={typed ?? defaultValue}
          {...rest}
          {...wiring}
        />
      )}
    </Field>
  )
}

export type Option = { value: string; label: string; disabled?: boolean }

/** One of a list. `placeholder` is the empty first choice. */
export function Select({
  label,
  hint,
  error,
  className,
  hideLabel,
  wide,
  options,
  placeholder,
  defaultValue,
  ...rest
}: Common & { options: Option[]; placeholder?: string } & Omit<
    ComponentProps<'select'>,
    keyof Common | 'children'
  >) {
  const { typed } = useFormField(rest.name)
  const value = typed ?? defaultValue
  return (
    <Field
      name={rest.name}
      label={label}
      hint={hint}
      error={error}
      className={className}
      hideLabel={hideLabel}
      wide={wide}
      required={rest.required}
    >
      {(wiring) => (
        <select className="box" defaultValue={value} {...rest} {...wiring}>
          {placeholder !== undefined ? <option value="">{placeholder}</option> : null}
          {options.map((option) => (
            <option key={option.value} value={option.value} disabled={option.disabled}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}

/** A yes or no; posts `on` (or `value`) when ticked. */
export function Checkbox({
  name,
  label,
  hint,
  error,
  className = '',
  defaultChecked,
  value = 'on',
  ...rest
}: Omit<Common, 'hideLabel' | 'wide'> & Omit<ComponentProps<'input'>, keyof Common | 'type'>) {
  const id = useId()
  const { typed, refused, afterRefusal } = useFormField(name)
  const wrong = error ?? refused
  const checked = afterRefusal ? (typed ?? '').split(',').includes(String(value)) : defaultChecked
  const describedBy = [wrong && `${id}e`, hint && `${id}h`].filter(Boolean).join(' ')
  return (
    <div className={`mt-3 max-w-[520px] ${className}`}>
      <div className="flex items-start gap-2.5 pointer-coarse:min-h-11 pointer-coarse:items-center">
        <input
          type="checkbox"
          id={id}
          name={name}
          value={value}
          defaultChecked={checked}
          className="accent-cham mt-[3px] size-4 shrink-0 pointer-coarse:size-5"
          aria-invalid={wrong ? true : undefined}
          aria-describedby={describedBy || undefined}
          {...rest}
        />
        <label htmlFor={id}>{label}</label>
      </div>
      <FieldMessages id={id} wrong={wrong} hint={hint} />
    </div>
  )
}
