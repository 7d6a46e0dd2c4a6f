import { z } from 'zod'

import { defineCommand, signal } from '#plugins/kernel'
import { ok, refuseRight } from '#plugins/kernel/domain'

/** Marks one's own notifications as read: the named ones, or all there are. */
export const readNotices = defineCommand({
  name: 'read-notices',
  summary: 'Mark notifications of one’s own as read',
  input: z.object({
    noticeIds: z
      .array(z.uuid('Name a notification by its id.'))
      .min(1, 'Name at least one notification, or leave the list out for all.')
      .max(200, 'At most 200 at once; leave the list out for all.')
      .optional(),
  }),
  allow: { anyStaff: true },
  run: async ({ input: { noticeIds }, ctx: { req, sql, actor } }) => {
    if (actor.kind !== 'staff') return refuseRight()
    const read = await sql.run({
      text: `update notices set read_at = now(), updated_at = now()
        where user_id = $1 and read_at is null ${noticeIds ? 'and id = any($2::uuid[])' : ''}`,
      values: noticeIds ? [actor.id, noticeIds] : [actor.id],
    })
    if (read > 0)
      await signal({ req, name: 'notice.read', subject: { kind: 'user', id: actor.id } })
    return ok({ read })
  },
})
