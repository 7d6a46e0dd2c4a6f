import { recordActions } from '#plugins/kernel/admin/server'

export const LegalEntityActions = recordActions({
  collection: 'legal-entities',
  actionsFor: ({ record, id }) => [
    !record.isBase && {
      command: 'set-base-company',
      label: 'Report in this currency…',
      input: { legalEntityId: id },
      text: `Dashboards and reports add up in ${record.currency} from now on. Invoices and payments keep the currency they were booked in.`,
      done: 'The agency now reports in this currency.',
    },
  ],
})
