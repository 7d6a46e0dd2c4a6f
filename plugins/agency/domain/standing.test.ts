import { describe, expect, it } from 'vitest'

import { standingOf } from './standing'

const day = '2026-11-22T09:00:00.000Z'

describe('where a colleague stands', () => {
  it.each([
    { facts: {}, standing: 'active' },
    { facts: { invitedAt: day }, standing: 'invited' },
    { facts: { invitedAt: day, isDisabled: true }, standing: 'withdrawn' },
    { facts: { invitedAt: day, joinedAt: day }, standing: 'active' },
    { facts: { invitedAt: day, joinedAt: day, isDisabled: true }, standing: 'disabled' },
    { facts: { isDisabled: true }, standing: 'disabled' },
  ])('is $standing for $facts', ({ facts, standing }) => {
    expect(standingOf(facts)).toBe(standing)
  })
})
