import { describe, expect, it } from 'vitest'

import { waitingForClient } from './waiting'

describe('what waits for a client', () => {
  it('is nothing when nothing does', () => {
    expect(waitingForClient({ candidates: 0, sheets: 0, invoices: 0, overdue: 0 })).toEqual([])
  })

  it('has the overdue first and counts it once', () => {
    expect(
      waitingForClient({ candidates: 1, sheets: 2, invoices: 3, overdue: 1 }).map(
        ({ label }) => label,
      ),
    ).toEqual([
      '1 overdue invoice',
      '1 candidate to decide on',
      '2 timesheets to approve',
      '2 invoices to pay',
    ])
  })
})
