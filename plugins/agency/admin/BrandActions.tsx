import { recordActions } from '#plugins/kernel/admin/server'

export const BrandActions = recordActions({
  collection: 'brands',
  actionsFor: ({ record, id }) => [
    !record.isDefault && {
      command: 'set-default-brand',
      label: 'Make it the default…',
      input: { brandId: id },
      text: 'Mails about orders that pick no brand go out under this one from now on.',
      done: 'This is the default brand now.',
    },
  ],
})
