import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { PaymentFacts } from './provider'
import { afterSettlement, isPayable, type PaymentAttempt, settle } from './settlement'

const attempt: PaymentAttempt = {
  id: 'attempt-1',
  provider: 'stripe',
  livemode: false,
  subject: { kind: 'invoice', id: 'invoice-1' },
  amount: { amountMinor: 12_345, currency: 'EUR' },
  state: 'open',
  checkoutRef: 'cs_1',
  bookedPaymentRef: null,
}

const paid: PaymentFacts = {
  provider: 'stripe',
  checkoutRef: 'cs_1',
  paymentRef: 'pi_1',
  status: 'paid',
  amount: { amountMinor: 12_345, currency: 'EUR' },
  livemode: false,
  attemptId: 'attempt-1',
  subject: { kind: 'invoice', id: 'invoice-1' },
}

describe('settling a payment', () => {
  it('books exactly what was asked', () => {
    expect(settle({ attempt, facts: paid })).toEqual({
      kind: 'book',
      paymentRef: 'pi_1',
      amount: { amountMinor: 12_345, currency: 'EUR' },
    })
  })

  it.each(['pending', 'open', 'processing', 'expired', 'failed'] as const)(
    'books money that comes while the attempt is %s',
    (state) => {
      expect(settle({ attempt: { ...attempt, state }, facts: paid }).kind).toBe('book')
    },
  )

  it('takes the page of an attempt whose first answer was lost', () => {
    expect(settle({ attempt: { ...attempt, checkoutRef: null }, facts: paid }).kind).toBe('book')
  })

  const mismatches: [string, Partial<PaymentFacts>][] = [
    ['amount-mismatch', { amount: { amountMinor: 12_344, currency: 'EUR' } }],
    ['amount-mismatch', { amount: { amountMinor: 1_234_500, currency: 'EUR' } }],
    ['currency-mismatch', { amount: { amountMinor: 12_345, currency: 'USD' } }],
    ['currency-mismatch', { amount: null }],
    ['livemode-mismatch', { livemode: true }],
    ['subject-mismatch', { subject: { kind: 'invoice', id: 'invoice-2' } }],
    ['subject-mismatch', { subject: { kind: 'order', id: 'invoice-1' } }],
    ['subject-mismatch', { subject: null }],
    ['checkout-mismatch', { checkoutRef: 'cs_2' }],
    ['attempt-mismatch', { attemptId: 'attempt-2' }],
    ['no-payment-ref', { paymentRef: null }],
  ]
  it.each(mismatches)('parks money with %s and never books it', (reason, change) => {
    const facts = { ...paid, ...change }
    expect(settle({ attempt, facts })).toEqual({
      kind: 'review',
      reason,
      paymentRef: facts.paymentRef ?? 'cs_1',
      amount: facts.amount,
    })
    const unpaid = settle({ attempt, facts: { ...facts, status: 'processing' } })
    if (reason !== 'no-payment-ref') expect(unpaid).toEqual({ kind: 'ignore', reason })
  })

  it('ignores payments of others on a shared account, and parks those of a lost attempt', () => {
    const foreign = { ...paid, attemptId: null, subject: null }
    expect(settle({ attempt: null, facts: foreign })).toEqual({
      kind: 'ignore',
      reason: 'not-ours',
    })
    expect(settle({ attempt: null, facts: paid })).toMatchObject({
      kind: 'review',
      reason: 'unknown-attempt',
    })
    expect(settle({ attempt: null, facts: { ...paid, status: 'open' } })).toEqual({
      kind: 'ignore',
      reason: 'unknown-attempt',
    })
  })

  it('books one and parks the other of two payments, whichever comes first', () => {
    const payments = [paid, { ...paid, paymentRef: 'pi_2' }]
    for (const facts of [payments, payments.toReversed()]) {
      const { booked, parked } = live(facts)
      expect([booked.length, parked.length]).toEqual([1, 1])
      expect(parked[0]).toMatch(/second-payment$/)
    }
  })

  it('never goes back', () => {
    const open: PaymentFacts = { ...paid, status: 'open', paymentRef: null }
    expect(settle({ attempt: { ...attempt, state: 'pending' }, facts: open })).toEqual({
      kind: 'advance',
      to: 'open',
    })
    for (const state of ['open', 'processing', 'expired', 'failed', 'paid'] as const) {
      expect(settle({ attempt: { ...attempt, state }, facts: open })).toEqual({
        kind: 'ignore',
        reason: 'nothing-new',
      })
    }
  })

  it('lets nobody pay on a page that is not open', () => {
    expect(isPayable(attempt)).toBe(true)
    expect(isPayable({ state: 'processing' })).toBe(false)
  })
})

/** What the ledger holds after facts came in this order. */
const live = (facts: readonly PaymentFacts[]) => {
  let stored: PaymentAttempt = { ...attempt, state: 'pending' }
  const booked: string[] = []
  const parked = new Set<string>()
  for (const heard of facts) {
    const settlement = settle({ attempt: stored, facts: heard })
    if (settlement.kind === 'book') booked.push(settlement.paymentRef)
    if (settlement.kind === 'review') parked.add(`${settlement.paymentRef} ${settlement.reason}`)
    stored = afterSettlement({ attempt: stored, settlement })
  }
  return { state: stored.state, booked, parked: [...parked].toSorted() }
}

describe('any order and any number of replays', () => {
  /** A page goes one of these ways; the provider may tell any part of it, any number of times. */
  const courses = [
    ['open', 'paid'],
    ['open', 'expired'],
    ['open', 'processing', 'paid'],
    ['open', 'processing', 'failed'],
  ] as const
  const wrong = fc.constantFrom<Partial<PaymentFacts>>(
    { checkoutRef: 'cs_9', paymentRef: 'pi_9' },
    { livemode: true, paymentRef: 'pi_8' },
    { subject: null, paymentRef: 'pi_7' },
    { amount: { amountMinor: 1, currency: 'EUR' }, paymentRef: 'pi_6' },
    { amount: { amountMinor: 12_345, currency: 'USD' }, paymentRef: 'pi_5' },
    { attemptId: null },
  )
  const history = fc
    .record({
      course: fc.constantFrom(...courses),
      strays: fc.array(fc.record({ wrong, status: fc.constantFrom('open', 'paid', 'failed') }), {
        maxLength: 4,
      }),
    })
    .map(({ course, strays }): PaymentFacts[] => [
      ...course.map((status) => ({
        ...paid,
        status,
        paymentRef: status === 'open' || status === 'expired' ? null : 'pi_1',
      })),
      ...strays.map((stray) => ({ ...paid, ...stray.wrong, status: stray.status })),
    ])
  const retold = history.chain((facts) =>
    fc.record({
      facts: fc.constant(facts),
      told: fc
        .array(fc.nat({ max: facts.length - 1 }), { maxLength: 12 })
        .map((again) => [...facts, ...again.flatMap((index) => facts[index] ?? [])])
        .chain((all) => fc.shuffledSubarray(all, { minLength: all.length })),
    }),
  )

  it('end in the same ledger', () => {
    fc.assert(
      fc.property(retold, ({ facts, told }) => {
        expect(live(told)).toEqual(live(facts))
      }),
      { numRuns: 500 },
    )
  })

  it('book money at most once, and exactly when the page was paid', () => {
    fc.assert(
      fc.property(retold, ({ facts, told }) => {
        const wasPaid = facts.some(
          ({ status, paymentRef }) => status === 'paid' && paymentRef === 'pi_1',
        )
        const isOurs = facts.some(
          (heard) => heard.status === 'paid' && heard.paymentRef === 'pi_1' && heard.attemptId,
        )
        expect(live(told).booked).toEqual(wasPaid && isOurs ? ['pi_1'] : [])
      }),
      { numRuns: 500 },
    )
  })
})
