import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  judgeMove,
  nextStatesOf,
  statesOf,
  unreachableStates,
  type Workflow,
} from '#plugins/kernel/domain'
import type { PaymentStatus } from './provider'
import {
  attemptStateFrom,
  paymentAttemptWorkflow,
  type StoredAttemptState,
} from './payment-attempt-workflow'
import { paymentWorkflow } from './payment-workflow'
import { settle } from './settlement'

const subject = { kind: 'invoice', id: 'i-1' }
const amount = { amountMinor: 12_345, currency: 'EUR' } as const

describe.each<{ workflow: Workflow }>([
  { workflow: paymentWorkflow },
  { workflow: paymentAttemptWorkflow },
])('the life of a $workflow.name', ({ workflow }) => {
  it('reaches every state', () => {
    expect(unreachableStates(workflow)).toEqual([])
  })

  it('ends on every random walk where nothing follows', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(), { minLength: 12, maxLength: 12 }), (choices) => {
        let state = workflow.initial
        for (const choice of choices) {
          const next = nextStatesOf({ workflow, from: state })
          if (next.length === 0) return
          state = next[choice % next.length] ?? state
        }
        // A walk this long has met the end: no way leads back.
        expect(nextStatesOf({ workflow, from: state })).toEqual([])
      }),
    )
  })
})

describe('a payment', () => {
  it.each(['pending', 'processing', 'failed', 'needs_review'] as const)(
    'that was received never becomes %s',
    (to) => {
      const judged = judgeMove({ workflow: paymentWorkflow, from: 'succeeded', to, record: {} })
      expect(judged).toMatchObject({ ok: false, failure: { code: 'move-forbidden' } })
    },
  )

  it('is parked only with a reason that says what does not fit', () => {
    const to = 'needs_review'
    expect(judgeMove({ workflow: paymentWorkflow, from: 'pending', to, record: {} })).toMatchObject(
      { ok: false },
    )
    expect(
      judgeMove({
        workflow: paymentWorkflow,
        from: 'pending',
        to,
        record: { reviewReason: 'amount-mismatch' },
      }),
    ).toMatchObject({ ok: true })
  })
})

describe('an attempt', () => {
  it('may make every move that the settlement decides', () => {
    const statuses: PaymentStatus[] = ['open', 'processing', 'expired', 'failed', 'paid']
    fc.assert(
      fc.property(
        fc.constantFrom<StoredAttemptState>(...statesOf(paymentAttemptWorkflow)),
        fc.constantFrom(...statuses),
        (from, status) => {
          const settlement = settle({
            attempt: {
              id: 'a-1',
              provider: 'stripe',
              livemode: false,
              subject,
              amount,
              state: attemptStateFrom(from),
              checkoutRef: 'cs_1',
              bookedPaymentRef: from === 'paid' ? 'pi_1' : null,
            },
            facts: {
              provider: 'stripe',
              checkoutRef: 'cs_1',
              paymentRef: 'pi_1',
              status,
              amount,
              livemode: false,
              attemptId: 'a-1',
              subject,
            },
          })
          const to =
            settlement.kind === 'book'
              ? 'paid'
              : settlement.kind === 'advance'
                ? settlement.to
                : from
          expect(judgeMove({ workflow: paymentAttemptWorkflow, from, to, record: {} }).ok).toBe(
            true,
          )
        },
      ),
    )
  })
})
