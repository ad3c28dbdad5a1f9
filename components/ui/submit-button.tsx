'use client'

import type { ComponentProps, MouseEvent } from 'react'
import { useFormStatus } from 'react-dom'
import { buttonClass, type ButtonKind } from './button'

/**
 * Sends the form it stands in. While the form is under way it says `pendingLabel` and swallows further clicks, but
 * stays focusable, so that focus is not lost. Several may stand in one form, told apart by `name` and `value`.
 */
export function SubmitButton({
  kind = 'primary',
  pendingLabel = 'Đang gửi…',
  className,
  children,
  onClick,
  ...rest
}: Omit<ComponentProps<'button'>, 'type'> & { kind?: ButtonKind; pendingLabel?: string }) {
  const { pending } = useFormStatus()
  function click(event: MouseEvent<HTMLButtonElement>) {
    if (pending) event.preventDefault()
    else onClick?.(event)
  }
  return (
    <button
      type="submit"
      aria-disabled={pending || undefined}
      className={buttonClass(kind, className)}
      onClick={click}
      {...rest}
    >
      {pending ? (
        // As wide as before: what stands beside it must not slip under a second click.
        <span className="grid justify-items-center *:[grid-area:1/1]">
          <span className="invisible">{children}</span>
          <span>{pendingLabel}</span>
        </span>
      ) : (
        children
      )}
    </button>
  )
}
