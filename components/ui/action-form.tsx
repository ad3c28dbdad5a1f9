'use client'

import { unstable_rethrow } from 'next/navigation'
import {
  type FormEvent,
  type ReactNode,
  useActionState,
  useEffect,
  useRef,
  useState,
  useTransition,
} from 'react'
import type { FormState } from '@/lib/platform/action'
import { fail } from '@/lib/platform/errors'
import { FormContext } from './form-context'
import { Notice } from './notice'

const OFFLINE = 'Chưa gửi được vì mất kết nối mạng. Nội dung bạn nhập vẫn còn; hãy gửi lại khi có mạng.'

export type FormProps<T> = {
  /** A server action. Bind what the form must not decide (`action.bind(null, id)`). */
  action: (previous: FormState<T>, data: FormData) => Promise<FormState<T>>
  children: ReactNode
  /** What to say when it worked. Without it a success is silent (the page itself shows it). */
  success?: string
  /** Empties the form after success, for a form that adds one thing after another. */
  clearAfterSuccess?: boolean
  onSuccess?: (value: T) => void
  className?: string
  'aria-label'?: string
}

/**
 * The client half of `Form`; use it directly only inside client components, with a key made on the server.
 * Without JavaScript the browser posts to the action and the page comes back with the typed values. With it the
 * answer is put in place: nothing typed is lost even when the connection is.
 */
export function ActionForm<T>({
  action,
  idempotencyKey,
  children,
  success,
  clearAfterSuccess,
  onSuccess,
  className,
  ...rest
}: FormProps<T> & { idempotencyKey: string }) {
  const [posted, post] = useActionState(action, {} as Awaited<FormState<T>>)
  const [answered, setAnswered] = useState<FormState<T> | null>(null)
  const [key, setKey] = useState(idempotencyKey)
  const [pending, startTransition] = useTransition()
  const form = useRef<HTMLFormElement>(null)
  const alert = useRef<HTMLDivElement>(null)
  const busy = useRef(false)

  const state = answered ?? posted
  const failure = state.result && !state.result.ok ? state.result : null

  useEffect(() => {
    if (!failure) return
    const wrong = form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')
    ;(wrong ?? alert.current)?.focus()
  }, [failure])

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    if (busy.current) return
    busy.current = true
    const element = event.currentTarget
    const data = new FormData(element, (event.nativeEvent as SubmitEvent).submitter)
    startTransition(async () => {
      try {
        const next = await action(state, data)
        setAnswered(next)
        if (next.result?.ok) {
          setKey(newKey())
          if (clearAfterSuccess) element.reset()
          onSuccess?.(next.result.value)
        }
      } catch (error) {
        unstable_rethrow(error)
        setAnswered({
          values: typedText(data),
          result: fail('unavailable', navigator.onLine ? undefined : OFFLINE),
        })
      } finally {
        busy.current = false
      }
    })
  }

  const unseen = failure?.fields?._
  return (
    <form
      ref={form}
      action={post}
      onSubmit={submit}
      className={className}
      aria-busy={pending}
      noValidate
      {...rest}
    >
      <input type="hidden" name="idempotencyKey" value={key} readOnly />
      <div ref={alert} tabIndex={-1} className="outline-none">
        {failure ? (
          <Notice kind="error" title={failure.message}>
            {unseen}
          </Notice>
        ) : null}
      </div>
      <FormContext
        value={{
          values: failure ? state.values : undefined,
          fields: failure?.fields,
          answer: state.result?.ok ? state.result.value : undefined,
        }}
      >
        {children}
      </FormContext>
      {/* Beside the button that was pressed: the head of a long form is out of sight. */}
      {state.result?.ok && success && !pending ? <Notice kind="success" title={success} /> : null}
    </form>
  )
}

/** crypto.randomUUID exists on https only; offices also run on plain http within their network. */
function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}

function typedText(data: FormData): Record<string, string> {
  const values: Record<string, string> = {}
  for (const [name, value] of data) if (typeof value === 'string') values[name] = value
  return values
}
