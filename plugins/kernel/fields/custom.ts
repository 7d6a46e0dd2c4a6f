import type { CollectionConfig, Config, JSONField } from 'payload'

import { label } from '../domain/label'
import { guardCustomQuery } from '../hooks/guard-custom-query'
import { guardCustomValues } from '../hooks/guard-custom-values'
import { filterByOwn } from '../queries/filter-by-own'
import { customSettingsOf } from './custom-settings'
import { deriveReadableValues } from '../hooks/derive-readable-values'

/**
 * Gives every collection that takes fields of the agency's own the column of their values with its
 * guards, and keeps the others from looking into them. Runs after all plugins.
 */
export const customisedAll = (config: Config): Config => ({
  ...config,
  collections: (config.collections ?? []).map((collection) => ({
    ...withCustomFields(collection),
    hooks: {
      ...withCustomFields(collection).hooks,
      beforeOperation: [...(collection.hooks?.beforeOperation ?? []), guardCustomQuery],
    },
  })),
})

const withCustomFields = (collection: CollectionConfig): CollectionConfig =>
  customSettingsOf(collection)
    ? {
        ...collection,
        fields: [...collection.fields, customField()],
        admin: {
          ...collection.admin,
          baseFilter: filterByOwn(collection.slug),
          components: {
            ...collection.admin?.components,
            views: {
              ...collection.admin?.components?.views,
              list: { Component: '/plugins/kernel/admin/CustomisedList#CustomisedList' },
            },
          },
        },
        hooks: {
          ...collection.hooks,
          beforeChange: [...(collection.hooks?.beforeChange ?? []), guardCustomValues],
        },
      }
    : collection

/** The column, and in REST the group, that holds the values of the agency's own fields. */
const customField = (): JSONField => ({
  name: 'custom',
  type: 'json',
  label: label('Own fields'),
  hooks: { afterRead: [deriveReadableValues] },
  admin: {
    disableBulkEdit: true,
    disableListColumn: true,
    disableListFilter: true,
    components: { Field: '/plugins/kernel/admin/CustomValuesField#CustomValuesField' },
  },
})
