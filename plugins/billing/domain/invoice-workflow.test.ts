import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { judgeMove, nextStatesOf, statesOf, unreachableStates } from '#plugins/kernel/domain'
import {
  invoiceWorkflow,
  isOpenInvoice,
  isOverdue,
  isPublishedInvoice,
  type InvoiceState,
} from './invoice-workflow'

const full = { number: 'INV-2026-000001', issueOn: '2026-03-01', dueOn: '2026-03-31' }

describe('the life of an invoice', () => {
  it('reaches every state', () => {
    expect(unreachableStates(invoiceWorkflow)).toEqual([])
  })

  it.each<[InvoiceState, InvoiceState]>([
    ['issued', 'draft'],
    ['issued', 'void'],
    ['part_paid', 'issued'],
    ['paid', 'issued'],
    ['paid', 'void'],
    ['credited', 'issued'],
    ['void', 'draft'],
    ['draft', 'paid'],
  ])('never goes from %s to %s', (from, to) => {
    expect(
      judgeMove({ workflow: invoiceWorkflow, from, to, record: full, reason: 'because' }),
    ).toMatchObject({ ok: false, failure: { code: 'move-forbidden' } })
  })

  it('is issued only with a number and its days', () => {
    const judged = judgeMove({
      workflow: invoiceWorkflow,
      from: 'draft',
      to: 'issued',
      record: { ...full, number: null },
    })
    expect(judged).toMatchObject({ ok: false, failure: { code: 'move-needs-fields' } })
  })

  it('never comes back to a draft once it was issued, on any walk', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(), { maxLength: 10 }), (choices) => {
        let state: InvoiceState = 'issued'
        for (const choice of choices) {
          const next: InvoiceState[] = nextStatesOf({ workflow: invoiceWorkflow, from: state })
          state = next[choice % Math.max(1, next.length)] ?? state
          expect(isPublishedInvoice(state)).toBe(true)
        }
      }),
    )
  })

  it('is overdue from the day after its due day, while it is open', () => {
    for (const state of statesOf(invoiceWorkflow)) {
      expect(isOverdue({ state, dueOn: '2026-03-31', today: '2026-03-31' })).toBe(false)
      expect(isOverdue({ state, dueOn: '2026-03-31', today: '2026-04-01' })).toBe(
        isOpenInvoice(state),
      )
    }
    expect(isOverdue({ state: 'issued', dueOn: null, today: '2026-04-01' })).toBe(false)
  })
})
