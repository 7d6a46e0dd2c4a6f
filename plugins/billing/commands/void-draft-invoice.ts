import { z } from 'zod'

import { defineCommand, moveRecord } from '#plugins/kernel'
import { ok } from '#plugins/kernel/domain'
import { releaseClaims } from './write-draft'

/** Drops a draft; its hours and fees can be invoiced again. */
export const voidDraftInvoice = defineCommand({
  name: 'void-draft-invoice',
  summary: 'Drops a draft invoice and frees its hours for another one.',
  input: z.object({ invoiceId: z.uuid('Choose an invoice.') }),
  allow: { staff: 'invoices.write' },
  run: async ({ input: { invoiceId }, ctx: { req } }) => {
    const moved = await moveRecord({
      req,
      collection: 'invoices',
      id: invoiceId,
      to: 'void',
      what: 'invoice',
    })
    if (!moved.ok) return moved
    await releaseClaims({ req, invoiceId })
    return ok({ invoiceId })
  },
})
