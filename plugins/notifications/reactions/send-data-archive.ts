import { defineReaction } from '#plugins/kernel'
import { tellReader } from '../commands/tell-reader'
import type { NotificationsOptions } from '../options'
import { readRecord } from '../queries/read-record'
import { candidateReader, contactReader } from '../queries/readers'

const name = 'mail-data-archive'

/** Whoever asked what is kept of them gets a link that works once, at the address the agency knows. */
export const sendDataArchiveLink = ({ agencyName }: NotificationsOptions) =>
  defineReaction({
    name,
    on: ['data-archive.created'],
    run: async ({ req, event }) => {
      const archive = await readRecord({ req, collection: 'data-archives', id: event.subject.id })
      if (!archive) return
      const to = archive.candidate
        ? await candidateReader({ req, id: archive.candidate })
        : await contactReader({ req, id: archive.contact })
      if (!to) return
      await tellReader({
        req,
        cause: `${name}:${event.id}`,
        agencyName,
        letter: {
          to,
          subject: 'A copy of what we keep about you',
          blocks: [
            {
              kind: 'text',
              text: 'You can fetch everything that we keep about you: as a page to read, as data for programs, and your files.',
            },
            { kind: 'action', label: 'Fetch my data', link: 0 },
            {
              kind: 'note',
              text: 'The link works once and for 14 days. If you did not ask for it, tell us; nothing happens without the link.',
            },
          ],
          links: [
            {
              kind: 'access',
              purpose: 'privacy.archive',
              subject: event.subject,
              person: to.person,
            },
          ],
          about: event.subject,
          isOwed: true,
        },
      })
    },
  })
