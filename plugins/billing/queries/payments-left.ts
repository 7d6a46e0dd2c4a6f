import type { PayloadRequest } from 'payload'
import { z } from 'zod'

import { actorOf, sqlOf, wholeNumber } from '#plugins/kernel'
import { can, ok, refuseRight, type Result } from '#plugins/kernel/domain'

const leftRow = z
  .object({
    id: z.string(),
    ref: z.string(),
    client_id: z.string().nullable(),
    currency: z.string(),
    amount_minor: wholeNumber,
    left_minor: wholeNumber,
  })
  .transform((row) => ({
    paymentId: row.id,
    ref: row.ref,
    clientId: row.client_id,
    currency: row.currency,
    amountMinor: row.amount_minor,
    leftMinor: row.left_minor,
  }))

export type PaymentLeft = z.output<typeof leftRow>

/** Received money that is on no invoice, or not wholly: unapplied cash, for staff. */
export const paymentsLeft = async ({
  req,
}: {
  req: PayloadRequest
}): Promise<Result<PaymentLeft[]>> => {
  if (!can({ actor: actorOf(req), permission: 'invoices.read' })) return refuseRight()
  return ok(
    await sqlOf(req).rows({
      schema: leftRow,
      text: `select id, ref, client_id, currency, amount_minor, left_minor from payments_left
        where left_minor > 0 order by ref`,
    }),
  )
}
