import type { CollectionConfig, Config, Field, JSONField } from 'payload'

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
      en: {
        ...config.i18n?.translations?.en,
        general: {
          noLabel: '–',
          noResultsFound: 'Nothing here.',
          noResultsDescription: 'Nothing exists yet, or nothing fits the search and filters above.',
          payloadSettings: 'Your settings',
        },
      },
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
  if (field.type === 'checkbox') return { ...field, admin: withCell(field.admin, yesNoCell) }
  if (field.type === 'json') return withFacts(field)
  if (field.type === 'text' && field.hasMany)
    return { ...field, admin: withCell(field.admin, listCell) }
  return field
}

const yesNoCell = '/plugins/kernel/admin/YesNoCell#YesNoCell'
const listCell = '/plugins/kernel/admin/ListCell#ListCell'

const factsField = '/plugins/kernel/admin/FactsField#FactsField'

/** A field of its own stays. */
const withFacts = (field: JSONField): JSONField => ({
  ...field,
  admin: { ...field.admin, components: { Field: factsField, ...field.admin?.components } },
})

/** A cell of its own stays. */
const withCell = <Admin extends { components?: object }>(
  admin: Admin | undefined,
  cell: string,
) => ({
  ...admin,
  components: { Cell: cell, ...admin?.components },
})
