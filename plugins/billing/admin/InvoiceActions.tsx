import { recordActions } from '#plugins/kernel/admin/server'
import { currencyCode, formatMoney, minorDigitsOf, money } from '#plugins/kernel/domain'
import { isCreditable, isOpenInvoice, isPublishedInvoice } from '../domain'
import { recipientOf } from '../queries/recipient'

export const InvoiceActions = recordActions({
  collection: 'invoices',
  actionsFor: async ({ record, id, payload, user, locale }) => {
    const input = { invoiceId: id }
    const isReceivable = isOpenInvoice(record.state) && record.kind === 'invoice'
    const documentId =
      record.document && typeof record.document === 'object' ? record.document.id : record.document
    const paper = documentId
      ? await payload.findByID({
          collection: 'documents',
          id: documentId,
          depth: 0,
          user: user ?? null,
          overrideAccess: false,
          disableErrors: true,
        })
      : null
    const recipient = await recipientOf({ req: { payload }, invoice: record })
    return [
      record.state === 'draft' && {
        command: 'issue-invoice',
        label: 'Issue…',
        input,
        text: recipient
          ? `It gets its number, is sent to ${recipient} and can never be changed. Only a credit note corrects it.`
          : 'Nobody to send it to: add a billing e-mail to the client. It gets its number and can never be changed.',
        tone: 'primary',
        done: 'Issued.',
      },
      isReceivable && {
        command: 'record-payment',
        label: 'Record payment…',
        input,
        text: `Open: ${formatMoney({
          amount: money({
            amountMinor: record.grossMinor - record.paidMinor,
            currency: currencyCode.parse(record.currency),
          }),
          locale,
        })}. Parts are booked as parts.`,
        fields: [
          {
            name: 'amountMinor',
            label: 'Amount',
            type: 'amount',
            scale: minorDigitsOf(record.currency),
            unit: record.currency,
            isRequired: true,
            value: record.grossMinor - record.paidMinor,
          },
          { name: 'receivedOn', label: 'Received on', type: 'day', isRequired: true },
          {
            name: 'provider',
            label: 'Came by',
            type: 'select',
            isRequired: true,
            options: [
              { value: 'bank', label: 'Bank transfer' },
              { value: 'cash', label: 'Cash' },
              { value: 'other', label: 'Other' },
            ],
          },
          { name: 'reference', label: 'Reference of the payer', type: 'text' },
          {
            name: 'isSurplusKept',
            label: 'More than is open: the rest stays with the client',
            type: 'checkbox',
          },
        ],
        tone: 'primary',
        done: 'Booked.',
      },
      paper?.url ? { label: 'Open PDF', href: paper.url, isNewTab: true } : null,
      Boolean(documentId) &&
        isPublishedInvoice(record.state) && {
          command: 'send-invoice',
          label: 'Send again…',
          input,
          text: recipient
            ? `The PDF goes to ${recipient} once more.`
            : 'Nobody to send it to: add a billing e-mail to the client first.',
          done: 'Sent.',
        },
      record.kind === 'invoice' &&
        isCreditable(record.state) && {
          command: 'credit-invoice',
          label: 'Credit…',
          input,
          text: 'Issues a credit note over the whole invoice; its hours can be invoiced again. What was paid stays with the client for another invoice.',
          fields: [
            {
              name: 'reason',
              label: 'Reason (printed on the credit note)',
              type: 'textarea',
              isRequired: true,
            },
            {
              name: 'internalNote',
              label: 'Internal note',
              type: 'textarea',
              description: 'Shown in the timeline, never to the client.',
            },
          ],
          tone: 'danger',
          done: 'Credited.',
        },
      record.state === 'draft' && {
        command: 'void-draft-invoice',
        label: 'Drop draft…',
        input,
        text: 'Its hours can be invoiced again.',
        tone: 'danger',
        done: 'Dropped.',
      },
    ]
  },
})
