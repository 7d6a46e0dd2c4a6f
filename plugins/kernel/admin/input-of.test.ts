import { describe, expect, it } from 'vitest'

import type { CommandField } from './command-action'
import { inputOf } from './input-of'

const fields: readonly CommandField[] = [
  { name: 'startsOn', label: 'Start', type: 'day', isRequired: true },
  { name: 'payRateE4', label: 'Pay', type: 'amount', scale: 4 },
  { name: 'amountMinor', label: 'Amount', type: 'amount', scale: 2 },
  { name: 'count', label: 'Number', type: 'number' },
  { name: 'note', label: 'Note', type: 'textarea' },
  { name: 'isConfirmedByPhone', label: 'Agreed', type: 'checkbox' },
  {
    name: 'approverId',
    label: 'Approver',
    type: 'relation',
    collection: 'client-contacts',
    titleFields: ['name'],
  },
]

describe('inputOf', () => {
  it('reads what was typed in the units of the command', () => {
    expect(
      inputOf({
        fields,
        values: {
          startsOn: '2026-12-01',
          payRateE4: '24.505',
          amountMinor: '1,250.00',
          count: '3',
          note: '  Bring boots ',
          isConfirmedByPhone: true,
          approverId: { id: 'an-id', title: 'Dana Cole' },
        },
      }),
    ).toEqual({
      ok: true,
      input: {
        startsOn: '2026-12-01',
        payRateE4: 245_050,
        amountMinor: 125_000,
        count: 3,
        note: 'Bring boots',
        isConfirmedByPhone: true,
        approverId: 'an-id',
      },
    })
  })

  it('leaves out what is empty and keeps a prefilled amount as it is', () => {
    expect(
      inputOf({
        fields,
        values: { startsOn: '2026-12-01', payRateE4: 245_000, note: ' ', approverId: null },
      }),
    ).toEqual({
      ok: true,
      input: { startsOn: '2026-12-01', payRateE4: 245_000, isConfirmedByPhone: false },
    })
  })

  it('nests dotted names, splits lines and sends the title of a relation where it is wanted', () => {
    expect(
      inputOf({
        fields: [
          { name: 'place.city', label: 'Town', type: 'text' },
          { name: 'place.zone', label: 'Zone', type: 'text' },
          { name: 'mustHaves', label: 'Must have', type: 'lines' },
          {
            name: 'site',
            label: 'Site',
            type: 'relation',
            collection: 'sites',
            titleFields: ['name'],
            titleAs: 'siteName',
          },
        ],
        values: {
          'place.city': 'Leeds',
          'place.zone': 'Europe/London',
          mustHaves: 'Forklift licence\n\n Night shifts ',
          site: { id: 'an-id', title: 'Harbour' },
        },
      }),
    ).toEqual({
      ok: true,
      input: {
        place: { city: 'Leeds', zone: 'Europe/London' },
        mustHaves: ['Forklift licence', 'Night shifts'],
        site: 'an-id',
        siteName: 'Harbour',
      },
    })
  })

  it('says beside the field what is missing and what cannot be read', () => {
    expect(
      inputOf({ fields, values: { amountMinor: '12.345', payRateE4: 'a lot', count: 'x' } }),
    ).toEqual({
      ok: false,
      fields: {
        startsOn: 'Please fill this in.',
        amountMinor: 'Write an amount such as 1,250.00.',
        payRateE4: 'Write an amount such as 1,250.00.',
        count: 'Please write a number.',
      },
    })
  })
})
