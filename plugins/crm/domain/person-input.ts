import { z } from 'zod'

const named = (what: string) =>
  z
    .string(`Please give your ${what}.`)
    .trim()
    .min(1, `Please give your ${what}.`)
    .max(100, `This ${what} is too long.`)

const optionalText = (most: number) =>
  z
    .string()
    .trim()
    .max(most, `At most ${most} characters.`)
    .nullish()
    .transform((text) => text || null)

/** A person as a form sends them. E-mail and phone are judged where the person is looked up. */
export const personInput = z.object({
  firstName: named('first name'),
  lastName: named('last name'),
  email: optionalText(254),
  phone: optionalText(40),
  city: optionalText(100),
  region: optionalText(100),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/, 'Two letters: GB, US.')
    .nullish(),
  headline: optionalText(200),
})
