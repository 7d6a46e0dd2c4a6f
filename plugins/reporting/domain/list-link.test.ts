import { describe, expect, it } from 'vitest'

import { listLink } from './list-link'

describe('listLink', () => {
  it('leads to the whole list without conditions', () => {
    expect(listLink({ collection: 'placements' })).toBe('/admin/collections/placements')
  })

  it('writes every condition as the filter of the list reads it', () => {
    const link = new URL(
      listLink({
        collection: 'invoices',
        where: [
          { field: 'state', is: 'in', value: ['issued', 'part_paid'] },
          { field: 'dueOn', is: 'less_than', value: '2026-11-22' },
        ],
      }),
      'http://agency.test',
    )
    expect(Object.fromEntries(link.searchParams)).toEqual({
      'where[or][0][and][0][state][in]': 'issued,part_paid',
      'where[or][0][and][1][dueOn][less_than]': '2026-11-22',
    })
  })
})
