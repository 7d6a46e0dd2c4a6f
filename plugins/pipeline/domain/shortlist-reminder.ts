import { epochMsOf, ok, refuseState, type Instant, type Result } from '#plugins/kernel/domain'
import { isAnswerable } from './shortlist-workflow'

/** A colleague who wants to, or the clock of the client's answer. */
export type Reminder = 'hand' | 'clock'

/** Nobody is written to twice within it: by hand a slip, by the clock a nuisance. */
const quietMinutes: Record<Reminder, number> = { hand: 60, clock: 12 * 60 }

/** Whether those who have not answered a shortlist may be written to again. */
export const mayRemind = ({
  state,
  remindedAt,
  by,
  now,
}: {
  state: string
  remindedAt: Instant | null
  by: Reminder
  now: Instant
}): Result<true> => {
  if (!isAnswerable(state))
    return refuseState({
      code: 'shortlist-answered',
      message: 'This shortlist is answered: there is nothing to remind of.',
    })
  const isQuiet =
    remindedAt !== null && epochMsOf(now) - epochMsOf(remindedAt) < quietMinutes[by] * 60_000
  return isQuiet
    ? refuseState({
        code: 'reminded-just-now',
        message: 'The client was reminded less than an hour ago. Call them instead.',
      })
    : ok(true)
}
