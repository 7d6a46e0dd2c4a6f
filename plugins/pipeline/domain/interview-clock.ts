import { formatSpan, type Instant, type Zone } from '#plugins/kernel/domain'
import type { InterviewMode } from './interview-plan'

/**
 * On whose clocks a reader is told the time of a talk. Who has to be at a place reads its clock first,
 * who picks up a phone reads their own; the other clock follows only when it shows another time then.
 */
const clocksFor = ({
  mode,
  placeZone,
  readerZone,
  at,
}: {
  mode: InterviewMode
  placeZone: Zone
  readerZone: Zone
  at: Instant
}): { zone: Zone; other: Zone | null } => {
  const [zone, other] = mode === 'onsite' ? [placeZone, readerZone] : [readerZone, placeZone]
  return { zone, other: showsSame({ at, a: zone, b: other }) ? null : other }
}

/** The time of a talk in words: 'Tue, March 10, 2026, 9:00 – 9:45 AM EDT', and the other clock beside it. */
export const talkWords = ({
  mode,
  startsAt,
  endsAt,
  placeZone,
  readerZone,
  locale,
}: {
  mode: InterviewMode
  startsAt: Instant
  endsAt: Instant
  placeZone: Zone
  readerZone: Zone
  locale: string
}): { when: string; otherwise: string | null; zone: Zone } => {
  const { zone, other } = clocksFor({ mode, placeZone, readerZone, at: startsAt })
  const span = (of: Zone) => formatSpan({ from: startsAt, to: endsAt, locale, zone: of })
  return { when: span(zone), otherwise: other ? span(other) : null, zone }
}

const showsSame = ({ at, a, b }: { at: Instant; a: Zone; b: Zone }): boolean =>
  a === b || wallOf({ at, zone: a }) === wallOf({ at, zone: b })

const wallOf = ({ at, zone }: { at: Instant; zone: Zone }): string =>
  new Intl.DateTimeFormat('en-GB', {
    dateStyle: 'short',
    timeStyle: 'short',
    timeZone: zone,
  }).format(new Date(at))
