import { z } from 'zod'

import {
  isCareerMonth,
  isCareerYear,
  judgeEndMonth,
  languageCodes,
  languageLevelKeys,
} from '../profile'

const text = (most: number) =>
  z
    .string()
    .trim()
    .max(most, `At most ${most} characters.`)
    .nullish()
    .transform((value) => value || null)

const month = z
  .string()
  .refine((value) => value === '' || isCareerMonth(value), 'Write the month as YYYY-MM: 2021-04.')
  .nullish()
  .transform((value) => value || null)

const job = z
  .object({
    title: text(200),
    employer: text(200),
    place: text(200),
    startedIn: month,
    endedIn: month,
    description: text(10_000),
  })
  .refine((given) => judgeEndMonth(given) === true, {
    path: ['endedIn'],
    message: 'It can not have ended before it began. Correct one of the two.',
  })

const study = z.object({
  institution: text(200),
  degree: text(200),
  subject: text(200),
  endedIn: z
    .number()
    .refine(isCareerYear, 'Write the year with four digits: 2019.')
    .nullish()
    .transform((value) => value ?? null),
})

/** What a person has taken of a draft, as they left it: an empty value changes nothing. */
export const takenValues = z.object({
  firstName: text(100),
  lastName: text(100),
  email: text(254),
  phone: text(40),
  headline: text(200),
  city: text(100),
  region: text(100),
  postcode: text(16),
  profileUrl: text(300),
  country: z
    .string()
    .regex(/^(?:[A-Z]{2})?$/, 'Two letters: GB, US.')
    .nullish()
    .transform((value) => value || null),
  workHistory: z.array(job).max(60).default([]),
  education: z.array(study).max(40).default([]),
  languages: z
    .array(
      z.object({
        language: z.enum(languageCodes, 'Choose a language.'),
        level: z.enum(languageLevelKeys, 'Choose a level.').nullish(),
      }),
    )
    .max(30)
    .default([]),
  skills: z
    .array(
      z.object({
        name: z.string().trim().min(1).max(80),
        skillId: z.uuid().nullish(),
        years: z.number().int().min(0).max(70).nullish(),
      }),
    )
    .max(120)
    .default([]),
  credentialTypeIds: z.array(z.uuid()).max(40).default([]),
})

export type TakenValues = z.output<typeof takenValues>
