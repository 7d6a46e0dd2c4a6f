import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import {
  defineWorkflow,
  eventsOf,
  judgeMove,
  nextStatesOf,
  stateFrom,
  stateOptions,
  statesOf,
  unreachableStates,
} from './workflow'

type Letter = 'draft' | 'sealed' | 'posted' | 'torn' | 'framed'

const letters = defineWorkflow<Letter>({
  name: 'Letter',
  collection: 'letters',
  initial: 'draft',
  states: {
    draft: {
      label: 'Draft',
      tone: 'neutral',
      next: {
        sealed: {
          event: 'letter.sealed',
          permission: 'letters.write',
          needs: ['to', 'address.town'],
        },
        torn: { event: 'letter.torn', needsReason: true },
      },
    },
    sealed: {
      label: 'Sealed',
      tone: 'info',
      next: { posted: { event: 'letter.posted' }, torn: { event: 'letter.torn' } },
    },
    posted: { label: 'Posted', tone: 'good', next: {} },
    torn: { label: 'Torn up', tone: 'bad', next: {} },
    framed: { label: 'Framed', tone: 'good', next: { torn: { event: 'letter.torn' } } },
  },
})

const states = statesOf(letters)
const anyState = fc.constantFrom(...states)
const complete = { to: 'Ana', address: { town: 'Leeds' } }

describe('judgeMove', () => {
  it.each([
    {
      from: 'draft',
      to: 'sealed',
      record: complete,
      event: 'letter.sealed',
      permission: 'letters.write',
    },
    { from: 'sealed', to: 'posted', record: {}, event: 'letter.posted', permission: null },
    { from: 'draft', to: 'draft', record: {}, event: null, permission: null },
    { from: 'posted', to: 'posted', record: {}, event: null, permission: null },
  ] as const)('allows $from to $to', ({ from, to, record, event, permission }) => {
    expect(judgeMove({ workflow: letters, from, to, record })).toEqual({
      ok: true,
      value: { event, permission },
    })
  })

  it('names what is possible instead of a forbidden move', () => {
    expect(judgeMove({ workflow: letters, from: 'sealed', to: 'draft', record: complete })).toEqual(
      {
        ok: false,
        failure: {
          kind: 'state',
          code: 'move-forbidden',
          message: 'From “Sealed” this cannot go to “Draft”. Possible: Posted, Torn up.',
        },
      },
    )
  })

  it('says that a final state is final', () => {
    const judged = judgeMove({ workflow: letters, from: 'torn', to: 'draft', record: complete })
    expect(!judged.ok && judged.failure.message).toBe(
      'From “Torn up” this cannot go to “Draft”. This state is final.',
    )
  })

  it.each([undefined, null, '', []])('asks for a field that holds %j', (to) => {
    const judged = judgeMove({
      workflow: letters,
      from: 'draft',
      to: 'sealed',
      record: { ...complete, to },
    })
    expect(judged).toMatchObject({
      ok: false,
      failure: { kind: 'input', code: 'move-needs-fields', fields: { to: expect.any(String) } },
    })
  })

  it('takes 0 and false for filled', () => {
    for (const to of [0, false])
      expect(
        judgeMove({ workflow: letters, from: 'draft', to: 'sealed', record: { ...complete, to } })
          .ok,
      ).toBe(true)
  })

  it('names every missing field, nested ones by their path', () => {
    const judged = judgeMove({ workflow: letters, from: 'draft', to: 'sealed', record: {} })
    expect(!judged.ok && Object.keys(judged.failure.fields ?? {})).toEqual(['to', 'address.town'])
  })

  it.each([
    { reason: undefined, ok: false },
    { reason: null, ok: false },
    { reason: '  ', ok: false },
    { reason: 'spelt wrong', ok: true },
  ])('wants a reason where the table does: $reason', ({ reason, ok }) => {
    const judged = judgeMove({ workflow: letters, from: 'draft', to: 'torn', record: {}, reason })
    expect(judged.ok).toBe(ok)
    if (!judged.ok) expect(judged.failure.code).toBe('move-needs-reason')
  })

  it('never leads out of the table, whatever is tried', () => {
    fc.assert(
      fc.property(fc.array(anyState, { maxLength: 40 }), (wishes) => {
        let state: Letter = letters.initial
        for (const to of wishes) {
          const judged = judgeMove({
            workflow: letters,
            from: state,
            to,
            record: complete,
            reason: 'a wish',
          })
          expect(judged.ok).toBe(
            to === state || nextStatesOf({ workflow: letters, from: state }).includes(to),
          )
          if (judged.ok) {
            expect(judged.value.event === null).toBe(to === state)
            state = to
          }
        }
        expect(unreachableStates(letters)).not.toContain(state)
      }),
    )
  })
})

describe('the table', () => {
  it('names states that nothing leads to', () => {
    expect(unreachableStates(letters)).toEqual(['framed'])
  })

  it('tells each event once, in order', () => {
    expect(eventsOf(letters)).toEqual(['letter.posted', 'letter.sealed', 'letter.torn'])
  })

  it('gives its options in the order in which it is written', () => {
    expect(stateOptions(letters).map(({ value }) => value)).toEqual(states)
    expect(stateOptions(letters)[3]).toEqual({ value: 'torn', label: 'Torn up' })
  })

  it.each(['', 'Draft', 'toString', '__proto__', 'constructor', null, 7, undefined])(
    'does not know the state %j',
    (value) => {
      expect(stateFrom({ workflow: letters, value })).toBeNull()
    },
  )
})
