import { describe, expect, it } from 'vitest'

import { differences, documentOf } from './documents'

describe('a row as a document', () => {
  it('has the names and shapes of the product', () => {
    expect(
      documentOf({
        id: 'a',
        first_name: 'Ada',
        owner_id: null,
        phone_e164: '+12125550100',
        desired_pay_rate_e4: '215000',
        created_at: new Date('2026-03-01T10:00:00Z'),
      }),
    ).toEqual({
      id: 'a',
      firstName: 'Ada',
      owner: null,
      phoneE164: '+12125550100',
      desiredPayRateE4: 215_000,
      createdAt: '2026-03-01T10:00:00.000Z',
    })
  })
})

describe('two lists of documents', () => {
  it('differ in the fields that hold something else, on either side', () => {
    expect(
      differences({
        what: 'row',
        product: [{ id: 'a', name: 'Ada', skills: ['x', 'y'], owner: null }],
        raw: [{ id: 'a', name: 'Eda', skills: ['y', 'x'], city: 'Hull' }],
      }),
    ).toEqual([
      'row 1 differs in name: "Ada", by SQL "Eda"',
      'row 1 differs in skills: ["x","y"], by SQL ["y","x"]',
      'row 1 differs in city: null, by SQL "Hull"',
    ])
  })

  it('differ in their length', () => {
    expect(differences({ what: 'row', product: [], raw: [{ id: 'a' }] })).toEqual([
      '0 rows, and 1 by SQL',
    ])
  })

  it('are the same when what one leaves out is empty in the other', () => {
    expect(
      differences({ what: 'row', product: [{ id: 'a' }], raw: [{ id: 'a', owner: null }] }),
    ).toEqual([])
  })
})
