'use server'

import { redirect } from 'next/navigation'

import { answerRightToRepresent } from '#plugins/pipeline'
import { act } from '../../../../shared/act'
import { refusedForm, textsOf, type FormState } from '../../../../shared/form-state'

const answer = async ({
  representationId,
  data,
  input,
}: {
  representationId: string
  data: FormData
  input: { answer: 'give' | 'refuse'; signedName?: string; note?: string }
}): Promise<FormState> => {
  const state = await act({
    command: answerRightToRepresent,
    input: { representationId, ...input },
    purpose: 'representation.answer',
    subject: { kind: 'representation', id: representationId },
    data,
  })
  if (state.status === 'done') redirect(`/portal/representations/${representationId}`)
  return state
}

/** The name typed stands as the signature. */
export const giveRight = async (
  representationId: string,
  _state: FormState,
  data: FormData,
): Promise<FormState> => {
  const values = textsOf(data)
  if (values.agrees !== 'yes')
    return refusedForm({
      values,
      failure: {
        kind: 'input',
        code: 'not-agreed',
        message: 'Nothing is given yet.',
        fields: { agrees: 'Tick this to agree.' },
      },
    })
  return await answer({
    representationId,
    data,
    input: { answer: 'give', signedName: values.signedName ?? '' },
  })
}

export const refuseRight = async (
  representationId: string,
  _state: FormState,
  data: FormData,
): Promise<FormState> =>
  await answer({
    representationId,
    data,
    input: { answer: 'refuse', note: textsOf(data).note ?? '' },
  })
