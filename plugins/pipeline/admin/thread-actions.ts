import type { CommandAction } from '#plugins/kernel/admin'

/** The dialog says who will read it, so that nobody takes it for a note. */
export const writeToClientAction = ({
  jobOrderId,
  clientId,
  contact,
}: {
  jobOrderId: string
  clientId: string
  /** Who wrote or got the last message. */
  contact: { id: string; title: string } | null
}): CommandAction => ({
  command: 'write-to-client',
  label: 'Send to the client…',
  input: { jobOrderId },
  text: 'The client reads this: the contact gets it by mail, and every contact of the client who has a login sees it in the portal. It cannot be taken back.',
  fields: [
    {
      name: 'contactId',
      label: 'To',
      type: 'relation',
      collection: 'client-contacts',
      titleFields: ['firstName', 'lastName'],
      only: { client: clientId },
      description: 'Empty: the contact of the order.',
      ...(contact ? { value: contact } : {}),
    },
    { name: 'text', label: 'Message to the client', type: 'textarea', isRequired: true },
  ],
  done: 'Sent to the client.',
})

/** The message of a step of a playbook, to the contact of the order; it can be changed before it goes. */
export const stepMessageAction = ({
  jobOrderId,
  message,
}: {
  jobOrderId: string
  message: string
}): CommandAction => ({
  command: 'write-to-client',
  label: 'Write to the client…',
  input: { jobOrderId },
  text: 'The contact of the order gets it by mail, and every contact of the client who has a login sees it in the portal. It cannot be taken back.',
  fields: [
    {
      name: 'text',
      label: 'Message to the client',
      type: 'textarea',
      isRequired: true,
      value: message,
    },
  ],
  done: 'Sent to the client.',
})
