import { z } from 'zod'

import { actorNames, defineReaction, keyOf, recordTitles, seenBy } from '#plugins/kernel'
import { tellColleague } from '../commands/tell-colleague'
import type { NotificationsOptions } from '../options'
import { readRecord } from '../queries/read-record'
import { colleagueActor, staffReader } from '../queries/readers'

const name = 'tell-mentioned'

const mention = z.object({ note: z.string(), mentioned: z.array(z.string()) })

/** Whoever is named in a note hears of it, with the words of the note and the record it is about. */
export const tellMentioned = ({ agencyName, adminUrl }: NotificationsOptions) =>
  defineReaction({
    name,
    on: ['note.added', 'note.changed', 'call.logged'],
    run: async ({ req, event }) => {
      const parsed = mention.safeParse(event.changes)
      if (!parsed.success) return
      const note = await readRecord({ req, collection: 'notes', id: parsed.data.note })
      if (!note || note.removedAt) return
      const author = (await actorNames({ req, events: [event] }))(event)
      for (const id of parsed.data.mentioned) {
        const to = await staffReader({ req, id })
        const actor = await colleagueActor({ req, id })
        if (!to || !actor) continue
        const titles = await recordTitles({
          req: seenBy({ req, actor }),
          records: [event.subject],
        })
        const about = titles.get(keyOf(event.subject))
        if (!about) continue
        await tellColleague({
          req,
          event,
          kind: 'mention',
          to,
          leadsTo: event.subject,
          cause: `${name}:${event.id}`,
          agencyName,
          letter: {
            subject: `${author} mentioned you: ${about.title}`,
            blocks: [
              { kind: 'facts', facts: [{ label: 'About', value: about.title }] },
              { kind: 'text', text: note.text ?? '' },
              { kind: 'action', label: 'Open the record', link: 0 },
            ],
            links: [{ kind: 'page', url: `${adminUrl}${about.path}` }],
            about: event.subject,
          },
        })
      }
    },
  })
