import type { PayloadRequest } from 'payload'

import { actorOf } from '../commands/actor-of'
import type { Actor, Beside, PersonRef, SubjectRef } from '../domain/actor'
import { isUuid } from '../domain/uuid'
import { actorOfLink, findLinks, type AccessLink } from './access-links'
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
 * shows the record also takes a link that was spent by its act. The actor also tells who is signed in
 * at this browser.
 */
export const linkActorFor = async ({
  isReading = false,
  ...held
}: Held & { isReading?: boolean }): Promise<Actor | null> => {
  const opened = await openedLinks(held)
  const link = opened.find((one) => isFor({ link: one, ...held }) && (isReading || one.usable))
  if (!link) return null
  return { ...actorOfLink(link), beside: signedInBeside(held.req) }
}

/** The holders of opened links whose act is done: they may hear its answer again, and act no more. */
export const spentLinkActorsFor = async (held: Held): Promise<Actor[]> =>
  (await openedLinks(held))
    .filter((link) => isFor({ link, ...held }) && !link.usable)
    .map(actorOfLink)

/** Every link that was opened at this browser, the last first. */
const openedLinks = async ({
  req,
  cookie,
}: Pick<Held, 'req' | 'cookie'>): Promise<AccessLink[]> => {
  const linkIds = linkIdsIn({ cookie, secret: req.payload.secret })
  const links = await findLinks({ req, linkIds })
  return linkIds.flatMap((id) => links.find((link) => link.id === id) ?? [])
}

/** For this purpose and record, and neither revoked nor expired. */
const isFor = ({
  link,
  purpose,
  subject,
}: Pick<Held, 'purpose' | 'subject'> & { link: AccessLink }): boolean =>
  link.readable &&
  link.purpose === purpose &&
  link.subject.kind === subject.kind &&
  link.subject.id === subject.id

const signedInBeside = (req: PayloadRequest): Beside => {
  const signedIn = actorOf(req)
  // A page may ask twice: then the link already stands for whoever is signed in.
  if (signedIn.kind === 'link') return signedIn.beside ?? { people: [], email: null }
  const people: PersonRef[] = []
  if (signedIn.kind === 'portal') {
    if (signedIn.candidateId) people.push({ kind: 'candidate', id: signedIn.candidateId })
    if (signedIn.contactId) people.push({ kind: 'client-contact', id: signedIn.contactId })
  }
  const hasEmail = signedIn.kind === 'portal' || signedIn.kind === 'staff'
  return { people, email: hasEmail ? signedIn.email : null }
}
