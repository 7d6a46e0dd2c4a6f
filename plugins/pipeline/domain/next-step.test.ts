import { describe, expect, it } from 'vitest'

import { nextStepOf } from './next-step'

const say = (facts: Partial<Parameters<typeof nextStepOf>[0]['facts']>) =>
  nextStepOf({
    facts: { interview: null, offer: null, decision: null, ...facts },
    locale: 'en-GB',
  })

describe('nextStepOf', () => {
  it('tells an interview on the clock of the place of work', () => {
    const zone = 'America/New_York'
    const startsAt = '2026-12-01T15:30:00.000Z'
    expect(say({ interview: { state: 'scheduled', startsAt, zone } })).toMatch(
      /^Interview Tue,? 1 Dec.* 10:30$/,
    )
    expect(say({ interview: { state: 'proposed', startsAt, zone } })).toMatch(
      /^Interview proposed for Tue,? 1 Dec.* 10:30$/,
    )
  })

  it.each([
    ['approve', 'Approved by the client'],
    ['interview', 'The client wants to meet'],
    ['maybe', 'The client says maybe'],
    ['question', 'The client asks'],
    ['pending', 'With the client'],
    ['reject', null],
    [null, null],
  ])('tells the client’s answer %s as %s', (decision, words) => {
    expect(say({ decision })).toBe(words)
  })

  it('tells what the scorecards say once nothing is ahead', () => {
    expect(say({ scorecards: { for: 2, against: 1 }, decision: 'interview' })).toBe(
      'Scorecards: 2 for, 1 against',
    )
  })

  it('lets the offer outweigh everything before it', () => {
    const before = {
      interview: { state: 'scheduled', startsAt: '2026-12-01T15:30:00.000Z', zone: 'UTC' },
      decision: 'approve',
    }
    expect(say({ ...before, offer: { state: 'extended' } })).toBe('Offer with the candidate')
    expect(say({ ...before, offer: { state: 'accepted' } })).toBe('Offer accepted')
  })
})
