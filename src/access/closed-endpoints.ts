import {
  Forbidden,
  type Endpoint,
  type PayloadRequest,
  type SanitizedCollectionConfig,
  type SanitizedGlobalConfig,
} from 'payload'

import { actorOf } from '#plugins/kernel'
import { limitCall, type LimitClass } from './limits'

type Handler = Endpoint['handler']

const isStaff = (req: PayloadRequest): boolean => actorOf(req).kind === 'staff'

/** The same answer for what is closed, what is not there and what is not yours. */
const notFound = (): Response =>
  Response.json({ errors: [{ message: 'Not Found' }] }, { status: 404 })

/** Only staff; the endpoint itself asks nobody. */
const staffOnly =
  (handler: Handler): Handler =>
  async (req) =>
    isStaff(req)
      ? await handler(req)
      : Response.json(
          { errors: [{ message: 'You are not allowed to perform this action.' }] },
          { status: 403 },
        )

/**
 * The endpoints of a collection with the open ones closed. Payload shares endpoint objects between
 * collections, so each is copied and none is changed.
 */
export const closedEndpoints = (
  collection: SanitizedCollectionConfig,
): SanitizedCollectionConfig['endpoints'] =>
  // None at all would be answered by 501, as if the server were at fault.
  (collection.endpoints || []).map((endpoint) =>
    limited({
      endpoint: closed({ endpoint, collection }),
      limitClass: limitClassOf({ endpoint, isUpload: Boolean(collection.upload) }),
    }),
  )

const closed = ({
  endpoint,
  collection,
}: {
  endpoint: Endpoint
  collection: SanitizedCollectionConfig
}): Endpoint => {
  const { handler, path } = endpoint
  // Preferences ask for no access at all; they belong to the admin.
  if (collection.slug === 'payload-preferences') return { ...endpoint, handler: staffOnly(handler) }
  switch (path) {
    // The first admin comes from the start command, never from whoever calls first.
    case '/first-register':
    case '/init':
    // Fetches an address of the caller's choice.
    case '/paste-url/:id?':
      return { ...endpoint, handler: notFound }
    case '/verify/:id':
      return collection.auth?.verify ? endpoint : { ...endpoint, handler: notFound }
    case '/versions':
    case '/versions/:id':
      return {
        ...endpoint,
        handler: collection.versions ? missingForOutsiders(handler) : notFound,
      }
    // Names collections, fields and rights to whoever asks.
    case '/access/:id?':
      return { ...endpoint, handler: staffOnly(handler) }
    case '/file/:filename':
      return { ...endpoint, handler: fileOrNotFound({ handler, collection }) }
    default:
      return path.startsWith('/:id')
        ? { ...endpoint, handler: missingForOutsiders(handler) }
        : endpoint
  }
}

/** To a signed-in outside person a record that is not theirs looks as if it were not there. */
const missingForOutsiders =
  (handler: Handler): Handler =>
  async (req) => {
    try {
      return await handler(req)
    } catch (error) {
      if (error instanceof Forbidden && actorOf(req).kind === 'portal') return notFound()
      throw error
    }
  }

/** A file that is not there and one that is not the caller's look the same. */
const fileOrNotFound =
  ({ handler, collection }: { handler: Handler; collection: SanitizedCollectionConfig }): Handler =>
  async (req) => {
    const filename = req.routeParams?.filename
    if (typeof filename !== 'string' || !(await isKnown({ req, collection, filename })))
      return notFound()
    try {
      return await handler(req)
    } catch (error) {
      if (error instanceof Forbidden) return notFound()
      throw error
    }
  }

const isKnown = async ({
  req,
  collection,
  filename,
}: {
  req: PayloadRequest
  collection: SanitizedCollectionConfig
  filename: string
}): Promise<boolean> => {
  const sizes = collection.upload?.imageSizes ?? []
  const named = ['filename', ...sizes.map(({ name }) => `sizes.${name}.filename`)]
  const row: unknown = await req.payload.db.findOne({
    collection: collection.slug,
    req,
    where: { or: named.map((field) => ({ [field]: { equals: filename } })) },
  })
  return Boolean(row)
}

/**
 * The root endpoints with the open ones closed. Commands and webhooks count their calls themselves;
 * what a monitor asks must be answered when the database is away.
 */
export const closedRootEndpoints = (endpoints: readonly Endpoint[]): Endpoint[] => [
  ...endpoints.map((endpoint) => {
    if (/^\/(commands|webhooks|health|metrics)\b/.test(endpoint.path)) return endpoint
    const handler = endpoint.path === '/access' ? staffOnly(endpoint.handler) : endpoint.handler
    return limited({
      endpoint: { ...endpoint, handler },
      limitClass: limitClassOf({ endpoint, isUpload: false }),
    })
  }),
  // Draws a picture with whatever words the caller sends; Next adds it unless there is one.
  { path: '/og', method: 'get', handler: notFound },
]

/** The endpoints of a global with the open ones closed. */
export const closedGlobalEndpoints = (
  endpoints: SanitizedGlobalConfig['endpoints'],
): SanitizedGlobalConfig['endpoints'] =>
  endpoints &&
  endpoints.map((endpoint) =>
    limited({
      endpoint:
        endpoint.path === '/access'
          ? { ...endpoint, handler: staffOnly(endpoint.handler) }
          : endpoint,
      limitClass: limitClassOf({ endpoint, isUpload: false }),
    }),
  )

/** Counted before the call opens a transaction: a counter takes a connection of its own. */
const limited = ({
  endpoint,
  limitClass,
}: {
  endpoint: Endpoint
  limitClass: LimitClass
}): Endpoint => ({
  ...endpoint,
  handler: async (req) => {
    await limitCall({ req, limitClass })
    return await endpoint.handler(req)
  },
})

const limitClassOf = ({
  endpoint: { method, path },
  isUpload,
}: {
  endpoint: Endpoint
  isUpload: boolean
}): LimitClass => {
  if (path === '/login' || path === '/forgot-password' || path === '/reset-password')
    return limitClassByPath[path]
  // Only reads the rights of the admin's forms.
  if (method === 'get' || path.startsWith('/access')) return 'read'
  return isUpload && method !== 'delete' ? 'upload' : 'write'
}

const limitClassByPath = {
  '/login': 'login',
  '/forgot-password': 'forgot-password',
  '/reset-password': 'reset-password',
} as const
