'use server'

import { redirect } from 'next/navigation'

import { answerToStay } from '#plugins/crm'
import { act } from '../../../../shared/act'
import type { FormState } from '../../../../shared/form-state'

const answer = async ({
  candidateId,
  data,
  said,
}: {
  candidateId: string
  data: FormData
  said: 'stay' | 'leave'
}): Promise<FormState> => {
  const state = await act({
    command: answerToStay,
    input: { candidateId, answer: said },
    purpose: 'keeping.answer',
    subject: { kind: 'candidate', id: candidateId },
    data,
  })
  if (state.status === 'done') redirect(`/portal/keeping/${candidateId}?said=${said}`)
  return state
}

export const stay = async (
  candidateId: string,
  _state: FormState,
  data: FormData,
): Promise<FormState> => await answer({ candidateId, data, said: 'stay' })

export const leave = async (
  candidateId: string,
  _state: FormState,
  data: FormData,
): Promise<FormState> => await answer({ candidateId, data, said: 'leave' })
