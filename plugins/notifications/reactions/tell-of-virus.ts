import { defineReaction } from '#plugins/kernel'
import { tellColleague } from '../commands/tell-colleague'
import { tellReader } from '../commands/tell-reader'
import type { NotificationsOptions } from '../options'
import { readRecord } from '../queries/read-record'
import { uploaderOf } from '../queries/uploader-of'

const name = 'tell-of-virus'

/** Whoever brought a file hears that a virus was found in it: nobody else waits for it in vain. */
export const tellOfVirus = ({ agencyName, adminUrl }: NotificationsOptions) =>
  defineReaction({
    name,
    on: ['document.infected'],
    run: async ({ req, event }) => {
      const document = await readRecord({ req, collection: 'documents', id: event.subject.id })
      if (!document) return
      const by = await uploaderOf({ req, document })
      if (!by) return
      const common = { req, cause: `${name}:${event.id}`, agencyName }
      const title = document.title || 'A file'
      if (by.kind === 'person') {
        await tellReader({
          ...common,
          letter: {
            to: by.reader,
            message: { kind: 'file.infected', values: { 'file.title': title } },
            about: event.subject,
            isOwed: true,
          },
        })
        return
      }
      await tellColleague({
        ...common,
        event,
        kind: 'upload',
        to: by.reader,
        leadsTo: event.subject,
        letter: {
          subject: `A virus in “${title}”`,
          blocks: [
            {
              kind: 'text',
              text: 'The virus scan found something in a file that you uploaded. It is given to nobody. Tell whoever sent it to you, have your computer checked, and upload a clean copy.',
            },
            {
              kind: 'facts',
              facts: [
                { label: 'File', value: title },
                { label: 'Found', value: document.scanFinding ?? 'A virus' },
              ],
            },
            { kind: 'action', label: 'Open the document', link: 0 },
          ],
          links: [{ kind: 'page', url: `${adminUrl}/admin/collections/documents/${document.id}` }],
          about: event.subject,
        },
      })
    },
  })
