import {
  epochMsOf,
  ok,
  refuseInput,
  refuseState,
  type Instant,
  type Result,
} from '#plugins/kernel/domain'
import { meetingTime } from './meeting-time'

/** A stretch of time, its end not part of it. */
export type Span = { startsAt: Instant; endsAt: Instant }

/** A time that was put to the candidate; `id` names it in links and forms. */
export type Slot = Span & { id: string }

/** Most times that are put to a candidate at once. */
export const mostSlots = 8

/** The times of an interview; one from before there was a choice has the time it names. */
export const slotsOf = ({
  slots,
  startsAt,
  endsAt,
}: Span & {
  slots?: readonly (Span & { id?: string | null })[] | null | undefined
}): Slot[] =>
  slots && slots.length > 0
    ? slots.map((slot) => ({ ...slot, id: slot.id ?? slot.startsAt }))
    : [{ startsAt, endsAt, id: startsAt }]

/** Once an interview stood in calendars, they take another time only as a newer version (RFC 5546). */
export const nextSequence = ({ sequence }: { sequence: number }): { sequence: number } => ({
  sequence: sequence > 0 ? sequence + 1 : 0,
})

export const overlaps = (a: Span, b: Span): boolean =>
  epochMsOf(a.startsAt) < epochMsOf(b.endsAt) && epochMsOf(b.startsAt) < epochMsOf(a.endsAt)

/**
 * The times of an interview as instants, the earliest first: one day and time, and others to choose
 * from as `YYYY-MM-DDTHH:MM`, all on the clock of one place. Refuses, beside its field, a time that has
 * passed, that a clock change leaves out, or that overlaps another one of the same proposal.
 */
export const slotsFrom = ({
  day,
  time,
  otherTimes,
  zone,
  durationMinutes,
  now,
}: {
  day: string
  time: string
  otherTimes: readonly string[]
  zone: string
  durationMinutes: number
  now: Instant
}): Result<Span[]> => {
  const common = { zone, durationMinutes, now }
  const first = meetingTime({ ...common, day, time })
  if (!first.ok) return first
  const spans: Span[] = [first.value]
  for (const wall of otherTimes) {
    const [otherDay = '', otherTime = ''] = wall.split('T')
    const span = meetingTime({ ...common, day: otherDay, time: otherTime })
    if (!span.ok) {
      const message = Object.values(span.failure.fields ?? {})[0] ?? span.failure.message
      return refuseInput({ otherTimes: `${otherDay} ${otherTime}: ${message}` })
    }
    if (spans.some((known) => overlaps(known, span.value)))
      return refuseInput({
        otherTimes: `${otherDay} ${otherTime} overlaps another time of this proposal.`,
      })
    spans.push(span.value)
  }
  return ok(spans.toSorted((a, b) => epochMsOf(a.startsAt) - epochMsOf(b.startsAt)))
}

/**
 * The times of an interview that can be agreed on now: still to come, and no time of somebody who is
 * needed for it. `taken` are the agreed interviews of those people.
 */
export const freeSlots = <Known extends Span>({
  slots,
  taken,
  now,
}: {
  slots: readonly Known[]
  taken: readonly Span[]
  now: Instant
}): Known[] =>
  slots.filter(
    (slot) =>
      epochMsOf(slot.startsAt) > epochMsOf(now) && !taken.some((other) => overlaps(other, slot)),
  )

/**
 * The time that a candidate agrees to. Without naming one there has to be only one. A time that is no
 * longer among those proposed, has passed, or is somebody else’s by now, is refused in words.
 */
export const judgeChoice = ({
  slots,
  slotId,
  taken,
  now,
}: {
  slots: readonly Slot[]
  slotId: string | null
  taken: readonly Span[]
  now: Instant
}): Result<Slot> => {
  const [only, ...others] = slots
  const slot = slotId === null && others.length === 0 ? only : slots.find(({ id }) => id === slotId)
  if (slotId === null && !slot) return refuseInput({ slotId: 'Choose one of the times.' })
  if (!slot)
    return refuseState({
      code: 'interview-times-changed',
      message: 'Other times are proposed by now. Please look at them and choose again.',
    })
  if (epochMsOf(slot.startsAt) <= epochMsOf(now))
    return refuseState({
      code: 'interview-passed',
      message:
        others.length > 0
          ? 'This time has passed. Please choose another one.'
          : 'This time has passed. Please call us for another one.',
    })
  if (taken.some((other) => overlaps(other, slot)))
    return refuseState({
      code: 'interview-time-taken',
      message:
        freeSlots({ slots, taken, now }).length > 0
          ? 'Somebody else has just taken this time. Please choose another one.'
          : 'This time is taken by now. Please ask for another one.',
    })
  return ok(slot)
}
