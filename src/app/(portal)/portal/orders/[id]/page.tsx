import type { Metadata } from 'next'
import { notFound } from 'next/navigation'

import { formatInstant, isUuid } from '#plugins/kernel/domain'
import { conversationForClient } from '#plugins/pipeline'
import { conversationPurpose, jobOrderWorkflow } from '#plugins/pipeline/domain'
import { Card, EmptyState, PortalHead } from '#themes/portal'
import { becomeActorFor, currentVisit } from '../../../../shared/visit'
import { PortalFrame } from '../../portal-frame'
import { orderStateWords } from '../../shared/order-state-words'
import { currentReader } from '../../shared/reader'
import { statusOf } from '../../shared/status'
import { markRead, sendMessage } from './actions'
import { MarkRead } from './MarkRead'
import { MessageForm } from './MessageForm'

export const metadata: Metadata = { title: 'Messages' }

/** What a client and the agency write to each other about an order. */
const Page = async ({ params }: { params: Promise<{ id: string }> }) => {
  const { id } = await params
  if (!isUuid(id)) notFound()
  const visit = await currentVisit()
  const actor = await becomeActorFor({
    visit,
    purpose: conversationPurpose,
    subject: { kind: 'job-order', id },
    isReading: true,
  })
  const conversation = await conversationForClient({ req: visit.req, jobOrderId: id })
  if (!conversation) notFound()
  const { locale, zone } = await currentReader()
  const mayWrite = actor.kind === 'portal' || actor.kind === 'link'
  return (
    <PortalFrame current="/portal/client">
      <PortalHead
        title={conversation.title}
        lead={`Messages about order ${conversation.ref}`}
        status={statusOf({
          workflow: jobOrderWorkflow,
          state: conversation.state,
          words: orderStateWords,
        })}
      />
      {mayWrite && conversation.isUnread ? <MarkRead mark={markRead.bind(null, id)} /> : null}
      {conversation.messages.length === 0 ? (
        <EmptyState
          title="Nobody has written yet"
          text="Ask or tell us anything about this order here; your recruiter is told at once."
        />
      ) : (
        conversation.messages.map((message) => (
          <Card
            key={message.messageId}
            title={message.author}
            meta={formatInstant({ instant: message.writtenAt, zone, locale })}
            {...(message.isNew ? { status: { tone: 'info' as const, label: 'New' } } : {})}
          >
            <p className="pw-message">{message.text}</p>
          </Card>
        ))
      )}
      {mayWrite ? (
        <Card title="Write to us">
          <MessageForm action={sendMessage.bind(null, id)} />
        </Card>
      ) : null}
    </PortalFrame>
  )
}

export default Page
