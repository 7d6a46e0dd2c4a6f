import type { Metadata } from 'next'

import { invoicesOfClient } from '#plugins/billing'
import { isOpenInvoice } from '#plugins/billing/domain'
import { formatDay } from '#plugins/kernel/domain'
import {
  ordersOfClient,
  scorecardsToGive,
  intakeForms,
  shortlistsOfClient,
  type ClientOrder,
} from '#plugins/pipeline'
import { employmentTypeLabels, jobOrderWorkflow } from '#plugins/pipeline/domain'
import { timesheetsOfClient } from '#plugins/timekeeping'
import { ButtonLink } from '#themes/base'
import { Card, EmptyState, FactList, PortalHead } from '#themes/portal'
import { PortalFrame } from '../portal-frame'
import { orderStateWords } from '../shared/order-state-words'
import { currentReader } from '../shared/reader'
import { clientVisit } from '../shared/signed-in'
import { statusOf } from '../shared/status'
import { waitingForClient } from './waiting'

export const metadata: Metadata = { title: 'Orders' }

/** What waits for the client's answer, then their orders and how far each is. */
const Page = async () => {
  const { req } = await clientVisit()
  const orders = await ordersOfClient({ req })
  const shortlists = await shortlistsOfClient({ req })
  const sheets = await timesheetsOfClient({ req })
  const invoices = await invoicesOfClient({ req })
  const forms = await intakeForms({ req })
  const { locale } = await currentReader()
  const waiting = waitingForClient({
    candidates: shortlists.reduce((sum, { waitingCount }) => sum + waitingCount, 0),
    sheets: sheets.filter(({ state }) => state === 'submitted').length,
    invoices: invoices.ok
      ? invoices.value.filter(({ kind, state }) => kind === 'invoice' && isOpenInvoice(state))
          .length
      : 0,
    scorecards: await scorecardsToGive({ req }),
    messages: orders.filter(({ messages }) => messages.unread > 0),
    overdue: invoices.ok ? invoices.value.filter(({ isOverdue }) => isOverdue).length : 0,
  })
  return (
    <PortalFrame current="/portal/client">
      <PortalHead title="Orders" lead="How your searches are going." />
      {waiting.length > 0 ? (
        <Card title="Waiting for you">
          <ul className="pw-actions">
            {waiting.map(({ href, label, isUrgent }) => (
              <li key={label}>
                <ButtonLink
                  href={href}
                  label={label}
                  look={isUrgent ? 'accent' : 'quiet'}
                  icon="arrow"
                />
              </li>
            ))}
          </ul>
        </Card>
      ) : null}
      {forms.length > 0 ? (
        <Card title="Ask for staff">
          <ul className="pw-actions">
            {forms.map(({ slug, name }) => (
              <li key={slug}>
                <ButtonLink
                  href={`/portal/client/request/${slug}`}
                  label={name}
                  look="quiet"
                  icon="arrow"
                />
              </li>
            ))}
          </ul>
        </Card>
      ) : null}
      {orders.length === 0 ? (
        <EmptyState
          title="No order yet"
          text="Tell us whom you need; a consultant answers the same working day."
          action={{ label: 'Request staff', href: '/request-staff' }}
        />
      ) : (
        orders.map((order) => <Order key={order.jobOrderId} order={order} locale={locale} />)
      )}
    </PortalFrame>
  )
}

const Order = ({ order, locale }: { order: ClientOrder; locale: string }) => (
  <Card
    title={order.title}
    meta={[order.ref, order.place, employmentTypeLabels[order.employmentType]]
      .filter(Boolean)
      .join(' · ')}
    status={statusOf({
      workflow: jobOrderWorkflow,
      state: order.state,
      words: orderStateWords,
    })}
  >
    <FactList
      layout="grid"
      facts={[
        { label: 'Filled', value: `${order.openings.filled} of ${order.openings.wanted}` },
        { label: 'In our review', value: String(order.candidates.inProgress) },
        { label: 'With you', value: String(order.candidates.withYou) },
        { label: 'Interviews', value: String(order.candidates.interview) },
        { label: 'Offers', value: String(order.candidates.offer) },
        ...(order.startsOn
          ? [{ label: 'Start', value: formatDay({ day: order.startsOn, locale }) }]
          : []),
        ...(order.recruiter
          ? [
              {
                label: 'Your recruiter',
                value: <a href={`mailto:${order.recruiter.email}`}>{order.recruiter.name}</a>,
              },
            ]
          : []),
      ]}
    />
    <p>
      <ButtonLink
        href={`/portal/orders/${order.jobOrderId}`}
        label={messagesWords(order.messages)}
        look={order.messages.unread > 0 ? 'accent' : 'quiet'}
      />
    </p>
  </Card>
)

const messagesWords = ({ count, unread }: ClientOrder['messages']): string => {
  if (unread > 0) return `${unread} new ${unread === 1 ? 'message' : 'messages'}`
  return count > 0 ? `Messages (${count})` : 'Write to us'
}

export default Page
