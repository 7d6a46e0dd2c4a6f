'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'

import { answerInterview } from '#plugins/pipeline'
import { act } from '../../../../shared/act'
import { refusedForm, textsOf, type FormState } from '../../../../shared/form-state'

const answer = async ({
  interviewId,
  data,
  input,
}: {
  interviewId: string
  data: FormData
  input: { answer: 'accept' | 'decline'; slotId?: string | null; note?: string }
}): Promise<FormState> => {
  const state = await act({
    command: answerInterview,
    input: { interviewId, ...input },
    purpose: 'interview.answer',
    subject: { kind: 'interview', id: interviewId },
    data,
  })
  if (state.status === 'done') redirect(`/portal/interviews/${interviewId}`)
  return state
}

/** The time that the button showed, or the one that was chosen: never another one that came meanwhile. */
export const acceptInterview = async (
  { interviewId, onlySlotId }: { interviewId: string; onlySlotId: string | null },
  _state: FormState,
  data: FormData,
): Promise<FormState> => {
  const state = await answer({
    interviewId,
    data,
    input: { answer: 'accept', slotId: onlySlotId ?? (textsOf(data).slotId || null) },
  })
  // Somebody else was faster: the page shows what is left.
  if (state.status === 'refused') revalidatePath(`/portal/interviews/${interviewId}`)
  return state
}

/** Another time is a no to this one, with the times that would suit. */
export const askForAnotherTime = async (
  interviewId: string,
  _state: FormState,
  data: FormData,
): Promise<FormState> => {
  const values = textsOf(data)
  const times = values.times?.trim() ?? ''
  if (times === '')
    return refusedForm({
      values,
      failure: {
        kind: 'input',
        code: 'no-times',
        message: 'Tell us when it would suit you.',
        fields: { times: 'Tell us when it would suit you.' },
      },
    })
  return await answer({
    interviewId,
    data,
    input: { answer: 'decline', note: `Asks for another time: ${times}` },
  })
}

export const declineInterview = async (
  interviewId: string,
  _state: FormState,
  data: FormData,
): Promise<FormState> =>
  await answer({
    interviewId,
    data,
    input: { answer: 'decline', note: textsOf(data).note ?? '' },
  })
