'use client'

import { type ReactNode, useEffect, useId, useRef, useSyncExternalStore } from 'react'
import { buttonClass, type ButtonKind } from './button'
import { Icon } from './icon'

/**
 * A question over the page, in the browser's own modal `<dialog>`, opened by the button it brings along. For a
 * deliberate act put a `Form` inside: with a required `TextArea` named `reason` it is a confirmation with a reason. The
 * opener speaks the browser's command attributes, so current browsers open it before JavaScript arrives.
 */
export function Dialog({
  opener,
  kind = 'secondary',
  openerClass = '',
  title,
  children,
}: {
  opener: ReactNode
  kind?: ButtonKind
  openerClass?: string
  title: string
  children: ReactNode
}) {
  const id = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  // The browser's own command opens it until JavaScript has arrived; from then on the click alone does.
  const live = useSyncExternalStore(
    () => () => {},
    () => true,
    () => false,
  )
  useEffect(() => {
    dialog.current?.setAttribute('data-live', '')
  }, [])

  /** A second click of a double click falls on the backdrop: for a moment it must not close what the first one opened. */
  function open() {
    const element = dialog.current
    if (!element || element.open) return
    element.setAttribute('closedby', 'closerequest')
    element.showModal()
    setTimeout(() => element.setAttribute('closedby', 'any'), 500)
  }

  return (
    <>
      <button
        type="button"
        aria-haspopup="dialog"
        className={buttonClass(kind, openerClass)}
        onClick={open}
        {...(live ? {} : { command: 'show-modal', commandfor: id })}
      >
        {opener}
      </button>
      <dialog ref={dialog} id={id} className="sheet" aria-labelledby={`${id}t`} closedby="any">
        <DialogHead id={`${id}t`} title={title} />
        {children}
      </dialog>
    </>
  )
}

/** The title of a dialog, which names it by `id`, and the button that closes it. */
export function DialogHead({ id, title }: { id: string; title: string }) {
  return (
    <div className="flex items-start justify-between gap-4">
      <h2 id={id} className="text-lg">
        {title}
      </h2>
      <form method="dialog" className="-mt-1.5 -mr-2">
        <button
          type="submit"
          aria-label="Đóng"
          className="text-mute hover:text-ink rounded p-2 pointer-coarse:p-3.5"
        >
          <Icon name="close" />
        </button>
      </form>
    </div>
  )
}

/** Closes the dialog it stands in and changes nothing. */
export function DialogCancel({ children = 'Thôi' }: { children?: ReactNode }) {
  return (
    <button
      type="button"
      className={buttonClass('quiet')}
      onClick={(event) => event.currentTarget.closest('dialog')?.close()}
    >
      {children}
    </button>
  )
}

/** The row of buttons at the foot of a dialog or form: the primary one last, at the right. `wide` as on fields. */
export function DialogActions({ wide = false, children }: { wide?: boolean; children: ReactNode }) {
  return (
    <div
      className={`mt-5 flex flex-wrap items-center justify-end gap-4 ${wide ? 'max-w-[88ch]' : 'max-w-[520px]'}`}
    >
      {children}
    </div>
  )
}
