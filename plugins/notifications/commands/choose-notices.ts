import { z } from 'zod'

import { defineCommand } from '#plugins/kernel'
import { ok, refuseRight } from '#plugins/kernel/domain'
import { noticeChoice, usualDigestHour, type NoticeKind } from '../domain'
import { noticeSettingsOf } from '../queries/notice-settings-of'

/** How somebody wants to hear of what concerns them; what is left out stays as it was. */
export const chooseNotices = defineCommand({
  name: 'choose-notices',
  summary: 'Choose by which channels one is told of what',
  input: z.object({
    choices: z
      .object({
        mention: noticeChoice.optional(),
        request: noticeChoice.optional(),
        answer: noticeChoice.optional(),
        approval: noticeChoice.optional(),
        message: noticeChoice.optional(),
        followed: noticeChoice.optional(),
        upload: noticeChoice.optional(),
        pool: noticeChoice.optional(),
        task: noticeChoice.optional(),
        clock: noticeChoice.optional(),
      } satisfies Record<NoticeKind, z.ZodType>)
      .strict()
      .default({}),
    digestHour: z
      .int('Choose a whole hour.')
      .min(0, 'Choose an hour from 0 to 23.')
      .max(23, 'Choose an hour from 0 to 23.')
      .optional(),
  }),
  allow: { anyStaff: true },
  run: async ({ input, ctx: { req, sql, payload, actor } }) => {
    if (actor.kind !== 'staff') return refuseRight()
    // Two browsers of the same person take turns.
    await sql.run({ text: 'select id from users where id = $1 for update', values: [actor.id] })
    const before = await noticeSettingsOf({ req, userId: actor.id })
    const data = {
      choices: { ...before.choices, ...input.choices },
      digestHour: input.digestHour ?? before.digestHour ?? usualDigestHour,
    }
    const { docs } = await payload.find({
      collection: 'notice-settings',
      where: { user: { equals: actor.id } },
      limit: 1,
      depth: 0,
      req,
      overrideAccess: true,
    })
    const [known] = docs
    if (known)
      await payload.update({
        collection: 'notice-settings',
        id: known.id,
        data,
        depth: 0,
        req,
        overrideAccess: true,
      })
    else
      await payload.create({
        collection: 'notice-settings',
        data: { ...data, user: actor.id },
        depth: 0,
        req,
        overrideAccess: true,
      })
    return ok(data)
  },
})
