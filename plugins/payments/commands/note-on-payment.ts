import type { PayloadRequest } from 'payload'
import { z } from 'zod'

import { publish, sqlOf } from '#plugins/kernel'
import { type PaymentNotice, withNotice } from '../domain'

/**
 * Writes what a payment service told about a booked payment beside it, for a person, in the caller's
 * transaction. Returns the payment's id; null when the books have no such payment.
 */
export const noteOnPayment = async ({
  req,
  provider,
  notice,
}: {
  req: PayloadRequest
  provider: string
  notice: PaymentNotice
}): Promise<string | null> => {
  const payment = await sqlOf(req).first({
    schema: z.object({
      id: z.string(),
      notice: z.string().nullable(),
      client_id: z.string().nullable(),
    }),
    text: `select id, notice, client_id from payments
      where provider = $1 and provider_ref = $2 for update`,
    values: [provider, notice.paymentRef],
  })
  if (!payment) return null
  const text = withNotice({ known: payment.notice, text: notice.text })
  await sqlOf(req).run({
    text: `update payments set notice = $2, noticed_at = coalesce(noticed_at, now()), updated_at = now()
      where id = $1`,
    values: [payment.id, text],
  })
  await publish({
    req,
    event: {
      name: notice.event,
      subject: { kind: 'payment', id: payment.id },
      clientId: payment.client_id,
      reason: notice.text,
      ballIn: 'agency',
    },
  })
  return payment.id
}
