import type { PayloadRequest } from 'payload'

import type { Actor, SubjectRef } from '../domain/actor'
import { isUuid } from '../domain/uuid'
import { actorOfLink, findLink } from './access-links'
import { isSealOf, seal } from './token'

const mostLinks = 12

/** Host-only; `__Host-` and Secure on https. */
export const linkCookieName = (isSecure: boolean): string =>
  isSecure ? '__Host-placewright-links' : 'placewright-links'

/** The cookie after one more link was opened: the newest first, the oldest forgotten. */
export const withOpenedLink = ({
  cookie,
  linkId,
  secret,
}: {
  cookie: string | undefined
  linkId: string
  secret: string
}): string =>
  [linkId, ...linkIdsIn({ cookie, secret }).filter((id) => id !== linkId)]
    .slice(0, mostLinks)
    .map((id) => `${id}.${seal({ value: id, secret })}`)
    .join('~')

const linkIdsIn = ({ cookie, secret }: { cookie: string | undefined; secret: string }): string[] =>
  (cookie ?? '').split('~').flatMap((entry) => {
    const [id, mac] = entry.split('.')
    return id && mac && isUuid(id) && isSealOf({ value: id, mac, secret }) ? [id] : []
  })

/**
 * The actor of the opened link for this purpose and record, if it is still usable. A page that only
 * shows the record also takes a link that was spent by its act.
 */
export const linkActorFor = async ({
  req,
  cookie,
  purpose,
  subject,
  isReading = false,
}: {
  req: PayloadRequest
  cookie: string | undefined
  purpose: string
  subject: SubjectRef
  isReading?: boolean
}): Promise<Actor | null> => {
  for (const linkId of linkIdsIn({ cookie, secret: req.payload.secret })) {
    const link = await findLink({ req, linkId })
    if (
      link &&
      (isReading ? link.readable : link.usable) &&
      link.purpose === purpose &&
      link.subject.kind === subject.kind &&
      link.subject.id === subject.id
    )
      return actorOfLink(link)
  }
  return null
}
