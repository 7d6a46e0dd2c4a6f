'use server'

import { redirect } from 'next/navigation'

import { answerOrderRequest } from '#plugins/pipeline'
import { act } from '../../../../shared/act'
import { textsOf, type FormState } from '../../../../shared/form-state'

export const answerQuestion = async (
  requestId: string,
  _state: FormState,
  data: FormData,
): Promise<FormState> => {
  const state = await act({
    command: answerOrderRequest,
    input: { requestId, answer: textsOf(data).answer ?? '' },
    purpose: 'order-request.answer',
    subject: { kind: 'order-request', id: requestId },
    data,
  })
  if (state.status === 'done') redirect(`/portal/requests/${requestId}`)
  return state
}
