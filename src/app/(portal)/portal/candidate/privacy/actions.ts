'use server'

import { redirect } from 'next/navigation'

import { sendDataArchive, withdrawConsent } from '#plugins/crm'
import { doneForm, refusedForm, textsOf, type FormState } from '../../../../shared/form-state'
import { runForVisit } from '../../../../shared/run-for-visit'
import { newVisit } from '../../../../shared/visit'

/** Takes one's own consent back; what was lawful before stays so. */
export const takeConsentBack = async (
  consentId: string,
  _state: FormState,
  data: FormData,
): Promise<FormState> => {
  const result = await runForVisit({
    visit: await newVisit(),
    command: withdrawConsent,
    input: { consentId },
  })
  if (result.ok) redirect('/portal/candidate/privacy')
  return refusedForm({ values: textsOf(data), failure: result.failure })
}

/** Has the link to a copy of one's own data sent to one's own address. */
export const askForCopy = async (_state: FormState, data: FormData): Promise<FormState> => {
  const visit = await newVisit()
  const { actor } = visit
  const candidateId = actor.kind === 'portal' ? actor.candidateId : null
  if (!candidateId) redirect('/portal')
  const result = await runForVisit({ visit, command: sendDataArchive, input: { candidateId } })
  return result.ok ? doneForm('') : refusedForm({ values: textsOf(data), failure: result.failure })
}
