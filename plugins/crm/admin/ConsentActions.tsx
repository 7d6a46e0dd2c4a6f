import { recordActions } from '#plugins/kernel/admin/server'

export const ConsentActions = recordActions({
  collection: 'consents',
  actionsFor: ({ record, id }) => [
    !record.withdrawnAt && {
      command: 'withdraw-consent',
      label: 'Take back…',
      input: { consentId: id },
      text: 'As the person told you. What was done with the consent before stays lawful; from now on it does not count.',
      tone: 'danger',
      done: 'Taken back.',
    },
  ],
})
