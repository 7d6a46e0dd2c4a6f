'use server'

import { redirect } from 'next/navigation'

import { parseScaled } from '#plugins/kernel/domain'
import { answerOffer } from '#plugins/pipeline'
import { act } from '../../../../shared/act'
import { refusedForm, textsOf, type FormState } from '../../../../shared/form-state'

const answer = async ({
  offerId,
  data,
  input,
}: {
  offerId: string
  data: FormData
  input: {
    answer: 'accept' | 'decline' | 'counter'
    reason: string
    declineCode?: string
    wish?: Record<string, unknown>
  }
}): Promise<FormState> => {
  const state = await act({
    command: answerOffer,
    input: { offerId, ...input },
    purpose: 'offer.answer',
    subject: { kind: 'offer', id: offerId },
    data,
  })
  if (state.status === 'done') redirect(`/portal/offers/${offerId}`)
  return state
}

/** Accepts with the name typed as a signature; it is kept as the reason of the acceptance. */
export const acceptOffer = async (
  offerId: string,
  _state: FormState,
  data: FormData,
): Promise<FormState> => {
  const values = textsOf(data)
  const signature = values.signature?.trim() ?? ''
  const problems = {
    ...(signature.length < 3 ? { signature: 'Type your full name.' } : {}),
    ...(values.agrees === 'yes' ? {} : { agrees: 'Tick this to accept the offer.' }),
  }
  if (Object.keys(problems).length > 0)
    return refusedForm({
      values,
      failure: {
        kind: 'input',
        code: 'not-signed',
        message: 'The offer is not accepted yet.',
        fields: problems,
      },
    })
  return await answer({
    offerId,
    data,
    input: { answer: 'accept', reason: `Accepted as “${signature.slice(0, 200)}”` },
  })
}

/** People here say why, if only by a choice; a colleague who notes a call may not know. */
export const declineOffer = async (
  offerId: string,
  _state: FormState,
  data: FormData,
): Promise<FormState> => {
  const values = textsOf(data)
  return await answer({
    offerId,
    data,
    input: {
      answer: 'decline',
      reason: values.reason ?? '',
      declineCode: values.declineCode ?? '',
    },
  })
}

/** Other terms, as they are typed: an amount as people write it, a day, words. */
export const counterOffer = async (
  {
    offerId,
    unit,
  }: { offerId: string; unit: { name: 'payRateE4' | 'salaryMinor'; scale: number } },
  _state: FormState,
  data: FormData,
): Promise<FormState> => {
  const values = textsOf(data)
  const typed = values.pay?.trim() ?? ''
  const amount = typed === '' ? null : parseScaled({ text: typed, scale: unit.scale })
  if (typed !== '' && amount === null)
    return wrongField({ values, name: 'pay', message: 'Write an amount such as 1,250.00.' })
  const state = await answer({
    offerId,
    data,
    input: {
      answer: 'counter',
      reason: values.words ?? '',
      wish: { [unit.name]: amount, startsOn: values.startsOn || null },
    },
  })
  const names: Readonly<Record<string, string>> = {
    wish: 'words',
    'wish.payRateE4': 'pay',
    'wish.salaryMinor': 'pay',
    'wish.startsOn': 'startsOn',
    reason: 'words',
  }
  return {
    ...state,
    errors: Object.fromEntries(
      Object.entries(state.errors).map(([name, message]) => [names[name] ?? name, message]),
    ),
  }
}

const wrongField = ({
  values,
  name,
  message,
}: {
  values: Record<string, string>
  name: string
  message: string
}): FormState =>
  refusedForm({
    values,
    failure: { kind: 'input', code: 'invalid-input', message, fields: { [name]: message } },
  })
