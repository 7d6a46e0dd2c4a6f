import { z } from 'zod'

import type { SubmissionSource } from './submission-source'

const sources = [
  'site',
  'program',
  'staff',
  'import',
] as const satisfies readonly SubmissionSource[]

/** Which cards of a board are shown; null leaves a question open. */
export type BoardFilter = {
  source: (typeof sources)[number] | null
  /** At least so many days in the stage. */
  days: number | null
  /** A label of the candidate. */
  label: string | null
  /** Who owns the candidate or is credited with the submission. */
  colleague: string | null
}

export const noFilter: BoardFilter = { source: null, days: null, label: null, colleague: null }

/** Cards of a column that are read at once. */
export const cardsAtOnce = 50

const mostCards = 2_000

const wholeDays = z.coerce.number().int().min(1).max(3_650)
const wholeCards = z.coerce.number().int().min(1).max(mostCards)

type Asked = Readonly<Record<string, unknown>>

/** A filter as it stands in the address; what cannot be read there is left open. */
export const boardFilterFrom = (asked: Asked): BoardFilter => ({
  source: z.enum(sources).safeParse(asked.source).data ?? null,
  days: wholeDays.safeParse(asked.days).data ?? null,
  label: z.uuid().safeParse(asked.label).data ?? null,
  colleague: z.uuid().safeParse(asked.colleague).data ?? null,
})

export const isFiltered = (filter: BoardFilter): boolean =>
  Object.values(filter).some((value) => value !== null)

/** How many cards of which columns were asked for: `<column>:<cards>`, with commas between. */
export const cardsAskedFrom = (asked: Asked): Record<string, number> => {
  const { more } = asked
  if (typeof more !== 'string') return {}
  return Object.fromEntries(
    more.split(',').flatMap((part) => {
      const [key = '', count] = part.split(':')
      const cards = wholeCards.safeParse(count).data
      return key && cards !== undefined ? [[key, cards] as const] : []
    }),
  )
}

/** The same for the address, with one column shown longer. */
export const withMoreCards = ({
  asked,
  key,
  shown,
}: {
  asked: Readonly<Record<string, number>>
  key: string
  shown: number
}): string =>
  Object.entries({ ...asked, [key]: Math.min(shown + cardsAtOnce, mostCards) })
    .map(([column, cards]) => `${column}:${cards}`)
    .join(',')
