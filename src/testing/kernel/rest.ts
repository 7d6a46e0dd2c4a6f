import { handleEndpoints, type Payload } from 'payload'

type Call = {
  method?: string
  path: string
  body?: string | Uint8Array<ArrayBuffer> | undefined
  headers?: Record<string, string>
}

/** Calls the REST interface as a browser or program would, without a web server. */
export const restOf =
  (payload: Payload) =>
  async ({ method = 'POST', path, body, headers = {} }: Call): Promise<Response> =>
    await handleEndpoints({
      config: payload.config,
      request: new Request(`http://localhost:3000/api${path}`, {
        method,
        headers: { host: 'localhost:3000', ...headers },
        ...(body === undefined ? {} : { body }),
      }),
    })

/** Calls a command with JSON. */
export const commandsOf =
  (payload: Payload) =>
  async ({
    name,
    input,
    headers = {},
  }: {
    name: string
    input: unknown
    headers?: Record<string, string>
  }): Promise<{ status: number; headers: Headers; body: unknown }> => {
    const response = await restOf(payload)({
      path: `/commands/${name}`,
      body: JSON.stringify(input),
      headers: { 'content-type': 'application/json', ...headers },
    })
    const body: unknown = await response.json()
    return { status: response.status, headers: response.headers, body }
  }
