import type { PayloadRequest } from 'payload'
import { z } from 'zod'

import { sqlOf, wholeNumber } from '#plugins/kernel'
import { isUuid } from '#plugins/kernel/domain'

const receivedRow = z
  .object({
    id: z.string(),
    amount_minor: wholeNumber,
    currency: z.string(),
    client_id: z.string().nullable(),
    subject_kind: z.string().nullable(),
    subject_id: z.string().nullable(),
  })
  .transform((row) => ({
    paymentId: row.id,
    amountMinor: row.amount_minor,
    currency: row.currency,
    clientId: row.client_id,
    subject:
      row.subject_kind && row.subject_id ? { kind: row.subject_kind, id: row.subject_id } : null,
  }))

export type ReceivedPayment = z.output<typeof receivedRow>

/**
 * A payment whose money is here, locked until the end of the transaction; null when there is none or
 * the money has not arrived. For commands and reactions, which have checked the right.
 */
export const lockReceivedPayment = async ({
  req,
  paymentId,
}: {
  req: PayloadRequest
  paymentId: string
}): Promise<ReceivedPayment | null> =>
  isUuid(paymentId)
    ? await sqlOf(req).first({
        schema: receivedRow,
        text: `select id, amount_minor, currency, client_id, subject_kind, subject_id
          from payments where id = $1 and state = 'succeeded' for update`,
        values: [paymentId],
      })
    : null
