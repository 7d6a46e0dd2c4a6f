import { recordActions } from '#plugins/kernel/admin/server'
import { blockAction } from './block-action'

export const ClientActions = recordActions({
  collection: 'client-corporations',
  actionsFor: ({ record, id }) => [
    { label: 'Boards', href: `/admin/desk?client=${id}` },
    {
      command: 'create-job-order',
      label: 'New order…',
      input: { clientId: id },
      fields: [
        { name: 'title', label: 'Job title', type: 'text', isRequired: true },
        {
          name: 'employmentType',
          label: 'Employment type',
          type: 'select',
          isRequired: true,
          value: 'temp',
          options: [
            { value: 'temp', label: 'Temporary' },
            { value: 'contract', label: 'Contract' },
            { value: 'permanent', label: 'Permanent' },
          ],
        },
        {
          name: 'contactId',
          label: 'Contact',
          type: 'relation',
          collection: 'client-contacts',
          titleFields: ['name'],
          only: { client: id },
        },
        { name: 'openingsCount', label: 'Openings', type: 'number', value: 1, least: 1, most: 500 },
        { name: 'startsOn', label: 'Start', type: 'day' },
        { name: 'currency', label: 'Currency', type: 'text', value: record.currency },
      ],
      tone: 'primary',
      done: 'The order is there.',
      opens: { collection: 'job-orders', key: 'jobOrderId' },
    },
    {
      command: 'draft-invoice-from-time',
      label: 'Draft invoice…',
      input: { clientId: id },
      text: 'Takes all approved hours of whole weeks that no invoice holds yet: one draft for each currency. When more was taken back than worked, the draft is a credit note.',
      fields: [
        {
          name: 'legalEntityId',
          label: 'Issued by',
          type: 'relation',
          isRequired: true,
          collection: 'legal-entities',
          titleFields: ['name'],
        },
        { name: 'throughOn', label: 'Weeks that end by', type: 'day', isRequired: true },
        {
          name: 'groupBy',
          label: 'One line per',
          type: 'select',
          isRequired: true,
          options: [
            { value: 'timesheet', label: 'Timesheet and kind of hour' },
            { value: 'placement', label: 'Placement and kind of hour' },
          ],
        },
        {
          name: 'currency',
          label: 'Only in',
          type: 'text',
          placeholder: record.currency,
          description: 'A currency such as EUR. Empty: all, each on a draft of its own.',
        },
      ],
      done: 'Drafted. Drafts in other currencies are in the list of invoices.',
      opens: { collection: 'invoices', key: 'invoiceId' },
    },
    blockAction({
      input: { clientId: id },
      other: {
        name: 'candidateId',
        label: 'Candidate',
        type: 'relation',
        isRequired: true,
        collection: 'candidates',
        except: { state: 'merged' },
        titleFields: ['name'],
      },
    }),
  ],
})
