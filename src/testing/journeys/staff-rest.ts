import { z } from 'zod'

import { webHeader } from '../peers/balancer'
import type { Agency } from './agency'

export type RestAnswer = { status: number; body: unknown }

type Call = {
  path: string
  body?: object
  /** The web process that answers, by its place; the first when left out. */
  web?: number
  key?: string
  signal?: AbortSignal
}

/** A member of staff at the REST interface, signed in with the password of the demo. */
export type StaffRest = {
  send: (call: Call) => Promise<Response>
  call: (call: Call) => Promise<RestAnswer>
  /** Runs a command that must succeed and returns its result. */
  command: (call: { name: string; input: object; web?: number }) => Promise<unknown>
  /** Makes a record and returns its id. */
  create: (call: { collection: string; data: object }) => Promise<string>
}

export const staffRest = async ({
  agency,
  role,
}: {
  agency: Agency
  role: string
}): Promise<StaffRest> => {
  const { email, password } = agency.loginOf(role)
  const send = async ({ path, body, web = 0, key, signal }: Call, cookie = ''): Promise<Response> =>
    await fetch(`${agency.url}${path}`, {
      method: body ? 'POST' : 'GET',
      headers: {
        origin: agency.url,
        [webHeader]: String(web),
        ...(cookie ? { cookie } : {}),
        ...(key ? { 'idempotency-key': key } : {}),
        ...(body ? { 'content-type': 'application/json' } : {}),
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
      ...(signal ? { signal } : {}),
    })
  const login = await send({ path: '/api/users/login', body: { email, password } })
  if (!login.ok) throw new Error(`Signing in answered ${login.status}: ${await login.text()}`)
  const cookie = login.headers
    .getSetCookie()
    .map((each) => each.split(';', 1)[0] ?? '')
    .join('; ')
  const call = async (given: Call): Promise<RestAnswer> => {
    const response = await send(given, cookie)
    return { status: response.status, body: await response.json() }
  }
  const done = async (given: Call): Promise<unknown> => {
    const { status, body } = await call(given)
    if (status >= 300)
      throw new Error(`${given.path} answered ${status}: ${JSON.stringify(body).slice(0, 500)}`)
    return body
  }
  return {
    send: async (given) => await send(given, cookie),
    call,
    command: async ({ name, input, ...where }) =>
      z
        .object({ result: z.unknown() })
        .parse(await done({ path: `/api/commands/${name}`, body: input, ...where })).result,
    create: async ({ collection, data }) =>
      z
        .object({ doc: z.object({ id: z.string() }) })
        .parse(await done({ path: `/api/${collection}`, body: data })).doc.id,
  }
}
