import type { PayloadRequest } from 'payload'

import { databaseNow, nameDemandedSince } from '#plugins/kernel'
import type { PersonRef } from '#plugins/kernel/domain'
import { dayAfterMonths } from '../domain/privacy'
import { monthsKept } from './months-kept'

/** Until when wage law asks who was paid; null when nobody was, or the years are over. */
export const nameNeededUntil = async ({
  req,
  person,
}: {
  req: PayloadRequest
  person: PersonRef
}): Promise<string | null> => {
  const since = await nameDemandedSince({ req, person })
  if (!since) return null
  const until = dayAfterMonths({
    instant: since,
    months: await monthsKept({ req, dataClass: 'work' }),
  })
  return until > (await databaseNow(req)).slice(0, 10) ? until : null
}
