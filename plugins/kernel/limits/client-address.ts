import { isIPv6 } from 'node:net'

/** Set by the web process from the socket, whatever the client sent under this name. */
const peerAddressHeader = 'x-placewright-peer'

/**
 * The address limits are counted by: an IPv4 address, or the first half of an IPv6 address, because
 * whoever has one of these has all of the other half. `X-Forwarded-For` is believed only for as many hops as there are
 * proxies of our own in front; otherwise anybody could pick an address.
 *
 * @param trustedHops how many reverse proxies stand before the web process
 */
export const clientAddressOf = ({
  headers,
  trustedHops,
}: {
  headers: Headers
  trustedHops: number
}): string => networkOf(exactAddressOf({ headers, trustedHops }))

/** The whole address, for comparing it with addresses that somebody allowed. */
export const exactAddressOf = ({
  headers,
  trustedHops,
}: {
  headers: Headers
  trustedHops: number
}): string => {
  const peer = headers.get(peerAddressHeader) ?? 'unknown'
  if (trustedHops <= 0) return peer
  const forwarded = (headers.get('x-forwarded-for') ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean)
  return forwarded.at(-trustedHops) ?? peer
}

/** `2001:db8:1:2::/64` for an IPv6 address; an IPv4 address, also one written as IPv6, as it is. */
export const networkOf = (address: string): string => {
  const bare = address.replace(/%.*$/, '')
  if (!isIPv6(bare)) return address
  const groups = groupsOf(bare)
  const isMapped = groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xffff
  if (isMapped)
    return groups
      .slice(6)
      .flatMap((group) => [group >> 8, group & 0xff])
      .join('.')
  return `${groups
    .slice(0, 4)
    .map((group) => group.toString(16))
    .join(':')}::/64`
}

/** The eight groups of an IPv6 address; the URL parser writes a dotted end in hexadecimal. */
const groupsOf = (address: string): number[] => {
  const written = new URL(`http://[${address}]/`).hostname.slice(1, -1)
  const [before = '', after] = written.split('::')
  const read = (part: string) =>
    part === '' ? [] : part.split(':').map((group) => Number.parseInt(group, 16))
  if (after === undefined) return read(before)
  const [head, tail] = [read(before), read(after)]
  const zeros = Array.from({ length: 8 - head.length - tail.length }, () => 0)
  return [...head, ...zeros, ...tail]
}
