import { randomBytes } from 'node:crypto'
import type { Payload, PayloadRequest } from 'payload'
import { inject } from 'vitest'

import { createDatabase, dropDatabase, testEnv } from './database'

export type TestApp = {
  payload: Payload
  databaseUrl: string
  /** A request by the system: the seed's and the jobs' way in. */
  systemRequest: () => Promise<PayloadRequest>
  /** A request by a member of staff with one of the default roles, or with exactly these permissions. */
  staffRequest: (who: { role?: string; permissions?: readonly string[] }) => Promise<PayloadRequest>
  stop: () => Promise<void>
}

/**
 * The whole product on a database of its own, copied from the migrated template. One per test file:
 * importing the config is what costs.
 *
 * @param env settings beside the usual ones of tests
 * @param template the database to copy
 */
export const startPayload = async ({
  env = {},
  template = 'placewright_template',
}: {
  env?: Record<string, string>
  template?: string
} = {}): Promise<TestApp> => {
  const adminUrl = inject('databaseAdminUrl')
  const name = `placewright_${randomBytes(6).toString('hex')}`
  const databaseUrl = await createDatabase({ adminUrl, name, template })
  Object.assign(process.env, testEnv({ databaseUrl }), env)
  // The config reads the settings when it is imported, so it is imported only now.
  const [{ getPayload }, { default: config }, kernel] = await Promise.all([
    import('payload'),
    import('../../payload.config'),
    import('#plugins/kernel'),
  ])
  const payload = await getPayload({ config, disableOnInit: true })
  const roleCache = new Map<string, readonly string[]>()
  return {
    payload,
    databaseUrl,
    systemRequest: async () =>
      await kernel.requestFor({ payload, actor: { kind: 'system', id: 'test' } }),
    staffRequest: async ({ role, permissions }) => {
      const granted = permissions ?? (await permissionsOfRole({ payload, role, cache: roleCache }))
      return await kernel.requestFor({
        payload,
        actor: {
          kind: 'staff',
          id: '0190a000-0000-7000-8000-000000000001',
          name: role ?? 'Tester',
          email: 'tester@agency.test',
          permissions: new Set(granted),
          zone: 'Europe/London',
          locale: 'en-GB',
        },
      })
    },
    stop: async () => {
      const pool = kernel.poolOf(payload)
      await payload.destroy()
      if (!pool.ended) await pool.end()
      await dropDatabase({ adminUrl, name })
    },
  }
}

const permissionsOfRole = async ({
  payload,
  role,
  cache,
}: {
  payload: Payload
  role: string | undefined
  cache: Map<string, readonly string[]>
}): Promise<readonly string[]> => {
  const key = role ?? 'admin'
  const known = cache.get(key)
  if (known) return known
  const { docs } = await payload.find({
    collection: 'roles',
    where: { key: { equals: key } },
    limit: 1,
    depth: 0,
    overrideAccess: true,
  })
  const permissions = docs[0]?.permissions
  if (!Array.isArray(permissions)) throw new Error(`There is no role ${key}.`)
  cache.set(key, permissions.map(String))
  return permissions.map(String)
}
