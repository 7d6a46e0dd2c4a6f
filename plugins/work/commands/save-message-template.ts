import { z } from 'zod'

import { defineCommand, registryOf } from '#plugins/kernel'
import { ok, refuseInput } from '#plugins/kernel/domain'
import { templateProblems } from '../domain/message-template'
import { fieldsOf } from '../queries/message-words'
import { lockTemplate } from './lock-template'

export const messageInput = z.object({
  kind: z.string('Choose a mail.').max(80),
  subject: z.string().max(400),
  opening: z.string().max(6_000),
  ending: z.string().max(4_000).default(''),
  button: z.string().max(200).default(''),
})

export const saveMessageTemplate = defineCommand({
  name: 'save-message-template',
  summary: 'Give a mail the agency’s own words',
  input: messageInput,
  allow: { staff: 'settings.write' },
  run: async ({ input: { kind, ...template }, ctx: { req } }) => {
    const message = registryOf(req.payload).messages.get(kind)
    if (!message) return refuseInput({ kind: 'Choose a mail from the list.' })
    const problems = templateProblems({ template, fields: fieldsOf(message) })
    if (Object.keys(problems).length > 0) return refuseInput(problems)
    const id = await lockTemplate({ req, kind })
    // The right to change settings, which the command asks for, is what writing takes.
    if (id)
      await req.payload.update({
        collection: 'message-templates',
        id,
        data: template,
        req,
        overrideAccess: true,
        depth: 0,
      })
    else
      await req.payload.create({
        collection: 'message-templates',
        data: { kind, ...template },
        req,
        overrideAccess: true,
        depth: 0,
      })
    return ok({ kind })
  },
})
