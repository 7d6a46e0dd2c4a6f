import { z } from 'zod'

import { languageCodes, languageLevelKeys } from '../profile'
import type { ParsedCv } from './parse-cv'

const found = <Value extends z.ZodType>(value: Value) =>
  z.object({ value, start: z.number(), end: z.number(), confidence: z.number() })

const word = z.string().nullable()
const single = found(z.string()).nullable()

/** What was read from a CV, as a draft keeps it. */
export const parsedCv: z.ZodType<ParsedCv> = z.object({
  firstName: single,
  lastName: single,
  email: single,
  phone: single,
  headline: single,
  city: single,
  region: single,
  postcode: single,
  country: single,
  links: z.array(found(z.string())),
  workHistory: z.array(
    found(
      z.object({
        title: word,
        employer: word,
        place: word,
        startedIn: word,
        endedIn: word,
        isYearOnly: z.boolean(),
        description: word,
      }),
    ),
  ),
  education: z.array(
    found(
      z.object({
        institution: word,
        degree: word,
        subject: word,
        endedIn: z.number().nullable(),
      }),
    ),
  ),
  skills: z.array(
    found(z.object({ name: z.string(), skillId: word, years: z.number().nullable() })),
  ),
  languages: z.array(
    found(
      z.object({
        language: z.enum(languageCodes),
        level: z.enum(languageLevelKeys).nullable(),
      }),
    ),
  ),
  certificates: z.array(found(z.object({ name: z.string(), issuedIn: word }))),
})
