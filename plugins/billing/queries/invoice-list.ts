import type { PayloadRequest } from 'payload'
import { z } from 'zod'

import { actorOf, sqlOf, wholeNumber } from '#plugins/kernel'
import { can, isUuid, ok, refuseMissing, refuseRight, type Result } from '#plugins/kernel/domain'
import { isOverdue, openInvoiceStates, publishedInvoiceStates } from '../domain'

const summaryRow = z
  .object({
    id: z.string(),
    number: z.string().nullable(),
    kind: z.enum(['invoice', 'credit-note']),
    state: z.string(),
    client_id: z.string(),
    client_name: z.string(),
    issue_on: z.string().nullable(),
    due_on: z.string().nullable(),
    currency: z.string(),
    gross_minor: wholeNumber,
    paid_minor: wholeNumber,
    document_id: z.string().nullable(),
    today: z.string(),
  })
  .transform((row) => ({
    invoiceId: row.id,
    number: row.number,
    kind: row.kind,
    state: row.state,
    clientId: row.client_id,
    clientName: row.client_name,
    issueOn: row.issue_on,
    dueOn: row.due_on,
    isOverdue:
      row.kind === 'invoice' &&
      isOverdue({ state: row.state, dueOn: row.due_on, today: row.today }),
    currency: row.currency,
    grossMinor: row.gross_minor,
    paidMinor: row.paid_minor,
    documentId: row.document_id,
  }))

export type InvoiceSummary = z.output<typeof summaryRow>

/** Invoices for staff, the newest first. */
export const invoiceList = async ({
  req,
  clientId = null,
  onlyOpen = false,
  onlyOverdue = false,
  limit = 100,
}: {
  req: PayloadRequest
  clientId?: string | null
  onlyOpen?: boolean
  onlyOverdue?: boolean
  limit?: number
}): Promise<Result<InvoiceSummary[]>> => {
  if (!can({ actor: actorOf(req), permission: 'invoices.read' })) return refuseRight()
  if (clientId !== null && !isUuid(clientId)) return refuseMissing('client')
  return ok(
    await summaries({
      req,
      clientId,
      states: onlyOpen || onlyOverdue ? openInvoiceStates : null,
      onlyOverdue,
      limit,
    }),
  )
}

/** A signed-in client's own issued invoices and credit notes, the newest first. */
export const invoicesOfClient = async ({
  req,
}: {
  req: PayloadRequest
}): Promise<Result<InvoiceSummary[]>> => {
  const actor = actorOf(req)
  if (actor.kind !== 'portal' || !actor.contactId || !actor.clientId) return refuseMissing('page')
  return ok(
    await summaries({
      req,
      clientId: actor.clientId,
      states: publishedInvoiceStates,
      onlyOverdue: false,
      limit: 200,
    }),
  )
}

const summaries = async ({
  req,
  clientId,
  states,
  onlyOverdue,
  limit,
}: {
  req: PayloadRequest
  clientId: string | null
  states: readonly string[] | null
  onlyOverdue: boolean
  limit: number
}): Promise<InvoiceSummary[]> =>
  await sqlOf(req).rows({
    schema: summaryRow,
    text: `select i.id, i.number, i.kind, i.state, i.client_id, c.name as client_name, i.issue_on,
        i.due_on, i.currency, i.gross_minor, i.paid_minor, i.document_id,
        to_char(now() at time zone e.zone, 'YYYY-MM-DD') as today
      from invoices i join client_corporations c on c.id = i.client_id
        join legal_entities e on e.id = i.legal_entity_id
      where ($1::uuid is null or i.client_id = $1)
        and ($2::text[] is null or i.state = any($2))
        and (not $3::boolean or (i.kind = 'invoice'
          and i.due_on < to_char(now() at time zone e.zone, 'YYYY-MM-DD')))
      order by i.issued_at desc nulls first, i.created_at desc limit $4`,
    values: [clientId, states, onlyOverdue, limit],
  })
