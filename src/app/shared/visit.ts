import { randomUUID } from 'node:crypto'
import { cookies, headers } from 'next/headers'
import { createLocalReq, getPayload, type Payload, type PayloadRequest } from 'payload'
import { cache } from 'react'

import config from '@payload-config'
import { env } from '#env'
import {
  actorOf,
  clientAddressOf,
  currentRequestId,
  linkActorFor,
  linkCookieName,
} from '#plugins/kernel'
import type { Actor, SubjectRef } from '#plugins/kernel/domain'
import { portalCookieName } from './portal-cookie'

/** One request of a visitor to a page: who they are, from where, and a request object for the product. */
export type Visit = {
  payload: Payload
  req: PayloadRequest
  /** The signed-in person or nobody; links come in by `actorForLink`. */
  actor: Actor
  host: string
  address: string
  linkCookie: string | undefined
}

export const isSecure = env.ADMIN_URL.startsWith('https:')

/** The current visit; the same one however often a page asks. */
export const currentVisit = cache(async (): Promise<Visit> => await newVisit())

/** A visit with a request of its own, for an action that writes. */
export const newVisit = async (): Promise<Visit> => {
  const [payload, headerList, jar] = await Promise.all([
    getPayload({ config }),
    headers(),
    cookies(),
  ])
  const requestHeaders = new Headers(headerList)
  const user = await signedIn({
    payload,
    headers: requestHeaders,
    portalToken: jar.get(portalCookieName(isSecure))?.value,
  })
  const req = await createLocalReq(
    {
      ...(user ? { user } : {}),
      context: { requestId: currentRequestId() ?? randomUUID() },
      req: { headers: requestHeaders },
    },
    payload,
  )
  return {
    payload,
    req,
    actor: actorOf(req),
    host: requestHeaders.get('host') ?? '',
    address: clientAddressOf({ headers: requestHeaders, trustedHops: env.TRUSTED_PROXIES }),
    linkCookie: jar.get(linkCookieName(isSecure))?.value,
  }
}

/**
 * Who is signed in: by the portal's cookie, else by Payload's own. The portal's cookie is not sent
 * along by other sites (SameSite=Lax), and Next refuses an action whose origin is another host.
 */
const signedIn = async ({
  payload,
  headers: requestHeaders,
  portalToken,
}: {
  payload: Payload
  headers: Headers
  portalToken: string | undefined
}): Promise<PayloadRequest['user']> => {
  if (portalToken) {
    const { user } = await payload.auth({
      headers: new Headers({ Authorization: `JWT ${portalToken}` }),
    })
    if (user?.collection === 'portal-accounts') return user
  }
  return (await payload.auth({ headers: requestHeaders })).user
}

/**
 * The actor for a page about one record: whoever opened the link for it, else whoever is signed in.
 * Sets it on the visit's request, so that commands and queries see the same. A page that shows the
 * record (`isReading`) also goes on showing it after the link was spent by the act.
 */
export const becomeActorFor = async ({
  visit,
  purpose,
  subject,
  isReading = false,
}: {
  visit: Visit
  purpose: string
  subject: SubjectRef
  isReading?: boolean
}): Promise<Actor> => {
  const byLink = await linkActorFor({
    req: visit.req,
    cookie: visit.linkCookie,
    purpose,
    subject,
    isReading,
  })
  if (byLink) visit.req.context.actor = byLink
  return byLink ?? visit.actor
}
