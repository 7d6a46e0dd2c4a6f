import { recordActions } from '#plugins/kernel/admin/server'
import { formatMoney, currencyCode } from '#plugins/kernel/domain'
import { isReceived } from '#plugins/payments/domain'
import { openInvoicesFor } from '../queries/open-invoices-for'

/** What is left of a payment, put on an invoice that waits for money. */
export const SettleActions = recordActions({
  collection: 'payments',
  actionsFor: async ({ record, id, payload, locale }) => {
    if (!isReceived(record.state)) return []
    const { invoices, leftMinor } = await openInvoicesFor({ payload, paymentId: id })
    if (leftMinor <= 0) return []
    const currency = currencyCode.parse(record.currency)
    const told = (amountMinor: number) => formatMoney({ amount: { amountMinor, currency }, locale })
    return [
      {
        command: 'allocate-payment',
        label: 'Settle an invoice…',
        input: { paymentId: id },
        text:
          invoices.length > 0
            ? `${told(leftMinor)} is on no invoice yet. What does not fit stays on the payment.`
            : `${told(leftMinor)} is on no invoice, and no invoice in ${currency} is open.`,
        fields: [
          {
            name: 'invoiceId',
            label: 'Invoice',
            type: 'select',
            isRequired: true,
            options: invoices.map(({ clientName, invoiceId, number, openMinor }) => ({
              value: invoiceId,
              label: `${number} · ${told(openMinor)} open · ${clientName}`,
            })),
          },
        ],
        tone: 'primary',
        done: 'Settled.',
      },
    ]
  },
})
