import { defineReaction } from '#plugins/kernel'
import { formatDay } from '#plugins/kernel/domain'
import { tellReader } from '../commands/tell-reader'
import { hoursLabel, type Fact } from '../domain'
import type { NotificationsOptions } from '../options'
import { candidateName, orderFacts } from '../queries/order-facts'
import { readRecord } from '../queries/read-record'
import { candidateReader, contactReader, type Reader } from '../queries/readers'

const name = 'mail-timesheet'

type Timesheet = NonNullable<Awaited<ReturnType<typeof readRecord<'timesheets'>>>>

/** A week's sheet goes to the worker to be filled, to the approver, and back with the answer. */
export const collectHours = ({ agencyName }: NotificationsOptions) =>
  defineReaction({
    name,
    on: ['timesheet.created', 'timesheet.submitted', 'timesheet.disputed', 'timesheet.approved'],
    run: async ({ req, event }) => {
      const timesheet = await readRecord({ req, collection: 'timesheets', id: event.subject.id })
      if (!timesheet) return
      const placement = await readRecord({
        req,
        collection: 'placements',
        id: timesheet.placement,
      })
      const order = placement && (await orderFacts({ req, id: placement.jobOrder }))
      if (!placement || !order) return
      const common = { req, cause: `${name}:${event.id}`, agencyName }
      const shared = { about: event.subject, signedBy: order.owner?.name ?? null, isOwed: true }
      const enter = (person: Reader['person']) => ({
        kind: 'access' as const,
        purpose: 'timesheet.enter',
        subject: event.subject,
        person,
      })
      if (event.name === 'timesheet.submitted') {
        const approver = await contactReader({ req, id: placement.approver })
        if (!approver) return
        const who = await candidateName({ req, id: timesheet.candidate })
        return await tellReader({
          ...common,
          letter: {
            ...shared,
            to: approver,
            message: {
              kind: 'timesheet.submitted',
              values: { 'worker.name': who, 'hours.worked': hoursLabel(timesheet.workedMinutes) },
            },
            blocks: [
              {
                kind: 'facts',
                facts: [
                  { label: 'Worker', value: who },
                  ...factsOf({ timesheet, title: placement.title, locale: approver.locale }),
                ],
              },
            ],
            button: 0,
            links: [
              {
                kind: 'access',
                purpose: 'timesheet.approve',
                subject: event.subject,
                person: approver.person,
              },
            ],
          },
        })
      }
      const worker = await candidateReader({ req, id: timesheet.candidate })
      if (!worker) return
      const facts = factsOf({ timesheet, title: placement.title, locale: worker.locale })
      const merged = {
        'week.start': formatDay({ day: timesheet.weekStartsOn, locale: worker.locale }),
        'client.name': order.clientName,
      }
      switch (event.name) {
        case 'timesheet.created':
          return await tellReader({
            ...common,
            letter: {
              ...shared,
              to: worker,
              message: { kind: 'timesheet.open', values: merged },
              button: 0,
              links: [enter(worker.person)],
            },
          })
        case 'timesheet.disputed':
          return await tellReader({
            ...common,
            letter: {
              ...shared,
              to: worker,
              message: { kind: 'timesheet.disputed', values: merged },
              blocks: [
                { kind: 'text', text: timesheet.disputeReason ?? event.reason ?? '' },
                { kind: 'facts', facts },
              ],
              button: 0,
              links: [enter(worker.person)],
            },
          })
        case 'timesheet.approved':
          return await tellReader({
            ...common,
            letter: {
              ...shared,
              to: worker,
              message: { kind: 'timesheet.approved', values: merged },
              blocks: [{ kind: 'facts', facts }],
            },
          })
      }
    },
  })

const factsOf = ({
  timesheet,
  title,
  locale,
}: {
  timesheet: Timesheet
  title: string
  locale: string
}): Fact[] => [
  { label: 'Role', value: title },
  {
    label: 'Week',
    value: `${formatDay({ day: timesheet.weekStartsOn, locale })} to ${formatDay({ day: timesheet.weekEndsOn, locale })}`,
  },
  { label: 'Worked', value: hoursLabel(timesheet.workedMinutes) },
]
