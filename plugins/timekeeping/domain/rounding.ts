import {
  addMinutes,
  type Instant,
  type WallTime,
  wallTimeIn,
  type Zone,
} from '#plugins/kernel/domain'

/** Punches go to the nearest multiple of the unit; exactly half way goes up. */
export type RoundingPolicy = { unitMinutes: 5 | 6 | 10 | 15 }

/**
 * By how many minutes a punch at this wall time moves: 07:52 moves by -7 to the quarter hour,
 * 07:53 by +7 (the 7/8-minute practice under 29 CFR 785.48(b)).
 */
export const roundingShift = ({
  time,
  policy,
}: {
  time: WallTime
  policy: RoundingPolicy
}): number => {
  const past = Number(time.slice(3)) % policy.unitMinutes
  return past * 2 < policy.unitMinutes ? -past : policy.unitMinutes - past
}

/**
 * The instant at which a punch counts. It is rounded on the wall clock of the work location, so
 * that a zone that is not whole hours from UTC rounds as its own clock shows.
 */
export const roundPunch = ({
  instant,
  zone,
  policy,
}: {
  instant: Instant
  zone: Zone
  policy: RoundingPolicy
}): Instant =>
  addMinutes({
    instant,
    minutes: roundingShift({ time: wallTimeIn({ instant, zone }), policy }),
  })
