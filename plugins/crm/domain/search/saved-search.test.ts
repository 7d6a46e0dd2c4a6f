import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { canonicalSearch } from './saved-search'

describe('a search that is kept', () => {
  it.each([
    ['q=nurse&after=newest~1~2&saved=x&state=&unit=mi', 'q=nurse&unit=mi'],
    ['state=new&q=nurse+icu&state=active&state=new', 'q=nurse+icu&state=new&state=active'],
    ['place=Reading%2C+GB&within=10&sort=distance', 'place=Reading%2C+GB&sort=distance&within=10'],
    ['contact=not%3A90', 'contact=not%3A90'],
    ['unit=km&sort=newest', null],
    ['', null],
    ['q=%22open', null],
    ['owner=me', null],
    [`q=${'a'.repeat(4_100)}`, null],
  ])('of %j is %j', (address, expected) => {
    expect(canonicalSearch(address)).toBe(expected)
  })

  it('stays as it is when it is kept again', () => {
    fc.assert(
      fc.property(fc.webQueryParameters(), (address) => {
        const once = canonicalSearch(`q=x&${address}`)
        if (once !== null) expect(canonicalSearch(once)).toBe(once)
      }),
      { numRuns: 40 },
    )
  })
})
