import type { TextField } from 'payload'

import { fieldBySystemOnly } from '#plugins/agency'

/** A secret or what is made of one, such as its hash: written by commands, read by nobody. */
export const secretField = ({
  name,
  isRequired = false,
  isUnique = false,
}: {
  name: string
  isRequired?: boolean
  isUnique?: boolean
}): TextField => ({
  name,
  type: 'text',
  hidden: true,
  required: isRequired,
  unique: isUnique,
  access: { read: fieldBySystemOnly, create: fieldBySystemOnly, update: fieldBySystemOnly },
})
