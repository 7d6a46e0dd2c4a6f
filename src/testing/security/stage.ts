import { randomUUID } from 'node:crypto'
import { getFieldsToSign, jwtSign, type Payload, type TypedUser } from 'payload'
import { addSessionToUser } from 'payload/shared'

import type { Permission } from '#plugins/agency/domain'
import { startPayload, type TestApp } from '../harness'

const origin = 'http://localhost:3000'

/** A caller of the REST API, by the session cookie; null is nobody. */
export type Person = { id: string; cookie: string } | null

export type Call = {
  method?: string
  path: string
  as?: Person
  headers?: Record<string, string>
  /** Sent as JSON. */
  json?: unknown
  /** Sent as it is. */
  body?: BodyInit
  /** The address the call comes from; each its own unless a test counts calls. */
  from?: string
}

export type Answer = { status: number; headers: Headers; text: string; json: unknown }

export type Stage = TestApp & {
  call: (call: Call) => Promise<Answer>
  staff: (role: string) => Promise<NonNullable<Person>>
  /** A colleague with one role of their own that allows exactly this. */
  staffWith: (permissions: readonly Permission[]) => Promise<NonNullable<Person>>
  portal: (links: Record<string, string>) => Promise<NonNullable<Person>>
  /** One more session of somebody who is there already. */
  newSession: (of: Account) => Promise<NonNullable<Person>>
}

type Account = {
  collection: 'users' | 'portal-accounts'
  row: { id: string; email: string } & Record<string, unknown>
}

/** The product behind its real route handlers, without a web server in front. */
export const startStage = async (env: Record<string, string> = {}): Promise<Stage> => {
  const app = await startPayload({ env })
  const routes = await import('../../app/(payload)/api/[...slug]/route')
  const handlers = new Map<string, Handler>(
    Object.entries(routes).map(([name, handler]) => [name, handler]),
  )
  const { payload } = app
  const { ensureDefaultRoles } = await import('#plugins/agency')
  const { runCommand } = await import('#plugins/kernel')
  await runCommand({ command: ensureDefaultRoles, req: await app.systemRequest(), input: {} })
  return {
    ...app,
    call: async (call) => await send({ call, handlers }),
    staff: async (role) => {
      const { docs } = await payload.find({
        collection: 'roles',
        where: { key: { equals: role } },
        depth: 0,
        overrideAccess: true,
      })
      const found = docs[0]
      if (!found) throw new Error(`There is no role ${role}.`)
      return await signedIn({
        payload,
        collection: 'users',
        data: { name: `A ${role}`, roles: [found.id], zone: 'Europe/London', locale: 'en-GB' },
      })
    },
    staffWith: async (permissions) => {
      const role = await payload.db.create({
        collection: 'roles',
        data: { key: `role-${randomUUID()}`, name: 'Some rights', permissions: [...permissions] },
        req: {},
      })
      return await signedIn({
        payload,
        collection: 'users',
        data: { name: 'A colleague', roles: [role.id], zone: 'Europe/London', locale: 'en-GB' },
      })
    },
    newSession: async ({ collection, row }) => await sessionOf({ payload, collection, row }),
    portal: async (links) =>
      await signedIn({
        payload,
        collection: 'portal-accounts',
        data: { ...links, zone: 'Europe/London', locale: 'en-GB' },
      }),
  }
}

type Handler = (
  request: Request,
  context: { params: Promise<{ slug: string[] }> },
) => Promise<Response> | Response

const send = async ({
  call,
  handlers,
}: {
  call: Call
  handlers: ReadonlyMap<string, Handler>
}): Promise<Answer> => {
  const { method = 'GET', path, as = null, headers = {}, json, body, from = randomUUID() } = call
  // Next answers HEAD by the handler of GET.
  const handler = handlers.get(method === 'HEAD' ? 'GET' : method)
  if (!handler) throw new Error(`No route answers ${method}.`)
  const url = new URL(path, origin)
  const request = new Request(url, {
    method,
    headers: {
      host: 'localhost:3000',
      'sec-fetch-site': 'same-origin',
      'x-placewright-peer': from,
      ...(as ? { cookie: as.cookie } : {}),
      ...(json === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(json === undefined ? {} : { body: JSON.stringify(json) }),
    ...(body === undefined ? {} : { body, duplex: 'half' }),
  })
  const slug = url.pathname.split('/').slice(2).map(lenientlyDecoded)
  const response = await handler(request, { params: Promise.resolve({ slug }) })
  const text = await response.text()
  return { status: response.status, headers: response.headers, text, json: parsed(text) }
}

const lenientlyDecoded = (segment: string): string => {
  try {
    return decodeURIComponent(segment)
  } catch {
    return segment
  }
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** An account with a session, without the second that hashing a password takes. */
const signedIn = async ({
  payload,
  collection,
  data,
}: {
  payload: Payload
  collection: 'users' | 'portal-accounts'
  data: Record<string, unknown>
}): Promise<NonNullable<Person>> => {
  const email = `${randomUUID()}@people.test`
  const row = await payload.db.create({ collection, data: { ...data, email }, req: {} })
  return await sessionOf({ payload, collection, row: { ...row, id: String(row.id), email } })
}

/** The row is the whole account: `db.create` and `db.findOne` return nothing less. */
const sessionOf = async ({
  payload,
  collection,
  row,
}: Account & { payload: Payload }): Promise<NonNullable<Person>> => {
  const { config } = payload.collections[collection]
  const user = { ...row, collection } as TypedUser
  const { sid } = await addSessionToUser({
    collectionConfig: config,
    payload,
    req: await import('payload').then(
      async ({ createLocalReq }) => await createLocalReq({}, payload),
    ),
    user,
  })
  const { token } = await jwtSign({
    fieldsToSign: getFieldsToSign({
      collectionConfig: config,
      email: row.email,
      user,
      ...(sid ? { sid } : {}),
    }),
    secret: payload.secret,
    tokenExpiration: 3600,
  })
  return { id: row.id, cookie: `placewright-token=${token}` }
}
