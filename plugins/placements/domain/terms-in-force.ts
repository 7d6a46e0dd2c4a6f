import type { Day } from '#plugins/kernel/domain'

/**
 * The version of a placement's terms in force on a day: of those that began by then the latest, and
 * of several that began on the same day the highest version. Null before the first one.
 */
export const termsInForce = <Terms extends { effectiveFromOn: Day; version: number }>({
  terms,
  on,
}: {
  terms: readonly Terms[]
  on: Day
}): Terms | null =>
  terms
    .filter(({ effectiveFromOn }) => effectiveFromOn <= on)
    .reduce<Terms | null>(
      (best, next) => (best === null || isLater({ next, best }) ? next : best),
      null,
    )

const isLater = <Terms extends { effectiveFromOn: Day; version: number }>({
  next,
  best,
}: {
  next: Terms
  best: Terms
}): boolean =>
  next.effectiveFromOn === best.effectiveFromOn
    ? next.version > best.version
    : next.effectiveFromOn > best.effectiveFromOn
