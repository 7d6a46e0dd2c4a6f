import { defineReaction } from '#plugins/kernel'
import { isOwnApplication } from '#plugins/pipeline/domain'
import { tellReader } from '../commands/tell-reader'
import type { NotificationsOptions } from '../options'
import { mergedOrder, orderFacts } from '../queries/order-facts'
import { readRecord } from '../queries/read-record'
import { candidateReader } from '../queries/readers'

const name = 'mail-application'

/**
 * Whoever applies, or applies again with another CV, gets a receipt at once, with the way to see how
 * the application stands.
 */
export const confirmApplication = ({ agencyName }: NotificationsOptions) =>
  defineReaction({
    name,
    on: ['submission.created', 'submission.cv-renewed'],
    run: async ({ req, event }) => {
      const submission = await readRecord({
        req,
        collection: 'submissions',
        id: event.subject.id,
      })
      const isRenewed = event.name === 'submission.cv-renewed'
      if (!submission || (!isOwnApplication(submission.source) && !isRenewed)) return
      const to = await candidateReader({ req, id: submission.candidate })
      const order = await orderFacts({ req, id: submission.jobOrder })
      if (!to || !order) return
      await tellReader({
        req,
        cause: `${name}:${event.id}`,
        agencyName,
        letter: {
          to,
          message: {
            kind: isRenewed ? 'application.cv-renewed' : 'application.received',
            values: mergedOrder(order),
          },
          blocks: [
            {
              kind: 'facts',
              facts: [
                { label: 'Role', value: order.title },
                ...(order.place ? [{ label: 'Where', value: order.place }] : []),
                { label: 'Reference', value: order.ref },
              ],
            },
          ],
          button: 0,
          links: [
            {
              kind: 'access',
              purpose: 'application.status',
              subject: event.subject,
              person: to.person,
            },
          ],
          about: event.subject,
          isOwed: true,
        },
      })
    },
  })
