import { recordActions } from '#plugins/kernel/admin/server'

export const IntakeFormActions = recordActions({
  collection: 'intake-forms',
  actionsFor: ({ record }) => [
    record.isActive !== false &&
      Boolean(record.slug) && {
        label: 'Open the page',
        href: `/request-staff/${record.slug}`,
        isNewTab: true,
      },
  ],
})
