import { z } from 'zod'

import { databaseNow, defineJob, seenBy } from '#plugins/kernel'
import type { Instant } from '#plugins/kernel/domain'
import { tellReader } from '../commands/tell-reader'
import { digestDayDue, plural } from '../domain'
import type { NotificationsOptions } from '../options'
import { noticeSettingsOf } from '../queries/notice-settings-of'
import { noticesForDigest } from '../queries/notices-of'
import { colleagueActor, staffReader } from '../queries/readers'

/**
 * Once a day, from the hour that each colleague chose on their own clock, one mail with what they left
 * for it. What was read meanwhile needs no mail; who may not see a record any more gets no name of it.
 */
export const sendDigestsJob = ({ agencyName, adminUrl }: NotificationsOptions) =>
  defineJob({
    name: 'send-digests',
    // `now` stands in for the clock of the database.
    input: z.object({ now: z.iso.datetime().optional() }),
    leaseSeconds: 300,
    retryLimit: 3,
    retryDelaySeconds: 60,
    cron: '*/15 * * * *',
    run: async ({ input, attempt }) => {
      const waiting = await attempt.transaction(
        async ({ sql }) =>
          await sql.rows({
            schema: z.object({ user_id: z.string() }),
            text: `select distinct user_id from notices
              where mail = 'digest' and digested_at is null order by user_id`,
          }),
      )
      // One colleague per transaction: a fault with one keeps nobody else from theirs.
      for (const { user_id: userId } of waiting)
        await attempt.transaction(async ({ req, sql }) => {
          const to = await staffReader({ req, id: userId })
          const actor = await colleagueActor({ req, id: userId })
          const settle = async () => {
            await sql.run({
              text: `update notices set digested_at = now(), updated_at = now()
                where user_id = $1 and mail = 'digest' and digested_at is null`,
              values: [userId],
            })
          }
          if (!to || !actor) return await settle()
          const { digestHour } = await noticeSettingsOf({ req, userId })
          const now: Instant = input.now ?? (await databaseNow(req))
          const day = digestDayDue({ now, zone: to.zone, hour: digestHour })
          const key = `digest:${day}:user:${userId}`
          const isSent = await sql.first({
            schema: z.object({ id: z.string() }),
            text: 'select id from outbound_mails where dedupe_key = $1',
            values: [key],
          })
          if (!day || isSent) return
          const notices = await noticesForDigest({ req: seenBy({ req, actor }) })
          await settle()
          if (notices.length === 0) return
          await tellReader({
            req,
            cause: `digest:${day}`,
            agencyName,
            letter: {
              to,
              subject: `${plural({ count: notices.length, one: 'notification', many: 'notifications' })} since your last digest`,
              blocks: [
                {
                  kind: 'facts',
                  facts: notices.map(({ sentence, about }) => ({
                    label: about?.title ?? 'A record that is not yours any more',
                    value: sentence,
                  })),
                },
                { kind: 'action', label: 'Open your notifications', link: 0 },
                {
                  kind: 'note',
                  text: 'You chose to get these once a day. Change it in the admin, below the bell.',
                },
              ],
              links: [{ kind: 'page', url: `${adminUrl}/admin/notifications` }],
              about: { kind: 'user', id: userId },
            },
          })
        })
    },
  })
