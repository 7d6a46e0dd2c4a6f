/** Set by the web process from the socket, whatever the client sent under this name. */
const peerAddressHeader = 'x-placewright-peer'

/**
 * The address limits are counted by. `X-Forwarded-For` is believed only for as many hops as there are
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
}): string => {
  const peer = headers.get(peerAddressHeader) ?? 'unknown'
  if (trustedHops <= 0) return peer
  const forwarded = (headers.get('x-forwarded-for') ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean)
  return forwarded.at(-trustedHops) ?? peer
}
