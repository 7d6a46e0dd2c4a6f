'use server'

import { redirect } from 'next/navigation'

import { readClientMessages, writeToAgency } from '#plugins/pipeline'
import { conversationPurpose } from '#plugins/pipeline/domain'
import { act } from '../../../../shared/act'
import { textsOf, type FormState } from '../../../../shared/form-state'

export const sendMessage = async (
  jobOrderId: string,
  _state: FormState,
  data: FormData,
): Promise<FormState> => {
  const state = await act({
    command: writeToAgency,
    input: { jobOrderId, text: textsOf(data).text ?? '' },
    purpose: conversationPurpose,
    subject: { kind: 'job-order', id: jobOrderId },
    data,
  })
  if (state.status === 'done') redirect(`/portal/orders/${jobOrderId}`)
  return state
}

/** The page was looked at by a person: a scanner of mails runs no script. */
export const markRead = async (jobOrderId: string): Promise<void> => {
  await act({
    command: readClientMessages,
    input: { jobOrderId },
    purpose: conversationPurpose,
    subject: { kind: 'job-order', id: jobOrderId },
    data: new FormData(),
  })
}
