import type { Share } from './qualification-facts'

/** How much history counts as much as the wider average it is drawn to. */
const priorWeight = 5
/** How many of all orders come to something, for a desk without any history: two of five. */
const priorFill: Share = { reached: 2, of: 5 }

/**
 * The chance that an order like this is filled, from own history. Each narrower history is drawn to
 * the wider one by the weight of five orders, so that two lucky orders do not make a certainty: the
 * desk’s mean, then orders of this grade, of this client too, of this category too.
 */
export const fillChance = ({
  desk,
  narrower,
}: {
  desk: Share
  /** From the wider to the narrower. */
  narrower: readonly Share[]
}): number =>
  narrower.reduce(
    (mean, { reached, of }) => (reached + priorWeight * mean) / (of + priorWeight),
    (desk.reached + priorFill.reached) / (desk.of + priorFill.of),
  )

/** Hours that are planned for an order of a grade, while nobody said otherwise. */
const plannedMinutes = { A: 16 * 60, B: 2 * 60, C: 60 } as const

/** What the planned work costs, in minor units; half a unit is rounded up. */
export const effortCost = ({
  grade,
  plannedEffortMinutes,
  hourCostMinor,
}: {
  grade: keyof typeof plannedMinutes
  plannedEffortMinutes: number | null
  hourCostMinor: number
}): number => Math.round(((plannedEffortMinutes ?? plannedMinutes[grade]) * hourCostMinor) / 60)

/** P(fill) × net value − planned effort, in minor units; below nothing for what costs more than it brings. */
export const expectedValue = ({
  chance,
  valueMinor,
  costMinor,
}: {
  chance: number
  /** Of all openings that are still free; null: the order has no price yet. */
  valueMinor: number | null
  costMinor: number
}): number => Math.round(chance * (valueMinor ?? 0)) - costMinor

/**
 * What the list of orders is sorted by, for everybody: it rises with the expected value in steps of about
 * a quarter, so that it ranks orders without telling a fee to those who do not see fees.
 */
export const priorityOf = (expectedValueMinor: number): number =>
  Math.round(10 * Math.log10(1 + Math.max(0, expectedValueMinor)))
