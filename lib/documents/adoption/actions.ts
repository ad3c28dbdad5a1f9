'use server'

import { redirect } from 'next/navigation'
import { formValues, submitAsActor, type FormState } from '@/lib/platform/action'
import { fail } from '@/lib/platform/errors'
import { adoptFile, matchAdoption, setAdoptionLayout, startAdoption } from './commands'
import { adoptionLayoutSchema, adoptionMatchSchema, adoptSchema, startAdoptionSchema } from './schema'

export async function startAdoptionAction(
  _: FormState<{ id: string }>,
  form: FormData,
): Promise<FormState<{ id: string }>> {
  const state = await submitAsActor(startAdoptionSchema, form, startAdoption)
  if (state.result?.ok) redirect(`/adoptions/${state.result.value.id}`)
  return state
}

export async function setAdoptionLayoutAction(
  _: FormState<{ id: string }>,
  form: FormData,
): Promise<FormState<{ id: string }>> {
  return submitAsActor(adoptionLayoutSchema, form, setAdoptionLayout)
}

/** Fields "u.<line>", "i.<place>", "m.<place>" become three records. */
export async function matchAdoptionAction(
  _: FormState<{ id: string }>,
  form: FormData,
): Promise<FormState<{ id: string }>> {
  const values = formValues(form)
  const under = (letter: string) =>
    Object.fromEntries(
      Object.entries(values).flatMap(([name, value]) =>
        name.startsWith(`${letter}.`) && value ? [[name.slice(2), value]] : [],
      ),
    )
  return submitAsActor(
    adoptionMatchSchema.omit({ units: true, indicators: true, money: true }),
    form,
    async (actor, input, key) => {
      const whole = adoptionMatchSchema.safeParse({
        ...input,
        units: under('u'),
        indicators: under('i'),
        money: under('m'),
      })
      return whole.success
        ? matchAdoption(actor, whole.data, key)
        : fail('invalid', whole.error.issues[0]?.message)
    },
  )
}

export async function adoptFileAction(
  _: FormState<{ adopted: number; source: string }>,
  form: FormData,
): Promise<FormState<{ adopted: number; source: string }>> {
  return submitAsActor(adoptSchema, form, adoptFile)
}
