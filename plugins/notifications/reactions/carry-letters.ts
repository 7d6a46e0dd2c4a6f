import { z } from 'zod'

import { defineReaction } from '#plugins/kernel'
import { tellReader } from '../commands/tell-reader'
import type { NotificationsOptions } from '../options'
import { mergedOrder, orderFacts } from '../queries/order-facts'
import { readRecord } from '../queries/read-record'
import { candidateReader, staffReader } from '../queries/readers'

const name = 'carry-letters'

const changes = z.object({ message: z.string() })

/** What a recruiter wrote to a candidate goes out by mail; not to whoever asked for quiet since. */
export const carryLetters = ({ agencyName }: NotificationsOptions) =>
  defineReaction({
    name,
    on: ['candidate-message.sent'],
    run: async ({ req, event }) => {
      const parsed = changes.safeParse(event.changes)
      const letter = parsed.success
        ? await readRecord({ req, collection: 'candidate-messages', id: parsed.data.message })
        : null
      const order = letter && (await orderFacts({ req, id: letter.jobOrder }))
      const to = letter && (await candidateReader({ req, id: letter.candidate }))
      if (!letter?.text || !order || !to) return
      const author = await staffReader({ req, id: letter.author })
      await tellReader({
        req,
        cause: `${name}:${event.id}`,
        agencyName,
        letter: {
          to,
          message: {
            kind: 'message.to-candidate',
            values: {
              ...mergedOrder(order),
              'message.subject': letter.subject,
              'message.text': letter.text,
            },
          },
          about: event.subject,
          signedBy: author?.name ?? order.owner?.name ?? null,
          ...(to.person
            ? {
                conversation: {
                  person: to.person,
                  clientId: event.clientId,
                  orderId: event.orderId,
                  authorId: author?.userId ?? null,
                  thread: letter.id,
                },
              }
            : {}),
        },
      })
    },
  })
