import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { addDays } from '#plugins/kernel/domain'
import { standingOn, type FreeTime } from './availability'

const time = (kind: FreeTime['kind'], from: string, to: string | null): FreeTime => ({
  kind,
  from,
  to,
  note: null,
})

describe('availability', () => {
  it.each([
    ['2026-11-30', null],
    ['2026-12-01', 'available'],
    ['2026-12-19', 'available'],
    ['2026-12-20', 'unavailable'],
    ['2027-01-03', 'unavailable'],
    ['2027-01-04', 'available'],
    ['2090-01-01', 'available'],
  ])('on %s is %s', (day, kind) => {
    const times = [
      time('available', '2026-12-01', null),
      time('unavailable', '2026-12-20', '2027-01-03'),
    ]
    expect(standingOn({ day, times })?.kind ?? null).toBe(kind)
  })

  it('does not depend on the order of the times', () => {
    const day = fc.integer({ min: 0, max: 60 }).map((days) => addDays({ day: '2026-01-01', days }))
    const anyTime = fc
      .tuple(fc.constantFrom('available' as const, 'unavailable' as const), day, day)
      .map(([kind, one, other]) => (one < other ? time(kind, one, other) : time(kind, other, one)))
    fc.assert(
      fc.property(fc.array(anyTime, { maxLength: 8 }), day, (times, on) => {
        expect(standingOn({ day: on, times: times.toReversed() })?.kind).toBe(
          standingOn({ day: on, times })?.kind,
        )
      }),
    )
  })
})
