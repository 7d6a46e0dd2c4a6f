'use server'

import { redirect } from 'next/navigation'

import { approveTimesheet, disputeTimesheet } from '#plugins/timekeeping'
import { act } from '../../../../../shared/act'
import { textsOf, type FormState } from '../../../../../shared/form-state'

const decide = async ({
  timesheetId,
  data,
  command,
  input,
}: {
  timesheetId: string
  data: FormData
  command: typeof approveTimesheet | typeof disputeTimesheet
  input: Record<string, unknown>
}): Promise<FormState> => {
  const state = await act({
    command,
    input: { timesheetId, ...input },
    purpose: 'timesheet.approve',
    subject: { kind: 'timesheet', id: timesheetId },
    data,
  })
  if (state.status === 'done') redirect(`/portal/timesheets/${timesheetId}/approve`)
  return state
}

/** Approves what was on the screen; hours that were changed meanwhile are not approved unseen. */
export const approveWeek = async (
  { timesheetId, revision }: { timesheetId: string; revision: number },
  _state: FormState,
  data: FormData,
): Promise<FormState> =>
  await decide({ timesheetId, data, command: approveTimesheet, input: { revision } })

export const disputeWeek = async (
  timesheetId: string,
  _state: FormState,
  data: FormData,
): Promise<FormState> =>
  await decide({
    timesheetId,
    data,
    command: disputeTimesheet,
    input: { reason: textsOf(data).reason ?? '' },
  })
