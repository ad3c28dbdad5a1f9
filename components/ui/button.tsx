import type { ComponentProps } from 'react'

export type ButtonKind = 'primary' | 'secondary' | 'quiet' | 'danger'

const SHAPE =
  'inline-flex min-h-[33px] items-center justify-center gap-2 rounded py-1 text-base no-underline transition-colors disabled:cursor-default aria-disabled:cursor-default pointer-coarse:min-h-11 print:hidden'

const KINDS: Record<ButtonKind, string> = {
  primary:
    'px-3.5 font-semibold bg-cham text-on-cham hover:bg-cham/88 disabled:bg-mute aria-disabled:bg-mute',
  secondary:
    'px-3.5 font-semibold border border-edge bg-paper text-ink hover:border-cham hover:bg-wash disabled:text-mute aria-disabled:text-mute',
  quiet: 'text-cham2 hover:underline underline-offset-3 disabled:text-mute aria-disabled:text-mute',
  danger:
    'px-3.5 font-semibold border border-co bg-paper text-co hover:bg-co hover:text-on-co disabled:border-line disabled:text-mute aria-disabled:text-mute',
}

/** The class list of a button, for an element that is neither `<button>` nor a link (a `<summary>`, a label). */
export function buttonClass(kind: ButtonKind = 'secondary', className = ''): string {
  return `${SHAPE} ${KINDS[kind]} ${className}`
}

/** A button. One `primary` a page; `quiet` beside tabs and in rows; `danger` for what cannot be undone. */
export function Button({
  kind = 'secondary',
  className,
  type = 'button',
  ...rest
}: ComponentProps<'button'> & { kind?: ButtonKind }) {
  return <button type={type} className={buttonClass(kind, className)} {...rest} />
}

/** A link that looks like a button. */
export function LinkButton({
  kind = 'secondary',
  className,
  ...rest
}: ComponentProps<'a'> & { kind?: ButtonKind }) {
  return <a data-soft className={buttonClass(kind, className)} {...rest} />
}
