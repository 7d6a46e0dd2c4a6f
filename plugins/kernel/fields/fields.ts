import type { DateField, Field, NumberField, TextField } from 'payload'

import { isDay, isWallTime, isZone } from '../domain'
import { label } from '../domain/label'
import { stateOptions, type Workflow } from '../domain/workflow'

/** The state of a record: text checked by the workflow table, changed by actions, shown as a pill. */
export const stateField = ({ workflow }: { workflow: Workflow }): TextField => ({
  name: 'state',
  type: 'text',
  label: label('State'),
  index: true,
  required: true,
  defaultValue: workflow.initial,
  validate: (value: unknown) =>
    typeof value === 'string' && Object.hasOwn(workflow.states, value)
      ? true
      : `Choose one of: ${Object.keys(workflow.states).join(', ')}.`,
  admin: {
    readOnly: true,
    position: 'sidebar',
    custom: {
      states: Object.fromEntries(
        stateOptions(workflow).map(({ value, label: text }) => [
          value,
          { label: text, tone: workflow.states[value]?.tone },
        ]),
      ),
    },
    components: {
      Field: '/plugins/kernel/admin/StateField#StateField',
      Cell: '/plugins/kernel/admin/StateCell#StateCell',
    },
  },
})

export const referenceField = (): TextField => ({
  name: 'ref',
  type: 'text',
  label: label('Reference'),
  unique: true,
  index: true,
  admin: { readOnly: true, position: 'sidebar', description: 'Given once, never changed.' },
  access: { create: () => false, update: () => false },
})

/** A calendar day without time or zone: `YYYY-MM-DD`. */
export const dayField = ({
  name,
  text,
  description,
  required = false,
}: {
  name: string
  text: string
  description?: string
  required?: boolean
}): TextField => ({
  name,
  type: 'text',
  label: label(text),
  required,
  validate: (value: unknown) => {
    if (value === null || value === undefined || value === '')
      return required ? 'Please choose a day.' : true
    return (typeof value === 'string' && isDay(value)) || 'Write the day as YYYY-MM-DD.'
  },
  admin: {
    ...(description ? { description } : {}),
    components: {
      Field: '/plugins/kernel/admin/DayField#DayField',
      Cell: '/plugins/kernel/admin/DayCell#DayCell',
    },
  },
})

export const instantField = ({
  name,
  text,
  readOnly = true,
}: {
  name: string
  text: string
  readOnly?: boolean
}): DateField => ({
  name,
  type: 'date',
  label: label(text),
  admin: { readOnly, date: { pickerAppearance: 'dayAndTime' } },
})

/** A time on a clock on the wall, `HH:MM`. */
export const clockField = ({ name, text }: { name: string; text: string }): TextField => ({
  name,
  type: 'text',
  label: label(text),
  required: true,
  maxLength: 5,
  validate: (value: unknown) =>
    (typeof value === 'string' && isWallTime(value)) || 'Write the time as 09:00 or 17:30.',
  admin: { placeholder: '09:00' },
})

export const zoneField = ({ required = true }: { required?: boolean } = {}): TextField => ({
  name: 'zone',
  type: 'text',
  label: label('Time zone'),
  required,
  defaultValue: 'UTC',
  validate: (value: unknown) =>
    (!required && !value) ||
    (typeof value === 'string' && isZone(value)) ||
    'Write an IANA zone such as Europe/London.',
  admin: { description: 'IANA name, for example America/New_York.' },
})

export const currencyField = (): TextField => ({
  name: 'currency',
  type: 'text',
  label: label('Currency'),
  required: true,
  defaultValue: 'USD',
  maxLength: 3,
  validate: (value: unknown) =>
    (typeof value === 'string' && /^[A-Z]{3}$/.test(value)) ||
    'Three capital letters: EUR, GBP, USD.',
})

/** Whole minor units; the database checks it too. Shown and typed in major units. */
export const minorField = ({
  name,
  text,
  required = false,
  description,
}: {
  name: `${string}Minor`
  text: string
  required?: boolean
  description?: string
}): NumberField => ({
  name,
  type: 'number',
  label: label(text),
  required,
  validate: wholeWithin({ required, unit: 'minor units (cents)' }),
  admin: {
    ...(description ? { description } : {}),
    components: {
      Field: '/plugins/kernel/admin/AmountField#AmountField',
      Cell: '/plugins/kernel/admin/AmountCell#AmountCell',
    },
    // The digits follow from the currency beside it.
    custom: { isMinor: true },
  },
})

/** An hourly rate in 1/10,000 of the currency unit. Shown and typed in major units. */
export const rateField = ({
  name,
  text,
  required = false,
  description,
}: {
  name: `${string}RateE4`
  text: string
  required?: boolean
  description?: string
}): NumberField => ({
  name,
  type: 'number',
  label: label(text),
  required,
  min: 0,
  validate: wholeWithin({ required, unit: '1/10,000 of the currency unit' }),
  admin: {
    ...(description ? { description } : {}),
    components: {
      Field: '/plugins/kernel/admin/AmountField#AmountField',
      Cell: '/plugins/kernel/admin/AmountCell#AmountCell',
    },
    custom: { scale: 4 },
  },
})

/** Whole minutes. Shown and typed as hours and minutes. */
export const minutesField = ({
  name,
  text,
  required = false,
  description,
  most,
}: {
  name: `${string}Minutes` | 'minutes'
  text: string
  required?: boolean
  description?: string
  /** The largest number of minutes that makes sense. */
  most?: number
}): NumberField => ({
  name,
  type: 'number',
  label: label(text),
  required,
  validate: (value: unknown) =>
    typeof value === 'number' && most !== undefined && (value < 0 || value > most)
      ? `At most ${most / 60} hours.`
      : wholeWithin({ required, unit: 'minutes' })(value),
  admin: {
    ...(description ? { description } : {}),
    components: {
      Field: '/plugins/kernel/admin/MinutesField#MinutesField',
      Cell: '/plugins/kernel/admin/MinutesCell#MinutesCell',
    },
  },
})

/** Basis points: 2,000 is 20 %. Shown and typed in percent. */
export const basisPointsField = ({
  name,
  text,
  required = false,
  description,
}: {
  name: `${string}Bp`
  text: string
  required?: boolean
  description?: string
}): NumberField => ({
  name,
  type: 'number',
  label: label(text),
  required,
  validate: wholeWithin({ required, unit: 'basis points' }),
  admin: {
    ...(description ? { description } : {}),
    components: {
      Field: '/plugins/kernel/admin/AmountField#AmountField',
      Cell: '/plugins/kernel/admin/AmountCell#AmountCell',
    },
    custom: { scale: 2, suffix: '%' },
  },
})

export const addressFields = (): Field[] => [
  { name: 'line1', type: 'text', label: label('Street') },
  { name: 'line2', type: 'text', label: label('Second line') },
  { name: 'postalCode', type: 'text', label: label('Postcode') },
  { name: 'city', type: 'text', label: label('Town') },
  { name: 'region', type: 'text', label: label('State or region') },
  {
    name: 'country',
    type: 'text',
    label: label('Country'),
    defaultValue: 'US',
    validate: (value: unknown) =>
      !value || (typeof value === 'string' && /^[A-Z]{2}$/.test(value)) || 'Two letters: GB, US.',
  },
]

const wholeWithin =
  ({ required, unit }: { required: boolean; unit: string }) =>
  (value: unknown): string | true => {
    if (value === null || value === undefined) return required ? 'Please fill this in.' : true
    return Number.isSafeInteger(value) || `A whole number of ${unit} is needed.`
  }
