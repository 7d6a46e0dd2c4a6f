import {
  APIError,
  type Access,
  type CollectionBeforeOperationHook,
  type GlobalBeforeOperationHook,
  type PayloadRequest,
  type SanitizedConfig,
} from 'payload'

import { actorOf } from '#plugins/kernel'
import { judgeQuery } from './caps'

const operations = [
  'create',
  'read',
  'update',
  'delete',
  'readVersions',
  'unlock',
  'admin',
] as const

const isStaff = ({ req }: { req: PayloadRequest }): boolean => actorOf(req).kind === 'staff'

/**
 * Closes whatever the config left open. It runs over the sanitized config, built-in collections
 * included, because Payload lets any login through where an access function is missing.
 */
export const sealed = async (building: Promise<SanitizedConfig>): Promise<SanitizedConfig> => {
  const config = await building
  for (const collection of config.collections) {
    const builtIn = builtInAccess[collection.slug]
    if (builtIn) Object.assign(collection.access, builtIn)
    for (const operation of operations) {
      if (operation === 'admin' && !collection.auth) continue
      const access: unknown = collection.access[operation]
      if (typeof access !== 'function' || access.name === 'defaultAccess')
        throw new Error(`${collection.slug} does not say who may ${operation}.`)
    }
    collection.hooks.beforeOperation = [capQuery, ...collection.hooks.beforeOperation]
    // An endpoint of preferences answers without asking access; it is for staff like the admin itself.
    if (collection.slug === 'payload-preferences' && collection.endpoints)
      for (const endpoint of collection.endpoints) endpoint.handler = staffOnly(endpoint.handler)
  }
  for (const global of config.globals) {
    for (const operation of ['read', 'update'] as const) {
      const access: unknown = global.access[operation]
      if (typeof access !== 'function' || access.name === 'defaultAccess')
        throw new Error(`The global ${global.slug} does not say who may ${operation}.`)
    }
    global.hooks.beforeOperation = [capGlobalQuery, ...global.hooks.beforeOperation]
  }
  Object.assign(config.jobs, {
    access: { run: () => false, queue: () => false, cancel: () => false },
  })
  // Tells collection and field names to whoever asks.
  for (const endpoint of config.endpoints)
    if (endpoint.path === '/access') endpoint.handler = staffOnly(endpoint.handler)
  return config
}

const nobody: Access = () => false

/** Collections that Payload adds by itself. */
const builtInAccess: Record<string, Partial<Record<(typeof operations)[number], Access>>> = {
  'payload-locked-documents': each(isStaff),
  'payload-preferences': each(isStaff),
  'payload-migrations': each(nobody),
  'payload-kv': each(nobody),
  'payload-jobs': each(nobody),
  'payload-folders': each(nobody),
  'payload-query-presets': each(nobody),
}

function each(access: Access) {
  return {
    create: access,
    read: access,
    update: access,
    delete: access,
    readVersions: access,
    unlock: access,
  }
}

const staffOnly =
  <Handler extends (req: PayloadRequest) => Promise<Response> | Response>(handler: Handler) =>
  async (req: PayloadRequest): Promise<Response> =>
    isStaff({ req })
      ? await handler(req)
      : Response.json(
          { errors: [{ message: 'You are not allowed to perform this action.' }] },
          { status: 403 },
        )

const capQuery: CollectionBeforeOperationHook = ({ args, req }) => {
  capped({ args, req })
  return args
}

const capGlobalQuery: GlobalBeforeOperationHook = ({ args, req }) => {
  capped({ args, req })
  return args
}

/** Only what comes from outside is capped: the server's own calls and population are trusted. */
const capped = ({ args, req }: { args: unknown; req: PayloadRequest }): void => {
  if (typeof args !== 'object' || args === null) return
  if (Reflect.get(args, 'overrideAccess') || Reflect.get(args, 'currentDepth')) return
  if (req.payloadAPI !== 'REST') return
  const problem = judgeQuery({ query: req.query, method: req.method ?? 'GET', url: req.url ?? '' })
  if (problem) throw new APIError(problem, 400, null, true)
}
