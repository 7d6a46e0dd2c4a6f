import { defineReaction } from '#plugins/kernel'
import { tellReader } from '../commands/tell-reader'
import type { NotificationsOptions } from '../options'
import { staffReader } from '../queries/readers'

const name = 'mail-factor-reset'

/** Whoever loses their second factor hears of it: if it was not them, somebody played them. */
export const tellOfFactorReset = ({ agencyName }: NotificationsOptions) =>
  defineReaction({
    name,
    on: ['second-factor.reset'],
    run: async ({ req, event }) => {
      const to = await staffReader({ req, id: event.subject.id })
      if (!to) return
      await tellReader({
        req,
        cause: `${name}:${event.id}`,
        agencyName,
        letter: {
          to,
          subject: 'Your second factor was taken off',
          blocks: [
            {
              kind: 'text',
              text: 'A colleague who manages staff took the second factor off your account, as for a lost phone. You were signed out everywhere; your password alone lets you in until you set up an app again.',
            },
            {
              kind: 'note',
              text: 'If you did not ask for it, tell your admin at once: somebody may have spoken in your name.',
            },
          ],
          about: event.subject,
          isOwed: true,
        },
      })
    },
  })
