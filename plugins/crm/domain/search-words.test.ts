import { describe, expect, it } from 'vitest'

import { searchedFields, searchWords } from './search-words'

const labels: Readonly<Record<string, string>> = { name: 'Name', city: 'City', skills: 'Skills' }
const labelOf = (path: string): string | null => labels[path] ?? null

describe('what somebody looked for', () => {
  it.each([
    ['zak nobody', '“zak nobody”'],
    ['{half', '“{half”'],
    ['{"city":{"equals":"Leeds"}}', 'City is “Leeds”'],
    [
      '{"and":[{"or":[{"name":{"like":"zak"}},{"city":{"in":["Leeds","York"]}}]},{"skills":{"exists":"false"}}]}',
      '(Name contains “zak” or City is one of “Leeds”, “York”) and Skills is empty',
    ],
    [
      '{"desiredPayRateE4":{"greater_than":5},"city":{"near":"1,2"}}',
      'a field that your role may not see and City near “1,2”',
    ],
  ])('%s is told as %s', (criteria, words) => {
    expect(searchWords({ criteria, labelOf })).toBe(words)
  })

  it('names every field that is compared', () => {
    expect(searchedFields('{"or":[{"name":{}},{"and":[{"city":{}}]}],"skills":{}}')).toEqual([
      'name',
      'city',
      'skills',
    ])
    expect(searchedFields('city')).toEqual([])
  })
})
