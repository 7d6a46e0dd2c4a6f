import type { PayloadRequest } from 'payload'

import { addMinutes, type Instant } from '#plugins/kernel/domain'
import { afterWorkingMs } from '../domain/working-time'
import { officeCalendar } from './office-calendar'

/**
 * When so many working minutes have passed in the office of a colleague. Where nobody ever works, the
 * minutes of the clock count.
 */
export const dueInWorkingTime = async ({
  req,
  ownerId,
  from,
  minutes,
}: {
  req: PayloadRequest
  ownerId: string
  from: Instant
  minutes: number
}): Promise<Instant> => {
  const calendar = await officeCalendar({
    req,
    clock: { ownerId, ballIn: 'agency', clientId: null, startedAt: from },
  })
  return (
    afterWorkingMs({ from, ms: minutes * 60_000, calendar }) ??
    addMinutes({ instant: from, minutes })
  )
}
