import { ok, refuse, type Result } from '#plugins/kernel/domain'
import { isIP } from 'node:net'

import { isPublicAddress } from './public-address'

/** Where tests and developers may send to beside the public internet: `127.0.0.1:*`, `localhost:4010`. */
export type AllowedReceivers = readonly string[]

const publicPorts: readonly string[] = ['', '443', '8443']

/**
 * An address that messages may be sent to, as far as can be told without asking the network; where it
 * leads is looked at with every message.
 */
export const receiverAddress = ({
  text,
  allowed,
}: {
  text: string
  allowed: AllowedReceivers
}): Result<URL, string> => {
  // The parser of URLs drops tabs and line breaks without a word.
  if (/[\s\p{Cc}\\]/u.test(text)) return refuse('Write the address without spaces.')
  if (text.length > 1_000) return refuse('Write at most 1000 characters.')
  if (!URL.canParse(text)) return refuse('Write an address such as https://example.com/hooks.')
  const url = new URL(text)
  if (url.username || url.password)
    return refuse('Leave name and password out: messages are signed instead.')
  if (url.hash) return refuse('Leave out what follows the #.')
  if (isAllowedByName({ url, allowed })) return ok(url)
  if (url.protocol !== 'https:') return refuse('Begin with https://.')
  if (!publicPorts.includes(url.port)) return refuse('Use port 443 or 8443.')
  const host = hostOf(url)
  if (isIP(host) ? !isPublicAddress(host) : isLocalName(host))
    return refuse('This address is not on the public internet.')
  return ok(url)
}

/** Written out by whoever runs the installation, port included. */
export const isAllowedByName = ({
  url,
  allowed,
}: {
  url: URL
  allowed: AllowedReceivers
}): boolean => {
  const port = url.port || (url.protocol === 'https:' ? '443' : '80')
  return (
    /^https?:$/.test(url.protocol) &&
    [`${url.hostname}:${port}`, `${url.hostname}:*`].some((entry) => allowed.includes(entry))
  )
}

/** Without the brackets of IPv6 and the dot that ends a full name. */
export const hostOf = (url: URL): string => url.hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '')

const isLocalName = (host: string): boolean =>
  !host.includes('.') ||
  /\.(localhost|local|internal|intranet|lan|home|corp|test|invalid)$/.test(host)
