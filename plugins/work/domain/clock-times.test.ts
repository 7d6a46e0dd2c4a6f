import { describe, expect, it } from 'vitest'

import { clockTimesInput } from './clock-times'

describe('the times of a clock', () => {
  const times = { minutes: 240, amberPercent: 75, escalateAfterMinutes: 0 }

  it.each([
    [{}, null],
    [{ minutes: 5, amberPercent: 1, escalateAfterMinutes: 10_200 }, null],
    [{ minutes: 4 }, 'minutes'],
    [{ minutes: 10_201 }, 'minutes'],
    [{ minutes: 60.5 }, 'minutes'],
    [{ amberPercent: 100 }, 'amberPercent'],
    [{ amberPercent: 0 }, 'amberPercent'],
    [{ escalateAfterMinutes: -1 }, 'escalateAfterMinutes'],
    [{ minutes: Number.NaN }, 'minutes'],
  ])('%j are refused at %s', (wish, field) => {
    const read = clockTimesInput.safeParse({ ...times, ...wish })
    expect(read.error?.issues[0]?.path[0] ?? null).toBe(field)
  })
})
