import type { DataFromCollectionSlug, PayloadRequest } from 'payload'
import { z } from 'zod'

import { databaseNow, moveRecord } from '#plugins/kernel'
import type { Instant } from '#plugins/kernel/domain'
import { clockStateOf } from '../domain/clock-state'
import { judgeClock, type ClockPause, type ClockReading } from '../domain/judge-clock'
import { officeCalendar } from '../queries/office-calendar'

export type Clock = DataFromCollectionSlug<'clocks'>

const storedPauses = z.array(
  z.object({
    from: z.string(),
    until: z.string().nullable(),
    reason: z.string(),
    by: z.enum(['rule', 'staff']),
  }),
)

export const pausesOf = (clock: { pauses: unknown }): ClockPause[] =>
  storedPauses.parse(clock.pauses)

/** How a stored clock stands now, by the calendar of its owner's office. */
export const readClock = async ({
  req,
  clock,
}: {
  req: PayloadRequest
  clock: Pick<
    Clock,
    | 'startedAt'
    | 'allowedMinutes'
    | 'amberPercent'
    | 'pauses'
    | 'stoppedAt'
    | 'owner'
    | 'ballIn'
    | 'clientId'
  >
}): Promise<ClockReading> =>
  judgeClock({
    clock: {
      startedAt: clock.startedAt,
      minutes: clock.allowedMinutes,
      amberPercent: clock.amberPercent,
      pauses: pausesOf(clock),
      stoppedAt: clock.stoppedAt ?? null,
    },
    calendar: await officeCalendar({
      req,
      clock: {
        ownerId: ownerOf(clock),
        ballIn: clock.ballIn,
        clientId: clock.clientId ?? null,
        startedAt: clock.startedAt,
      },
    }),
    now: await databaseNow(req),
  })

export const ownerOf = ({ owner }: Pick<Clock, 'owner'>): string | null =>
  typeof owner === 'object' ? (owner?.id ?? null) : (owner ?? null)

/**
 * Writes how a locked clock stands still and how it ended, and what follows from both: when it is due
 * and its state. Nothing is written when nothing changed.
 */
export const writeClock = async ({
  req,
  clock,
  pauses,
  end,
}: {
  req: PayloadRequest
  clock: Clock
  pauses: readonly ClockPause[]
  end: { at: Instant; isCancelled: boolean } | null
}): Promise<Clock> => {
  const after = { ...clock, pauses: [...pauses], stoppedAt: end?.at ?? null }
  const reading = await readClock({ req, clock: after })
  const data = {
    pauses: [...pauses],
    stoppedAt: end?.at ?? null,
    amberAt: reading.amberAt,
    dueAt: reading.dueAt,
  }
  const state = clockStateOf({ end, pauses, reading })
  if (state !== clock.state) {
    const moved = await moveRecord({
      req,
      collection: 'clocks',
      id: clock.id,
      locked: clock,
      to: state,
      data,
      what: 'clock',
    })
    if (!moved.ok) throw new Error(`The clock ${clock.id} could not follow: ${moved.failure.code}`)
    return moved.value
  }
  if (JSON.stringify(data) === JSON.stringify(timesOf(clock))) return clock
  return await req.payload.update({
    collection: 'clocks',
    id: clock.id,
    data,
    req,
    overrideAccess: true,
    depth: 0,
  })
}

const timesOf = (clock: Clock) => ({
  pauses: pausesOf(clock),
  stoppedAt: clock.stoppedAt ?? null,
  amberAt: clock.amberAt ?? null,
  dueAt: clock.dueAt ?? null,
})
