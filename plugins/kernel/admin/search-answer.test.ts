import { describe, expect, it } from 'vitest'

import { foundIn, recentIn, withRecent } from './search-answer'

const record = (id: string) => ({
  kind: 'candidate',
  id,
  title: 'Marta López',
  detail: 'CA-2026-0007',
  path: `/admin/collections/candidates/${id}`,
})

describe('the answer of the search', () => {
  it('becomes groups, screens last', () => {
    const groups = foundIn({
      groups: [{ kind: 'candidate', label: 'Candidates', records: [record('a')] }],
      places: [{ label: 'My desk', detail: 'Screen', path: '/admin/desk' }],
    })
    expect(groups.map(({ label }) => label)).toEqual(['Candidates', 'Screens'])
    expect(groups[0]?.items[0]).toMatchObject({ record: { kind: 'candidate', id: 'a' } })
    expect(groups[1]?.items[0]).toMatchObject({ key: '-admin-desk', record: null })
  })

  it('of earlier records is one group, or none', () => {
    expect(foundIn([record('a')])).toHaveLength(1)
    expect(foundIn([])).toEqual([])
  })

  it('leads nowhere but into the product', () => {
    expect(() =>
      foundIn({ groups: [], places: [{ label: 'x', detail: '', path: 'https://evil.test' }] }),
    ).toThrow()
  })
})

describe('what was opened before', () => {
  it('keeps the newest first, each once, and no more than eight', () => {
    const many = Array.from({ length: 8 }, (_, at) => ({ kind: 'client', id: String(at) }))
    const next = withRecent({ recent: many, record: { kind: 'client', id: '3' } })
    expect(next.map(({ id }) => id)).toEqual(['3', '0', '1', '2', '4', '5', '6', '7'])
    expect(withRecent({ recent: many, record: { kind: 'job-order', id: '3' } })).toHaveLength(8)
  })

  it('counts as nothing when it is something else', () => {
    expect(recentIn('x')).toEqual([])
    expect(recentIn([{ kind: 'client' }])).toEqual([])
    expect(recentIn([{ kind: 'client', id: '1' }])).toEqual([{ kind: 'client', id: '1' }])
  })
})
