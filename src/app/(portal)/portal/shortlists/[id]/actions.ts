'use server'

import { revalidatePath } from 'next/cache'

import { decideShortlistItem, offerInterviewTimes } from '#plugins/pipeline'
import { act } from '../../../../shared/act'
import { textsOf, type FormState } from '../../../../shared/form-state'

/**
 * Takes one of the client's answers on a candidate. Which form was sent comes back with a
 * refusal, so that it stands open; the question's text is the command's comment.
 */
export const decide = async (
  { shortlistId, itemId }: { shortlistId: string; itemId: string },
  previous: FormState,
  data: FormData,
): Promise<FormState> => {
  const { decision: sent, answer, rating, reason, comment, remark, question } = textsOf(data)
  // The fold for finer answers asks which one.
  const isFine = sent === 'other'
  const decision = isFine ? answer : sent
  const state = await act({
    command: decideShortlistItem,
    input: {
      shortlistId,
      itemId,
      decision,
      ...(decision === 'reject' ? { reason: reason || null, comment } : {}),
      ...(decision === 'question' ? { comment: question } : {}),
      ...(isFine ? { comment: remark, rating: rating ? Number(rating) : null } : {}),
    },
    purpose: 'shortlist.decide',
    subject: { kind: 'shortlist', id: shortlistId },
    data,
  })
  if (state.status === 'done') {
    // In place: the client goes on with the next candidate from where they are.
    revalidatePath(`/portal/shortlists/${shortlistId}`)
    return state
  }
  const { comment: atComment, ...errors } = state.errors
  return {
    ...state,
    values: { ...state.values, tries: String(Number(previous.values.tries ?? 0) + 1) },
    errors: {
      ...errors,
      ...(atComment ? { [decision === 'question' ? 'question' : 'comment']: atComment } : {}),
    },
  }
}

/** The times that the client typed go to the candidate; a wrong one is named at its own field. */
export const proposeTimes = async (
  { shortlistId, itemId }: { shortlistId: string; itemId: string },
  _previous: FormState,
  data: FormData,
): Promise<FormState> => {
  const { day1, time1, mode, place, ...more } = textsOf(data)
  const others = [2, 3].flatMap((row) => {
    const [day, time] = [more[`day${row}`] ?? '', more[`time${row}`] ?? '']
    return day || time ? [`${day}T${time}`] : []
  })
  const state = await act({
    command: offerInterviewTimes,
    input: {
      shortlistId,
      itemId,
      day: day1 ?? '',
      time: time1 ?? '',
      otherTimes: others,
      mode: mode || null,
      place: place ?? '',
    },
    purpose: 'shortlist.decide',
    subject: { kind: 'shortlist', id: shortlistId },
    data,
  })
  if (state.status === 'done') {
    revalidatePath(`/portal/shortlists/${shortlistId}`)
    return state
  }
  return { ...state, errors: atOwnFields(state.errors) }
}

/** Errors of the command, told at the fields of the form. */
const atOwnFields = (errors: FormState['errors']): FormState['errors'] => {
  const names: Readonly<Record<string, string>> = {
    day: 'day1',
    time: 'time1',
    otherTimes: 'day2',
    'otherTimes.0': 'day2',
    'otherTimes.1': 'day3',
  }
  return Object.fromEntries(
    Object.entries(errors).map(([name, message]) => [names[name] ?? name, message]),
  )
}
