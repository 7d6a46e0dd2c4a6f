import type { Day } from '#plugins/kernel/domain'

/** The days of a placement as far as they are known; null where nothing was agreed or happened yet. */
export type PlacementDays = {
  startsOn: Day
  endsOn?: Day | null | undefined
  actualStartOn?: Day | null | undefined
  noticeUntilOn?: Day | null | undefined
  actualEndOn?: Day | null | undefined
}

/** The first day on which the worker can have worked. */
export const firstDayOf = ({ startsOn, actualStartOn }: PlacementDays): Day =>
  actualStartOn ? actualStartOn : startsOn

/** The last day on which the worker can have worked; null while the placement is open-ended. */
export const lastDayOf = ({ endsOn, noticeUntilOn, actualEndOn }: PlacementDays): Day | null =>
  [actualEndOn, noticeUntilOn, endsOn].find(
    (day) => day !== null && day !== undefined && day !== '',
  ) ?? null

/**
 * Whether a placement that ends on `endsOn` was served to its end. A permanent one never is: who
 * leaves, leaves early, and the fee's guarantee is judged by it. One without an agreed end is
 * complete whenever it ends.
 */
export const outcomeOfEnding = ({
  employmentType,
  plannedEndOn,
  actualEndOn,
}: {
  employmentType: string
  plannedEndOn: Day | null
  actualEndOn: Day
}): 'completed' | 'ended_early' => {
  if (isPermanent(employmentType)) return 'ended_early'
  return plannedEndOn !== null && actualEndOn < plannedEndOn ? 'ended_early' : 'completed'
}

/** Somebody the client employs: the agency earns a fee once and keeps no time. */
export const isPermanent = (employmentType: string): boolean => employmentType === 'permanent'
