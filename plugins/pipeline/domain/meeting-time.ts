import {
  addMinutes,
  epochMsOf,
  instantOf,
  ok,
  refuseInput,
  type Instant,
  type Result,
} from '#plugins/kernel/domain'

/**
 * Turns a day and a time on the clock of a place into instants. Refuses a time that a clock change
 * leaves out, and one that has passed; of a time that comes twice the first is meant.
 */
export const meetingTime = ({
  day,
  time,
  zone,
  durationMinutes,
  now,
}: {
  day: string
  time: string
  zone: string
  durationMinutes: number
  now: Instant
}): Result<{ startsAt: Instant; endsAt: Instant }> => {
  const { instant: startsAt, kind } = instantOf({ day, time, zone, disambiguation: 'earlier' })
  if (kind === 'skipped')
    return refuseInput({ time: 'The clocks change: this time does not exist on that day.' })
  if (epochMsOf(startsAt) <= epochMsOf(now))
    return refuseInput({ day: 'This time has already passed.' })
  return ok({ startsAt, endsAt: addMinutes({ instant: startsAt, minutes: durationMinutes }) })
}
