import type { RelationshipField, SelectField } from 'payload'

import { label, optionsOf } from '#plugins/kernel/domain'

/** Whose it is; one row per person where that is so. */
export const candidateField = ({
  isUnique = false,
}: {
  isUnique?: boolean
} = {}): RelationshipField => ({
  name: 'candidate',
  type: 'relationship',
  relationTo: 'candidates',
  label: label('Candidate'),
  required: true,
  index: true,
  unique: isUnique,
})

export const choiceField = ({
  name,
  text,
  options,
  required = false,
}: {
  name: string
  text: string
  options: Readonly<Record<string, string>>
  required?: boolean
}): SelectField => ({
  name,
  type: 'select',
  label: label(text),
  required,
  options: optionsOf(options),
})
