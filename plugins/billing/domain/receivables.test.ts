import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type AgedInvoice,
  agingOf,
  allocatePayment,
  balanceOf,
  bucketOf,
  receiptProblems,
} from './receivables'

const paid = (amountMinor: number, refundedMinor = 0) => ({
  paymentId: `p${amountMinor}`,
  amountMinor,
  refundedMinor,
})

describe('money entered by hand', () => {
  const receipt = {
    amountMinor: 100,
    openMinor: 100,
    isSurplusKept: false,
    receivedOn: '2026-03-10',
    today: '2026-03-10',
  }

  it.each([
    ['as much as is open, today', {}, null],
    ['tomorrow', { receivedOn: '2026-03-11' }, 'receivedOn'],
    ['in the year 9999', { receivedOn: '9999-01-01' }, 'receivedOn'],
    ['more than is open', { amountMinor: 101 }, 'isSurplusKept'],
    ['more than is open, confirmed', { amountMinor: 101, isSurplusKept: true }, null],
  ])('%s', (_, change, field) => {
    const problems = receiptProblems({ ...receipt, ...change })
    expect(problems && Object.keys(problems)[0]).toBe(field)
  })
})

describe('the balance of an invoice', () => {
  it.each([
    [10_000, 0, [], { state: 'issued', openMinor: 10_000, unallocatedMinor: 0 }],
    [10_000, 0, [paid(1)], { state: 'part_paid', openMinor: 9999, unallocatedMinor: 0 }],
    [10_000, 0, [paid(4000), paid(6000)], { state: 'paid', openMinor: 0, unallocatedMinor: 0 }],
    [10_000, 0, [paid(4000), paid(7500)], { state: 'paid', openMinor: 0, unallocatedMinor: 1500 }],
    [10_000, 4000, [paid(6000)], { state: 'paid', openMinor: 0, unallocatedMinor: 0 }],
    [10_000, 10_000, [], { state: 'credited', openMinor: 0, unallocatedMinor: 0 }],
    [10_000, 10_000, [paid(500)], { state: 'credited', openMinor: 0, unallocatedMinor: 500 }],
    [10_000, 0, [paid(10_000, 10_000)], { state: 'issued', openMinor: 10_000 }],
    [10_000, 0, [paid(10_000, 1)], { state: 'part_paid', openMinor: 1 }],
    [0, 0, [], { state: 'paid', openMinor: 0 }],
  ])('of %i less %i credited with %j is %j', (grossMinor, creditedMinor, payments, expected) => {
    expect(balanceOf({ grossMinor, creditedMinor, payments })).toMatchObject({
      ok: true,
      value: expected,
    })
  })

  it('is the same in whatever order payments arrive, and loses none of them', () => {
    const payment = fc
      .tuple(fc.integer({ min: 1, max: 10_000 }), fc.nat(100), fc.uuid())
      .map(([amountMinor, percent, paymentId]) => ({
        paymentId,
        amountMinor,
        refundedMinor: Math.floor((amountMinor * percent) / 100),
      }))
    const shuffled = fc.array(payment, { maxLength: 8 }).chain((payments) =>
      fc.record({
        payments: fc.constant(payments),
        other: fc.shuffledSubarray(payments, {
          minLength: payments.length,
          maxLength: payments.length,
        }),
      }),
    )
    fc.assert(
      fc.property(
        fc.nat(30_000),
        fc.nat(5_000),
        shuffled,
        (grossMinor, creditedMinor, { payments, other }) => {
          const one = balanceOf({ grossMinor, creditedMinor, payments })
          const two = balanceOf({ grossMinor, creditedMinor, payments: other })
          if (!one.ok || !two.ok) throw new Error('valid payments are never refused')
          expect({ ...two.value, allocations: [] }).toEqual({ ...one.value, allocations: [] })
          const kept = payments.reduce((sum, { amountMinor, refundedMinor }) => {
            return sum + amountMinor - refundedMinor
          }, 0)
          const allocated = two.value.allocations.reduce((sum, part) => sum + part.amountMinor, 0)
          expect(allocated).toBe(two.value.paidMinor)
          expect(allocated + two.value.unallocatedMinor).toBe(kept)
        },
      ),
    )
  })

  it.each([
    [[paid(0)], 'payments.0.amount'],
    [[paid(10), paid(-5)], 'payments.1.amount'],
    [[paid(10, 11)], 'payments.0.refunded'],
  ])('refuses %j beside its field', (payments, field) => {
    const result = balanceOf({ grossMinor: 100, creditedMinor: 0, payments })
    expect(result.ok ? {} : result.failure.fields).toHaveProperty([field])
  })
})

describe('one payment for several invoices', () => {
  const invoices = [
    { invoiceId: 'old', openMinor: 4000 },
    { invoiceId: 'settled', openMinor: 0 },
    { invoiceId: 'new', openMinor: 5000 },
  ]

  it('fills them in order and keeps the rest', () => {
    expect(allocatePayment({ amountMinor: 6000, invoices })).toEqual({
      ok: true,
      value: {
        allocations: [
          { invoiceId: 'old', amountMinor: 4000 },
          { invoiceId: 'new', amountMinor: 2000 },
        ],
        unallocatedMinor: 0,
      },
    })
    expect(allocatePayment({ amountMinor: 9500, invoices })).toMatchObject({
      ok: true,
      value: { unallocatedMinor: 500 },
    })
    expect(allocatePayment({ amountMinor: 0, invoices })).toMatchObject({ ok: false })
  })
})

describe('aged receivables', () => {
  const invoice = (change: Partial<AgedInvoice> = {}): AgedInvoice => ({
    invoiceId: 'i',
    currency: 'EUR',
    issuedOn: '2026-01-01',
    dueOn: '2026-01-31',
    grossMinor: 10_000,
    allocations: [],
    ...change,
  })

  it.each([
    [-5, 'current'],
    [0, 'current'],
    [1, '1-30'],
    [30, '1-30'],
    [31, '31-60'],
    [60, '31-60'],
    [61, '61-90'],
    [90, '61-90'],
    [91, '90+'],
  ])('puts %i days past due into %s', (days, bucket) => {
    expect(bucketOf(days)).toBe(bucket)
  })

  it('tells what was owed on a day, whatever came later', () => {
    const invoices = [
      invoice({
        allocations: [
          { on: '2026-02-10', amountMinor: 4000 },
          { on: '2026-04-01', amountMinor: 6000 },
        ],
      }),
      invoice({ invoiceId: 'usd', currency: 'USD', dueOn: '2026-03-15' }),
      invoice({ invoiceId: 'later', issuedOn: '2026-03-02' }),
    ]
    expect(agingOf({ invoices, asOf: '2026-03-01' })).toEqual([
      {
        currency: 'EUR',
        totalMinor: 6000,
        current: 0,
        '1-30': 6000,
        '31-60': 0,
        '61-90': 0,
        '90+': 0,
      },
      {
        currency: 'USD',
        totalMinor: 10_000,
        current: 10_000,
        '1-30': 0,
        '31-60': 0,
        '61-90': 0,
        '90+': 0,
      },
    ])
    const owedOn = (asOf: string) => agingOf({ invoices, asOf })[0]?.totalMinor
    expect([owedOn('2026-02-09'), owedOn('2026-02-10')]).toEqual([10_000, 6000])
    expect(agingOf({ invoices, asOf: '2025-12-31' })).toEqual([])
  })
})
