import { defineReaction } from '#plugins/kernel'
import { formatDay } from '#plugins/kernel/domain'
import { tellReader } from '../commands/tell-reader'
import type { NotificationsOptions } from '../options'
import { candidateName, orderFacts } from '../queries/order-facts'
import { idOf, readRecord } from '../queries/read-record'
import { candidateReader, contactReader } from '../queries/readers'

const name = 'mail-placement'

/**
 * A confirmed placement is told to the client at once, and to the worker together with the
 * assignment letter, as soon as that is written.
 */
export const welcomePlacement = ({ agencyName }: NotificationsOptions) =>
  defineReaction({
    name,
    on: ['placement.confirmed', 'placement.letter-written'],
    run: async ({ req, event }) => {
      const placement = await readRecord({ req, collection: 'placements', id: event.subject.id })
      const order = placement && (await orderFacts({ req, id: placement.jobOrder }))
      if (!placement || !order) return
      const common = { req, cause: `${name}:${event.id}`, agencyName }
      const signedBy = order.owner?.name ?? null
      const merged = { 'placement.title': placement.title, 'placement.ref': placement.ref }
      const factsFor = (locale: string) => [
        { label: 'Role', value: placement.title },
        ...(order.place ? [{ label: 'Where', value: order.place }] : []),
        { label: 'First day', value: formatDay({ day: placement.startsOn, locale }) },
        ...(placement.endsOn
          ? [{ label: 'Until', value: formatDay({ day: placement.endsOn, locale }) }]
          : []),
        { label: 'Reference', value: placement.ref ?? '' },
      ]
      if (event.name === 'placement.confirmed') {
        const jobOrder = await readRecord({
          req,
          collection: 'job-orders',
          id: placement.jobOrder,
        })
        const contact = await contactReader({ req, id: jobOrder?.contact ?? placement.approver })
        if (!contact) return
        const who = await candidateName({ req, id: placement.candidate })
        return await tellReader({
          ...common,
          letter: {
            to: contact,
            message: {
              kind: 'placement.confirmed',
              values: { ...merged, 'worker.name': who },
            },
            blocks: [{ kind: 'facts', facts: factsFor(contact.locale) }],
            about: event.subject,
            signedBy,
            isOwed: true,
          },
        })
      }
      const documentId = idOf(placement.assignmentLetter)
      const worker = await candidateReader({ req, id: placement.candidate })
      if (!documentId || !worker) return
      await tellReader({
        ...common,
        letter: {
          to: worker,
          message: {
            kind: 'placement.welcome',
            values: { ...merged, 'client.name': order.clientName },
          },
          blocks: [{ kind: 'facts', facts: factsFor(worker.locale) }],
          attachments: [
            {
              kind: 'document',
              documentId,
              filename: `assignment-letter-${(placement.ref ?? placement.id).toLowerCase()}.pdf`,
            },
          ],
          about: event.subject,
          signedBy,
          isOwed: true,
        },
      })
    },
  })
