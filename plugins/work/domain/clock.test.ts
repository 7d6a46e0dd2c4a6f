import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { runsOf, type ClockEvent, type ClockRule } from './clock-rule'
import { judgeClock, type ClockPause } from './judge-clock'
import { usualCalendar } from './working-time'

const rule: ClockRule = {
  kind: 'order-first-shortlist',
  label: 'First shortlist',
  subject: 'job-order',
  ballIn: 'agency',
  minutes: 510,
  startsOn: ['activated', 'resumed>active'],
  stopsOn: ['sent'],
  cancelsOn: ['lost'],
  pausesOn: { held: 'The order is on hold' },
  resumesOn: ['resumed'],
}

/** `activated sent` as events a minute apart. */
const story = (names: string): ClockEvent[] =>
  names.split(' ').map((word, minute) => ({
    id: `event-${String(minute).padStart(2, '0')}`,
    name: word.split('>')[0] ?? word,
    to: word.split('>')[1] ?? null,
    at: `2026-11-23T15:${String(minute).padStart(2, '0')}:00.000Z`,
  }))

const told = (names: string): string[] =>
  runsOf({ rule, events: story(names) }).map(({ startEventId, pauses, end }) => {
    const ended = end ? (end.isCancelled ? 'cancelled' : 'stopped') : 'runs'
    const open = pauses.some(({ until }) => until === null)
    return `${startEventId.slice(-2)} ${open ? 'paused' : ended} ${pauses.length}`
  })

describe('runsOf', () => {
  it.each([
    ['sent', []],
    ['activated', ['00 runs 0']],
    ['activated activated', ['00 runs 0']],
    ['activated sent', ['00 stopped 0']],
    ['activated sent sent', ['00 stopped 0']],
    ['activated lost', ['00 cancelled 0']],
    ['activated held', ['00 paused 1']],
    ['activated held held', ['00 paused 1']],
    ['activated held resumed', ['00 runs 1']],
    ['activated held resumed held', ['00 paused 2']],
    ['activated held sent', ['00 stopped 1']],
    ['held activated resumed', ['01 runs 0']],
    ['activated sent activated', ['00 stopped 0', '02 runs 0']],
    ['held resumed>qualifying resumed>active', ['02 runs 0']],
    ['activated held resumed>active', ['00 runs 1']],
  ])('reads “%s”', (names, expected) => {
    expect(told(names)).toEqual(expected)
  })

  it('starts once where that is the rule', () => {
    const events = story('activated sent activated')
    expect(runsOf({ rule: { ...rule, isOnce: true }, events })).toHaveLength(1)
  })

  it('tells the same in whatever order the events are heard', () => {
    const names = fc.constantFrom(
      'activated',
      'sent',
      'lost',
      'held',
      'resumed',
      'resumed>active',
      'other',
    )
    fc.assert(
      fc.property(
        fc.array(names, { minLength: 1, maxLength: 12 }).chain((list) => {
          const events = story(list.join(' '))
          return fc.tuple(
            fc.constant(events),
            fc.shuffledSubarray(events, { minLength: events.length }),
          )
        }),
        ([events, shuffled]) => {
          const runs = runsOf({ rule, events })
          expect(runsOf({ rule, events: shuffled })).toEqual(runs)
          expect(runs.slice(0, -1).every(({ end }) => end !== null)).toBe(true)
          for (const { startedAt, pauses, end } of runs)
            for (const pause of pauses) {
              expect(pause.from > startedAt).toBe(true)
              if (pause.until === null) expect(end === null && pause === pauses.at(-1)).toBe(true)
            }
        },
      ),
    )
  })
})

describe('judgeClock', () => {
  const calendar = usualCalendar('America/New_York')
  /** Monday, 9:00 in New York, for four working hours: amber at noon, due at one. */
  const judge = ({
    now,
    stoppedAt = null,
    pauses = [],
  }: {
    now: string
    stoppedAt?: string | null
    pauses?: readonly ClockPause[]
  }) =>
    judgeClock({
      clock: {
        startedAt: '2026-11-23T14:00:00.000Z',
        minutes: 240,
        amberPercent: 75,
        pauses,
        stoppedAt,
      },
      calendar,
      now,
    })
  const paused = (from: string, until: string | null): ClockPause => ({
    from,
    until,
    reason: 'The order is on hold',
    by: 'rule',
  })

  it.each([
    ['2026-11-23T16:59:59.999Z', 'early'],
    ['2026-11-23T17:00:00.000Z', 'amber'],
    ['2026-11-23T18:00:00.000Z', 'amber'],
    ['2026-11-23T18:00:00.001Z', 'late'],
    ['2026-11-24T02:00:00.000Z', 'late'],
  ])('at %s is %s', (now, signal) => {
    expect(judge({ now })).toMatchObject({
      signal,
      amberAt: '2026-11-23T17:00:00.000Z',
      dueAt: '2026-11-23T18:00:00.000Z',
    })
  })

  it('is judged by the moment it was stopped', () => {
    expect(
      judge({ now: '2026-12-24T00:00:00.000Z', stoppedAt: '2026-11-23T18:00:00.000Z' }),
    ).toMatchObject({ signal: 'amber', passedMinutes: 240 })
    expect(
      judge({ now: '2026-12-24T00:00:00.000Z', stoppedAt: '2026-11-23T18:30:00.000Z' }),
    ).toMatchObject({ signal: 'late', passedMinutes: 270 })
  })

  it('does not run out while it stands still', () => {
    expect(
      judge({
        now: '2026-12-24T00:00:00.000Z',
        pauses: [paused('2026-11-23T15:00:00.000Z', null)],
      }),
    ).toEqual({
      signal: 'early',
      amberAt: null,
      dueAt: null,
      passedMinutes: 60,
      pausedFor: 'The order is on hold',
    })
  })

  it('goes on after a pause with what was left', () => {
    expect(
      judge({
        now: '2026-11-24T14:00:00.000Z',
        pauses: [paused('2026-11-23T15:00:00.000Z', '2026-11-24T14:00:00.000Z')],
      }),
    ).toMatchObject({ signal: 'early', dueAt: '2026-11-24T17:00:00.000Z', pausedFor: null })
  })

  it('that ran out stays so, whatever pause comes later', () => {
    expect(
      judge({
        now: '2026-11-24T14:00:00.000Z',
        pauses: [paused('2026-11-23T19:00:00.000Z', null)],
      }),
    ).toMatchObject({ signal: 'late', pausedFor: 'The order is on hold' })
  })
})
