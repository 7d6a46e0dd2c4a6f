import type { PayloadRequest } from 'payload'

import type { CustomField } from '../domain/custom-field'
import { customFieldsOf, forgetCustomFields } from '../queries/custom-fields-of'
import { takeTurn } from './take-turn'

/** The fields of a collection, read while nobody else changes them: their order and names depend on all. */
export const lockCustomFields = async ({
  req,
  collection,
}: {
  req: PayloadRequest
  collection: string
}): Promise<readonly CustomField[]> => {
  await takeTurn({ req, name: `custom-fields:${collection}` })
  forgetCustomFields()
  return await customFieldsOf({ req, collection })
}

/** The collection of a definition, which never changes. */
export const findCustomField = async ({
  req,
  id,
}: {
  req: PayloadRequest
  id: string
}): Promise<{ appliesTo: string } | null> =>
  await req.payload.findByID({
    collection: 'field-definitions',
    id,
    depth: 0,
    req,
    overrideAccess: true,
    disableErrors: true,
  })
