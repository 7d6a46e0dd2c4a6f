import type { Metadata } from 'next'
import { notFound } from 'next/navigation'

import { invoicesOfClient } from '#plugins/billing'
import { currencyCode, formatDay, formatMoney, money } from '#plugins/kernel/domain'
import { StatusPill } from '#themes/base'
import { DataTable, EmptyState, PortalHead } from '#themes/portal'
import { invoiceStatus } from '../../invoices/[id]/invoice-status'
import { PortalFrame } from '../../portal-frame'
import { currentReader } from '../../shared/reader'
import { clientVisit } from '../../shared/signed-in'
import { isCreditedInvoice } from '#plugins/billing/domain'

export const metadata: Metadata = { title: 'Invoices' }

const Page = async () => {
  const { req } = await clientVisit()
  const found = await invoicesOfClient({ req })
  if (!found.ok) notFound()
  const { locale } = await currentReader()
  return (
    <PortalFrame current="/portal/client/invoices">
      <PortalHead title="Invoices" lead="Open one to read it, keep it as a PDF or pay it." />
      {found.value.length === 0 ? (
        <EmptyState
          title="No invoice yet"
          text="They appear here when they are issued, and come by e-mail."
        />
      ) : (
        <DataTable
          caption="Invoices, the newest first"
          isCaptionHidden
          columns={[
            { key: 'number', label: 'Number' },
            { key: 'issued', label: 'Issued' },
            { key: 'due', label: 'Due' },
            { key: 'total', label: 'Total', isFigure: true },
            { key: 'open', label: 'Open', isFigure: true },
            { key: 'status', label: 'State' },
          ]}
          rows={found.value.map((invoice) => {
            const currency = currencyCode.parse(invoice.currency)
            const amount = (amountMinor: number) =>
              formatMoney({ amount: money({ amountMinor, currency }), locale })
            const isOwed = invoice.kind === 'invoice' && !isCreditedInvoice(invoice.state)
            return {
              id: invoice.invoiceId,
              href: `/portal/invoices/${invoice.invoiceId}`,
              cells: {
                number: invoice.number ?? 'Invoice',
                issued: invoice.issueOn ? formatDay({ day: invoice.issueOn, locale }) : '–',
                due:
                  invoice.kind === 'invoice' && invoice.dueOn
                    ? formatDay({ day: invoice.dueOn, locale })
                    : '–',
                total: amount(invoice.grossMinor),
                open: isOwed ? amount(invoice.grossMinor - invoice.paidMinor) : '–',
                status: <StatusPill {...invoiceStatus(invoice)} />,
              },
            }
          })}
        />
      )}
    </PortalFrame>
  )
}

export default Page
