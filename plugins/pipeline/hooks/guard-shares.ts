import { ValidationError, type CollectionBeforeChangeHook } from 'payload'
import { z } from 'zod'

import { judgeShares } from '../domain/routing'

const shares = z
  .array(
    z.object({ user: z.union([z.string(), z.object({ id: z.string() })]), shareBp: z.number() }),
  )
  .nullish()

/** Shares of the credit come to 100 %, and nobody stands in them twice. */
export const guardShares: CollectionBeforeChangeHook = ({ collection, data, originalDoc }) => {
  const given = shares.safeParse(Reflect.get({ ...originalDoc, ...data }, 'recruiters'))
  const judged = given.success
    ? judgeShares(
        (given.data ?? []).map(({ user, shareBp }) => ({
          user: typeof user === 'string' ? user : user.id,
          shareBp,
        })),
      )
    : null
  if (judged?.ok) return data
  throw new ValidationError({
    collection: collection.slug,
    errors: [
      {
        path: 'recruiters',
        message: judged?.failure.fields?.recruiters ?? 'Name a colleague and a share in each line.',
      },
    ],
  })
}
