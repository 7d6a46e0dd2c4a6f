import { lockRecord, defineReaction } from '#plugins/kernel'
import { formatDay } from '#plugins/kernel/domain'
import { tellReader } from '../commands/tell-reader'
import type { NotificationsOptions } from '../options'
import { candidateReader } from '../queries/readers'

const name = 'mail-ask-to-stay'

/** Before the time is over for which a profile is kept, its owner gets a link to say what they want. */
export const askToStay = ({ agencyName }: NotificationsOptions) =>
  defineReaction({
    name,
    on: ['candidate.asked-to-stay'],
    run: async ({ req, event }) => {
      // Held until the mail is written: whoever answered, was merged or erased meanwhile is not asked.
      const candidate = await lockRecord({ req, collection: 'candidates', id: event.subject.id })
      if (!candidate?.keepUntilOn || candidate.unusableSince) return
      const to = await candidateReader({ req, id: candidate.id })
      if (!to) return
      await tellReader({
        req,
        cause: `${name}:${event.id}`,
        agencyName,
        letter: {
          to,
          message: {
            kind: 'candidate.asked-to-stay',
            values: {
              'keeping.until': formatDay({ day: candidate.keepUntilOn, locale: to.locale }),
            },
          },
          button: 0,
          links: [
            {
              kind: 'access',
              purpose: 'keeping.answer',
              subject: event.subject,
              person: to.person,
            },
          ],
          about: event.subject,
        },
      })
    },
  })
