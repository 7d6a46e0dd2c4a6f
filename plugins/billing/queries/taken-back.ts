import type { PayloadRequest } from 'payload'
import { z } from 'zod'

import { sqlOf } from '#plugins/kernel'

/** Whether hours that an invoice holds were taken back by lines that no live invoice holds. */
export const hasHoursTakenBack = async ({
  req,
  invoiceId,
}: {
  req: PayloadRequest
  invoiceId: string
}): Promise<boolean> =>
  (await sqlOf(req).first({
    schema: z.object({ id: z.string() }),
    text: `select r.id from invoice_claims c join bill_lines r on r.reversal_of_id = c.bill_line_id
      where c.invoice_id = $1 and c.released_at is null and not exists (
        select from invoice_claims held where held.bill_line_id = r.id and held.released_at is null)
      limit 1`,
    values: [invoiceId],
  })) !== null

/** The numbers of the issued invoices that hold what these bill lines take back. */
export const invoicesTakenBackBy = async ({
  req,
  billLineIds,
}: {
  req: PayloadRequest
  billLineIds: readonly string[]
}): Promise<string[]> =>
  (
    await sqlOf(req).rows({
      schema: z.object({ number: z.string() }),
      text: `select distinct i.number from bill_lines r
          join invoice_claims c on c.bill_line_id = r.reversal_of_id and c.released_at is null
          join invoices i on i.id = c.invoice_id
        where r.id = any($1) and i.number is not null order by i.number`,
      values: [billLineIds],
    })
  ).map(({ number }) => number)
