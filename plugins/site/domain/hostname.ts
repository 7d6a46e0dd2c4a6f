/**
 * The host of a request as a site may be looked up by it: lower case, without port. Null for anything
 * that is no plain hostname, so that no path trick ever reaches a route.
 */
export const hostnameFrom = (header: string | null | undefined): string | null => {
  const host = (header ?? '').toLowerCase().replace(/:\d{1,5}$/, '')
  return /^(?=.{1,253}$)[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*$/.test(
    host,
  )
    ? host
    : null
}
