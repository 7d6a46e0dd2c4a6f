import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { normaliseProfileUrl } from './profile-url'

describe('the address of a profile page', () => {
  it.each([
    ['https://www.linkedin.com/in/Jane-Doe/', 'linkedin.com/in/jane-doe'],
    ['http://uk.linkedin.com/in/jane-doe?trk=x#top', 'linkedin.com/in/jane-doe'],
    ['linkedin.com/in/jane-doe/de', 'linkedin.com/in/jane-doe'],
    ['https://linkedin.com/in/j%C3%BCrgen', 'linkedin.com/in/jürgen'],
    ['https://m.facebook.com/profile.php?id=7&x=1', 'facebook.com/profile.php?id=7'],
    ['https://twitter.com/Jane', 'x.com/jane'],
    ['www.xing.com/profile/Jane_Doe', 'xing.com/profile/jane_doe'],
    ['jane.dev', 'jane.dev'],
    ['https://www.linkedin.com/', null],
    ['github.com', null],
    ['javascript:alert(1)', null],
    ['mailto:jane@example.test', null],
    ['just words', null],
    ['localhost', null],
    ['https://example.test/%E0%A4%A', 'example.test/%e0%a4%a'],
    ['', null],
    [null, null],
  ])('%s is %s', (given, expected) => {
    expect(normaliseProfileUrl(given)).toBe(expected)
  })

  it('is the same once it is normal, and never throws', () => {
    fc.assert(
      fc.property(fc.oneof(fc.webUrl({ withQueryParameters: true }), fc.string()), (text) => {
        const once = normaliseProfileUrl(text)
        if (once !== null && !/[%\s?#]/.test(once)) expect(normaliseProfileUrl(once)).toBe(once)
      }),
    )
  })
})
