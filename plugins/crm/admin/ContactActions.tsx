import { recordActions } from '#plugins/kernel/admin/server'

export const ContactActions = recordActions({
  collection: 'client-contacts',
  actionsFor: ({ record, id, may }) => [
    !record.portalAccount &&
      may('clients.write') && {
        command: 'grant-portal-access',
        label: 'Give portal access…',
        input: { contactId: id },
        text: 'They sign in by a link in a mail, and see the orders, shortlists, timesheets and invoices of their company.',
        tone: 'primary',
        done: 'Access given.',
      },
  ],
})
