'use server'
import { redirect } from 'next/navigation'
import { submitAsActor, type FormState } from '@/lib/platform/action'
import { saveLetterhead } from '../letterheads/commands'
import {
  discardDocument,
  draftPaper,
  issueDocument,
  presentDocument,
  recallDocument,
  returnDocument,
  saveFrame,
  saveTexts,
} from './commands'
import {
  discardDocumentSchema,
  draftPaperSchema,
  issueDocumentSchema,
  presentDocumentSchema,
  recallDocumentSchema,
  returnDocumentSchema,
  saveFrameSchema,
  saveLetterheadSchema,
  saveTextsSchema,
} from './schema'

/** Begins a paper and leads to it. */
export async function draftPaperAction(
  _: FormState<{ id: string }>,
  form: FormData,
): Promise<FormState<{ id: string }>> {
  const state = await submitAsActor(draftPaperSchema, form, draftPaper)
  if (state.result?.ok) redirect(`/documents/${state.result.value.id}`)
  return state
}

/** Keeps the texts added to a draft. */
export async function saveTextsAction(_: FormState, form: FormData): Promise<FormState> {
  return submitAsActor(saveTextsSchema, form, saveTexts)
}

/** Keeps symbol, place and signature of a draft. */
export async function saveFrameAction(_: FormState, form: FormData): Promise<FormState> {
  return submitAsActor(saveFrameSchema, form, saveFrame)
}

/** Hands a draft over for signature. */
export async function presentDocumentAction(_: FormState, form: FormData): Promise<FormState> {
  return submitAsActor(presentDocumentSchema, form, presentDocument)
}

/** Takes a paper back to be mended. */
export async function returnDocumentAction(_: FormState, form: FormData): Promise<FormState> {
  return submitAsActor(returnDocumentSchema, form, returnDocument)
}

/** Records that a paper was issued. */
export async function issueDocumentAction(_: FormState, form: FormData): Promise<FormState> {
  return submitAsActor(issueDocumentSchema, form, issueDocument)
}

/** Recalls an issued paper. */
export async function recallDocumentAction(_: FormState, form: FormData): Promise<FormState> {
  return submitAsActor(recallDocumentSchema, form, recallDocument)
}

/** Throws a draft away. */
export async function discardDocumentAction(_: FormState, form: FormData): Promise<FormState> {
  return submitAsActor(discardDocumentSchema, form, discardDocument)
}

/** Sets a letterhead from a day on. */
export async function saveLetterheadAction(_: FormState, form: FormData): Promise<FormState> {
  return submitAsActor(saveLetterheadSchema, form, saveLetterhead)
}
