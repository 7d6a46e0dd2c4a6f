import { randomUUID } from 'node:crypto'
import { cookies, headers } from 'next/headers'
import { createLocalReq, getPayload, type Payload, type PayloadRequest } from 'payload'
import { cache } from 'react'

import config from '@payload-config'
import { env } from '#env'
import { actorOf, clientAddressOf, linkActorFor, linkCookieName } from '#plugins/kernel'
import type { Actor, SubjectRef } from '#plugins/kernel/domain'

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
  const { user } = await payload.auth({ headers: requestHeaders })
  const req = await createLocalReq(
    { ...(user ? { user } : {}), context: { requestId: randomUUID() }, req: { headers: requestHeaders } },
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
 * The actor for a page about one record: whoever opened the link for it, else whoever is signed in.
 * Sets it on the visit's request, so that commands and queries see the same.
 */
export const becomeActorFor = async ({
  visit,
  purpose,
  subject,
}: {
  visit: Visit
  purpose: string
  subject: SubjectRef
}): Promise<Actor> => {
  const byLink = await linkActorFor({
    req: visit.req,
    cookie: visit.linkCookie,
    purpose,
    subject,
  })
  if (byLink) visit.req.context.actor = byLink
  return byLink ?? visit.actor
}
