import { z } from 'zod'

import type { Permission } from '#plugins/agency/domain'
import { currencyCode } from '#plugins/kernel/domain'

/** What an incoming webhook is for, and which right its owner needs for it. */
export const incomingPurposes = {
  'order-request': {
    label: 'Create an order request',
    permission: 'requests.write',
    example: {
      company: 'Northgate Care',
      contactName: 'Dana Reyes',
      email: 'dana@northgate.example',
      phone: '+44 20 7946 0018',
      country: 'GB',
      jobTitle: 'Registered nurse',
      openingsCount: 2,
      workLocation: 'Northgate House, Leeds',
      startsOn: '2027-01-11',
      currency: 'GBP',
      payFrom: '21.50',
      payTo: '24.00',
      notes: 'Nights, weekends free.',
    },
  },
  application: {
    label: 'Create an application for a published job',
    permission: 'pipeline.write',
    example: {
      postingId: '0190a000-0000-7000-8000-000000000001',
      firstName: 'Imani',
      lastName: 'Okafor',
      email: 'imani@example.com',
      phone: '+44 20 7946 0321',
      country: 'GB',
      agreesToApplication: true,
    },
  },
  note: {
    label: 'Log a note on a record',
    permission: 'activity.write',
    example: {
      about: { kind: 'candidate', id: '0190a000-0000-7000-8000-000000000001' },
      text: 'Reference check finished: two of two answered.',
    },
  },
} as const satisfies Record<
  string,
  { label: string; permission: Permission; example: Record<string, unknown> }
>

export type IncomingPurpose = keyof typeof incomingPurposes

export const isIncomingPurpose = (value: unknown): value is IncomingPurpose =>
  typeof value === 'string' && Object.hasOwn(incomingPurposes, value)

export const incomingPurposeNames: readonly IncomingPurpose[] =
  Object.keys(incomingPurposes).filter(isIncomingPurpose)

const known = {
  error: (issue: { code?: string; keys?: unknown }) =>
    issue.code === 'unrecognized_keys' && Array.isArray(issue.keys)
      ? `There are no fields ${issue.keys.join(', ')}. Leave them out.`
      : undefined,
}

const text = z.string('Write this as text.')
const optional = text.nullish()

/** An hourly rate as people write it, such as 21.50, in whole 1/10,000. */
const hourlyRate = z
  .union([z.string(), z.number()], 'Write the rate per hour such as "21.50".')
  .transform((value) => String(value).trim())
  .refine((value) => /^\d{1,6}(\.\d{1,4})?$/.test(value), {
    message: 'Write the rate per hour such as "21.50", with at most four decimals.',
    abort: true,
  })
  .transform((value) => {
    const [whole = '0', part = ''] = value.split('.')
    return Number(whole) * 10_000 + Number(part.padEnd(4, '0'))
  })

/** A client's wish from another program. What the values must be, the command judges. */
export const incomingOrderRequest = z.strictObject(
  {
    company: text,
    contactName: text,
    email: text,
    phone: optional,
    country: text.optional(),
    jobTitle: text,
    openingsCount: z.number('Write the number of people without quotes.').optional(),
    workLocation: text,
    startsOn: optional,
    currency: currencyCode.optional(),
    payFrom: hourlyRate.nullish(),
    payTo: hourlyRate.nullish(),
    notes: optional,
  },
  known,
)

export const incomingApplication = z.strictObject(
  {
    postingId: text,
    firstName: text,
    lastName: text,
    email: text,
    phone: optional,
    city: optional,
    region: optional,
    country: optional,
    headline: optional,
    answer: optional,
    cv: z.strictObject({ filename: text, contentBase64: text }, known).nullish(),
    agreesToApplication: z.literal(
      true,
      'Send true when the person agreed that you pass the application on.',
    ),
    agreesToTalentPool: z.boolean('Write true or false.').optional(),
    language: text.optional(),
  },
  known,
)

export const incomingNote = z.strictObject(
  { about: z.strictObject({ kind: text, id: text }, known), text },
  known,
)

/** The names that the fields of a message for this purpose have. */
export const fieldsOfMessage = (purpose: IncomingPurpose): readonly string[] => {
  switch (purpose) {
    case 'order-request':
      return Object.keys(incomingOrderRequest.shape)
    case 'application':
      return Object.keys(incomingApplication.shape)
    case 'note':
      return Object.keys(incomingNote.shape)
  }
}
