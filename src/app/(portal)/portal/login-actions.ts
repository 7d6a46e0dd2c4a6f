'use server'

import { redirect } from 'next/navigation'

import {
  requestPortalPassword,
  resetPortalPassword,
  signInPortal,
  signInWithPassword,
} from '#plugins/agency'
import { portalAccountKind, portalLoginPurpose } from '#plugins/agency/domain'
import { requestPortalLink } from '#plugins/crm'
import { runCommand } from '#plugins/kernel'
import { isUuid } from '#plugins/kernel/domain'
import { doneForm, refusedForm, textsOf, type FormState } from '../../shared/form-state'
import { keepPortalSession } from '../../shared/keep-portal-session'
import { runForVisit } from '../../shared/run-for-visit'
import { becomeActorFor, newVisit } from '../../shared/visit'

/** Sends a link by e-mail, if the address is known; the answer does not tell. */
export const sendLink = async (_state: FormState, data: FormData): Promise<FormState> => {
  const visit = await newVisit()
  const values = textsOf(data)
  const result = await runForVisit({
    visit,
    command: requestPortalLink,
    input: { email: values.email ?? '' },
  })
  if (!result.ok) return refusedForm({ values, failure: result.failure })
  return doneForm(
    'If we know this address, a link is on its way to it. It works for one day. Nothing there? Look into the spam folder, or try the address your recruiter writes to.',
  )
}

export const signInByPassword = async (_state: FormState, data: FormData): Promise<FormState> => {
  const { req, address } = await newVisit()
  const { password = '', ...values } = textsOf(data)
  const result = await signInWithPassword({ req, email: values.email ?? '', password, address })
  if (!result.ok) return refusedForm({ values, failure: result.failure })
  await keepPortalSession(result.value)
  redirect('/portal')
}

/** Spends the link from the mail and signs in. */
export const signInByLink = async (accountId: string, _state: FormState): Promise<FormState> => {
  const visit = await newVisit()
  if (!isUuid(accountId)) redirect('/portal')
  await becomeActorFor({
    visit,
    purpose: portalLoginPurpose,
    subject: { kind: portalAccountKind, id: accountId },
  })
  const result = await runCommand({ command: signInPortal, req: visit.req, input: { accountId } })
  if (!result.ok) return refusedForm({ values: {}, failure: result.failure })
  await keepPortalSession(result.value)
  redirect('/portal')
}

export const askForPassword = async (_state: FormState, data: FormData): Promise<FormState> => {
  const visit = await newVisit()
  const values = textsOf(data)
  const result = await runForVisit({
    visit,
    command: requestPortalPassword,
    input: { email: values.email ?? '' },
  })
  if (!result.ok) return refusedForm({ values, failure: result.failure })
  return doneForm(
    'If there is a login with this address, a mail is on its way with which you choose a new password.',
  )
}

export const choosePassword = async (
  token: string,
  _state: FormState,
  data: FormData,
): Promise<FormState> => {
  const { req, address } = await newVisit()
  const { password = '', repeated = '' } = textsOf(data)
  if (password !== repeated)
    return refusedForm({
      values: {},
      failure: {
        kind: 'input',
        code: 'not-repeated',
        message: 'The two passwords are not the same.',
        fields: { repeated: 'Type the same password here.' },
      },
    })
  const result = await resetPortalPassword({ req, token, password, address })
  if (!result.ok) return refusedForm({ values: {}, failure: result.failure })
  await keepPortalSession(result.value)
  redirect('/portal')
}
