import type { InvoiceForClient } from '#plugins/billing'
import {
  formatBasisPoints,
  formatDay,
  formatMinutes,
  formatMoney,
  formatRate,
  formatRatio,
  money,
} from '#plugins/kernel/domain'
import type { InvoicePaperProps } from '#themes/portal'
import { invoiceStatus } from './invoice-status'

/** The invoice as a page shows it: every figure comes from the invoice, nothing is reckoned here. */
export const invoiceView = ({
  invoice,
  locale,
}: {
  invoice: InvoiceForClient
  locale: string
}): InvoicePaperProps => {
  const { currency } = invoice
  const amount = (amountMinor: number) =>
    formatMoney({ amount: money({ amountMinor, currency }), locale })
  const isCredit = invoice.kind === 'credit-note'
  return {
    kind: isCredit ? 'Credit note' : 'Invoice',
    number: invoice.number,
    status: invoiceStatus(invoice),
    from: { name: invoice.seller?.name ?? '', lines: invoice.seller?.lines ?? [] },
    to: { name: invoice.buyer?.name ?? '', lines: invoice.buyer?.lines ?? [] },
    facts: factsOf({ invoice, locale }),
    lines: invoice.lines.map((line, position) => ({
      id: String(position),
      description: line.description,
      ...(line.detail ? { detail: line.detail } : {}),
      ...quantityOf({ line, currency, locale }),
      amount: amount(line.netMinor),
    })),
    totals: [
      { label: 'Total before tax', amount: amount(invoice.netMinor) },
      ...invoice.taxes
        .filter(({ rateBp }) => rateBp > 0)
        .map(({ rateBp, basisMinor, taxMinor }) => ({
          label: `${taxWord(invoice)} ${formatBasisPoints({ basisPoints: rateBp, locale })} on ${amount(basisMinor)}`,
          amount: amount(taxMinor),
        })),
      { label: 'Total', amount: amount(invoice.grossMinor), isMain: invoice.paidMinor === 0 },
      ...(invoice.paidMinor === 0
        ? []
        : [
            { label: 'Paid', amount: amount(-invoice.paidMinor) },
            {
              label: 'Still open',
              amount: amount(invoice.grossMinor - invoice.paidMinor),
              isMain: true,
            },
          ]),
    ],
    notes: invoice.note ? [invoice.note] : [],
  }
}

type Line = InvoiceForClient['lines'][number]

const quantityOf = ({
  line: { quantity },
  currency,
  locale,
}: {
  line: Line
  currency: InvoiceForClient['currency']
  locale: string
}): { quantity: string; unitPrice: string } => {
  if (quantity.unit === 'piece')
    return {
      quantity: new Intl.NumberFormat(locale, { maximumFractionDigits: 4 }).format(
        quantity.quantityE4 / 10_000,
      ),
      unitPrice: formatRate({ rateE4: quantity.priceE4, currency, locale }),
    }
  const rate = formatRate({ rateE4: quantity.rateE4, currency, locale })
  const isPremium = quantity.ratio.num !== quantity.ratio.den
  return {
    quantity: `${formatMinutes(quantity.minutes)} h`,
    unitPrice: isPremium ? `${rate} × ${formatRatio({ ratio: quantity.ratio, locale })}` : rate,
  }
}

const factsOf = ({ invoice, locale }: { invoice: InvoiceForClient; locale: string }) => {
  const day = (value: string) => formatDay({ day: value, locale })
  return [
    { label: 'Issued', value: invoice.issueOn ? day(invoice.issueOn) : null },
    {
      label: 'Due',
      value: invoice.kind === 'invoice' && invoice.dueOn ? day(invoice.dueOn) : null,
    },
    {
      label: 'Service period',
      value:
        invoice.serviceFromOn && invoice.serviceUntilOn
          ? `${day(invoice.serviceFromOn)} – ${day(invoice.serviceUntilOn)}`
          : null,
    },
    { label: 'Corrects', value: invoice.corrects },
    { label: 'Purchase order', value: invoice.purchaseOrder },
  ].filter((fact) => fact.value !== null)
}

const taxWord = ({ seller }: InvoiceForClient): string =>
  seller?.country === 'US' ? 'Sales tax' : 'VAT'
