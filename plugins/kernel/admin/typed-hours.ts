import { formatMinutes } from '#plugins/kernel/domain'

/** Minutes as they are typed and read, '37:30'; nothing where nothing is known. */
export const typedHours = (minutes: number | null | undefined): string =>
  minutes === null || minutes === undefined || !Number.isFinite(minutes)
    ? ''
    : formatMinutes(minutes)

/** '37:30', '37.5', '37,5' or '38' hours in minutes; null when it is none of them. */
export const minutesTyped = (text: string): number | null => {
  const clock = /^(\d{1,3}):([0-5]\d)$/.exec(text.trim())
  if (clock) return Number(clock[1]) * 60 + Number(clock[2])
  const decimal = /^\d{1,3}(?:[.,]\d{1,2})?$/.exec(text.trim())
  if (!decimal) return null
  const minutes = Number(decimal[0].replace(',', '.')) * 60
  return Number.isInteger(minutes) ? minutes : null
}
