import { defineReaction, lockRecord } from '#plugins/kernel'
import { isLiveClock, isPausedClock } from '#plugins/work/domain'
import { remind } from '../commands/remind-of-shortlist'
import { shortlistDecisionClock } from '../domain/clock-rules'
import { isOpenShortlist } from '../domain/shortlist-workflow'

/**
 * A client who takes long is reminded by the clock of their answer: when most of the time is gone, and
 * when all is. Then it is a colleague's turn to call.
 */
export const remindClients = defineReaction({
  name: 'remind-clients',
  on: ['clock.amber', 'clock.overdue'],
  run: async ({ req, event }) => {
    const clock = await req.payload.findByID({
      collection: 'clocks',
      id: event.subject.id,
      depth: 0,
      req,
      overrideAccess: true,
      disableErrors: true,
    })
    // It may have been answered, or paused by a question, since the clock was looked at.
    if (clock?.kind !== shortlistDecisionClock) return
    if (!isLiveClock(clock.state) || isPausedClock(clock.state)) return
    const shortlist = await lockRecord({ req, collection: 'shortlists', id: clock.aboutId })
    if (!shortlist?.sentAt || !isOpenShortlist(shortlist.state)) return
    const reminded = await remind({ req, shortlist, by: 'clock' })
    if (!reminded.ok)
      req.payload.logger.info({
        msg: 'No reminder of a shortlist',
        shortlistId: shortlist.id,
        code: reminded.failure.code,
      })
  },
})
