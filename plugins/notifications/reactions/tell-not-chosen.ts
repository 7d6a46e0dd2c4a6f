import { defineReaction } from '#plugins/kernel'
import { isOwnApplication } from '#plugins/pipeline/domain'
import { tellReader } from '../commands/tell-reader'
import type { NotificationsOptions } from '../options'
import { mergedOrder, orderFacts } from '../queries/order-facts'
import { readRecord } from '../queries/read-record'
import { candidateReader } from '../queries/readers'
import { losesMoreByFilling } from '../queries/told-before'

const name = 'mail-not-chosen'

/**
 * Kind words to whoever does not go on, or was still in the race when the last opening was filled.
 * The reason stays inside: it was given by a client or a colleague, and not for the candidate.
 */
export const tellNotChosen = ({ agencyName }: NotificationsOptions) =>
  defineReaction({
    name,
    on: ['submission.rejected', 'submission.order-filled'],
    run: async ({ req, event }) => {
      const submission = await readRecord({
        req,
        collection: 'submissions',
        id: event.subject.id,
      })
      // Whom a colleague looked at without a word to them has nothing to be sorry about.
      if (!submission || (!isOwnApplication(submission.source) && !submission.clientSubmittedAt))
        return
      const isFilled = event.name === 'submission.order-filled'
      // Somebody tells them in person.
      if (!isFilled && submission.isRejectedQuietly) return
      const to = await candidateReader({ req, id: submission.candidate })
      const order = await orderFacts({ req, id: submission.jobOrder })
      if (!to || !order) return
      if (isFilled && (await losesMoreByFilling({ req, event }))) return
      await tellReader({
        req,
        cause: `${name}:${event.id}`,
        agencyName,
        letter: {
          to,
          message: {
            kind: isFilled ? 'not-chosen.filled' : 'not-chosen.rejected',
            values: mergedOrder(order),
          },
          about: event.subject,
          signedBy: order.owner?.name ?? null,
        },
      })
    },
  })
