/** A condition of Payload, as it came: read here, never trusted. */
type Condition = unknown

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Whether a condition holds only for records that the asker named by id. */
export const asksByIdOnly = (where: Condition): boolean => {
  if (!isRecord(where)) return false
  const { id, and } = where
  const isNamed = isRecord(id) && (Object.hasOwn(id, 'equals') || Object.hasOwn(id, 'in'))
  return isNamed || (Array.isArray(and) && and.some(asksByIdOnly))
}

/** Whether a condition asks by name for those who may not be used. */
export const asksForUnusable = (where: Condition): boolean => {
  if (Array.isArray(where)) return where.some(asksForUnusable)
  if (!isRecord(where)) return false
  return Object.hasOwn(where, 'unusableSince') || Object.values(where).some(asksForUnusable)
}
