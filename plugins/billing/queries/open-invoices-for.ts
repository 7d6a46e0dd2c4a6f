import type { Payload } from 'payload'
import { z } from 'zod'

import { sqlOutside, wholeNumber } from '#plugins/kernel'
import { openInvoiceStates } from '../domain'

const openRow = z
  .object({
    id: z.string(),
    number: z.string(),
    client_name: z.string(),
    open_minor: wholeNumber,
  })
  .transform((row) => ({
    invoiceId: row.id,
    number: row.number,
    clientName: row.client_name,
    openMinor: row.open_minor,
  }))

/**
 * What is left of a payment and the invoices it may settle: open, in its currency, of its client
 * (of every client when it names none), the oldest first. The caller has checked the right.
 */
export const openInvoicesFor = async ({
  payload,
  paymentId,
}: {
  payload: Payload
  paymentId: string
}): Promise<{ leftMinor: number; invoices: z.output<typeof openRow>[] }> => {
  const sql = sqlOutside(payload)
  const payment = await sql.first({
    schema: z.object({
      left_minor: wholeNumber,
      currency: z.string(),
      client_id: z.string().nullable(),
    }),
    text: 'select left_minor, currency, client_id from payments_left where id = $1',
    values: [paymentId],
  })
  if (!payment || payment.left_minor <= 0) return { leftMinor: 0, invoices: [] }
  const invoices = await sql.rows({
    schema: openRow,
    text: `select i.id, i.number, c.name as client_name, i.gross_minor - i.paid_minor as open_minor
      from invoices i join client_corporations c on c.id = i.client_id
      where i.kind = 'invoice' and i.state = any($1) and i.currency = $2
        and ($3::uuid is null or i.client_id = $3)
      order by i.due_on, i.number limit 200`,
    values: [openInvoiceStates, payment.currency, payment.client_id],
  })
  return { leftMinor: payment.left_minor, invoices }
}
