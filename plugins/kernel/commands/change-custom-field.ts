import { z } from 'zod'

import { ok, refuseInput, refuseMissing, refuseState } from '../domain/result'
import { forgetCustomFields } from '../queries/custom-fields-of'
import { customDetails, optionsFrom, problemsOf } from './custom-field-input'
import { defineCommand } from './define-command'
import { findCustomField, lockCustomFields } from './lock-custom-fields'

/** What a field holds stays: its type, its key and the records that have it. */
export const changeCustomField = defineCommand({
  name: 'change-custom-field',
  summary: 'Rename a field of the agency’s own, or change its choices, conditions and rights',
  input: customDetails.extend({ customFieldId: z.uuid('Choose a field.') }),
  allow: { staff: 'settings.write' },
  run: async ({ input: { customFieldId: id, ...details }, ctx: { req, actor } }) => {
    const found = await findCustomField({ req, id })
    if (!found) return refuseMissing('field')
    const fields = await lockCustomFields({ req, collection: found.appliesTo })
    const field = fields.find((one) => one.id === id)
    if (!field) return refuseMissing('field')
    if (field.isRemoved)
      return refuseState({ code: 'removed', message: 'This field was removed: restore it first.' })
    const problems = problemsOf({ req, actor, field, fields, details })
    for (const name of ['readPermission', 'writePermission'] as const) {
      const now = field[name]
      const isLifted = now !== null && details[name] !== now
      if (isLifted && actor.kind === 'staff' && !actor.permissions.has(now))
        problems[name] = 'Only somebody who has the right asked for now can change this.'
    }
    if (Object.keys(problems).length > 0) return refuseInput(problems)
    await req.payload.update({
      collection: 'field-definitions',
      id,
      data: {
        label: details.label,
        help: details.help || null,
        options: details.options
          ? optionsFrom({ before: field.options, wanted: details.options })
          : [...field.options],
        isRequired: details.isRequired ?? field.isRequired,
        requiredIn: details.requiredIn ?? [...field.requiredIn],
        showWhen: details.showWhen === undefined ? field.showWhen : details.showWhen,
        readPermission:
          details.readPermission === undefined
            ? field.readPermission
            : details.readPermission || null,
        writePermission:
          details.writePermission === undefined
            ? field.writePermission
            : details.writePermission || null,
        isInList: details.isInList ?? field.isInList,
      },
      req,
      overrideAccess: true,
      depth: 0,
    })
    forgetCustomFields()
    return ok({ customFieldId: id })
  },
})
