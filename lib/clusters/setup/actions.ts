'use server'
import { revalidatePath } from 'next/cache'
import { submitForm, type FormState } from '@/lib/platform/action'
import { requireActor } from '@/lib/platform/auth/current'
import {
  assignCentralPeople,
  createClusterYear,
  openNextSet,
  saveCluster,
  setHeadship,
  updateClusterYear,
} from './commands'
import {
  centralPeopleSchema,
  clusterSchema,
  clusterYearSchema,
  headshipSchema,
  newClusterYearSchema,
  nextSetSchema,
} from './schema'

/** Makes or renames a cluster. */
export async function submitCluster(
  _: FormState<{ slug: string }>,
  form: FormData,
): Promise<FormState<{ slug: string }>> {
  const actor = await requireActor()
  const state = await submitForm(clusterSchema, form, (input, key) => saveCluster(actor, input, key))
  revalidatePath('/setup', 'layout')
  return state
}

/** Closes a cluster set and opens the next. */
export async function submitNextSet(
  _: FormState<{ id: string }>,
  form: FormData,
): Promise<FormState<{ id: string }>> {
  const actor = await requireActor()
  const state = await submitForm(nextSetSchema, form, (input, key) => openNextSet(actor, input, key))
  revalidatePath('/setup', 'layout')
  return state
}

/** Adds a cluster to a year. */
export async function addClusterYear(
  _: FormState<{ id: string }>,
  form: FormData,
): Promise<FormState<{ id: string }>> {
  const actor = await requireActor()
  const state = await submitForm(newClusterYearSchema, form, (input, key) =>
    createClusterYear(actor, input, key),
  )
  revalidatePath('/setup', 'layout')
  return state
}

/** Saves title, motto and members of a cluster-year. */
export async function saveClusterYear(_: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor()
  const state = await submitForm(clusterYearSchema, form, (input, key) =>
    updateClusterYear(actor, input, key),
  )
  revalidatePath('/setup', 'layout')
  return state
}

/** Gives the headship to a unit. */
export async function saveHeadship(_: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor()
  const state = await submitForm(headshipSchema, form, (input, key) => setHeadship(actor, input, key))
  revalidatePath('/setup', 'layout')
  return state
}

/** Assigns central people to a cluster-year. */
export async function saveCentralPeople(_: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor()
  const state = await submitForm(centralPeopleSchema, form, (input, key) =>
    assignCentralPeople(actor, input, key),
  )
  revalidatePath('/setup', 'layout')
  return state
}
