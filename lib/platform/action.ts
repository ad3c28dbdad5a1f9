import 'server-only'
import { revalidatePath } from 'next/cache'
import type { z } from 'zod'
import type { Actor } from './auth/actor'
import { getActor } from './auth/current'
import { fail, type FieldErrors, type Result } from './errors'
import { storable } from './fields'

/** What a form gets back: the outcome, and everything that was typed so that nothing is lost. */
export type FormState<T = unknown> = { values?: Record<string, string>; result?: Result<T> }

/** One Vietnamese sentence a field: the first that the schema found. */
function fieldErrors(error: z.ZodError): FieldErrors {
  const fields: FieldErrors = {}
  for (const issue of error.issues) fields[issue.path.map(String).join('.') || '_'] ??= sentenceOf(issue)
  return fields
}

const UNCLEAR = 'Nội dung này chưa đúng. Hãy xem lại.'

/** Of a field that may stay empty, what is wrong with what was typed: the choice itself says nothing. */
function sentenceOf(issue: z.core.$ZodIssue): string {
  const choices = issue.code === 'invalid_union' ? issue.errors.flat() : []
  return choices.map(sentenceOf).findLast((sentence) => sentence !== UNCLEAR) ?? issue.message
}

/** Parses untrusted input; a failure names each field with its sentence. */
export function parseInput<S extends z.ZodType>(schema: S, input: unknown): Result<z.output<S>> {
  const parsed = schema.safeParse(input, { error: () => UNCLEAR })
  return parsed.success
    ? { ok: true, value: parsed.data }
    : fail('invalid', undefined, { fields: fieldErrors(parsed.error) })
}

/** Text fields of a form as a record; repeated names are joined by a comma, files are left out. */
export function formValues(form: FormData): Record<string, string> {
  const values: Record<string, string> = {}
  for (const [name, value] of form.entries()) {
    if (typeof value !== 'string' || name.startsWith('$ACTION')) continue
    values[name] = name in values ? `${values[name]},${storable(value)}` : storable(value)
  }
  return values
}

/**
 * The body of every form action: parse → command. The typed values come back with a refusal;
 * the idempotency key of the form is handed to the command.
 */
export async function submitForm<S extends z.ZodType, T>(
  schema: S,
  form: FormData,
  command: (input: z.output<S>, idempotencyKey: string | undefined) => Promise<Result<T>>,
): Promise<FormState<T>> {
  const values = formValues(form)
  const parsed = parseInput(schema, values)
  if (!parsed.ok) return { values: withoutPasswords(values), result: parsed }
  const result = await command(parsed.value, idempotencyKeyOf(values))
  return result.ok ? { result } : { values: withoutPasswords(values), result }
}

/** A key of our own making, or none: anything else would be stored as it came. */
function idempotencyKeyOf({ idempotencyKey = '' }: Record<string, string>): string | undefined {
  return /^[\w.:-]{1,100}$/.test(idempotencyKey) ? idempotencyKey : undefined
}

/** A password is never sent back to the page. */
function withoutPasswords(values: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(values).filter(([name]) => !/password/i.test(name)))
}

/**
 * A form action of somebody signed in: parses, asks who is acting, runs the command; after a success every page may show
 * what changed. Whoever is signed out meanwhile keeps what she typed.
 */
export function submitAsActor<S extends z.ZodType, T>(
  schema: S,
  form: FormData,
  command: (actor: Actor, input: z.output<S>, idempotencyKey?: string) => Promise<Result<T>>,
): Promise<FormState<T>> {
  return submitForm(schema, form, async (input, key) => {
    const actor = await getActor()
    if (!actor) return fail('unauthenticated')
    const result = await command(actor, input, key)
    if (result.ok) revalidatePath('/', 'layout')
    return result
  })
}
