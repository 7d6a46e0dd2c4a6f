import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { talkWords } from './interview-clock'
import { nextRound } from './interview-plan'
import {
  freeSlots,
  judgeChoice,
  nextSequence,
  overlaps,
  slotsFrom,
  slotsOf,
  type Span,
} from './interview-times'

const now = '2026-03-01T12:00:00.000Z'

const wish = {
  day: '2026-03-10',
  time: '14:00',
  otherTimes: ['2026-03-09T09:00', '2026-03-11T16:30'],
  zone: 'America/New_York',
  durationMinutes: 45,
  now,
}

describe('the times of a proposal', () => {
  it('stand on the clock of the place, the earliest first', () => {
    expect(slotsFrom(wish)).toEqual({
      ok: true,
      value: [
        { startsAt: '2026-03-09T13:00:00.000Z', endsAt: '2026-03-09T13:45:00.000Z' },
        { startsAt: '2026-03-10T18:00:00.000Z', endsAt: '2026-03-10T18:45:00.000Z' },
        { startsAt: '2026-03-11T20:30:00.000Z', endsAt: '2026-03-11T21:15:00.000Z' },
      ],
    })
  })

  it.each([
    ['one that has passed', ['2026-02-01T09:00'], 'already passed'],
    ['one that the clock leaves out', ['2026-03-08T02:30'], 'does not exist'],
    ['one that overlaps the first', ['2026-03-10T14:30'], 'overlaps'],
    ['one twice', ['2026-03-10T14:00'], 'overlaps'],
  ])('refuse %s beside its field', (_, otherTimes, words) => {
    expect(slotsFrom({ ...wish, otherTimes })).toMatchObject({
      ok: false,
      failure: { fields: { otherTimes: expect.stringContaining(words) } },
    })
  })
})

const slots = [
  { id: 'a', startsAt: '2026-03-09T13:00:00.000Z', endsAt: '2026-03-09T13:45:00.000Z' },
  { id: 'b', startsAt: '2026-03-10T18:00:00.000Z', endsAt: '2026-03-10T18:45:00.000Z' },
]

describe('choosing a time', () => {
  const choose = (wished: Partial<Parameters<typeof judgeChoice>[0]>) =>
    judgeChoice({ slots, slotId: 'a', taken: [], now, ...wished })

  it('takes one that is free', () => {
    expect(choose({ slotId: 'b' })).toMatchObject({ ok: true, value: { id: 'b' } })
    expect(choose({ slots: slots.slice(0, 1), slotId: null })).toMatchObject({ ok: true })
  })

  it.each([
    ['none of several', { slotId: null }, 'invalid-input', 'Choose one'],
    ['one that is proposed no more', { slotId: 'c' }, 'interview-times-changed', 'Other times'],
    ['one that has passed', { now: '2026-03-09T13:00:00.000Z' }, 'interview-passed', 'another one'],
    [
      'one that somebody else took',
      { taken: slots.slice(0, 1) },
      'interview-time-taken',
      'Please choose another one',
    ],
    ['the last one, taken', { taken: slots }, 'interview-time-taken', 'Please ask for another one'],
  ])('refuses %s in words', (_, wished, code, words) => {
    expect(choose(wished)).toMatchObject({
      ok: false,
      failure: { code, message: expect.stringContaining(words) },
    })
  })

  it('offers exactly what it would take', () => {
    const span = fc.tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 1, max: 6 })).map(
      ([from, quarters]): Span => ({
        startsAt: new Date(Date.parse(now) + from * 900_000).toISOString(),
        endsAt: new Date(Date.parse(now) + (from + quarters) * 900_000).toISOString(),
      }),
    )
    fc.assert(
      fc.property(fc.array(span, { minLength: 1, maxLength: 6 }), fc.array(span), (all, taken) => {
        const named = all.map((each, index) => ({ ...each, id: String(index) }))
        const free = freeSlots({ slots: named, taken, now })
        for (const slot of named) {
          const judged = judgeChoice({ slots: named, slotId: slot.id, taken, now })
          expect(judged.ok).toBe(free.includes(slot))
          if (judged.ok) expect(taken.some((other) => overlaps(other, slot))).toBe(false)
        }
      }),
    )
  })

  it('knows an interview from before there was a choice by the time it names', () => {
    const { startsAt, endsAt } = { startsAt: now, endsAt: now }
    expect(slotsOf({ slots: [], startsAt, endsAt })).toEqual([{ id: now, startsAt, endsAt }])
  })

  it('counts the calendar up only once something stands in calendars', () => {
    expect(nextSequence({ sequence: 0 })).toEqual({ sequence: 0 })
    expect(nextSequence({ sequence: 1 })).toEqual({ sequence: 2 })
  })
})

describe('the time of a talk in words', () => {
  const talk = {
    startsAt: '2026-03-10T18:00:00.000Z',
    endsAt: '2026-03-10T18:45:00.000Z',
    placeZone: 'America/New_York',
    readerZone: 'Europe/London',
    locale: 'en-GB',
  }

  it('stands on the clock of whoever picks up the phone, and the other one beside it', () => {
    const { when, otherwise } = talkWords({ ...talk, mode: 'video' })
    expect(when).toContain('18:00')
    expect(otherwise).toContain('14:00')
  })

  it('stands on the clock of the place for whoever has to be there', () => {
    const { when, otherwise } = talkWords({ ...talk, mode: 'onsite' })
    expect(when).toContain('14:00')
    expect(otherwise).toContain('18:00')
  })

  it('says it once where both clocks show the same', () => {
    expect(
      talkWords({ ...talk, mode: 'phone', readerZone: 'America/Detroit' }).otherwise,
    ).toBeNull()
  })
})

describe('the next round of a plan', () => {
  const plan = [{ name: 'First talk' }, { name: 'Technical' }]
  it.each([
    [[], 'First talk'],
    [['First talk'], 'Technical'],
    [['Technical', null], 'First talk'],
    [['First talk', 'Technical'], undefined],
  ])('after %j', (held, name) => {
    expect(nextRound({ plan, held })?.name).toBe(name)
  })
})
