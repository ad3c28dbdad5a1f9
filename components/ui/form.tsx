import 'server-only'
import { connection } from 'next/server'
import { ActionForm, type FormProps } from './action-form'

/**
 * A form over a server action `(previous, FormData) => Promise<FormState>`. Shows the refusal in an alert, puts each
 * field's sentence beside it (fields of `field.tsx` find theirs by `name`), keeps what was typed, focuses the first wrong
 * field. Carries a fresh hidden `idempotencyKey`, so a double click or a repeated post has one effect.
 */
export async function Form<T>(props: FormProps<T>) {
  // A prerendered page would hand the same key to everybody.
  await connection()
  return <ActionForm {...props} idempotencyKey={crypto.randomUUID()} />
}
