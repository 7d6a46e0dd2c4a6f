import { describe, expect, it } from 'vitest'

import { isCovered, nextActionOf, type HealthFacts } from './order-health'

const active: HealthFacts = {
  state: 'active',
  openGates: 0,
  freeOpenings: 2,
  unsent: 0,
  withClient: 0,
  interviewing: 0,
  offered: 0,
  lateAnswers: 0,
  awaitedAnswers: 0,
  sent: 0,
}

describe('the next action on an order', () => {
  it.each<[string, Partial<HealthFacts>, string | null, boolean]>([
    ['a new one', { state: 'intake', openGates: null }, 'Qualify it', false],
    ['one that was never graded', { state: 'qualifying', openGates: null }, 'Qualify it', false],
    ['one with a gate', { state: 'qualifying', openGates: 1 }, 'Pass the gate', false],
    ['one with gates', { state: 'qualifying', openGates: 3 }, 'Pass the 3 gates', false],
    ['one without', { state: 'qualifying' }, 'activate it', false],
    ['one on hold', { state: 'on_hold' }, 'On hold', false],
    ['one without anybody', {}, 'add candidates', true],
    ['one whose candidates all dropped out', { sent: 3 }, 'add candidates', false],
    ['one with somebody unsent', { unsent: 1 }, 'One candidate', false],
    ['one with some unsent', { unsent: 2, awaitedAnswers: 1 }, '2 candidates', false],
    ['one that is decided on', { withClient: 2, awaitedAnswers: 1 }, 'decides', false],
    ['one with interviews', { interviewing: 1 }, 'how the interviews went', false],
    ['one without a shortlist', { withClient: 1 }, 'Ask the client to decide', false],
    ['one with an offer', { offered: 1, unsent: 3 }, 'offer', false],
    ['one that is full', { freeOpenings: 0, unsent: 3 }, 'taken', false],
    ['a late answer before all else', { lateAnswers: 1, unsent: 3, offered: 1 }, 'late', true],
    ['one that is over', { state: 'closed_lost' }, null, false],
    ['a filled one', { state: 'filled' }, null, false],
  ])('of %s', (_, given, text, isUrgent) => {
    const action = nextActionOf({ ...active, ...given })
    if (text === null) expect(action).toBeNull()
    else expect(action).toMatchObject({ text: expect.stringContaining(text), isUrgent })
  })

  it.each([
    [0, false],
    [1, false],
    [2, true],
  ])('with %i sent it is covered: %s', (sent, covered) => {
    expect(isCovered({ sent })).toBe(covered)
  })
})
