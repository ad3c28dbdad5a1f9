'use server'

import { redirect } from 'next/navigation'
import { submitAsActor, type FormState } from '@/lib/platform/action'
import { addBeneficiary, eraseBeneficiary, recordConsent, withdrawConsent } from './beneficiaries/commands'
import { saveCampaign, saveWork } from './campaigns/commands'
import { campaignSchema, workSchema } from './campaigns/schema'
import { addFunding, moveActivity, removeActivity, removeFunding, saveActivity } from './joint/commands'
import {
  activitySchema,
  activityStateSchema,
  beneficiaryActSchema,
  beneficiarySchema,
  consentSchema,
  fundingSchema,
  removeActivitySchema,
  removeFundingSchema,
} from './joint/schema'
import { saveClusterPaper } from './papers/commands'
import { clusterPaperSchema } from './papers/schema'
import {
  agreeToPledge,
  finalisePledge,
  openPledge,
  recordSignedPledge,
  savePledgeText,
} from './pledge/commands'
import {
  agreeSchema,
  finalisePledgeSchema,
  pledgeActSchema,
  pledgeTextSchema,
  signedPledgeSchema,
} from './pledge/schema'
import { savePractice, sharePractice } from './practices/commands'
import { practiceSchema, sharePracticeSchema } from './practices/schema'

/** Saves the text and goes back to the page that shows it; `back` is bound by the page. */
export async function savePledgeTextAction(back: string, _: FormState, form: FormData): Promise<FormState> {
  const state = await submitAsActor(pledgeTextSchema, form, savePledgeText)
  if (state.result?.ok) redirect(back)
  return state
}

export async function openPledgeAction(_: FormState, form: FormData): Promise<FormState> {
  return submitAsActor(pledgeActSchema, form, openPledge)
}

export async function agreeToPledgeAction(_: FormState, form: FormData): Promise<FormState> {
  return submitAsActor(agreeSchema, form, agreeToPledge)
}

export async function finalisePledgeAction(_: FormState, form: FormData): Promise<FormState> {
  return submitAsActor(finalisePledgeSchema, form, finalisePledge)
}

export async function recordSignedPledgeAction(_: FormState, form: FormData): Promise<FormState> {
  return submitAsActor(signedPledgeSchema, form, recordSignedPledge)
}

export async function saveClusterPaperAction(_: FormState, form: FormData): Promise<FormState> {
  return submitAsActor(clusterPaperSchema, form, saveClusterPaper)
}

/** A new activity opens on its own page. */
export async function saveActivityAction(_: FormState, form: FormData): Promise<FormState<{ id: string }>> {
  const state = await submitAsActor(activitySchema, form, saveActivity)
  if (state.result?.ok) redirect(`/activities/${state.result.value.id}`)
  return state
}

export async function moveActivityAction(_: FormState, form: FormData): Promise<FormState> {
  return submitAsActor(activityStateSchema, form, moveActivity)
}

/** Goes back to the list, since the page is gone with the activity. */
export async function removeActivityAction(back: string, _: FormState, form: FormData): Promise<FormState> {
  const state = await submitAsActor(removeActivitySchema, form, removeActivity)
  if (state.result?.ok) redirect(back)
  return state
}

export async function addFundingAction(_: FormState, form: FormData): Promise<FormState> {
  return submitAsActor(fundingSchema, form, addFunding)
}

export async function removeFundingAction(_: FormState, form: FormData): Promise<FormState> {
  return submitAsActor(removeFundingSchema, form, removeFunding)
}

export async function addBeneficiaryAction(_: FormState, form: FormData): Promise<FormState> {
  return submitAsActor(beneficiarySchema, form, addBeneficiary)
}

export async function recordConsentAction(_: FormState, form: FormData): Promise<FormState> {
  return submitAsActor(consentSchema, form, recordConsent)
}

export async function withdrawConsentAction(_: FormState, form: FormData): Promise<FormState> {
  return submitAsActor(beneficiaryActSchema, form, withdrawConsent)
}

export async function eraseBeneficiaryAction(_: FormState, form: FormData): Promise<FormState> {
  return submitAsActor(beneficiaryActSchema, form, eraseBeneficiary)
}

export async function saveCampaignAction(_: FormState, form: FormData): Promise<FormState<{ slug: string }>> {
  const state = await submitAsActor(campaignSchema, form, saveCampaign)
  if (state.result?.ok) redirect(`/campaigns/${state.result.value.slug}`)
  return state
}

export async function saveWorkAction(_: FormState, form: FormData): Promise<FormState> {
  return submitAsActor(workSchema, form, saveWork)
}

/** A new practice opens on its own page. */
export async function savePracticeAction(_: FormState, form: FormData): Promise<FormState<{ id: string }>> {
  const state = await submitAsActor(practiceSchema, form, savePractice)
  if (state.result?.ok) redirect(`/practices/${state.result.value.id}`)
  return state
}

export async function sharePracticeAction(_: FormState, form: FormData): Promise<FormState> {
  return submitAsActor(sharePracticeSchema, form, sharePractice)
}
