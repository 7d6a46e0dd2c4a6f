import { z } from 'zod'

import { keyFor } from '../domain/custom-field'
import { ok, refuseInput, refuseState } from '../domain/result'
import { forgetCustomFields } from '../queries/custom-fields-of'
import {
  customDetails,
  customisedCollections,
  customKinds,
  customTypeInput,
  isKnownCurrency,
  optionsFrom,
  problemsOf,
} from './custom-field-input'
import { defineCommand } from './define-command'
import { lockCustomFields } from './lock-custom-fields'

/** A record stays readable, and its form fast, up to here. */
const mostFields = 60

export const addCustomField = defineCommand({
  name: 'add-custom-field',
  summary: 'Add a field of the agency’s own to the records of a collection',
  input: customDetails.extend(customKinds.shape).extend({
    appliesTo: z.string('Choose the records that get the field.'),
    type: customTypeInput,
  }),
  allow: { staff: 'settings.write' },
  run: async ({ input, ctx: { req, actor } }) => {
    const { appliesTo, type } = input
    if (!customisedCollections(req).includes(appliesTo))
      return refuseInput({ appliesTo: `Choose from: ${customisedCollections(req).join(', ')}.` })
    const fields = await lockCustomFields({ req, collection: appliesTo })
    const live = fields.filter(({ isRemoved }) => !isRemoved)
    if (live.length >= mostFields)
      return refuseState({
        code: 'too-many-fields',
        message: `These records have ${mostFields} fields already: remove one first.`,
      })
    const key = keyFor({ label: input.label, taken: fields.map((field) => field.key) })
    const problems = problemsOf({
      req,
      actor,
      fields,
      field: { appliesTo, key, type },
      details: input,
    })
    if (type === 'money' && !isKnownCurrency(input.currency))
      problems.currency = 'Choose the currency of the amounts, such as USD.'
    if (type === 'person' && !input.personKind) problems.personKind = 'Choose whom the field names.'
    if (Object.keys(problems).length > 0) return refuseInput(problems)
    const created = await req.payload.create({
      collection: 'field-definitions',
      data: {
        appliesTo,
        key,
        type,
        label: input.label,
        help: input.help || null,
        options: input.options ? optionsFrom({ before: [], wanted: input.options }) : null,
        currency: type === 'money' ? input.currency : null,
        personKind: type === 'person' ? input.personKind : null,
        isRequired: input.isRequired ?? false,
        requiredIn: input.requiredIn ?? [],
        showWhen: input.showWhen ?? null,
        readPermission: input.readPermission || null,
        writePermission: input.writePermission || null,
        isInList: input.isInList ?? false,
        position: Math.max(0, ...fields.map(({ position }) => position)) + 1,
        isRemoved: false,
      },
      req,
      overrideAccess: true,
      depth: 0,
    })
    forgetCustomFields()
    return ok({ customFieldId: created.id, key })
  },
})
