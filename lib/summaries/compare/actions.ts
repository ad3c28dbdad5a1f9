'use server'
import { submitAsActor, type FormState } from '@/lib/platform/action'
import { removeComparison, saveComparison } from './commands'
import { removeComparisonSchema, saveComparisonSchema } from './schema'

/** Keeps the comparison on the screen under a name. */
export async function saveComparisonAction(
  _: FormState<{ id: string }>,
  form: FormData,
): Promise<FormState<{ id: string }>> {
  return submitAsActor(saveComparisonSchema, form, saveComparison)
}

/** Removes a saved comparison. */
export async function removeComparisonAction(
  _: FormState<undefined>,
  form: FormData,
): Promise<FormState<undefined>> {
  return submitAsActor(removeComparisonSchema, form, removeComparison)
}
