import { ValidationError, type CollectionBeforeValidateHook } from 'payload'
import { z } from 'zod'

import { sqlOf, takeTurn } from '#plugins/kernel'

/** Two companies with one prefix would print the same invoice number twice. */
export const guardInvoicePrefix: CollectionBeforeValidateHook = async ({
  collection,
  data,
  originalDoc,
  req,
}) => {
  const prefix: unknown = data?.invoicePrefix
  if (typeof prefix !== 'string' || prefix === originalDoc?.invoicePrefix) return data
  // The index would refuse the second of two at once, but not in words.
  await takeTurn({ req, name: 'invoice-prefix' })
  const other = await sqlOf(req).first({
    schema: z.object({ name: z.string() }),
    text: `select name from legal_entities
      where invoice_prefix = $1 and ($2::uuid is null or id <> $2) limit 1`,
    values: [prefix, originalDoc?.id ?? null],
  })
  if (!other) return data
  throw new ValidationError({
    collection: collection.slug,
    errors: [
      {
        path: 'invoicePrefix',
        message: `${other.name} numbers its invoices with ${prefix} already. Choose another prefix.`,
      },
    ],
  })
}
