import type { BaseFilter, Where } from 'payload'

import { conditionsIn } from '../domain/own-filter'
import { readableFields } from './readable-fields'

/** What a list is filtered by besides Payload's own filter: `own` in its address. */
export const filterByOwn =
  (collection: string): BaseFilter =>
  async ({ req }) => {
    const text: unknown = req.query?.own
    if (typeof text !== 'string' || text === '') return null
    const fields = await readableFields({ req, collection })
    const and = conditionsIn({ text, fields }).map(
      ({ key, operator, value }): Where => ({ [`custom.${key}`]: { [operator]: value } }),
    )
    return and.length > 0 ? { and } : null
  }
