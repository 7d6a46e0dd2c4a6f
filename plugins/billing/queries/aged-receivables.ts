import type { PayloadRequest } from 'payload'
import { z } from 'zod'

import { actorOf, sqlOf, wholeNumber } from '#plugins/kernel'
import {
  can,
  currencyCode,
  isDay,
  ok,
  refuseInput,
  refuseRight,
  type Day,
  type Result,
} from '#plugins/kernel/domain'
import { agingOf, type AgedInvoice, type AgingRow } from '../domain'

const agedRow = z.object({
  id: z.string(),
  client_id: z.string(),
  client_name: z.string(),
  currency: currencyCode,
  issue_on: z.string(),
  due_on: z.string(),
  gross_minor: wholeNumber,
  allocations: z.array(z.object({ on: z.string(), amountMinor: wholeNumber })),
})

export type ClientReceivables = { clientId: string; clientName: string; rows: AgingRow[] }

/**
 * What was owed at the end of a day by days past due, over all and per client: from the allocations
 * of that day, so that a past day never changes. A credit note settles its invoice on its date.
 */
export const agedReceivables = async ({
  req,
  asOf,
}: {
  req: PayloadRequest
  asOf: Day
}): Promise<Result<{ total: AgingRow[]; clients: ClientReceivables[] }>> => {
  if (!can({ actor: actorOf(req), permission: 'invoices.read' })) return refuseRight()
  if (!isDay(asOf)) return refuseInput({ asOf: 'Write the day as YYYY-MM-DD.' })
  const rows = await sqlOf(req).rows({
    schema: agedRow,
    text: `select i.id, i.client_id, c.name as client_name, i.currency, i.issue_on, i.due_on,
        i.gross_minor, coalesce(settled.allocations, '[]') as allocations
      from invoices i join client_corporations c on c.id = i.client_id
        join legal_entities e on e.id = i.legal_entity_id
        left join lateral (
          select jsonb_agg(jsonb_build_object('on', day, 'amountMinor', amount_minor)) as allocations
          from (
            select to_char(a.allocated_at at time zone e.zone, 'YYYY-MM-DD') as day, a.amount_minor
            from allocations a where a.invoice_id = i.id
            union all
            select n.issue_on, -n.gross_minor from invoices n
            where n.credit_of_id = i.id and n.number is not null
          ) entries
        ) settled on true
      where i.kind = 'invoice' and i.number is not null and i.issue_on <= $1
      order by c.name`,
    values: [asOf],
  })
  const clients = new Map(rows.map((row) => [row.client_id, row.client_name]))
  const agedOf = (members: typeof rows) => agingOf({ asOf, invoices: members.map(agedInvoice) })
  return ok({
    total: agedOf(rows),
    clients: [...clients]
      .map(([clientId, clientName]) => ({
        clientId,
        clientName,
        rows: agedOf(rows.filter((row) => row.client_id === clientId)),
      }))
      .filter((client) => client.rows.length > 0),
  })
}

const agedInvoice = (row: z.output<typeof agedRow>): AgedInvoice => ({
  invoiceId: row.id,
  currency: row.currency,
  issuedOn: row.issue_on,
  dueOn: row.due_on,
  grossMinor: row.gross_minor,
  allocations: row.allocations,
})
