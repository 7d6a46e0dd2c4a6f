import { z } from 'zod'

import { ok, refuseMissing, refuseState } from '../domain/result'
import { forgetCustomFields } from '../queries/custom-fields-of'
import { defineCommand } from './define-command'
import { findCustomField, lockCustomFields } from './lock-custom-fields'

/** The values stay in the records, for the day the field is wanted back. */
export const removeCustomField = defineCommand({
  name: 'remove-custom-field',
  summary: 'Take a field of the agency’s own out of forms, lists and the API; its values are kept',
  input: z.object({ customFieldId: z.uuid('Choose a field.') }),
  allow: { staff: 'settings.write' },
  run: async ({ input: { customFieldId: id }, ctx: { req } }) => {
    const found = await findCustomField({ req, id })
    if (!found) return refuseMissing('field')
    const fields = await lockCustomFields({ req, collection: found.appliesTo })
    const field = fields.find((one) => one.id === id)
    if (!field || field.isRemoved) return refuseMissing('field')
    const dependent = fields.find((one) => !one.isRemoved && one.showWhen?.key === field.key)
    if (dependent)
      return refuseState({
        code: 'asked-by-another',
        message: `“${dependent.label}” is shown depending on this field: change that first.`,
      })
    await req.payload.update({
      collection: 'field-definitions',
      id,
      data: { isRemoved: true },
      req,
      overrideAccess: true,
      depth: 0,
    })
    forgetCustomFields()
    return ok({ customFieldId: id })
  },
})
