import type { DataFromCollectionSlug, PayloadRequest } from 'payload'

import { permissionsOf, staffActorOf } from '#plugins/kernel'
import type { Actor, PersonRef } from '#plugins/kernel/domain'
import { englishFor, firstNameOf, fullName } from '../domain'
import { idOf, readRecord } from './read-record'

/** Somebody a mail is written to: where, in whose English and on whose clock. */
export type Reader = {
  key: string
  /** Whose link a link in the mail is; null for staff, who sign in. */
  person: PersonRef | null
  name: string
  firstName: string
  email: string
  locale: string
  zone: string
  /** Asked not to be written to, unless they are waiting for the answer. */
  isSilenced: boolean
}

/** A colleague, who chooses how they are told. */
export type StaffReader = Reader & { userId: string }

type Id = Parameters<typeof idOf>[0]

/** A candidate who can be written to; null without an address. */
export const candidateReader = async ({
  req,
  id,
}: {
  req: PayloadRequest
  id: Id
}): Promise<Reader | null> => {
  const candidate = await readRecord({ req, collection: 'candidates', id })
  if (!candidate?.email) return null
  return {
    key: `candidate:${candidate.id}`,
    person: { kind: 'candidate', id: candidate.id },
    name: fullName(candidate),
    firstName: candidate.firstName,
    email: candidate.email,
    locale: candidate.locale,
    zone: candidate.zone,
    isSilenced: candidate.doNotContact === true,
  }
}

/**
 * A contact of a client who can be written to; null without an address. Their English follows the
 * country of the company, unless a portal account of theirs says otherwise; days and hours are told
 * on the clock of the place of work, which the caller knows.
 */
export const contactReader = async ({
  req,
  id,
  zone = 'UTC',
}: {
  req: PayloadRequest
  id: Id
  /** The clock of the place of work. */
  zone?: string
}): Promise<Reader | null> => {
  const contact = await readRecord({ req, collection: 'client-contacts', id })
  if (!contact?.email) return null
  const client = await readRecord({ req, collection: 'client-corporations', id: contact.client })
  const account = await readRecord({
    req,
    collection: 'portal-accounts',
    id: contact.portalAccount,
  })
  return {
    key: `client-contact:${contact.id}`,
    person: { kind: 'client-contact', id: contact.id },
    name: fullName(contact),
    firstName: contact.firstName,
    email: contact.email,
    locale: account?.locale ?? englishFor(client?.billingAddress?.country),
    zone: account?.zone ?? zone,
    isSilenced: false,
  }
}

/** A colleague who still works here. */
export const staffReader = async ({
  req,
  id,
}: {
  req: PayloadRequest
  id: Id
}): Promise<StaffReader | null> => {
  const user = await readRecord({ req, collection: 'users', id })
  return user && user.isDisabled !== true ? readerOfUser(user) : null
}

/** Every colleague whose roles give a permission. */
export const staffWith = async ({
  req,
  permission,
}: {
  req: PayloadRequest
  permission: string
}): Promise<StaffReader[]> => {
  const { docs } = await req.payload.find({
    collection: 'users',
    where: { isDisabled: { not_equals: true } },
    sort: 'email',
    depth: 1,
    pagination: false,
    req,
    overrideAccess: true,
  })
  return docs.filter((user) => permissionsOf(user).has(permission)).map(readerOfUser)
}

/** A colleague with the rights they have now; null when they left. */
export const colleagueActor = async ({
  req,
  id,
}: {
  req: PayloadRequest
  id: string
}): Promise<Actor | null> => {
  const user = await req.payload.findByID({
    collection: 'users',
    id,
    // Rights come from the roles.
    depth: 1,
    req,
    overrideAccess: true,
    disableErrors: true,
  })
  return user && user.isDisabled !== true ? staffActorOf(user) : null
}

const readerOfUser = (user: DataFromCollectionSlug<'users'>): StaffReader => ({
  userId: user.id,
  key: `user:${user.id}`,
  person: null,
  name: user.name,
  firstName: firstNameOf(user.name),
  email: user.email,
  locale: user.locale,
  zone: user.zone,
  isSilenced: false,
})
