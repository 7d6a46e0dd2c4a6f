import type {
  Access,
  PayloadRequest,
  SanitizedCollectionConfig,
  SanitizedConfig,
  Where,
} from 'payload'
import { collectionDefaults } from 'payload/shared'

import { noRows } from '#plugins/agency'
import { actorOf } from '#plugins/kernel'
import type { Actor } from '#plugins/kernel/domain'
import { answerDiskErrors } from './answer-disk-errors'
import { answerDatabaseErrors } from './answer-errors'
import { closedEndpoints, closedGlobalEndpoints, closedRootEndpoints } from './closed-endpoints'
import { withFileHeaders } from './file-headers'
import { judgeCollectionCall, judgeGlobalCall } from './judge-call'
import { collectionOperations, globalOperations } from './operations'

/**
 * Closes whatever the config left open. It runs over the sanitized config, built-in collections
 * included, because Payload lets any login through where an access function is missing.
 *
 * @throws when a collection or global does not say who may do what, or a setting opens a way around
 */
export const sealed = async (building: Promise<SanitizedConfig>): Promise<SanitizedConfig> => {
  const config = await building
  requireSafeSettings(config)
  const isSecure = config.serverURL.startsWith('https:')
  for (const collection of config.collections) {
    sealCollection(collection)
    if (collection.auth) collection.auth.cookies.secure = isSecure
  }
  for (const global of config.globals) {
    for (const operation of globalOperations)
      if (operation !== 'readVersions' || global.versions)
        requireExplicit({
          what: `The global ${String(global.slug)}`,
          operation,
          access: global.access[operation],
        })
    global.hooks.beforeOperation = [judgeGlobalCall, ...global.hooks.beforeOperation]
    global.endpoints = closedGlobalEndpoints(global.endpoints)
  }
  Object.assign(config.jobs, {
    access: { run: () => false, queue: () => false, cancel: () => false },
  })
  Object.assign(config, { endpoints: closedRootEndpoints(config.endpoints) })
  // The caller's mistakes, not errors of ours.
  Object.assign(config.loggingLevels, { AuthenticationError: 'info', QueryError: 'info' })
  config.hooks.afterError = [
    ...(config.hooks.afterError ?? []),
    answerDatabaseErrors,
    answerDiskErrors,
  ]
  return config
}

const requireSafeSettings = (config: SanitizedConfig): void => {
  if (!config.graphQL.disable) throw new Error('GraphQL must be off: it has no bound on its cost.')
  if (config.csrf.length === 0) throw new Error('csrf must list the origins of our own pages.')
  if (config.cors !== '*' && Array.isArray(config.cors) && config.cors.length === 0) return
  throw new Error('cors must be empty: no other site calls this API from a browser.')
}

const sealCollection = (collection: SanitizedCollectionConfig): void => {
  const builtIn = Object.hasOwn(builtInAccess, collection.slug)
    ? builtInAccess[collection.slug]
    : undefined
  if (builtIn) collection.access = { ...collection.access, ...builtIn }
  for (const operation of collectionOperations) {
    const needsAuth = operation === 'admin' || operation === 'unlock'
    if (needsAuth && !collection.auth) continue
    requireExplicit({ what: collection.slug, operation, access: collection.access[operation] })
  }
  collection.access.read = byScopeOnly(collection.access.read)
  collection.hooks.beforeOperation = [judgeCollectionCall, ...collection.hooks.beforeOperation]
  collection.endpoints = closedEndpoints(collection)
  // The list of one's sessions is for the server; an answer that shows it helps only who steals it.
  for (const field of [...collection.fields, ...collection.flattenedFields])
    if (collection.auth && 'name' in field && field.name === 'sessions' && 'access' in field)
      field.access = { ...field.access, read: () => false }
  if (collection.upload)
    collection.upload.modifyResponseHeaders = withFileHeaders({
      slug: collection.slug,
      modify: collection.upload.modifyResponseHeaders,
    })
}

/** Payload fills what is missing with functions of its own; known by identity, not by name. */
const openByDefault = new Set<unknown>(Object.values(collectionDefaults.access ?? {}))

const requireExplicit = ({
  what,
  operation,
  access,
}: {
  what: string
  operation: string
  access: unknown
}): void => {
  if (typeof access !== 'function' || openByDefault.has(access))
    throw new Error(`${what} does not say who may ${operation}.`)
}

const nobody: Access = () => false

/**
 * What a colleague reads without any permission is theirs as a person: notices, settings, preferences.
 * A program that acts for them by a key has its scopes, and what everybody may read.
 */
const byScopeOnly =
  (read: Access): Access =>
  async (args) => {
    const actor = actorOf(args.req)
    if (actor.kind !== 'staff' || !actor.viaKey) return await read(args)
    const as = (other: Actor): typeof args => ({
      ...args,
      req: Object.create(args.req, { context: { value: { ...args.req.context, actor: other } } }),
    })
    const bare = await read(as({ ...actor, permissions: new Set() }))
    const isPersonal = Boolean(bare) && JSON.stringify(bare) !== JSON.stringify(noRows)
    return isPersonal ? await read(as({ kind: 'anonymous', id: 'anonymous' })) : await read(args)
  }

const staff = ({ req }: { req: PayloadRequest }): boolean => actorOf(req).kind === 'staff'

/** What the admin remembers of a colleague is that colleague's only. */
const ownPreferences: Access = ({ req }) => {
  const actor = actorOf(req)
  if (actor.kind !== 'staff') return false
  const own: Where[] = [
    { 'user.value': { equals: actor.id } },
    { 'user.relationTo': { equals: 'users' } },
  ]
  return { and: own }
}

const forAll = (access: Access) => ({
  create: access,
  read: access,
  update: access,
  delete: access,
  readVersions: nobody,
})

/** Collections that Payload adds by itself. */
const builtInAccess: Record<string, Partial<SanitizedCollectionConfig['access']>> = {
  'payload-locked-documents': forAll(staff),
  'payload-preferences': { ...forAll(ownPreferences), create: nobody },
  'payload-migrations': forAll(nobody),
  'payload-kv': forAll(nobody),
  'payload-jobs': forAll(nobody),
  'payload-folders': forAll(nobody),
  'payload-query-presets': forAll(nobody),
}
