import type { CollectionConfig } from 'payload'

import { fieldBySystemOnly, staffAccess } from '#plugins/agency'
import { label, optionsOf } from '#plugins/kernel/domain'
import { skillCategories } from '../domain/skill-list'
import { guardSkillInUse } from '../hooks/guard-skill-in-use'
import { guardSkillWords } from '../hooks/guard-skill-words'

const bySystem = { create: fieldBySystemOnly, update: fieldBySystemOnly }

/** What people can do, in the agency's own words, with the other words people use for it. */
export const Skills: CollectionConfig = {
  slug: 'skills',
  labels: { singular: label('Skill'), plural: label('Skills') },
  versions: false,
  access: staffAccess({
    read: 'candidates.read',
    write: 'settings.write',
    remove: 'settings.write',
  }),
  hooks: { beforeChange: [guardSkillWords], beforeDelete: [guardSkillInUse] },
  custom: { announce: { subject: 'skill', silent: ['keys'] } },
  admin: {
    group: 'Candidates',
    useAsTitle: 'name',
    defaultColumns: ['name', 'aliases', 'category'],
    listSearchableFields: ['name'],
    description:
      'Words of candidates and CVs are brought to these names. A candidate keeps words that no skill knows.',
  },
  defaultSort: 'name',
  defaultPopulate: { name: true },
  fields: [
    {
      name: 'name',
      type: 'text',
      label: label('Name'),
      required: true,
      unique: true,
      maxLength: 80,
    },
    {
      name: 'aliases',
      type: 'text',
      hasMany: true,
      label: label('Other words for it'),
      maxLength: 80,
      maxRows: 50,
      admin: { description: 'Abbreviations, other spellings, other languages: RN, NodeJS, CDL-A.' },
    },
    {
      name: 'category',
      type: 'select',
      label: label('Category'),
      required: true,
      defaultValue: 'other',
      index: true,
      options: optionsOf(skillCategories),
    },
    {
      name: 'number',
      type: 'number',
      label: label('Number'),
      unique: true,
      access: bySystem,
      admin: {
        readOnly: true,
        position: 'sidebar',
        description: 'By which the search keeps it. Given once, never changed.',
      },
    },
    {
      name: 'keys',
      type: 'text',
      hasMany: true,
      label: label('Found by'),
      access: bySystem,
      admin: { hidden: true, disableListColumn: true, disableListFilter: true },
    },
  ],
}
