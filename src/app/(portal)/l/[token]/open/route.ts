import type { NextRequest } from 'next/server'

import { env } from '#env'
import {
  consume,
  findLinkByToken,
  isSameOrigin,
  linkCookieName,
  registryOf,
  withOpenedLink,
} from '#plugins/kernel'
import { isSecure, newVisit } from '../../../../shared/visit'

/** Trades the token for a cookie limited to the link's purpose and record, and leads there. */
export const POST = async (
  request: NextRequest,
  { params }: { params: Promise<{ token: string }> },
): Promise<Response> => {
  const { token } = await params
  const visit = await newVisit()
  if (!isSameOrigin({ headers: request.headers, allowedOrigins: [env.ADMIN_URL, env.siteUrl] }))
    return new Response('This request came from another site.', { status: 403 })
  const allowance = await consume({
    payload: visit.payload,
    bucket: 'open-link',
    key: visit.address,
    limit: 60,
    windowSeconds: 60,
  })
  if (!allowance.allowed)
    return new Response('Too many tries.', {
      status: 429,
      headers: { 'Retry-After': String(allowance.retryAfterSeconds) },
    })
  const link = await findLinkByToken({ req: visit.req, token })
  const purpose = link ? registryOf(visit.payload).links.get(link.purpose) : undefined
  if (!link?.usable || !purpose)
    return new Response(null, {
      status: 303,
      headers: { Location: `/l/${encodeURIComponent(token)}` },
    })
  const value = withOpenedLink({
    cookie: visit.linkCookie,
    linkId: link.id,
    secret: visit.payload.secret,
  })
  const cookie = [
    `${linkCookieName(isSecure)}=${value}`,
    'Path=/',
    'HttpOnly',
    'SameSite=Lax',
    `Max-Age=${60 * 60 * 24 * 30}`,
    ...(isSecure ? ['Secure'] : []),
  ].join('; ')
  return new Response(null, {
    status: 303,
    headers: { Location: purpose.path(link.subject), 'Set-Cookie': cookie },
  })
}
