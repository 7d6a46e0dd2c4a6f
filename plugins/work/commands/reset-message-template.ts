import { z } from 'zod'

import { defineCommand } from '#plugins/kernel'
import { ok } from '#plugins/kernel/domain'
import { lockTemplate } from './lock-template'

export const resetMessageTemplate = defineCommand({
  name: 'reset-message-template',
  summary: 'Give a mail the words of the product again',
  input: z.object({ kind: z.string('Choose a mail.').max(80) }),
  allow: { staff: 'settings.write' },
  run: async ({ input: { kind }, ctx: { req } }) => {
    const id = await lockTemplate({ req, kind })
    if (id)
      await req.payload.delete({
        collection: 'message-templates',
        id,
        req,
        overrideAccess: true,
        depth: 0,
      })
    return ok({ kind })
  },
})
