import { z } from 'zod'

const ipv4 = z.ipv4()
const ipv6 = z.ipv6()
const cidr4 = z.cidrv4()
const cidr6 = z.cidrv6()

/** An address or a network of addresses: `203.0.113.7`, `203.0.113.0/24`, `2001:db8::/32`. */
export const isAddressRule = (text: string): boolean =>
  [ipv4, ipv6, cidr4, cidr6].some((schema) => schema.safeParse(text).success)

/** A rule as its network and the length of its prefix; a single address has the whole length. */
export const networkOfRule = (
  rule: string,
): { network: string; prefix: number; family: 'ipv4' | 'ipv6' } => {
  const [network = '', length] = rule.split('/')
  const family = network.includes(':') ? 'ipv6' : 'ipv4'
  const whole = family === 'ipv6' ? 128 : 32
  return { network, prefix: length === undefined ? whole : Number(length), family }
}
