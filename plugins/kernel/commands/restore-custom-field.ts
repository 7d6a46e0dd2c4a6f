import { z } from 'zod'

import { ok, refuseMissing, refuseState } from '../domain/result'
import { forgetCustomFields } from '../queries/custom-fields-of'
import { defineCommand } from './define-command'
import { findCustomField, lockCustomFields } from './lock-custom-fields'

export const restoreCustomField = defineCommand({
  name: 'restore-custom-field',
  summary: 'Bring a removed field of the agency’s own back with its values',
  input: z.object({ customFieldId: z.uuid('Choose a field.') }),
  allow: { staff: 'settings.write' },
  run: async ({ input: { customFieldId: id }, ctx: { req } }) => {
    const found = await findCustomField({ req, id })
    if (!found) return refuseMissing('field')
    const fields = await lockCustomFields({ req, collection: found.appliesTo })
    const field = fields.find((one) => one.id === id)
    if (!field?.isRemoved) return refuseMissing('field')
    const namesake = fields.find(
      (one) => !one.isRemoved && one.label.toLowerCase() === field.label.toLowerCase(),
    )
    if (namesake)
      return refuseState({
        code: 'name-taken',
        message: `Another field is called “${field.label}” now: rename that first.`,
      })
    const condition = fields.find((one) => one.key === field.showWhen?.key)
    await req.payload.update({
      collection: 'field-definitions',
      id,
      data: {
        isRemoved: false,
        position: Math.max(0, ...fields.map(({ position }) => position)) + 1,
        // What it depended on may be gone, or depend on something itself by now.
        showWhen: condition && !condition.isRemoved && !condition.showWhen ? field.showWhen : null,
      },
      req,
      overrideAccess: true,
      depth: 0,
    })
    forgetCustomFields()
    return ok({ customFieldId: id })
  },
})
