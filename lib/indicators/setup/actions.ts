'use server'
import { revalidatePath } from 'next/cache'
import { formValues, parseInput, submitForm, type FormState } from '@/lib/platform/action'
import { requireActor } from '@/lib/platform/auth/current'
import {
  createSet,
  moveIndicator,
  openYearFrom,
  saveGroup,
  saveIndicator,
  saveUnitIndicators,
} from './commands'
import {
  cloneYearSchema,
  groupSchema,
  indicatorMoveSchema,
  indicatorSchema,
  newSetSchema,
  unitIndicatorsSchema,
} from './schema'

/** Opens a year from an earlier one. */
export async function cloneYear(
  _: FormState<{ year: number }>,
  form: FormData,
): Promise<FormState<{ year: number }>> {
  const actor = await requireActor()
  const state = await submitForm(cloneYearSchema, form, (input, key) => openYearFrom(actor, input, key))
  revalidatePath('/setup', 'layout')
  return state
}

/** Makes an empty indicator set. */
export async function addSet(
  _: FormState<{ id: string }>,
  form: FormData,
): Promise<FormState<{ id: string }>> {
  const actor = await requireActor()
  const state = await submitForm(newSetSchema, form, (input, key) => createSet(actor, input, key))
  revalidatePath('/setup', 'layout')
  return state
}

/** Adds or renames a group. */
export async function submitGroup(_: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor()
  const state = await submitForm(groupSchema, form, (input, key) => saveGroup(actor, input, key))
  revalidatePath('/setup', 'layout')
  return state
}

/** Adds or changes an indicator. */
export async function submitIndicator(_: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor()
  const state = await submitForm(indicatorSchema, form, (input, key) => saveIndicator(actor, input, key))
  revalidatePath('/setup', 'layout')
  return state
}

/** Moves, retires or restores an indicator. */
export async function submitIndicatorMove(_: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor()
  const state = await submitForm(indicatorMoveSchema, form, (input, key) => moveIndicator(actor, input, key))
  revalidatePath('/setup', 'layout')
  return state
}

/** Saves the targets of one unit: a row an indicator, fields named `<what>.<indicatorId>`. */
export async function submitUnitIndicators(_: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor()
  const values = formValues(form)
  const ids = Object.keys(values).flatMap((name) =>
    name.startsWith('assignedTarget.') ? [name.slice('assignedTarget.'.length)] : [],
  )
  const input = parseInput(unitIndicatorsSchema, {
    setId: values.setId,
    unitId: values.unitId,
    rows: ids.map((id) => ({
      indicatorId: id,
      notAssigned: values[`notAssigned.${id}`] === 'on',
      assignedTarget: values[`assignedTarget.${id}`] ?? '',
      provincialTarget: values[`provincialTarget.${id}`] ?? '',
    })),
  })
  if (!input.ok) return { values, result: input }
  const result = await saveUnitIndicators(actor, input.value, values.idempotencyKey)
  revalidatePath('/setup', 'layout')
  return result.ok ? { result } : { values, result }
}
