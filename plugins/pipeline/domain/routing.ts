import { refuseInput, ok, type Result } from '#plugins/kernel/domain'
import type { EmploymentType } from './employment-type'
import type { ClientTier } from './playbook-choices'

/** When a rule holds: everything that is named must hold; what is empty holds for all. */
export type RoutingCondition = {
  /** In the title or category, whatever their case. */
  words: readonly string[]
  clientIds: readonly string[]
  clientTiers: readonly ClientTier[]
  employmentTypes: readonly EmploymentType[]
  /** In the place of work: a town, region or country. */
  places: readonly string[]
  /** ISO 639-1. */
  languages: readonly string[]
}

export type RoutedWork = {
  title: string
  category: string | null
  clientId: string | null
  clientTier: ClientTier | null
  employmentType: EmploymentType | null
  /** Every name of the place that is known: of the location, its town, region and country. */
  places: readonly string[]
  language: string | null
}

export const routingWays = ['named', 'least_busy', 'in_turn'] as const
export type RoutingWay = (typeof routingWays)[number]

/** A colleague of a rule who may still sign in, with the open orders they own. */
export type TeamMember = { id: string; openOrders: number }

/** Whether a rule holds for a request or order. */
export const isRouted = ({
  condition,
  work,
}: {
  condition: RoutingCondition
  work: RoutedWork
}): boolean =>
  (condition.words.length === 0 ||
    condition.words.some((word) =>
      contains({ text: `${work.title} ${work.category ?? ''}`, word }),
    )) &&
  holds({ named: condition.clientIds, found: work.clientId }) &&
  holds({ named: condition.clientTiers, found: work.clientTier }) &&
  holds({ named: condition.employmentTypes, found: work.employmentType }) &&
  holds({ named: condition.languages, found: work.language }) &&
  (condition.places.length === 0 ||
    condition.places.some((word) => work.places.some((text) => contains({ text, word }))))

const holds = ({ named, found }: { named: readonly string[]; found: string | null }): boolean =>
  named.length === 0 || (found !== null && named.includes(found))

/** Whole words, so that “IT” is not found in “waiter”. */
const contains = ({ text, word }: { text: string; word: string }): boolean => {
  const within = wordsOf(text)
  const wanted = wordsOf(word)
  return (
    wanted.length > 0 &&
    within.some((_, at) => wanted.every((part, offset) => within[at + offset] === part))
  )
}

const wordsOf = (text: string): readonly string[] =>
  text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}+#]+/u)
    .filter(Boolean)

/**
 * Who of a rule’s team gets the work: the first who is there, the one with the fewest open orders, or
 * the next after whoever got the last. Whoever has as many open orders as the rule allows is passed over.
 * Null: nobody of them is free, and the next rule is asked.
 */
export const chosenOf = ({
  way,
  team,
  mostOpenOrders,
  lastGivenTo,
}: {
  way: RoutingWay
  /** In the order of the rule. */
  team: readonly TeamMember[]
  mostOpenOrders: number | null
  lastGivenTo: string | null
}): string | null => {
  const free = team.filter(
    ({ openOrders }) => mostOpenOrders === null || openOrders < mostOpenOrders,
  )
  if (way === 'least_busy')
    return free.toSorted((one, other) => one.openOrders - other.openOrders)[0]?.id ?? null
  if (way === 'named') return free[0]?.id ?? null
  const last = team.findIndex(({ id }) => id === lastGivenTo)
  const turn = [...team.slice(last + 1), ...team.slice(0, last + 1)]
  return turn.find(({ id }) => free.some((member) => member.id === id))?.id ?? null
}

export type CreditShare = { user: string; shareBp: number }

/** Credit is shared out whole: 100 % among colleagues who each stand in it once, or not shared at all. */
export const judgeShares = (shares: readonly CreditShare[]): Result<readonly CreditShare[]> => {
  if (shares.length === 0) return ok(shares)
  if (new Set(shares.map(({ user }) => user)).size !== shares.length)
    return refuseInput({ recruiters: 'Somebody stands in it twice. Name each colleague once.' })
  if (shares.some(({ shareBp }) => !Number.isInteger(shareBp) || shareBp <= 0))
    return refuseInput({ recruiters: 'Each share is more than nothing.' })
  const sum = shares.reduce((total, { shareBp }) => total + shareBp, 0)
  return sum === 10_000
    ? ok(shares)
    : refuseInput({
        recruiters: `The shares come to ${sum / 100} %. Make them 100 % together.`,
      })
}
