import { randomUUID } from 'node:crypto'

import { brandOfMail } from '#plugins/agency'
import { defineCommand, registryOf } from '#plugins/kernel'
import { ok, refuseInput, refuseState } from '#plugins/kernel/domain'
import { z } from 'zod'
import { renderMessage, templateProblems, type MergeValues } from '../domain/message-template'
import type { MailOptions } from '../options'
import { recentValues, sampleValues } from '../queries/recent-messages'
import { fieldsOf } from '../queries/message-words'
import { queueMail } from './queue-mail'
import { messageInput } from './save-message-template'

/** To nobody else: words that are not saved yet could say anything to anybody. */
export const sendTestMessage = ({ adminUrl, agencyName }: MailOptions) =>
  defineCommand({
    name: 'send-test-message',
    summary: 'Send a mail with new words to oneself, before they are saved',
    input: messageInput.extend({
      /** A mail that was sent, whose values are used; else samples. */
      mailId: z.uuid().nullish(),
      /** Under which it goes out; else the default. */
      brandId: z.uuid('Choose a brand.').nullish(),
    }),
    allow: { staff: 'settings.write' },
    rate: { limit: 10, windowSeconds: 600 },
    run: async ({ input: { kind, mailId, brandId, ...template }, ctx: { req, actor } }) => {
      const message = registryOf(req.payload).messages.get(kind)
      if (!message) return refuseInput({ kind: 'Choose a mail from the list.' })
      const fields = fieldsOf(message)
      const problems = templateProblems({ template, fields })
      if (Object.keys(problems).length > 0) return refuseInput(problems)
      if (actor.kind !== 'staff')
        return refuseState({ code: 'no-address', message: 'Only a colleague has an own address.' })
      const brand = await brandOfMail({ req, id: brandId ?? null })
      if (brandId && brand?.id !== brandId)
        return refuseInput({ brandId: 'Choose a brand from the list.' })
      const found = mailId ? await recentValues({ req, kind, mailId }) : sampleValues(message)
      if (!found) return refuseInput({ mailId: 'Choose a mail from the list.' })
      const values: MergeValues = { ...found, ...(brand ? { agency: brand.name } : {}) }
      const { subject, opening, ending, button, missing } = renderMessage({
        template,
        fields,
        values,
      })
      const id = await queueMail({
        req,
        mail: {
          to: actor.email,
          toName: actor.name,
          subject: `Test: ${subject}`,
          content: {
            greeting: `Hello ${values['reader.firstName'] ?? ''},`,
            blocks: [
              { kind: 'text', text: opening },
              ...(button ? [{ kind: 'action' as const, label: button, link: 0 }] : []),
              ...(ending ? [{ kind: 'text' as const, text: ending }] : []),
              {
                kind: 'note',
                text: `This is a test of “${message.label}”. The facts and the link of the mail stand in it when it is sent to ${message.reader.toLowerCase()}.${missing.length > 0 ? ` Without a value here: ${missing.join(', ')}.` : ''}`,
              },
            ],
            closing: `Kind regards, ${brand?.name ?? agencyName}`,
          },
          links: button ? [{ kind: 'page', url: `${adminUrl}/admin` }] : [],
          brandId: brand?.id ?? null,
          dedupeKey: `test:${randomUUID()}`,
        },
      })
      return id
        ? ok({ mailId: id, to: actor.email })
        : refuseState({ code: 'no-address', message: 'Your account has no address to write to.' })
    },
  })
