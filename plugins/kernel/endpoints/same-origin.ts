/**
 * Whether a request that changes something comes from one of our own pages (or from no browser at
 * all). A browser always says one of the two headers on a cross-site request.
 */
export const isSameOrigin = ({
  headers,
  allowedOrigins,
}: {
  headers: Headers
  allowedOrigins: readonly string[]
}): boolean => {
  const origin = headers.get('origin')
  if (origin) return allowedOrigins.includes(origin) || originHost(origin) === headers.get('host')
  const site = headers.get('sec-fetch-site')
  return site === null || site === 'same-origin' || site === 'none'
}

const originHost = (origin: string): string | null =>
  URL.canParse(origin) ? new URL(origin).host : null
