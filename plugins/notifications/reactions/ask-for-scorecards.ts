import { defineReaction } from '#plugins/kernel'
import { scorecardPurpose } from '#plugins/pipeline/domain'
import { tellReader } from '../commands/tell-reader'
import type { NotificationsOptions } from '../options'
import { candidateName, mergedOrder, orderFacts } from '../queries/order-facts'
import { readAsIn } from '../queries/read-record'
import { contactReader } from '../queries/readers'

const name = 'mail-scorecards'

/** Everybody who was there for the client gets a link of their own, unless they have said it already. */
export const askForScorecards = ({ agencyName }: NotificationsOptions) =>
  defineReaction({
    name,
    on: ['interview.scorecards-asked'],
    run: async ({ req, event }) => {
      const interview = await readAsIn({
        req,
        collection: 'interviews',
        event,
        isStill: (state) => state === 'scheduled' || state === 'done',
      })
      const order = interview && (await orderFacts({ req, id: interview.jobOrder }))
      if (!interview || !order) return
      const { docs: given } = await req.payload.find({
        collection: 'scorecards',
        where: { interview: { equals: interview.id } },
        depth: 0,
        pagination: false,
        req,
        overrideAccess: true,
      })
      const silent = given.map(({ contact }) => contact)
      const who = await candidateName({ req, id: interview.candidate })
      for (const id of [interview.contact, ...(interview.otherContacts ?? [])]) {
        if (!id || silent.includes(id)) continue
        const to = await contactReader({ req, id, zone: order.zone })
        if (!to) continue
        await tellReader({
          req,
          cause: `${name}:${event.id}`,
          agencyName,
          letter: {
            to,
            message: {
              kind: 'interview.scorecard',
              values: { ...mergedOrder(order), 'interview.with': who },
            },
            button: 0,
            links: [
              {
                kind: 'access',
                purpose: scorecardPurpose,
                subject: event.subject,
                person: to.person,
              },
            ],
            about: event.subject,
            signedBy: order.owner?.name ?? null,
            isOwed: true,
          },
        })
      }
    },
  })
