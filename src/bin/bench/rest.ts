import { z } from 'zod'

/** The product as a program outside calls it: HTTP with the cookie of a member of staff. */
export type Rest = {
  get: (path: string) => Promise<unknown>
  /** An answer as it came: a page, or what is measured in bytes. */
  text: (path: string) => Promise<string>
  post: (call: { path: string; body: object }) => Promise<unknown>
  /** Sends a file as it is. */
  send: (call: { path: string; text: string }) => Promise<unknown>
  /** An answer that is read while it arrives. */
  open: (path: string) => Promise<ReadableStream<Uint8Array>>
  /** The status of an answer that is an error on purpose. */
  statusOf: (path: string) => Promise<number>
}

/** Chooses the first admin's password by the one-time token, and signs in with it. */
export const signedInRest = async ({
  url,
  email,
  token,
}: {
  url: string
  email: string
  token: string
}): Promise<Rest> => {
  const password = `${token.slice(0, 24)} of the bench`
  const call = caller({ url, cookie: '' })
  await answered(await call({ path: '/api/users/reset-password', body: { token, password } }))
  const login = await call({ path: '/api/users/login', body: { email, password } })
  await answered(login)
  const cookie = login.headers
    .getSetCookie()
    .map((each) => each.split(';', 1)[0] ?? '')
    .join('; ')
  const send = caller({ url, cookie })
  return {
    get: async (path) => await answered(await send({ path })),
    text: async (path) => await textOf(await send({ path })),
    post: async ({ path, body }) => await answered(await send({ path, body })),
    send: async ({ path, text }) => await answered(await send({ path, text })),
    open: async (path) => {
      const response = await send({ path })
      if (!response.ok || !response.body) throw new Error(`${path} answered ${response.status}.`)
      return response.body
    },
    statusOf: async (path) => {
      const response = await send({ path })
      await response.arrayBuffer()
      return response.status
    },
  }
}

const caller =
  ({ url, cookie }: { url: string; cookie: string }) =>
  async ({ path, body, text }: { path: string; body?: object; text?: string }): Promise<Response> =>
    await fetch(`${url}${path}`, {
      method: body || text ? 'POST' : 'GET',
      headers: {
        // Says that the call is the agency's own: a cookie without it is not listened to.
        origin: url,
        ...(cookie ? { cookie } : {}),
        ...(body ? { 'content-type': 'application/json' } : {}),
        ...(text ? { 'content-type': 'application/octet-stream' } : {}),
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
      ...(text ? { body: text } : {}),
    })

const answered = async (response: Response): Promise<unknown> => JSON.parse(await textOf(response))

const textOf = async (response: Response): Promise<string> => {
  const text = await response.text()
  if (!response.ok)
    throw new Error(`${response.url} answered ${response.status}: ${text.slice(0, 500)}`)
  return text
}

/** The id of a record that was made by a POST to its collection. */
export const idOfMade = (answer: unknown): string =>
  z.object({ doc: z.object({ id: z.string() }) }).parse(answer).doc.id
