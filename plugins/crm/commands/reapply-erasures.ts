import type { Payload } from 'payload'
import { z } from 'zod'

import { inOwnTransaction, requestFor, sqlOutside } from '#plugins/kernel'
import { erasedList, noteErased, type Erased } from '../adapters/erased-list'
import { eraseAgain } from './erase-person'

/**
 * Erases everybody again whom a restored backup has brought back: who stands on the list beside the
 * files and not among the erasures of the database. Safe to repeat; also completes the list.
 *
 * @returns how many people were erased again
 */
export const reapplyErasures = async ({
  payload,
  dataDir,
}: {
  payload: Payload
  dataDir: string
}): Promise<number> => {
  const listed = await erasedList({ dataDir })
  const inDatabase = await erasedHere(payload)
  const known = new Set(inDatabase.map(({ person }) => person.id))
  let again = 0
  for (const erased of listed.filter(({ person }) => !known.has(person.id))) {
    const req = await requestFor({ payload, actor: { kind: 'system', id: 'reapply-erasures' } })
    const isErased = await inOwnTransaction({
      req,
      run: async () => await eraseAgain({ req, ...erased }),
    })
    if (isErased) again += 1
  }
  const noted = new Set(listed.map(({ person }) => person.id))
  for (const erased of inDatabase.filter(({ person }) => !noted.has(person.id)))
    await noteErased({ dataDir, erased })
  if (again > 0)
    payload.logger.warn({ msg: 'People were erased again after a restore', count: again })
  return again
}

const erasedHere = async (payload: Payload): Promise<Erased[]> => {
  const rows = await sqlOutside(payload).rows({
    schema: z.object({
      kind: z.enum(['candidate', 'client-contact']),
      id: z.string(),
      ground: z.enum(['asked', 'retention', 'mistake']),
    }),
    text: `select person_kind::text as kind, person_id as id, ground::text as ground from erasures`,
  })
  return rows.map(({ kind, id, ground }) => ({ person: { kind, id }, ground }))
}
