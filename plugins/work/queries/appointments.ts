import type { PayloadRequest } from 'payload'

import { registryOf, type Appointment } from '#plugins/kernel'
import { addDays, dayIn, instantOf } from '#plugins/kernel/domain'
import type { ReaderClock } from '../domain/my-day'

/** A colleague's meetings of today and tomorrow by their own clock, earliest first. */
export const appointmentsOf = async ({
  req,
  userId,
  clock,
}: {
  req: PayloadRequest
  userId: string
  clock: ReaderClock
}): Promise<Appointment[]> => {
  const today = dayIn({ instant: clock.now, zone: clock.zone })
  const midnight = (days: number) =>
    instantOf({ day: addDays({ day: today, days }), time: '00:00', zone: clock.zone }).instant
  const found: Appointment[] = []
  for (const { read } of registryOf(req.payload).appointments)
    found.push(...(await read({ req, userId, from: midnight(0), until: midnight(2) })))
  return found.toSorted((one, other) => Date.parse(one.startsAt) - Date.parse(other.startsAt))
}
