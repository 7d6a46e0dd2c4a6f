import { setTimeout as sleep } from 'node:timers/promises'

import { bringsApiKey } from '#plugins/integrations'
import { isSameOrigin } from '#plugins/kernel'
import { admitBody, overrideHeaders } from './admit-body'
import { isPlainPath, judgeSearch } from './input-text'

type Handler<Context> = (request: Request, context: Context) => Promise<Response> | Response

const changing = new Set(['POST', 'PATCH', 'PUT', 'DELETE'])

/** Longer than looking up an account and keeping a reset token takes. */
const forgotPasswordMs = 500

/**
 * Stands before every REST route: judges origin, path, query and body while nothing has been done
 * yet, because Payload parses all of them without a limit and answers nonsense with 500.
 *
 * @param allowedOrigins origins of our own that may send changes, beside the host asked itself
 * @param judgeKey refuses calls whose API key does not count
 */
export const guarded =
  ({
    allowedOrigins,
    judgeKey,
  }: {
    allowedOrigins: readonly string[]
    judgeKey: (request: Request) => Promise<Response | null>
  }) =>
  <Context>(handler: Handler<Context>): Handler<Context> =>
  async (given, context) => {
    const request = bringsApiKey(given.headers) ? withoutCookies(given) : given
    const { pathname, search } = new URL(request.url)
    if (!isPlainPath(pathname)) return refuse({ message: 'Not found.', status: 404 })
    const problem = judgeSearch(search)
    if (problem) return refuse({ message: problem, status: 400 })
    if (changing.has(request.method) && !isSameOrigin({ headers: request.headers, allowedOrigins }))
      return refuse({ message: 'This request came from another site.', status: 403 })
    const refusal = bringsApiKey(request.headers) ? await judgeKey(request) : null
    if (refusal) return refusal
    if (readsOwnBody(pathname))
      return overrideHeaders.some((name) => request.headers.has(name))
        ? refuse({ message: 'This address is called by its own method only.', status: 400 })
        : await handler(request, context)
    const admitted = await admitBody(request)
    if ('refusal' in admitted) return admitted.refusal
    if (!pathname.endsWith('/forgot-password')) return await handler(admitted.request, context)
    // The same time for an account that exists and one that does not.
    const [response] = await Promise.all([
      handler(admitted.request, context),
      sleep(forgotPasswordMs),
    ])
    return response
  }

/**
 * Commands cap and judge their own bodies; a webhook is signed over its bytes as they came; a table of
 * an import and the archive beside it are written to disk while they arrive; the end of mailings needs
 * none.
 */
const readsOwnBody = (pathname: string): boolean =>
  /^\/api\/(commands|webhooks|incoming|unsubscribe)\//.test(pathname) ||
  /^\/api\/imports\/(upload|[0-9a-f-]{36}\/files)$/.test(pathname)

/** Whoever brings a key is judged by it alone: a session beside it would answer for a wrong key. */
const withoutCookies = (request: Request): Request => {
  const headers = new Headers(request.headers)
  headers.delete('cookie')
  return new Request(request, { headers })
}

const refuse = ({ message, status }: { message: string; status: number }): Response =>
  Response.json({ errors: [{ message }] }, { status })
