import { recordActions } from '#plugins/kernel/admin/server'
import { isAnswerable } from '../domain/shortlist-workflow'

/** What can be done with a shortlist that was sent. */
export const ShortlistActions = recordActions({
  collection: 'shortlists',
  actionsFor: ({ record, id }) =>
    record.sentAt
      ? [
          isAnswerable(record.state) && {
            command: 'remind-of-shortlist',
            label: 'Remind the client…',
            input: { shortlistId: id },
            text: 'Everybody who has not answered gets a mail with the link again.',
            done: 'The reminder is on its way.',
          },
          { label: 'As the client sees it', href: `/portal/shortlists/${id}`, isNewTab: true },
          { label: 'As PDF', href: `/portal/shortlists/${id}/pdf`, isNewTab: true },
        ]
      : [],
})
