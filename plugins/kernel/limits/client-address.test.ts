import { describe, expect, it } from 'vitest'

import { clientAddressOf } from './client-address'

const seenFrom = (peer: string): string =>
  clientAddressOf({ headers: new Headers({ 'x-placewright-peer': peer }), trustedHops: 0 })

describe('the address that limits are counted by', () => {
  it.each([
    ['203.0.113.7', '203.0.113.7'],
    ['::ffff:203.0.113.7', '203.0.113.7'],
    ['::FFFF:cb00:7107', '203.0.113.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:db8:1:2::9', '2001:db8:1:2::/64'],
    ['2001:0DB8:0001:0002:ffff:ffff:ffff:ffff', '2001:db8:1:2::/64'],
    ['2001:db8:1:3::9', '2001:db8:1:3::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['unknown', 'unknown'],
  ])('%s counts as %s', (peer, counted) => {
    expect(seenFrom(peer)).toBe(counted)
  })

  it('is what our own proxy saw, by network too, and never what the client wrote before it', () => {
    const headers = new Headers({
      'x-placewright-peer': '10.0.0.1',
      'x-forwarded-for': '198.51.100.1, 2001:db8:1:2::9',
    })
    expect(clientAddressOf({ headers, trustedHops: 1 })).toBe('2001:db8:1:2::/64')
    expect(clientAddressOf({ headers, trustedHops: 0 })).toBe('10.0.0.1')
  })
})
