import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import {
  judgeMove,
  nextStatesOf,
  statesOf,
  unreachableStates,
  type Workflow,
} from '#plugins/kernel/domain'
import { candidateWorkflow, credentialWorkflow, mergePerson } from './index'

const told = { firstName: 'Zoë', lastName: 'Nowak', email: 'zoe@example.test', city: 'Leeds' }

describe('mergePerson', () => {
  it('fills what is empty and names what differs', () => {
    expect(
      mergePerson({
        known: {
          firstName: 'Zoe',
          lastName: 'NOWAK',
          email: 'zoe@example.test',
          city: 'York',
          phone: null,
        },
        told: { ...told, phone: '+442079460000' },
        isRecognisedByEmail: true,
        isVouchedFor: false,
      }),
    ).toEqual({ filled: { phone: '+442079460000' }, differing: ['city'] })
  })

  const known = { firstName: 'Zoe', lastName: 'Nowak', phone: '+442079460000' }

  it.each([
    { isVouchedFor: true, name: {}, adds: true },
    { isVouchedFor: true, name: { firstName: 'Adam' }, adds: false },
    { isVouchedFor: false, name: {}, adds: false },
  ])('adds an e-mail to somebody known by phone: %j', ({ isVouchedFor, name, adds }) => {
    const merged = mergePerson({
      known: { ...known, ...name },
      told,
      isRecognisedByEmail: false,
      isVouchedFor,
    })
    expect(merged.filled.email).toBe(adds ? told.email : undefined)
    expect(merged.differing.includes('email')).toBe(!adds)
  })

  it('never touches a field that holds something', () => {
    const field = fc.option(fc.string(), { nil: null })
    const person = fc.record({
      firstName: fc.string(),
      lastName: fc.string(),
      email: field,
      phone: field,
      city: field,
      headline: field,
    })
    fc.assert(
      fc.property(
        person,
        person,
        fc.boolean(),
        fc.boolean(),
        (known, given, byEmail, isVouched) => {
          const { filled, differing } = mergePerson({
            known,
            told: given,
            isRecognisedByEmail: byEmail,
            isVouchedFor: isVouched,
          })
          for (const key of Object.keys(known) as (keyof typeof known)[]) {
            if (known[key]?.trim()) expect(filled[key]).toBeUndefined()
            expect(filled[key] !== undefined && differing.includes(key)).toBe(false)
          }
        },
      ),
    )
  })
})

describe.each([
  [candidateWorkflow.name, candidateWorkflow as Workflow],
  [credentialWorkflow.name, credentialWorkflow as Workflow],
])('%s workflow', (_, workflow) => {
  it('reaches every state', () => {
    expect(unreachableStates(workflow)).toEqual([])
  })

  it('follows only moves of the table, wherever it is walked', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...statesOf(workflow)), { maxLength: 20 }), (wishes) => {
        let state = workflow.initial
        for (const to of wishes) {
          const judged = judgeMove({ workflow, from: state, to, record: {}, reason: 'because' })
          expect(judged.ok).toBe(
            to === state || nextStatesOf({ workflow, from: state }).includes(to),
          )
          if (judged.ok) state = to
        }
      }),
    )
  })

  it('keeps its last states', () => {
    expect(nextStatesOf({ workflow: candidateWorkflow, from: 'anonymised' })).toEqual([])
  })
})
