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

/** The condition of a list, of those who may be used. */
export const amongUsable = (where: Condition): Readonly<Record<string, unknown>> =>
  where ? { and: [where, usable] } : usable

const usable = { unusableSince: { exists: false } } as const

/** What was asked for, without what `amongUsable` put to it. */
export const askedOf = (where: Condition): Condition => {
  if (!isRecord(where)) return where
  if (isUsable(where)) return undefined
  const { and } = where
  return Array.isArray(and) && and.length === 2 && isUsable(and[1]) ? and[0] : where
}

const isUsable = (where: Condition): boolean => JSON.stringify(where) === JSON.stringify(usable)
