import type { Metadata } from 'next'
import { notFound } from 'next/navigation'

import { invoiceForClient, type InvoiceForClient } from '#plugins/billing'
import { formatMoney, isUuid, money } from '#plugins/kernel/domain'
import { ButtonLink, Notice } from '#themes/base'
import { FactList, InvoicePaper } from '#themes/portal'
import { becomeActorFor, currentVisit } from '../../../../shared/visit'
import { PortalFrame } from '../../portal-frame'
import { LookAgain } from '../../shared/LookAgain'
import { currentReader } from '../../shared/reader'
import { payInvoiceByCard } from './actions'
import { invoiceView } from './invoice-view'
import { PayForm } from './PayForm'
import { paymentNotice } from './payment-notice'

export const metadata: Metadata = { title: 'Invoice' }

/** An invoice for its client: to read, to keep as a PDF, to pay. Coming back from paying books nothing. */
const Page = async ({
  params,
  searchParams,
}: {
  params: Promise<{ id: string }>
  searchParams: Promise<{ payment?: string | string[] }>
}) => {
  const { id } = await params
  if (!isUuid(id)) notFound()
  const visit = await currentVisit()
  await becomeActorFor({
    visit,
    purpose: 'invoice.pay',
    subject: { kind: 'invoice', id },
    isReading: true,
  })
  const found = await invoiceForClient({ req: visit.req, invoiceId: id })
  if (!found.ok) notFound()
  const invoice = found.value
  const { locale } = await currentReader()
  const { payment } = await searchParams
  const notice = paymentNotice({ invoice, cameBack: payment === 'done' })
  return (
    <PortalFrame current="/portal/client/invoices">
      {notice ? (
        <Notice tone={notice.tone} title={notice.title}>
          <p>{notice.text}</p>
        </Notice>
      ) : null}
      {notice?.isWaiting ? (
        <>
          <LookAgain />
          <noscript>
            <ButtonLink
              href={`/portal/invoices/${id}?payment=done`}
              label="Look again"
              look="quiet"
            />
          </noscript>
        </>
      ) : null}
      <InvoicePaper
        {...invoiceView({ invoice, locale })}
        payment={
          <>
            {invoice.isOpen && !notice?.isWaiting ? (
              <PayForm
                action={payInvoiceByCard.bind(null, id)}
                label={payLabel({ invoice, locale })}
              />
            ) : null}
            {invoice.isOpen && invoice.seller ? <ByTransfer invoice={invoice} /> : null}
            {invoice.documentId ? (
              <ButtonLink
                href={`/portal/documents/${invoice.documentId}?invoice=${id}`}
                label="Download as PDF"
                look="quiet"
                icon="file"
              />
            ) : null}
          </>
        }
      />
    </PortalFrame>
  )
}

const payLabel = ({ invoice, locale }: { invoice: InvoiceForClient; locale: string }): string =>
  `Pay ${formatMoney({
    amount: money({ amountMinor: invoice.openMinor, currency: invoice.currency }),
    locale,
  })} by card`

const ByTransfer = ({ invoice: { seller, number } }: { invoice: InvoiceForClient }) =>
  seller && seller.bank.lines.length > 0 ? (
    <details className="pw-fold">
      <summary>Pay by bank transfer</summary>
      <FactList
        facts={[
          { label: 'Account holder', value: seller.bank.accountName },
          { label: 'Bank', value: seller.bank.bankName },
          ...seller.bank.lines,
          { label: 'Reference', value: number },
        ].filter(({ value }) => value !== '')}
      />
    </details>
  ) : null

export default Page
