import type { Metadata } from 'next'
import { notFound } from 'next/navigation'

import { formatDay, isUuid } from '#plugins/kernel/domain'
import { requestForClient } from '#plugins/pipeline'
import { orderRequestWorkflow } from '#plugins/pipeline/domain'
import { Notice } from '#themes/base'
import { Card, FactList, PortalHead } from '#themes/portal'
import { becomeActorFor, currentVisit } from '../../../../shared/visit'
import { PortalFrame } from '../../portal-frame'
import { currentReader } from '../../shared/reader'
import { statusOf } from '../../shared/status'
import { answerQuestion } from './actions'
import { AnswerForm } from './AnswerForm'
import { askedFields } from './asked-fields'

export const metadata: Metadata = { title: 'Your request' }

/** A request for staff for whoever sent it, and the agency's question to answer. */
const Page = async ({ params }: { params: Promise<{ id: string }> }) => {
  const { id } = await params
  if (!isUuid(id)) notFound()
  const visit = await currentVisit()
  await becomeActorFor({
    visit,
    purpose: 'order-request.answer',
    subject: { kind: 'order-request', id },
    isReading: true,
  })
  const request = await requestForClient({ req: visit.req, requestId: id })
  if (!request) notFound()
  const { locale } = await currentReader()
  return (
    <PortalFrame current="/portal/client">
      <PortalHead
        title={`${request.openingsCount} × ${request.jobTitle}`}
        lead={`Request ${request.ref} of ${request.company}`}
        status={statusOf({
          workflow: orderRequestWorkflow,
          state: request.state,
          words: {
            received: 'With us',
            needs_info: 'Waiting for your answer',
            converted: 'We are searching',
          },
        })}
      />
      {request.isQuestionOpen ? (
        <Card title="We have a question">
          <p className="pw-message">{request.question}</p>
          <AnswerForm
            action={answerQuestion.bind(null, { requestId: id, currency: request.currency })}
            asked={askedFields(request)}
          />
        </Card>
      ) : request.answer ? (
        <Notice tone="good" title="We have your answer">
          <p>{request.answer}</p>
        </Notice>
      ) : null}
      <Card title="What you asked for">
        <FactList
          facts={[
            { label: 'Role', value: request.jobTitle },
            { label: 'How many', value: String(request.openingsCount) },
            { label: 'Where', value: request.workLocation },
            {
              label: 'Start',
              value: request.startsOn ? formatDay({ day: request.startsOn, locale }) : null,
            },
            {
              label: 'End',
              value: request.endsOn ? formatDay({ day: request.endsOn, locale }) : null,
            },
            { label: 'Notes', value: request.notes },
            ...request.answers.map(({ label, text }) => ({ label, value: text })),
          ].filter(({ value }) => value !== null)}
        />
      </Card>
    </PortalFrame>
  )
}

export default Page
