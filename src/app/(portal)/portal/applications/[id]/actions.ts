'use server'

import { redirect } from 'next/navigation'

import { withdrawSubmission } from '#plugins/pipeline'
import { act } from '../../../../shared/act'
import { refusedForm, textsOf, type FormState } from '../../../../shared/form-state'

/** Takes an application back, once the person has said twice that they mean it. */
export const withdrawApplication = async (
  submissionId: string,
  _state: FormState,
  data: FormData,
): Promise<FormState> => {
  const values = textsOf(data)
  if (values.isSure !== 'yes')
    return refusedForm({
      values,
      failure: {
        kind: 'input',
        code: 'not-confirmed',
        message: 'Please confirm.',
        fields: { isSure: 'Tick this if you mean it.' },
      },
    })
  const state = await act({
    command: withdrawSubmission,
    input: { submissionId, reason: values.reason },
    purpose: 'application.status',
    subject: { kind: 'submission', id: submissionId },
    data,
  })
  if (state.status === 'done') redirect(`/portal/applications/${submissionId}`)
  return state
}
