import { describe, expect, it } from 'vitest'
import { paperStyleFor, partyOf } from './party'

describe('a party of an invoice', () => {
  it.each([
    {
      address: {
        line1: '12 Pier Rd',
        city: 'Portland',
        region: 'ME',
        postalCode: '04101',
        country: 'US',
      },
      lines: ['12 Pier Rd', 'Portland, ME 04101', 'United States'],
    },
    {
      address: { line1: '1 High St', city: 'Leeds', postalCode: 'LS1 4AB', country: 'GB' },
      lines: ['1 High St', 'Leeds LS1 4AB', 'United Kingdom'],
    },
    {
      address: {
        line1: 'ul. Zażółć 7',
        line2: ' ',
        city: 'Łódź',
        postalCode: '90-001',
        country: 'PL',
      },
      lines: ['ul. Zażółć 7', '90-001 Łódź', 'Poland'],
    },
    { address: null, lines: [] },
  ])('is written as $lines', ({ address, lines }) => {
    expect(partyOf({ name: 'A', address })).toEqual({
      name: 'A',
      lines,
      taxId: null,
      country: address?.country ?? null,
    })
  })

  it('shows its tax id and e-mail', () => {
    expect(
      partyOf({ name: 'A', address: {}, taxId: 'DE123', email: 'billing@a.test' }).lines,
    ).toEqual(['billing@a.test', 'Tax id DE123'])
  })

  it('is printed on the paper of its country', () => {
    expect(paperStyleFor('US')).toEqual({ locale: 'en-US', size: 'LETTER' })
    expect(paperStyleFor('GB').size).toBe('A4')
    expect(paperStyleFor('DE')).toEqual({ locale: 'en-IE', size: 'A4' })
  })
})
