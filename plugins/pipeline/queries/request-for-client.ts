import type { PayloadRequest } from 'payload'
import { z } from 'zod'

import { instant, sqlOf, wholeNumber } from '#plugins/kernel'
import { currencyCode, isUuid } from '#plugins/kernel/domain'
import { mayRead } from '../access/reader'
import { keptAnswersOf } from '../domain/intake-answers'
import { detailsOf } from '../domain/request-details'

const row = z.object({
  id: z.string(),
  client_id: z.string().nullable(),
  ref: z.string().nullable(),
  state: z.string(),
  company: z.string(),
  contact_name: z.string(),
  job_title: z.string(),
  openings_count: wholeNumber,
  work_location: z.string().nullable(),
  starts_on: z.string().nullable(),
  ends_on: z.string().nullable(),
  currency: z.string(),
  pay_from_rate_e4: wholeNumber.nullable(),
  pay_to_rate_e4: wholeNumber.nullable(),
  salary_from_minor: wholeNumber.nullable(),
  salary_to_minor: wholeNumber.nullable(),
  asked_details: z.unknown(),
  answers: z.unknown(),
  notes: z.string().nullable(),
  question: z.string().nullable(),
  answer: z.string().nullable(),
  received_at: instant.nullable(),
})

/** A request for staff for whoever sent it, with the agency's question; null for everybody else. */
export const requestForClient = async ({
  req,
  requestId,
}: {
  req: PayloadRequest
  requestId: string
}) => {
  if (!isUuid(requestId)) return null
  const found = await sqlOf(req).first({
    schema: row,
    text: `select id, client_id, ref, state, company, contact_name, job_title, openings_count,
        work_location, starts_on, ends_on, currency, pay_from_rate_e4, pay_to_rate_e4,
        salary_from_minor, salary_to_minor, asked_details, answers, notes, question, answer, received_at
      from order_requests where id = $1`,
    values: [requestId],
  })
  const isReadable =
    found &&
    mayRead({
      req,
      purpose: 'order-request.answer',
      subject: { kind: 'order-request', id: requestId },
      permission: 'requests.read',
      ...(found.client_id ? { clientId: found.client_id } : {}),
    })
  if (!isReadable) return null
  return {
    requestId: found.id,
    ref: found.ref ?? '',
    state: found.state,
    /** The agency waits for an answer. */
    isQuestionOpen: found.state === 'needs_info',
    company: found.company,
    contactName: found.contact_name,
    jobTitle: found.job_title,
    openingsCount: found.openings_count,
    workLocation: found.work_location,
    startsOn: found.starts_on,
    endsOn: found.ends_on,
    currency: currencyCode.parse(found.currency),
    payFromRateE4: found.pay_from_rate_e4,
    payToRateE4: found.pay_to_rate_e4,
    salaryFromMinor: found.salary_from_minor,
    salaryToMinor: found.salary_to_minor,
    /** What the agency asks for field by field. */
    askedDetails: detailsOf(found.asked_details),
    /** What was answered in a form, and is no field of the request. */
    answers: keptAnswersOf(found.answers).filter(({ target }) => target === null),
    notes: found.notes,
    question: found.question,
    answer: found.answer,
    receivedAt: found.received_at,
  }
}

export type ClientRequest = NonNullable<Awaited<ReturnType<typeof requestForClient>>>
