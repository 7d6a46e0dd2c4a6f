/** How a collection takes fields of the agency's own: `custom: { customFields: { stateField: 'state' } }`. */
export type CustomFieldSettings = {
  /** The field with the state that a field may be required in; null when records have none. */
  stateField: string | null
}

export const customSettingsOf = (collection: {
  custom?: Record<string, unknown>
}): CustomFieldSettings | null => {
  const settings: unknown = collection.custom?.customFields
  return isSettings(settings) ? settings : null
}

const isSettings = (value: unknown): value is CustomFieldSettings =>
  typeof value === 'object' && value !== null && 'stateField' in value
