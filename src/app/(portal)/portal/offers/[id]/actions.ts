'use server'

import { redirect } from 'next/navigation'

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
  input: { answer: 'accept' | 'decline'; reason: string }
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

export const declineOffer = async (
  offerId: string,
  _state: FormState,
  data: FormData,
): Promise<FormState> =>
  await answer({
    offerId,
    data,
    input: { answer: 'decline', reason: textsOf(data).reason ?? '' },
  })
