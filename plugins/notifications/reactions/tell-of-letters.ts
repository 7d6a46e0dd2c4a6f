import { z } from 'zod'

import { defineReaction, keyOf, recordTitles, seenBy } from '#plugins/kernel'
import { tellColleague } from '../commands/tell-colleague'
import type { NotificationsOptions } from '../options'
import { idOf, readRecord } from '../queries/read-record'
import { colleagueActor, staffReader } from '../queries/readers'

const name = 'tell-of-letters'

const changes = z.object({ incoming: z.string() })

/** Whoever wrote last in a conversation hears of its answer; of a new one, whoever looks after the person. */
export const tellOfLetters = ({ agencyName, adminUrl }: NotificationsOptions) =>
  defineReaction({
    name,
    on: ['letter.received'],
    run: async ({ req, event }) => {
      const parsed = changes.safeParse(event.changes)
      const mail = parsed.success
        ? await readRecord({ req, collection: 'incoming-mails', id: parsed.data.incoming })
        : null
      if (!mail || mail.isAutomatic) return
      const { docs } = await req.payload.find({
        collection: 'outbound-mails',
        where: { thread: { equals: mail.thread }, author: { exists: true } },
        sort: '-createdAt',
        limit: 1,
        depth: 0,
        pagination: false,
        req,
        overrideAccess: true,
      })
      const looksAfter =
        event.subject.kind === 'candidate'
          ? await readRecord({ req, collection: 'candidates', id: event.subject.id })
          : await readRecord({ req, collection: 'client-corporations', id: event.clientId })
      const userId = idOf(docs[0]?.author) ?? idOf(looksAfter?.owner)
      const to = userId ? await staffReader({ req, id: userId }) : null
      const actor = userId ? await colleagueActor({ req, id: userId }) : null
      if (!to || !actor) return
      const titles = await recordTitles({ req: seenBy({ req, actor }), records: [event.subject] })
      const about = titles.get(keyOf(event.subject))
      if (!about) return
      await tellColleague({
        req,
        event,
        kind: 'answer',
        to,
        leadsTo: event.subject,
        cause: `${name}:${event.id}`,
        agencyName,
        letter: {
          subject: `${about.title} wrote: ${mail.subject}`,
          blocks: [
            { kind: 'text', text: (mail.text ?? '').slice(0, 1_000) },
            { kind: 'action', label: 'Open the conversation', link: 0 },
          ],
          links: [{ kind: 'page', url: `${adminUrl}${about.path}/mail` }],
          about: event.subject,
        },
      })
    },
  })
