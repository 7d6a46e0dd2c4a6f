const longest = 2_000

/**
 * The address of somebody's page in a network, in the one form by which people are recognised: without
 * scheme, `www.`, language, query and closing slash, in lower case. Null when it is no address, or
 * that of the network itself.
 */
export const normaliseProfileUrl = (input: string | null | undefined): string | null => {
  const text = input?.trim() ?? ''
  if (text === '' || text.length > longest || /\s/.test(text)) return null
  const whole = /^[a-z][a-z0-9+.-]*:/i.test(text) ? text : `https://${text}`
  if (!URL.canParse(whole)) return null
  const { protocol, hostname, pathname, searchParams } = new URL(whole)
  if (!['http:', 'https:'].includes(protocol) || !/^[^.]+(\.[^.]+)+$/.test(hostname)) return null
  const host = hostOf(hostname.toLowerCase())
  const parts = pathname.split('/').filter(Boolean).map(decoded)
  const path = (host === 'linkedin.com' ? linkedInPath(parts) : parts).join('/').toLowerCase()
  // Here alone the query says who it is.
  const id = host === 'facebook.com' && path === 'profile.php' ? searchParams.get('id') : null
  if (path === '') return networks.has(host) ? null : host
  return `${host}/${path}${id ? `?id=${id}` : ''}`
}

const networks = new Set([
  'linkedin.com',
  'xing.com',
  'github.com',
  'gitlab.com',
  'facebook.com',
  'instagram.com',
  'twitter.com',
  'x.com',
  'stackoverflow.com',
  'behance.net',
  'dribbble.com',
])

/** `uk.linkedin.com`, `m.facebook.com` and `www.xing.com` are the network itself. */
const hostOf = (hostname: string): string => {
  const bare = hostname.replace(/^www\./, '')
  for (const network of networks) {
    if (!bare.endsWith(`.${network}`)) continue
    const before = bare.slice(0, -network.length - 1)
    if (/^([a-z]{2}|m|mobile|[a-z]{2}-[a-z]{2})$/.test(before)) return network
  }
  return bare === 'twitter.com' ? 'x.com' : bare
}

/** `/in/jane-doe/de` is Jane's page in German; `/pub/jane-doe/1/2/3` an old form that names her too. */
const linkedInPath = (parts: readonly string[]): readonly string[] =>
  parts[0]?.toLowerCase() === 'in' ? parts.slice(0, 2) : parts

/** Letters beyond ASCII are written both ways. */
const decoded = (part: string): string => {
  try {
    return decodeURIComponent(part)
  } catch (error) {
    if (error instanceof URIError) return part
    throw error
  }
}
