'use server'
import { submitAsActor, type FormState } from '@/lib/platform/action'
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
  return submitAsActor(clusterSchema, form, saveCluster)
}

/** Closes a cluster set and opens the next. */
export async function submitNextSet(
  _: FormState<{ id: string }>,
  form: FormData,
): Promise<FormState<{ id: string }>> {
  return submitAsActor(nextSetSchema, form, openNextSet)
}

/** Adds a cluster to a year. */
export async function addClusterYear(
  _: FormState<{ id: string }>,
  form: FormData,
): Promise<FormState<{ id: string }>> {
  return submitAsActor(newClusterYearSchema, form, createClusterYear)
}

/** Saves title, motto and members of a cluster-year. */
export async function saveClusterYear(_: FormState, form: FormData): Promise<FormState> {
  return submitAsActor(clusterYearSchema, form, updateClusterYear)
}

/** Gives the headship to a unit. */
export async function saveHeadship(_: FormState, form: FormData): Promise<FormState> {
  return submitAsActor(headshipSchema, form, setHeadship)
}

/** Assigns central people to a cluster-year. */
export async function saveCentralPeople(_: FormState, form: FormData): Promise<FormState> {
  return submitAsActor(centralPeopleSchema, form, assignCentralPeople)
}
