import type { PayloadRequest } from 'payload'
import { z } from 'zod'

import type { Permission } from '#plugins/agency/domain'
import { openInvoiceStates, type InvoiceState } from '#plugins/billing/domain'
import { actorOf, wholeNumber } from '#plugins/kernel'
import { addDays, can, ok, type Result } from '#plugins/kernel/domain'
import type { PaymentState } from '#plugins/payments/domain'
import {
  liveSubmissionStates,
  type JobOrderState,
  type OfferState,
  type OrderRequestState,
  type ShortlistState,
  type SubmissionState,
} from '#plugins/pipeline/domain'
import type { PlacementState } from '#plugins/placements/domain'
import { listLink, type ListCondition } from '../domain'
import { disputedState, waitingState } from './hours-in-hand'
import { refusalOf, type Clock } from './reader'
import { reportsSql } from './reports-sql'

export type AttentionKey = keyof typeof concerns

export type Attention = {
  key: AttentionKey
  text: string
  count: number
  /** The day since when the oldest of them waits. */
  oldestOn: string | null
  tone: 'bad' | 'warn'
  href: string
}

type Concern = {
  text: { one: string; many: string }
  tone: 'bad' | 'warn'
  permission: Permission
  /** Rows `(id, since)`: one per record that waits. `$n` are the values, in their order. */
  sql: string
  values: (clock: Clock) => readonly unknown[]
  collection: string
  /** The same as a filter of the list; null when no filter can say it and the records are named. */
  where: ((clock: Clock) => readonly ListCondition[]) | null
}

const newRequest: OrderRequestState = 'received'
const workedOn: JobOrderState = 'active'
const firstStage: SubmissionState = 'new'
const sentShortlists: readonly ShortlistState[] = ['sent', 'partly_answered']
const notReadyStates: readonly PlacementState[] = ['pending', 'confirmed']
const openOffer: OfferState = 'extended'
const draftInvoice: InvoiceState = 'draft'
const doubtfulPayment: PaymentState = 'needs_review'

const inState = (states: string | readonly string[]): ListCondition => ({
  field: 'state',
  is: typeof states === 'string' ? 'equals' : 'in',
  value: states,
})

/** What waits for somebody of the agency, the most urgent first. */
const concerns = {
  requests: {
    text: { one: 'order request to answer', many: 'order requests to answer' },
    tone: 'bad',
    permission: 'requests.read',
    sql: 'select id, created_at::date::text as since from order_requests where state = $1',
    values: () => [newRequest],
    collection: 'order-requests',
    where: () => [inState(newRequest)],
  },
  overdue: {
    text: { one: 'invoice overdue', many: 'invoices overdue' },
    tone: 'bad',
    permission: 'invoices.read',
    sql: `select id, due_on as since from invoices
      where state = any($1) and kind = 'invoice' and due_on < $2`,
    values: (clock) => [openInvoiceStates, clock.today],
    collection: 'invoices',
    where: (clock) => [
      inState(openInvoiceStates),
      { field: 'kind', is: 'equals', value: 'invoice' },
      { field: 'dueOn', is: 'less_than', value: clock.today },
    ],
  },
  disputed: {
    text: { one: 'timesheet disputed', many: 'timesheets disputed' },
    tone: 'bad',
    permission: 'time.read',
    sql: 'select id, week_starts_on as since from timesheets where state = $1',
    values: () => [disputedState],
    collection: 'timesheets',
    where: () => [inState(disputedState)],
  },
  stuck: {
    text: { one: 'timesheet that cannot go on', many: 'timesheets that cannot go on' },
    tone: 'bad',
    permission: 'time.read',
    sql: 'select id, week_starts_on as since from timesheets where state = $1 and problem is not null',
    values: () => [waitingState],
    collection: 'timesheets',
    where: null,
  },
  payments: {
    text: { one: 'payment to look into', many: 'payments to look into' },
    tone: 'bad',
    permission: 'invoices.read',
    sql: 'select id, created_at::date::text as since from payments where state = $1',
    values: () => [doubtfulPayment],
    collection: 'payments',
    where: () => [inState(doubtfulPayment)],
  },
  paymentNotices: {
    text: { one: 'refund or dispute to look into', many: 'refunds and disputes to look into' },
    tone: 'bad',
    permission: 'invoices.read',
    sql: 'select id, noticed_at::date::text as since from payments where notice is not null',
    values: () => [],
    collection: 'payments',
    where: null,
  },
  unsent: {
    text: { one: 'invoice sent to nobody', many: 'invoices sent to nobody' },
    tone: 'bad',
    permission: 'invoices.read',
    sql: `select i.id, i.issue_on as since from invoices i
      where i.state = any($1) and i.document_id is not null and not exists (
        select from outbound_mails m where m.subject_kind = 'invoice' and m.subject_id = i.id::text)`,
    values: () => [openInvoiceStates],
    collection: 'invoices',
    where: null,
  },
  starters: {
    text: { one: 'start this week not ready', many: 'starts this week not ready' },
    tone: 'bad',
    permission: 'placements.read',
    sql: 'select id, starts_on as since from placements where state = any($1) and starts_on <= $2',
    values: (clock) => [notReadyStates, addDays({ day: clock.today, days: 7 })],
    collection: 'placements',
    where: (clock) => [
      inState(notReadyStates),
      { field: 'startsOn', is: 'less_than_equal', value: addDays({ day: clock.today, days: 7 }) },
    ],
  },
  applications: {
    text: { one: 'application not looked at', many: 'applications not looked at' },
    tone: 'warn',
    permission: 'pipeline.read',
    sql: `select s.id, s.created_at::date::text as since from submissions s
      where s.state = $1`,
    values: () => [firstStage],
    collection: 'submissions',
    where: () => [inState(firstStage)],
  },
  uncovered: {
    text: { one: 'active order without candidates', many: 'active orders without candidates' },
    tone: 'warn',
    permission: 'orders.read',
    sql: `select o.id, coalesce(o.activated_at, o.created_at)::date::text as since from job_orders o
      where o.deleted_at is null and o.state = $1 and not exists (
        select from submissions s where s.job_order_id = o.id and s.state = any($2))`,
    values: () => [workedOn, liveSubmissionStates],
    collection: 'job-orders',
    where: null,
  },
  shortlists: {
    text: { one: 'shortlist overdue at a client', many: 'shortlists overdue at clients' },
    tone: 'warn',
    permission: 'pipeline.read',
    sql: 'select id, due_on as since from shortlists where state = any($1) and due_on < $2',
    values: (clock) => [sentShortlists, clock.today],
    collection: 'shortlists',
    where: (clock) => [
      inState(sentShortlists),
      { field: 'dueOn', is: 'less_than', value: clock.today },
    ],
  },
  offers: {
    text: { one: 'offer without an answer', many: 'offers without an answer' },
    tone: 'warn',
    permission: 'pipeline.read',
    sql: 'select id, extended_at::date::text as since from offers where state = $1',
    values: () => [openOffer],
    collection: 'offers',
    where: () => [inState(openOffer)],
  },
  approvals: {
    text: { one: 'timesheet waiting for approval', many: 'timesheets waiting for approval' },
    tone: 'warn',
    permission: 'time.read',
    sql: 'select id, week_starts_on as since from timesheets where state = $1',
    values: () => [waitingState],
    collection: 'timesheets',
    where: () => [inState(waitingState)],
  },
  drafts: {
    text: { one: 'draft invoice to issue', many: 'draft invoices to issue' },
    tone: 'warn',
    permission: 'invoices.read',
    sql: 'select id, created_at::date::text as since from invoices where state = $1',
    values: () => [draftInvoice],
    collection: 'invoices',
    where: () => [inState(draftInvoice)],
  },
} as const satisfies Record<string, Concern>

const isKey = (key: string): key is AttentionKey => Object.hasOwn(concerns, key)

/** The most records that an address can name one by one. */
const namedRecords = 100

/** Everything that waits for somebody of the agency and that the reader may see; nothing when all is done. */
export const needsAttention = async ({
  req,
  clock,
}: {
  req: PayloadRequest
  clock: Clock
}): Promise<Result<readonly Attention[]>> => {
  const refusal = refusalOf({ req })
  if (refusal) return refusal
  const actor = actorOf(req)
  const waiting: Attention[] = []
  for (const key of Object.keys(concerns).filter(isKey)) {
    if (!can({ actor, permission: concerns[key].permission })) continue
    const attention = await attentionFor({ req, clock, key })
    if (attention) waiting.push(attention)
  }
  return ok(waiting)
}

const attentionFor = async ({
  req,
  clock,
  key,
}: {
  req: PayloadRequest
  clock: Clock
  key: AttentionKey
}): Promise<Attention | null> => {
  const concern: Concern = concerns[key]
  const row = await reportsSql(req).first({
    schema: z.object({
      count: wholeNumber,
      oldest: z.string().nullable(),
      ids: z.array(z.string()).nullable(),
    }),
    text: `select count(*) as count, min(since) as oldest,
        (array_agg(id::text order by since))[1:${namedRecords}] as ids from (${concern.sql}) waiting`,
    values: concern.values(clock),
  })
  if (!row || row.count === 0) return null
  return {
    key,
    text: row.count === 1 ? concern.text.one : concern.text.many,
    count: row.count,
    oldestOn: row.oldest,
    tone: concern.tone,
    href: listLink({
      collection: concern.collection,
      where: concern.where?.(clock) ?? [{ field: 'id', is: 'in', value: row.ids ?? [] }],
    }),
  }
}
