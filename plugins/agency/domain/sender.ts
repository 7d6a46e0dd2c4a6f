/** A bare mailbox: no name, no quotes, nothing that could begin another header or another receiver. */
const bareAddress =
  /^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@((?:[A-Za-z0-9-]{1,63}\.)*[A-Za-z0-9-]{1,63})$/

const mostOfAddress = 254

/** The domain of a bare address in lower case, or null when it is none. */
export const domainOf = (address: string): string | null =>
  address.length > mostOfAddress ? null : (bareAddress.exec(address)?.[1]?.toLowerCase() ?? null)

/** The address in `Name <address>`, or a bare one. */
export const addressIn = (from: string): string => (/<([^<>]*)>\s*$/.exec(from)?.[1] ?? from).trim()

/** Whether the mail server may send for this address: its domain, as written, is one of the list. */
export const maySendAs = ({
  address,
  domains,
}: {
  address: string
  domains: readonly string[]
}): boolean => {
  const domain = domainOf(address)
  return domain !== null && domains.includes(domain)
}

/**
 * What is wrong with the address that a brand wants to send from, or null. Servers of receivers refuse
 * mail of a domain that does not know the sending server (RFC 7208, RFC 7489), so only domains that
 * whoever runs the installation has named are taken.
 */
export const judgeSender = ({
  address,
  domains,
}: {
  address: string
  domains: readonly string[]
}): string | null => {
  if (domainOf(address) === null) return 'Write one plain address, such as jobs@agency.com.'
  return maySendAs({ address, domains })
    ? null
    : `Mail can be sent from ${domains.join(', ')} only. Whoever runs the installation adds a domain to MAIL_SENDER_DOMAINS.`
}

/** What is wrong with an address that answers go to, or null. */
export const judgeReplyTo = (address: string): string | null =>
  domainOf(address) === null ? 'Write one plain address, such as jobs@agency.com.' : null

/** What is wrong with the name beside an address, or null. A line break would begin a header of its own. */
export const judgeSenderName = (name: string): string | null => {
  if (name.trim() === '') return 'Write the name that readers see.'
  if (name.length > 80) return 'At most 80 characters.'
  if (/[\p{Cc}\u2028\u2029]/u.test(name)) return 'Write the name in one line.'
  return /[<>"@]/.test(name) ? 'Write the name without < > " and @.' : null
}
