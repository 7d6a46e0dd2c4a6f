import { describe, expect, it } from 'vitest'

import { isAddressRule, networkOfRule } from './address-rule'

describe('a rule of addresses', () => {
  it.each(['203.0.113.7', '203.0.113.0/24', '2001:db8::1', '2001:db8::/32', '0.0.0.0/0'])(
    'takes %s',
    (rule) => {
      expect(isAddressRule(rule)).toBe(true)
    },
  )

  it.each(['', 'office', '203.0.113', '203.0.113.0/33', '2001:db8::/129', '1.2.3.4 ', '0x7f.1'])(
    'refuses “%s”',
    (rule) => {
      expect(isAddressRule(rule)).toBe(false)
    },
  )

  it('reads a single address as the network of itself', () => {
    expect(networkOfRule('203.0.113.7')).toEqual({
      network: '203.0.113.7',
      prefix: 32,
      family: 'ipv4',
    })
    expect(networkOfRule('2001:db8::/32')).toEqual({
      network: '2001:db8::',
      prefix: 32,
      family: 'ipv6',
    })
  })
})
