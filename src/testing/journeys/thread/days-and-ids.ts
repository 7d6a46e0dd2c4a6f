import type { Page } from 'playwright-core'

/** A calendar day near today where the people of the story live, as a date field wants it. */
export const daysFromToday = (days: number): string => shifted({ day: today(), days })

/** The Monday of the week before this one: a whole week that is over. */
export const lastMonday = (): string => {
  const day = today()
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  return shifted({ day, days: -((weekday + 6) % 7) - 7 })
}

export const shifted = ({ day, days }: { day: string; days: number }): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)

const today = (): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone: 'America/New_York' }).format(new Date())

/** The record that the admin shows. */
export const idInAddress = (page: Page): string => {
  const [, id] = /\/([0-9a-f-]{36})(?:\/|$)/.exec(new URL(page.url()).pathname) ?? []
  if (!id) throw new Error(`There is no record in ${page.url()}`)
  return id
}
