import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { judgeMove, nextStatesOf, statesOf, unreachableStates } from '#plugins/kernel/domain'
import {
  hasStarted,
  isWorking,
  type PlacementState,
  placementWorkflow,
  releasedStates,
} from './placement-workflow'
import { openReadinessStates, type ReadinessState, readinessWorkflow } from './readiness-workflow'

const complete = {
  startsOn: '2026-06-01',
  actualStartOn: '2026-06-01',
  actualEndOn: '2026-07-01',
  noticeUntilOn: '2026-07-01',
}

describe('the life of a placement', () => {
  it('has no state that nothing leads to', () => {
    expect(unreachableStates(placementWorkflow)).toEqual([])
    expect(unreachableStates(readinessWorkflow)).toEqual([])
  })

  it('is moved by commands only', () => {
    for (const from of statesOf(placementWorkflow))
      for (const to of nextStatesOf({ workflow: placementWorkflow, from }))
        expect(placementWorkflow.states[from].next[to]?.permission).toBeUndefined()
  })

  it.each<[PlacementState, PlacementState]>([
    ['pending', 'ready'],
    ['pending', 'active'],
    ['confirmed', 'active'],
    ['active', 'cancelled'],
    ['active', 'no_start'],
    ['notice', 'cancelled'],
    ['completed', 'active'],
    ['cancelled', 'pending'],
    ['no_start', 'active'],
  ])('does not go from %s to %s', (from, to) => {
    expect(
      judgeMove({ workflow: placementWorkflow, from, to, record: complete, reason: 'Because.' }),
    ).toMatchObject({ ok: false, failure: { code: 'move-forbidden' } })
  })

  it('starts and ends with a day, and breaks off with a reason', () => {
    const move = (from: PlacementState, to: PlacementState) =>
      judgeMove({ workflow: placementWorkflow, from, to, record: {} })
    expect(move('ready', 'active')).toMatchObject({
      failure: { fields: { actualStartOn: expect.any(String) } },
    })
    expect(move('active', 'completed')).toMatchObject({
      failure: { fields: { actualEndOn: expect.any(String) } },
    })
    expect(move('confirmed', 'cancelled')).toMatchObject({
      failure: { fields: { reason: expect.any(String) } },
    })
  })

  it('gives an opening back only while nobody has worked, whatever way it went', () => {
    fc.assert(
      fc.property(fc.array(fc.nat()), (choices) => {
        let state = placementWorkflow.initial
        let hasWorked = false
        for (const choice of choices) {
          const next = nextStatesOf({ workflow: placementWorkflow, from: state })
          const to = next[choice % Math.max(1, next.length)]
          if (!to) break
          state = to
          hasWorked ||= isWorking(state)
        }
        expect(hasStarted(state)).toBe(hasWorked)
        if (releasedStates.includes(state)) expect(hasWorked).toBe(false)
      }),
    )
  })
})

describe('a readiness item', () => {
  it.each<[ReadinessState, ReadinessState]>([
    ['verified', 'missing'],
    ['waived', 'verified'],
    ['verified', 'waived'],
  ])('does not go from %s to %s', (from, to) => {
    expect(
      judgeMove({ workflow: readinessWorkflow, from, to, record: {}, reason: 'Because.' }).ok,
    ).toBe(false)
  })

  it('is open as long as it can still be verified', () => {
    for (const state of statesOf(readinessWorkflow))
      expect(openReadinessStates.includes(state)).toBe(
        nextStatesOf({ workflow: readinessWorkflow, from: state }).includes('verified'),
      )
  })
})
