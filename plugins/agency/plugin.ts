import type { CollectionConfig, Config, Field } from 'payload'

import { navigationRank } from './domain/navigation'

/**
 * Puts the collections into the order of an agency's day, which is the order of the navigation, takes
 * the tab with the address for programmers off every record, and lets lists show words and dashes
 * where Payload shows arrays and placeholders. Runs after all plugins.
 */
export const orderedByDay = (config: Config): Config => ({
  ...config,
  i18n: {
    ...config.i18n,
    translations: {
      ...config.i18n?.translations,
      en: { ...config.i18n?.translations?.en, general: { noLabel: '–' } },
    },
  },
  collections: (config.collections ?? [])
    .map(readable)
    .sort((a, b) => navigationRank(a.admin?.group) - navigationRank(b.admin?.group)),
})

const readable = (collection: CollectionConfig): CollectionConfig => ({
  ...collection,
  admin: { ...collection.admin, hideAPIURL: true },
  fields: collection.fields.map(withReadableCell),
})

const withReadableCell = (field: Field): Field => {
  if (field.type === 'tabs')
    return {
      ...field,
      tabs: field.tabs.map((tab) => ({ ...tab, fields: tab.fields.map(withReadableCell) })),
    }
  if (field.type !== 'text' || !field.hasMany || field.admin?.components?.Cell) return field
  return {
    ...field,
    admin: {
      ...field.admin,
      components: { ...field.admin?.components, Cell: '/plugins/kernel/admin/ListCell#ListCell' },
    },
  }
}
