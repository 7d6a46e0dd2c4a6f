import { formatMinutes } from '#plugins/kernel/domain'

export type Fact = { label: string; value: string }

/** First and last name as one, whatever is missing. */
export const fullName = ({
  firstName,
  lastName,
}: {
  firstName?: string | null | undefined
  lastName?: string | null | undefined
}): string =>
  [firstName, lastName]
    .map((part) => part?.trim() ?? '')
    .filter(Boolean)
    .join(' ')

/** The name somebody is called by: the first word of a full name, for people known by that only. */
export const firstNameOf = (name: string): string => name.trim().split(/\s+/)[0] ?? ''

/** How a mail begins: by the first name, or without a name when none is known. */
export const greetingFor = (firstName: string | null | undefined): string => {
  const name = firstName?.trim()
  return name ? `Hello ${name},` : 'Hello,'
}

/** How a mail ends: signed by the person who looks after the matter, and by the agency. */
export const closingFor = ({
  signedBy,
  agencyName,
}: {
  signedBy: string | null
  agencyName: string
}): string => `Kind regards, ${[signedBy?.trim(), agencyName].filter(Boolean).join(' · ')}`

/**
 * The English in which dates and money are written to a company of a country (ISO 3166-1 alpha-2):
 * American in the United States, British elsewhere.
 */
export const englishFor = (country: string | null | undefined): string =>
  !country || country.toUpperCase() === 'US' ? 'en-US' : 'en-GB'

/** '3 candidates', '1 candidate'. */
export const plural = ({
  count,
  one,
  many,
}: {
  count: number
  one: string
  many: string
}): string => `${count} ${count === 1 ? one : many}`

/** Worked minutes for people: '37:15 hours'. */
export const hoursLabel = (minutes: number): string => `${formatMinutes(minutes)} hours`

/** The address in a sender written `Name <address>`; the whole text when it is the address alone. */
export const addressIn = (sender: string): string => /<([^<>]+)>/.exec(sender)?.[1] ?? sender.trim()
