import type { PayloadRequest } from 'payload'
import { z } from 'zod'

import { storeDocument } from '#plugins/crm'
import { defineJob, publish, registryOf, sqlOf } from '#plugins/kernel'
import { idOf } from '#plugins/placements/domain'
import { invoicePayPurpose } from '../commands/pay-invoice'
import { isPublishedInvoice } from '../domain'
import type { BillingOptions } from '../options'
import { invoicePaper } from '../queries/invoice-paper'

export const renderInvoiceQueue = 'render-invoice-pdf'

/**
 * Prints an issued invoice and keeps the PDF with its SHA-256. Reads, prints and stores in three
 * steps: printing holds no transaction. Done twice, the paper is the same and stored once.
 */
export const renderInvoicePdfJob = ({ siteUrl }: Pick<BillingOptions, 'siteUrl'>) =>
  defineJob({
    name: renderInvoiceQueue,
    input: z.object({ invoiceId: z.string() }),
    leaseSeconds: 120,
    retryLimit: 8,
    retryDelaySeconds: 5,
    run: async ({ input: { invoiceId }, attempt: { payload, transaction } }) => {
      const path = registryOf(payload).links.get(invoicePayPurpose)?.path({
        kind: 'invoice',
        id: invoiceId,
      })
      const paper = await transaction(async ({ req }) =>
        (await isPrinted({ req, invoiceId }))
          ? null
          : await invoicePaper({
              req,
              invoiceId,
              paymentUrl: path ? new URL(path, siteUrl).href : null,
            }),
      )
      if (!paper) return
      // Heavy, and only ever needed here.
      const { renderInvoicePdf } = await import('../pdf/invoice-pdf')
      const bytes = Buffer.from(await renderInvoicePdf(paper))
      await transaction(
        async ({ req }) => {
          if (await isPrinted({ req, invoiceId, lock: true })) return
          await keepPdf({ req, invoiceId, bytes, number: paper.number })
        },
        { completing: true },
      )
    },
  })

const isPrinted = async ({
  req,
  invoiceId,
  lock = false,
}: {
  req: PayloadRequest
  invoiceId: string
  lock?: boolean
}): Promise<boolean> => {
  const row = await sqlOf(req).first({
    schema: z.object({ state: z.string(), document_id: z.string().nullable() }),
    text: `select state, document_id from invoices where id = $1 ${lock ? 'for update' : ''}`,
    values: [invoiceId],
  })
  if (!row || !isPublishedInvoice(row.state))
    throw new Error(`The invoice ${invoiceId} is not issued.`)
  return row.document_id !== null
}

const keepPdf = async ({
  req,
  invoiceId,
  bytes,
  number,
}: {
  req: PayloadRequest
  invoiceId: string
  bytes: Buffer
  number: string
}): Promise<void> => {
  const invoice = await req.payload.findByID({
    collection: 'invoices',
    id: invoiceId,
    depth: 0,
    req,
    overrideAccess: true,
  })
  const clientId = idOf(invoice.client)
  const stored = await storeDocument({
    req,
    file: { bytes, filename: `${number}.pdf` },
    kind: 'invoice',
    title: number,
    clientId,
    subject: { kind: 'invoice', id: invoiceId },
  })
  if (!stored.ok) throw new Error(stored.failure.message)
  const { documentId, sha256 } = stored.value
  await sqlOf(req).run({
    text: `update invoices set document_id = $2, document_hash = $3, updated_at = now()
      where id = $1`,
    values: [invoiceId, documentId, sha256],
  })
  await publish({
    req,
    event: {
      name: 'invoice.printed',
      subject: { kind: 'invoice', id: invoiceId },
      clientId,
      orderId: idOf(invoice.jobOrder),
      changes: { documentHash: [null, sha256] },
    },
  })
}
