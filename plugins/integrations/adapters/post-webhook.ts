import { lookup } from 'node:dns/promises'
import { request as requestHttp, type IncomingMessage } from 'node:http'
import { request as requestHttps } from 'node:https'
import { isIP } from 'node:net'

import { isPublicAddress } from './public-address'
import { hostOf, isAllowedByName, receiverAddress, type AllowedReceivers } from './receiver-address'

/** Every address that a name has now. */
export type Resolve = (host: string) => Promise<readonly string[]>

export type Posted =
  | { kind: 'answered'; status: number; excerpt: string }
  | { kind: 'unreached'; problem: string }

const usualTimeoutMs = 10_000
const mostAnswerBytes = 4_096

/**
 * Sends a message to a receiver somebody typed in. The name is resolved once, every address of it has
 * to be public, and the connection goes to the address that was looked at: a name that points
 * elsewhere a moment later changes nothing. Redirects are not followed, the answer is cut off.
 */
export const postWebhook = async ({
  url: text,
  headers,
  body,
  allowed,
  resolve = addressesOf,
  timeoutMs = usualTimeoutMs,
}: {
  url: string
  headers: Readonly<Record<string, string>>
  body: string
  allowed: AllowedReceivers
  resolve?: Resolve
  timeoutMs?: number
}): Promise<Posted> => {
  const address = receiverAddress({ text, allowed })
  if (!address.ok) return unreached(address.failure)
  const url = address.value
  const host = hostOf(url)
  try {
    const addresses = isIP(host) ? [host] : await resolve(host)
    const pinned = addresses[0]
    if (pinned === undefined) return unreached('The name has no address.')
    if (!isAllowedByName({ url, allowed }) && !addresses.every(isPublicAddress))
      return unreached('The name leads into a private network. Messages go to the internet only.')
    return await exchange({ url, pinned, headers, body, timeoutMs })
  } catch (error) {
    if (error instanceof Error) return unreached(problemOf(error))
    throw error
  }
}

const addressesOf: Resolve = async (host) =>
  (await lookup(host, { all: true })).map(({ address }) => address)

const exchange = async ({
  url,
  pinned,
  headers,
  body,
  timeoutMs,
}: {
  url: URL
  pinned: string
  headers: Readonly<Record<string, string>>
  body: string
  timeoutMs: number
}): Promise<Posted> =>
  await new Promise((settle, fail) => {
    const send = url.protocol === 'https:' ? requestHttps : requestHttp
    const family = pinned.includes(':') ? 6 : 4
    const request = send(
      url,
      {
        method: 'POST',
        // Of its own: a connection kept open may lead to an address of before.
        agent: false,
        headers: {
          ...headers,
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(body),
          'user-agent': 'Placewright-Webhooks/1',
          connection: 'close',
        },
        lookup: (_host, options, done) =>
          options.all ? done(null, [{ address: pinned, family }]) : done(null, pinned, family),
        signal: AbortSignal.timeout(timeoutMs),
      },
      (response) => {
        readExcerpt(response).then(
          (excerpt) => settle({ kind: 'answered', status: response.statusCode ?? 0, excerpt }),
          fail,
        )
      },
    )
    request.on('error', fail)
    request.end(body)
  })

/** The beginning of an answer; the rest is not waited for. */
const readExcerpt = async (response: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of response) {
    const bytes = Buffer.from(chunk)
    chunks.push(bytes)
    size += bytes.length
    if (size >= mostAnswerBytes) break
  }
  response.destroy()
  return (
    Buffer.concat(chunks)
      .subarray(0, mostAnswerBytes)
      .toString('utf8')
      // Postgres keeps no NUL, and a log shows no control characters.
      .replace(/(?![\t\n])\p{Cc}/gu, '�')
  )
}

const unreached = (problem: string): Posted => ({ kind: 'unreached', problem })

const known: Readonly<Record<string, string>> = {
  ENOTFOUND: 'The name is not known.',
  EAI_AGAIN: 'The name could not be looked up.',
  ECONNREFUSED: 'The receiver refused the connection.',
  ECONNRESET: 'The receiver broke the connection off.',
  EPIPE: 'The receiver broke the connection off.',
  ETIMEDOUT: 'The receiver could not be reached in time.',
  CERT_HAS_EXPIRED: 'The certificate of the receiver has expired.',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'The certificate of the receiver is not signed by anybody known.',
}

const problemOf = (error: Error): string => {
  if (error.name === 'TimeoutError' || error.name === 'AbortError')
    return 'The receiver did not answer in time.'
  const code: unknown = Reflect.get(error, 'code')
  const text = typeof code === 'string' && Object.hasOwn(known, code) ? known[code] : undefined
  return text ?? `The connection failed: ${error.message}`.slice(0, 300)
}
