import type { CommandAction } from '#plugins/kernel/admin'
import type { PersonRef } from '#plugins/kernel/domain'
import { erasureGrounds } from '../domain/privacy'
import type { WhatIsKept } from '../queries/what-is-kept'

/** What can be done about a person's data now; the commands judge again. */
export const privacyActions = ({
  person,
  kept,
}: {
  person: PersonRef
  kept: WhatIsKept
}): CommandAction[] => {
  const input = person.kind === 'candidate' ? { candidateId: person.id } : { contactId: person.id }
  if (kept.erased) return []
  return [
    {
      command: 'send-data-archive',
      label: 'Send a copy…',
      input,
      text: 'The person gets a mail with a link that fetches, once, everything that is kept of them: a page, data and files.',
      tone: 'primary',
      done: 'The link is on its way.',
    },
    {
      command: 'place-legal-hold',
      label: 'Place legal hold…',
      input,
      text: 'Nobody can erase this person, and no retention rule touches the records, until the hold is released.',
      fields: [
        {
          name: 'reason',
          label: 'Why',
          type: 'text',
          isRequired: true,
          description: 'The case or the authority. It is not shown to the person.',
        },
      ],
      done: 'Held.',
    },
    {
      command: 'erase-person',
      label: 'Erase…',
      input,
      text: 'Name, contact data, CV, messages and notes are gone for good, in every record, mail and file. Counts stay for statistics, and what the law asks for stays for its years.',
      fields: [
        {
          name: 'ground',
          label: 'Why',
          type: 'select',
          isRequired: true,
          options: Object.entries(erasureGrounds).map(([value, label]) => ({ value, label })),
        },
      ],
      tone: 'danger',
      done: 'Erased.',
    },
  ]
}
