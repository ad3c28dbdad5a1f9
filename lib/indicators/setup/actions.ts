'use server'
import { revalidatePath } from 'next/cache'
import { formValues, parseInput, submitAsActor, type FormState } from '@/lib/platform/action'
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
  return submitAsActor(cloneYearSchema, form, openYearFrom)
}

/** Makes an empty indicator set. */
export async function addSet(
  _: FormState<{ id: string }>,
  form: FormData,
): Promise<FormState<{ id: string }>> {
  return submitAsActor(newSetSchema, form, createSet)
}

/** Adds or renames a group. */
export async function submitGroup(_: FormState, form: FormData): Promise<FormState> {
  return submitAsActor(groupSchema, form, saveGroup)
}

/** Adds or changes an indicator. */
export async function submitIndicator(_: FormState, form: FormData): Promise<FormState> {
  return submitAsActor(indicatorSchema, form, saveIndicator)
}

/** Moves, retires or restores an indicator. */
export async function submitIndicatorMove(_: FormState, form: FormData): Promise<FormState> {
  return submitAsActor(indicatorMoveSchema, form, moveIndicator)
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
