import { APIError, type CollectionBeforeChangeHook } from 'payload'

import { stateFrom } from '#plugins/kernel/domain'
import { invoiceWorkflow } from '../domain'

/** Nobody edits an invoice that has left the house. The database refuses it too; this says it kindly. */
export const guardIssued: CollectionBeforeChangeHook = ({ data, operation, originalDoc, req }) => {
  if (operation === 'create' || req.context.command !== undefined) return data
  const state = stateFrom({ workflow: invoiceWorkflow, value: originalDoc?.state })
  if (state === 'draft' || req.payloadAPI !== 'REST') return data
  throw new APIError(
    'An issued invoice cannot be changed. Credit it and issue a new one.',
    409,
    null,
    true,
  )
}
