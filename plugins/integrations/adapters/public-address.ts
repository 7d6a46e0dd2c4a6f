import { BlockList, isIPv4, isIPv6 } from 'node:net'

/** Special-purpose addresses (IANA registries, RFC 6890): nothing of the public internet is there. */
const privateV4 = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  // Link-local, where clouds tell their machines secrets.
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const

/** Of the one block of public IPv6 addresses: documentation, and those that carry IPv4 inside. */
const privateWithinV6 = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const

const closedV4 = new BlockList()
for (const [network, prefix] of privateV4) closedV4.addSubnet(network, prefix, 'ipv4')

const openV6 = new BlockList()
openV6.addSubnet('2000::', 3, 'ipv6')
const closedV6 = new BlockList()
for (const [network, prefix] of privateWithinV6) closedV6.addSubnet(network, prefix, 'ipv6')

/**
 * Whether an address belongs to the public internet. Everything else is refused: private networks,
 * this machine, link-local, metadata, multicast, and IPv4 written as IPv6 in whichever way.
 */
export const isPublicAddress = (address: string): boolean => {
  if (isIPv4(address)) return !closedV4.check(address, 'ipv4')
  if (!isIPv6(address) || address.includes('%')) return false
  return openV6.check(address, 'ipv6') && !closedV6.check(address, 'ipv6')
}
