import { calendarDay, currencyCode, isDay, isWallTime, isZone } from '#plugins/kernel/domain'
import { z } from 'zod'
import { mostAtOnce } from './bulk'
import { employmentTypes } from './employment-type'
import { mostSlots } from './interview-times'
import { rejectReasons } from './reasons'
import { screeningKinds, screeningKnockOuts } from './screening'

/** The id of a record that a person chose. */
export const chosen = (what: string) => z.uuid(`Choose ${what}.`)

/** Several candidates of boards or lists, in no order. */
export const chosenSubmissions = z
  .array(chosen('a candidate'))
  .min(1, 'Choose at least one candidate.')
  .max(mostAtOnce, `At most ${mostAtOnce} candidates at once.`)

export const requiredText = ({ what, most }: { what: string; most: number }) =>
  z
    .string(`Please fill in ${what}.`)
    .trim()
    .min(1, `Please fill in ${what}.`)
    .max(most, `At most ${most} characters.`)

/** Text that may be left out; nothing written is null. */
export const optionalText = (most: number) =>
  z
    .string()
    .trim()
    .max(most, `At most ${most} characters.`)
    .nullish()
    .transform((text) => text || null)

export const stageName = requiredText({ what: 'the name', most: 60 })

export const stageColour = z
  .string('Choose a colour.')
  .regex(/^#[0-9a-f]{6}$/i, 'Write the colour as #1f6feb.')

export const reasonText = requiredText({ what: 'a reason', most: 2_000 })

/** An hourly rate in 1/10,000 of the currency unit. */
export const rateE4 = z
  .number('Enter a rate per hour.')
  .int('Enter the rate with at most four decimals.')
  .min(1, 'A rate must be more than zero.')
  .max(100_000_000_000, 'This rate is too large.')

/** Whole minor units of a currency. */
export const amountMinor = z
  .number('Enter an amount.')
  .int('Enter a whole amount.')
  .min(0, 'An amount cannot be negative.')
  .max(Number.MAX_SAFE_INTEGER, 'This amount is too large.')

export const openingsCount = z
  .number('Enter how many people you need.')
  .int('Enter a whole number.')
  .min(1, 'At least one.')
  .max(500, 'At most 500 at once.')

export const wallTime = z.string('Choose a time.').refine(isWallTime, 'Write the time as HH:MM.')

/** A day and a time on a clock on the wall, as a field for both sends it. */
const wallMoment = z
  .string('Choose a day and a time.')
  .refine((text) => isDay(text.slice(0, 10)) && text[10] === 'T' && isWallTime(text.slice(11)), {
    error: 'Write a day and a time as YYYY-MM-DDTHH:MM.',
  })

/** Times to choose from beside the first. */
export const otherTimes = z
  .array(wallMoment)
  .max(mostSlots - 1, `At most ${mostSlots} times at once.`)
  .default([])

export const zoneName = z
  .string('Choose a time zone.')
  .refine(isZone, 'Write an IANA zone such as Europe/London.')

export const rejectReason = z.enum(rejectReasons, 'Choose a reason from the list.')

const list = z.array(z.string().trim().min(1).max(200)).max(50, 'At most 50 lines.')

/** Everything of an order but who it is for. */
export const orderTermsInput = z.object({
  title: requiredText({ what: 'the title', most: 160 }),
  /** Without one: by the routing rules, else whoever takes the order. */
  ownerId: chosen('an owner').nullish(),
  category: optionalText(80),
  language: z
    .string()
    .regex(/^[a-z]{2}$/, 'Two small letters: en, es, pl.')
    .nullish(),
  workLocationId: chosen('a work location').nullish(),
  employmentType: z.enum(employmentTypes, 'Choose the employment type.'),
  openingsCount: openingsCount.default(1),
  description: optionalText(20_000),
  mustHaves: list.default([]),
  niceToHaves: list.default([]),
  screeningQuestion: optionalText(300),
  screeningKind: z.enum(screeningKinds).default('none'),
  screeningKnockOut: z.enum(screeningKnockOuts).default('none'),
  /** Without one: that of the request, else of the client. */
  currency: currencyCode.optional(),
  payRateE4: rateE4.nullish(),
  billRateE4: rateE4.nullish(),
  salaryFromMinor: amountMinor.nullish(),
  salaryToMinor: amountMinor.nullish(),
  feeBp: z
    .number()
    .int()
    .min(0, 'The fee is a share of the salary: 0 to 100 %.')
    .max(10_000, 'The fee is a share of the salary: 0 to 100 %.')
    .nullish(),
  feeFlatMinor: amountMinor.nullish(),
  hoursPerWeekMinutes: z.number().int().min(0).max(10_080, 'A week has 168 hours.').nullish(),
  startsOn: calendarDay.nullish(),
  endsOn: calendarDay.nullish(),
  rateCardId: chosen('a rate card').nullish(),
  credentialTypeIds: z.array(chosen('a credential')).max(30).default([]),
})

export type OrderTermsInput = z.output<typeof orderTermsInput>

/** The same where a template may say what was left out. */
export const templatedTermsInput = orderTermsInput.extend({
  title: requiredText({ what: 'the title', most: 160 }).optional(),
  employmentType: z.enum(employmentTypes, 'Choose the employment type.').optional(),
  templateId: chosen('a template').nullish(),
})
