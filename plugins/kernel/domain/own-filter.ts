import { z } from 'zod'

import type { CustomField } from './custom-field'
import { readCondition } from './custom-filter'

/** One comparison of a list's filter, as it stands in the address of the list. */
const ownCondition = z.object({
  key: z.string().max(60),
  operator: z.string().max(30),
  value: z.union([z.string().max(500), z.number(), z.boolean()]),
})

export type OwnCondition = z.output<typeof ownCondition>

const mostConditions = 10

/**
 * The comparisons in an address, as far as they can be made with these fields. Others are left out: the
 * address may be old, and the field gone or closed to the reader since.
 */
export const conditionsIn = ({
  text,
  fields,
}: {
  text: unknown
  fields: readonly CustomField[]
}): OwnCondition[] => {
  const list = z.array(ownCondition).max(mostConditions).safeParse(parsed(text))
  if (!list.success) return []
  return list.data.filter(({ key, operator, value }) => {
    const field = fields.find((one) => one.key === key)
    return field !== undefined && readCondition({ field, operator, value }).ok
  })
}

const parsed = (text: unknown): unknown => {
  if (typeof text !== 'string') return null
  try {
    return JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}
