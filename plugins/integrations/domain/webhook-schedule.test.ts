import { expect, it } from 'vitest'

import { nextTryAfterSeconds } from './webhook-schedule'

it('tries again sooner at first, later then, and for a day at most', () => {
  const waits: number[] = []
  for (let failed = 1; ; failed += 1) {
    const wait = nextTryAfterSeconds(failed)
    if (wait === null) break
    waits.push(wait)
  }
  expect(waits).toEqual([...waits].sort((a, b) => a - b))
  const hours = waits.reduce((sum, wait) => sum + wait, 0) / 3600
  expect(hours).toBeGreaterThan(22)
  expect(hours).toBeLessThanOrEqual(24)
})
