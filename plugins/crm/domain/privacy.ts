import { z } from 'zod'

import type { PersonRef } from '#plugins/kernel/domain'

/** Why a person is erased: words that name nobody, since they stay. */
export const erasureGrounds = {
  asked: 'The person asked for it',
  retention: 'Kept for as long as the agency’s rules say',
  mistake: 'Should never have been kept',
} as const

export type ErasureGround = keyof typeof erasureGrounds

/** The one person a command is about: a candidate or a contact of a client. */
export const onePerson = z
  .object({
    candidateId: z.uuid('Choose a candidate.').optional(),
    contactId: z.uuid('Choose a contact.').optional(),
  })
  .refine(
    ({ candidateId, contactId }) => (candidateId === undefined) !== (contactId === undefined),
    {
      path: ['candidateId'],
      message: 'Choose either a candidate or a contact.',
    },
  )

export const personOf = ({
  candidateId,
  contactId,
}: {
  candidateId?: string | undefined
  contactId?: string | undefined
}): PersonRef =>
  candidateId !== undefined
    ? { kind: 'candidate', id: candidateId }
    : { kind: 'client-contact', id: contactId ?? '' }

/** The day so many months after an instant, as `YYYY-MM-DD`: the last day of shorter months. */
export const dayAfterMonths = ({
  instant,
  months,
}: {
  instant: string
  months: number
}): string => {
  const from = new Date(instant)
  const first = new Date(Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + months, 1))
  const lastDay = new Date(
    Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0),
  ).getUTCDate()
  first.setUTCDate(Math.min(from.getUTCDate(), lastDay))
  return first.toISOString().slice(0, 10)
}
