import type { ReactNode } from 'react'
import type { ButtonKind } from '@/components/ui/button'
import { Form } from '@/components/ui/form'
import { SubmitButton } from '@/components/ui/submit-button'
import type { FormState } from '@/lib/platform/action'

/** One act of the control screen: a form of a single large button. */
export function ActButton<T>({
  action,
  fields,
  kind = 'secondary',
  children,
  pending = 'Đang ghi…',
}: {
  action: (previous: FormState<T>, data: FormData) => Promise<FormState<T>>
  fields: Record<string, string>
  kind?: ButtonKind
  children: ReactNode
  pending?: string
}) {
  return (
    <Form action={action}>
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <SubmitButton kind={kind} pendingLabel={pending} className="min-h-11">
        {children}
      </SubmitButton>
    </Form>
  )
}
