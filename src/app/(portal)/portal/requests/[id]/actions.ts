'use server'

import { redirect } from 'next/navigation'

import type { CurrencyCode } from '#plugins/kernel/domain'
import { answerOrderRequest } from '#plugins/pipeline'
import { act } from '../../../../shared/act'
import { refusedForm, textsOf, type FormState } from '../../../../shared/form-state'
import { typedDetails } from './asked-fields'

export const answerQuestion = async (
  { requestId, currency }: { requestId: string; currency: CurrencyCode },
  _state: FormState,
  data: FormData,
): Promise<FormState> => {
  const values = textsOf(data)
  const { details, errors } = typedDetails({ values, currency })
  if (Object.keys(errors).length > 0)
    return refusedForm({
      values,
      failure: {
        kind: 'input',
        code: 'invalid-input',
        message: 'Please look at the fields again.',
        fields: errors,
      },
    })
  const state = await act({
    command: answerOrderRequest,
    input: { requestId, answer: values.answer ?? '', details },
    purpose: 'order-request.answer',
    subject: { kind: 'order-request', id: requestId },
    data,
  })
  if (state.status === 'done') redirect(`/portal/requests/${requestId}`)
  return state
}
