import type { PayloadRequest } from 'payload'

import type { Actor, SubjectRef } from '../domain/actor'
import { isUuid } from '../domain/uuid'
import { actorOfLink, findLink, type AccessLink } from './access-links'
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

type Held = {
  req: PayloadRequest
  cookie: string | undefined
  purpose: string
  subject: SubjectRef
}

/**
 * The actor of the opened link for this purpose and record, if it is still usable. A page that only
 * shows the record also takes a link that was spent by its act.
 */
export const linkActorFor = async ({
  isReading = false,
  ...held
}: Held & { isReading?: boolean }): Promise<Actor | null> => {
  const links = await readableLinksFor(held)
  const link = isReading ? links[0] : links.find(({ usable }) => usable)
  return link ? actorOfLink(link) : null
}

/** The holders of opened links whose act is done: they may hear its answer again, and act no more. */
export const spentLinkActorsFor = async (held: Held): Promise<Actor[]> =>
  (await readableLinksFor(held)).filter(({ usable }) => !usable).map(actorOfLink)

/** Neither revoked nor expired; the one opened last first. */
const readableLinksFor = async ({ req, cookie, purpose, subject }: Held): Promise<AccessLink[]> => {
  const links: AccessLink[] = []
  for (const linkId of linkIdsIn({ cookie, secret: req.payload.secret })) {
    const link = await findLink({ req, linkId })
    if (
      link?.readable &&
      link.purpose === purpose &&
      link.subject.kind === subject.kind &&
      link.subject.id === subject.id
    )
      links.push(link)
  }
  return links
}
