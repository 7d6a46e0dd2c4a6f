import { describe, expect, it } from 'vitest'

import { amongUsable, askedOf, asksByIdOnly, asksForUnusable } from './usable-list'

describe('a list of candidates', () => {
  it.each<[unknown, boolean]>([
    [{ id: { in: ['a'] } }, true],
    [{ id: { equals: 'a' } }, true],
    [{ and: [{ name: { like: 'x' } }, { and: [{ id: { in: ['a'] } }] }] }, true],
    [{ or: [{ id: { in: ['a'] } }, { id: { exists: true } }] }, false],
    [{ id: { not_equals: 'a' } }, false],
    [{ id: { less_than: 'a' } }, false],
    [{ and: [] }, false],
    [undefined, false],
    ['id', false],
  ])('by %j is of named records only: %s', (where, isNamed) => {
    expect(asksByIdOnly(where)).toBe(isNamed)
  })

  it('is of those who may not be used when the condition names it, however deep', () => {
    expect(asksForUnusable({ unusableSince: { exists: 'true' } })).toBe(true)
    expect(asksForUnusable({ or: [{ and: [{ unusableSince: { exists: true } }] }] })).toBe(true)
    expect(asksForUnusable({ name: { equals: 'unusableSince' } })).toBe(false)
    expect(asksForUnusable(null)).toBe(false)
  })

  it.each([
    undefined,
    { name: { like: 'x' } },
    { and: [{ name: { like: 'x' } }, { city: { equals: 'Leeds' } }] },
    { or: [{ unusableSince: { exists: false } }] },
  ])('asked for by %j is told as it was asked for', (where) => {
    expect(askedOf(amongUsable(where))).toEqual(where)
    expect(askedOf(where)).toEqual(where)
  })
})
