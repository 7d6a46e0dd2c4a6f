import type { PayloadRequest } from 'payload'

import { defineReaction } from '#plugins/kernel'
import { currencyCode, formatDay, formatMoney } from '#plugins/kernel/domain'
import { tellReader } from '../commands/tell-reader'
import { englishFor } from '../domain'
import type { NotificationsOptions } from '../options'
import { idOf, readRecord } from '../queries/read-record'
import { contactReader, type Reader } from '../queries/readers'

const name = 'mail-invoice'

type Invoice = NonNullable<Awaited<ReturnType<typeof readRecord<'invoices'>>>>

/** An invoice or credit note leaves as soon as its PDF is there, with the page on which to pay. */
export const sendInvoice = ({ agencyName }: NotificationsOptions) =>
  defineReaction({
    name,
    on: ['invoice.printed', 'invoice.sent-again'],
    run: async ({ req, event }) => {
      const invoice = await readRecord({ req, collection: 'invoices', id: event.subject.id })
      const documentId = idOf(invoice?.document)
      const to = invoice && (await payerOf({ req, invoice }))
      if (!invoice || !to || !documentId) return
      const { locale } = to
      const isCredit = invoice.kind === 'credit-note'
      const currency = currencyCode.parse(invoice.currency)
      const total = formatMoney({
        amount: { amountMinor: Math.abs(invoice.grossMinor), currency },
        locale,
      })
      const number = invoice.number ?? ''
      await tellReader({
        req,
        cause: `${name}:${event.id}`,
        agencyName,
        letter: {
          to,
          message: {
            kind: isCredit ? 'credit-note.sent' : 'invoice.sent',
            values: { 'invoice.number': number, 'invoice.total': total },
          },
          blocks: [
            {
              kind: 'facts',
              facts: [
                { label: isCredit ? 'Credited' : 'Amount', value: total },
                ...(invoice.dueOn && !isCredit
                  ? [{ label: 'Due', value: formatDay({ day: invoice.dueOn, locale }) }]
                  : []),
                ...(invoice.purchaseOrder
                  ? [{ label: 'Your order number', value: invoice.purchaseOrder }]
                  : []),
              ],
            },
          ],
          ...(isCredit ? {} : { button: 0 }),
          links: isCredit
            ? []
            : [
                {
                  kind: 'access',
                  purpose: 'invoice.pay',
                  subject: event.subject,
                  person: to.person,
                },
              ],
          attachments: [{ kind: 'document', documentId, filename: `${number}.pdf` }],
          about: event.subject,
          isOwed: true,
        },
      })
    },
  })

const receiptName = 'mail-receipt'

/** Money that arrived for an invoice is acknowledged to whoever got the invoice. */
export const sendReceipt = ({ agencyName }: NotificationsOptions) =>
  defineReaction({
    name: receiptName,
    on: ['payment.succeeded'],
    run: async ({ req, event }) => {
      const payment = await readRecord({ req, collection: 'payments', id: event.subject.id })
      if (payment?.subjectKind !== 'invoice') return
      const invoice = await readRecord({ req, collection: 'invoices', id: payment.subjectId })
      const to = invoice && (await payerOf({ req, invoice }))
      if (!invoice || !to) return
      const amount = formatMoney({
        amount: {
          amountMinor: payment.amountMinor,
          currency: currencyCode.parse(payment.currency),
        },
        locale: to.locale,
      })
      await tellReader({
        req,
        cause: `${receiptName}:${event.id}`,
        agencyName,
        letter: {
          to,
          message: {
            kind: 'receipt.sent',
            values: { 'invoice.number': invoice.number, 'payment.amount': amount },
          },
          blocks: [
            {
              kind: 'facts',
              facts: [
                { label: 'Amount', value: amount },
                ...(payment.receivedOn
                  ? [
                      {
                        label: 'Received',
                        value: formatDay({ day: payment.receivedOn, locale: to.locale }),
                      },
                    ]
                  : []),
                { label: 'Receipt', value: payment.ref ?? '' },
                ...(payment.reference
                  ? [{ label: 'Your reference', value: payment.reference }]
                  : []),
              ],
            },
          ],
          about: event.subject,
          isOwed: true,
        },
      })
    },
  })

/** The contact on the invoice; else the billing address of the company. */
const payerOf = async ({
  req,
  invoice,
}: {
  req: PayloadRequest
  invoice: Invoice
}): Promise<Reader | null> => {
  const contact = await contactReader({ req, id: invoice.contact })
  const client = await readRecord({ req, collection: 'client-corporations', id: invoice.client })
  const email = invoice.email ?? contact?.email ?? client?.billingEmail ?? client?.email
  if (!email) return null
  if (contact) return { ...contact, email }
  return {
    key: `client:${client?.id ?? invoice.id}`,
    person: null,
    name: client?.name ?? '',
    firstName: '',
    email,
    locale: englishFor(client?.billingAddress?.country),
    zone: 'UTC',
    isSilenced: false,
  }
}
