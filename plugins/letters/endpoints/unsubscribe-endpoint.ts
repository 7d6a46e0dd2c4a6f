import type { Endpoint, PayloadRequest } from 'payload'

import { respondFailure, runCommand } from '#plugins/kernel'
import { leaveMailings } from '../commands/leave-mailings'

const pageOf = (token: string): string => `/portal/unsubscribe/${encodeURIComponent(token)}`

const tokenIn = (req: PayloadRequest): string => {
  const given: unknown = req.routeParams?.token
  return typeof given === 'string' ? given : ''
}

/** Mail scanners open every link: looking at it leads to a page with a button and changes nothing. */
export const showUnsubscribe: Endpoint = {
  path: '/unsubscribe/:token',
  method: 'get',
  handler: (req) =>
    new Response(null, { status: 303, headers: { Location: pageOf(tokenIn(req)) } }),
}

/**
 * `POST /api/unsubscribe/<token>`: a mail program posts `List-Unsubscribe=One-Click` here without
 * cookies or script (RFC 8058); the button of the page does the same and is led back to it.
 */
export const oneClickUnsubscribe: Endpoint = {
  path: '/unsubscribe/:token',
  method: 'post',
  handler: async (req) => {
    const token = tokenIn(req)
    const left = await runCommand({ command: leaveMailings, req, input: { token } })
    if (req.headers.get('accept')?.includes('text/html'))
      return new Response(null, { status: 303, headers: { Location: pageOf(token) } })
    if (!left.ok) return respondFailure({ failure: left.failure })
    return new Response('You get no more mailings.', {
      headers: { 'Content-Type': 'text/plain; charset=utf-8' },
    })
  },
}
