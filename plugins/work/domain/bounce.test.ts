import { describe, expect, it } from 'vitest'

import { bounceKindOf } from './bounce'

describe('what a mail server said about an address', () => {
  it.each([
    ['550 5.1.1 No such mailbox', null, 'hard'],
    ['smtp; 550 5.1.1 <a@b.test>: Recipient address rejected', '5.1.1', 'hard'],
    ['550 No such user here', null, 'hard'],
    ['550 5.2.1 The account is disabled', null, 'hard'],
    ['Host or domain name not found', '5.4.4', 'hard'],
    ['552 5.2.2 Mailbox full', null, 'soft'],
    ['421 4.3.2 Try again later', null, 'soft'],
    ['450 mailbox unavailable', null, 'soft'],
    ['554 5.7.1 Message refused as spam', null, 'soft'],
    ['delivered', '2.0.0', null],
  ] as const)('%s (%s) is %s', (answer, status, kind) => {
    expect(bounceKindOf({ answer, status })).toBe(kind)
  })
})
