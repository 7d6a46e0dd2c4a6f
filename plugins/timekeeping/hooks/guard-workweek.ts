import {
  ValidationError,
  type CollectionBeforeChangeHook,
  type DataFromCollectionSlug,
} from 'payload'
import { z } from 'zod'

import { lockRecord, sqlOf } from '#plugins/kernel'

const fixedFields = ['workweekStartsOn', 'zone'] as const

/**
 * The workweek is fixed once hours were reckoned by it (29 CFR 778.105): weeks that begin on another
 * day or at another hour would hold the same time twice. The entity is locked first, so that no week
 * is reckoned meanwhile.
 */
export const guardWorkweek: CollectionBeforeChangeHook<
  DataFromCollectionSlug<'legal-entities'>
> = async ({ collection, data, operation, originalDoc, req }) => {
  if (operation === 'create' || !originalDoc) return data
  const changed = fixedFields.filter(
    (field) => data[field] !== undefined && data[field] !== originalDoc[field],
  )
  if (changed.length === 0) return data
  await lockRecord({ req, collection: 'legal-entities', id: originalDoc.id })
  const week = await sqlOf(req).first({
    schema: z.object({ id: z.string() }),
    text: 'select id from work_weeks where legal_entity_id = $1 limit 1',
    values: [originalDoc.id],
  })
  if (!week) return data
  throw new ValidationError({
    collection: collection.slug,
    errors: changed.map((path) => ({
      path,
      message:
        'Hours were reckoned by this workweek already, so it can no longer be changed. Employ under a new legal entity to work by another one.',
    })),
  })
}
