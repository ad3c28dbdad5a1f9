'use server'
import { submitAsActor, type FormState } from '@/lib/platform/action'
import { handOverHeadship } from './commands'
import { handoverSchema } from './schema'

type Done = { handoverId: string; toYear: number }

/** Hands the headship over. */
export async function handOverAction(_: FormState<Done>, form: FormData): Promise<FormState<Done>> {
  return submitAsActor(handoverSchema, form, handOverHeadship)
}
