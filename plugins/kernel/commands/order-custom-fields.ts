import { z } from 'zod'

import { ok, refuseState } from '../domain/result'
import { forgetCustomFields } from '../queries/custom-fields-of'
import { defineCommand } from './define-command'
import { lockCustomFields } from './lock-custom-fields'

export const orderCustomFields = defineCommand({
  name: 'order-custom-fields',
  summary: 'Put the agency’s own fields of a collection into an order',
  input: z.object({
    appliesTo: z.string(),
    /** All fields that are not removed, in their new order. */
    customFieldIds: z.array(z.uuid()).max(200),
  }),
  allow: { staff: 'settings.write' },
  run: async ({ input: { appliesTo, customFieldIds }, ctx: { req } }) => {
    const fields = await lockCustomFields({ req, collection: appliesTo })
    const live = fields.filter(({ isRemoved }) => !isRemoved)
    const isSameSet =
      new Set(customFieldIds).size === live.length &&
      customFieldIds.length === live.length &&
      live.every(({ id }) => customFieldIds.includes(id))
    if (!isSameSet)
      return refuseState({
        code: 'changed-meanwhile',
        message: 'Somebody added or removed a field meanwhile: look again and order once more.',
      })
    for (const [at, id] of customFieldIds.entries()) {
      if (live.find((field) => field.id === id)?.position === at + 1) continue
      await req.payload.update({
        collection: 'field-definitions',
        id,
        data: { position: at + 1 },
        req,
        overrideAccess: true,
        depth: 0,
      })
    }
    forgetCustomFields()
    return ok({ appliesTo, customFieldIds })
  },
})
