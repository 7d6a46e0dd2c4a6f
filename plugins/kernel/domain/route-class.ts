/** The kinds of address that are measured apart: few, so that a histogram of each stays small. */
export type RouteClass =
  | 'api-command'
  | 'api-file'
  | 'api-webhook'
  | 'api-live'
  | 'api-probe'
  | 'api'
  | 'admin'
  | 'portal'
  | 'link'
  | 'asset'
  | 'site'

const classes: readonly { pattern: RegExp; routeClass: RouteClass }[] = [
  { pattern: /^\/api\/commands\//, routeClass: 'api-command' },
  { pattern: /^\/api\/[^/]+\/file\//, routeClass: 'api-file' },
  { pattern: /^\/api\/(webhooks|incoming)\//, routeClass: 'api-webhook' },
  { pattern: /^\/api\/live$/, routeClass: 'api-live' },
  { pattern: /^\/api\/(health|metrics)$/, routeClass: 'api-probe' },
  { pattern: /^\/api(\/|$)/, routeClass: 'api' },
  { pattern: /^\/admin(\/|$)/, routeClass: 'admin' },
  { pattern: /^\/portal(\/|$)/, routeClass: 'portal' },
  { pattern: /^\/l\//, routeClass: 'link' },
  { pattern: /^\/_next\/|\.(svg|png|ico|txt|xml|webmanifest)$/, routeClass: 'asset' },
]

/** Which kind of address a path is; what belongs to nothing else is a page of a website. */
export const routeClassOf = (path: string): RouteClass =>
  classes.find(({ pattern }) => pattern.test(path))?.routeClass ?? 'site'

/**
 * The path as a log may keep it: words of our own and ids of records stay, everything that could be
 * a token, a file's name or something a person typed becomes `:value`. There is no query at all.
 */
export const loggedPath = (path: string): string => {
  const segments = path.split('/')
  return segments
    .map((segment, at) => (at === 0 || isOfOurs({ segments, at }) ? segment : ':value'))
    .slice(0, 8)
    .join('/')
}

const isOfOurs = ({ segments, at }: { segments: readonly string[]; at: number }): boolean => {
  const segment = segments[at] ?? ''
  if (segment === '' || uuid.test(segment)) return true
  const before = segments[at - 1] ?? ''
  if (secretAfter.has(before)) return false
  return segment.length <= 40 && /^[a-z_]+(-[a-z]+)*(\.(json|ics))?$/.test(segment)
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** What follows these is a token, or named by a person. */
const secretAfter = new Set(['l', 'reset', 'verify', 'file', 'jobs', 's'])
