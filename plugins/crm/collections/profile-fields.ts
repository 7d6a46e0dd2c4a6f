import type { DateField, Field, NumberField, TextField, UIField } from 'payload'

import { fieldBySystemOnly } from '#plugins/agency'
import { dayField, instantField } from '#plugins/kernel'
import { label, optionsOf } from '#plugins/kernel/domain'
import {
  judgeEndMonth,
  judgeLastDay,
  judgeMonth,
  judgeWhole,
  judgeYear,
  languageCodes,
  languageLevels,
  languageName,
  wantedWork,
} from '../domain/profile'

const wholeField = ({
  name,
  text,
  from,
  to,
  description,
}: {
  name: string
  text: string
  from: number
  to: number
  description?: string
}): NumberField => ({
  name,
  type: 'number',
  label: label(text),
  validate: (value: unknown) => judgeWhole({ value, from, to }),
  admin: description ? { description } : {},
})

const yearField = ({ name, text }: { name: string; text: string }): NumberField => ({
  name,
  type: 'number',
  label: label(text),
  validate: (value: unknown) => judgeYear(value),
  admin: { placeholder: '2019' },
})

const longText = ({ name, text }: { name: string; text: string }): TextField => ({
  name,
  type: 'text',
  label: label(text),
  maxLength: 200,
})

const inOneRow = (...fields: Field[]): Field => ({ type: 'row', fields })

/** A coordinate in degrees, where an import or a program knows it; else the postcode and town say it. */
const coordinateField = ({ name, text }: { name: string; text: string }): NumberField => ({
  name,
  type: 'number',
  label: label(text),
  access: { create: fieldBySystemOnly, update: fieldBySystemOnly },
  admin: {
    hidden: true,
    disableListColumn: true,
    disableListFilter: true,
    disableBulkEdit: true,
  },
})

/** Beside town and country: by postcode people are found within a distance. */
export const placeFields = (): Field[] => [
  { name: 'postcode', type: 'text', label: label('Postcode'), maxLength: 16 },
  coordinateField({ name: 'latitude', text: 'Latitude' }),
  coordinateField({ name: 'longitude', text: 'Longitude' }),
]

/** Kept by the database from notes, calls and mails. */
export const lastContactField = (): DateField => ({
  ...instantField({ name: 'lastContactAt', text: 'Last contact' }),
  access: { create: fieldBySystemOnly, update: fieldBySystemOnly },
  admin: {
    position: 'sidebar',
    readOnly: true,
    date: { pickerAppearance: 'dayAndTime' },
    description: 'The last note, call or mail. Follows by itself.',
    disableBulkEdit: true,
  },
})

export const languagesField = (): Field => ({
  name: 'languages',
  type: 'array',
  label: label('Languages'),
  labels: { singular: label('Language'), plural: label('Languages') },
  maxRows: 40,
  admin: { initCollapsed: false, disableListFilter: true },
  fields: [
    inOneRow(
      {
        name: 'language',
        type: 'select',
        label: label('Language'),
        required: true,
        options: languageCodes
          .map((value) => ({ value, label: label(languageName(value)) }))
          .sort((one, other) => one.label.en.localeCompare(other.label.en, 'en')),
      },
      {
        name: 'level',
        type: 'select',
        label: label('Level'),
        options: optionsOf(languageLevels),
      },
    ),
  ],
})

export const expertiseField = (): Field => ({
  name: 'expertise',
  type: 'array',
  label: label('Skills with years'),
  labels: { singular: label('Skill with years'), plural: label('Skills with years') },
  maxRows: 200,
  admin: {
    description: 'Skills of the agency’s list. By these, candidates are found for an order.',
    disableListFilter: true,
  },
  fields: [
    inOneRow(
      {
        name: 'skill',
        type: 'relationship',
        relationTo: 'skills',
        label: label('Skill'),
        required: true,
      },
      wholeField({ name: 'years', text: 'Years', from: 0, to: 70 }),
      yearField({ name: 'lastUsedYear', text: 'Last used in' }),
    ),
  ],
})

export const workHistoryField = (): Field => ({
  name: 'workHistory',
  type: 'array',
  label: label('Work history'),
  labels: { singular: label('Job'), plural: label('Jobs') },
  maxRows: 100,
  admin: { description: 'Newest first. Jobs may overlap.', disableListFilter: true },
  fields: [
    inOneRow(
      longText({ name: 'title', text: 'Job title' }),
      longText({ name: 'employer', text: 'Employer' }),
      longText({ name: 'place', text: 'Place' }),
    ),
    inOneRow(
      {
        name: 'startedIn',
        type: 'text',
        label: label('From month'),
        maxLength: 7,
        validate: (value: unknown) => judgeMonth(value),
        admin: { placeholder: '2021-04' },
      },
      {
        name: 'endedIn',
        type: 'text',
        label: label('To month'),
        maxLength: 7,
        validate: (value: unknown, { siblingData }: { siblingData: object }) =>
          judgeEndMonth({ endedIn: value, startedIn: Reflect.get(siblingData, 'startedIn') }),
        admin: { placeholder: '2023-11', description: 'Empty while it lasts.' },
      },
    ),
    { name: 'description', type: 'textarea', label: label('What they did'), maxLength: 10_000 },
  ],
})

export const educationField = (): Field => ({
  name: 'education',
  type: 'array',
  label: label('Education'),
  labels: { singular: label('Education'), plural: label('Education') },
  maxRows: 50,
  admin: { disableListFilter: true },
  fields: [
    inOneRow(
      longText({ name: 'institution', text: 'School or university' }),
      longText({ name: 'degree', text: 'Degree' }),
    ),
    inOneRow(
      longText({ name: 'subject', text: 'Subject' }),
      yearField({ name: 'endedIn', text: 'Finished in' }),
    ),
  ],
})

export const availabilityField = (): Field => ({
  name: 'availability',
  type: 'array',
  label: label('Times'),
  labels: { singular: label('Time'), plural: label('Times') },
  maxRows: 400,
  admin: {
    description: 'Times may overlap; where they do, “not available” counts.',
    disableListFilter: true,
  },
  fields: [
    inOneRow(
      {
        name: 'kind',
        type: 'select',
        label: label('Kind'),
        required: true,
        defaultValue: 'available',
        options: optionsOf({ available: 'Available', unavailable: 'Not available' }),
      },
      dayField({ name: 'from', text: 'First day', required: true }),
      {
        ...dayField({ name: 'to', text: 'Last day', description: 'Empty: until further notice.' }),
        validate: (value: unknown, { siblingData }: { siblingData: object }) =>
          judgeLastDay({ to: value, from: Reflect.get(siblingData, 'from') }),
      },
    ),
    longText({ name: 'note', text: 'Note' }),
  ],
})

/** The same times as a month. */
export const availabilityMonth: UIField = {
  name: 'availabilityMonth',
  type: 'ui',
  admin: {
    disableBulkEdit: true,
    disableListColumn: true,
    components: { Field: '/plugins/crm/admin/AvailabilityMonth#AvailabilityMonth' },
  },
}

/** What kind of work, how far away. */
export const wishFields = (): Field[] => [
  {
    name: 'employmentTypes',
    type: 'select',
    hasMany: true,
    label: label('Looks for'),
    options: optionsOf(wantedWork),
  },
  wholeField({ name: 'maxDistanceKm', text: 'Travels up to (km)', from: 0, to: 20_000 }),
  { name: 'willRelocate', type: 'checkbox', label: label('Would move for work') },
]
