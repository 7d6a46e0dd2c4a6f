import { randomBytes } from 'node:crypto'
import type { DataFromCollectionSlug, PayloadRequest } from 'payload'
import { z } from 'zod'

import { defineCommand, lockRecord, publish } from '#plugins/kernel'
import {
  can,
  normaliseEmail,
  ok,
  refuseInput,
  refuseMissing,
  refuseRight,
  refuseState,
  type Actor,
  type PersonRef,
  type Result,
} from '#plugins/kernel/domain'
import { lockPersonKeys } from '../database/lock-person'
import { canBePutForward } from '../domain/candidate-workflow'
import { idOf } from '../domain/relation'

/**
 * Gives a candidate or contact a login by their e-mail. One account may stand for both; it is never
 * taken from the person who has it. The password is unknown to everybody: they set it by mail.
 */
export const grantPortalAccess = defineCommand({
  name: 'grant-portal-access',
  summary: 'Give a candidate or a client contact a login to the portal',
  input: z
    .object({
      candidateId: z.uuid('Choose a candidate.').optional(),
      contactId: z.uuid('Choose a contact.').optional(),
    })
    .refine(({ candidateId, contactId }) => Boolean(candidateId) !== Boolean(contactId), {
      message: 'Choose one candidate or one contact.',
      path: ['candidateId'],
    }),
  example: { candidateId: '0190a000-0000-7000-8000-000000000001' },
  allow: { staff: 'candidates.write' },
  run: async ({ input: { candidateId, contactId }, ctx: { req, actor } }) => {
    // A contact sees what the whole company ordered and owes.
    if (contactId && actor.kind === 'staff' && !actor.permissions.has('clients.write'))
      return refuseRight('Only who may change clients lets their contacts in to the portal.')
    const found = candidateId
      ? await candidateOf({ req, id: candidateId })
      : contactId
        ? await contactOf({ req, id: contactId })
        : null
    if (!found) return refuseMissing(candidateId ? 'candidate' : 'contact')
    if (found.isBlocked)
      return refuseState({
        code: 'person-blocked',
        message: 'This candidate is blocked or erased: there is no portal for them.',
      })
    const email = normaliseEmail(found.email)
    if (!email) return refuseInput({ email: 'Enter the e-mail address of this person first.' })
    await lockPersonKeys({ req, keys: [`account ${email}`] })
    const account = await accountFor({ req, actor, email, found })
    if (!account.ok) return account
    await link({ req, found, accountId: account.value.id })
    await publish({
      req,
      event: {
        name: 'portal-access.granted',
        subject: { kind: 'portal-account', id: account.value.id },
        person: found.person,
        clientId: found.clientId,
        ballIn: found.person.kind === 'candidate' ? 'candidate' : 'client',
      },
    })
    return ok({ portalAccountId: account.value.id, isNew: account.value.isNew })
  },
})

type Found = {
  person: PersonRef
  clientId: string | null
  email: string | null | undefined
  name: string
  isBlocked: boolean
}

const candidateOf = async ({
  req,
  id,
}: {
  req: PayloadRequest
  id: string
}): Promise<Found | null> => {
  const candidate = await lockRecord({ req, collection: 'candidates', id })
  if (!candidate || candidate.deletedAt) return null
  return {
    person: { kind: 'candidate', id },
    clientId: null,
    email: candidate.email,
    name: `${candidate.firstName} ${candidate.lastName}`,
    isBlocked: !canBePutForward(candidate.state),
  }
}

const contactOf = async ({
  req,
  id,
}: {
  req: PayloadRequest
  id: string
}): Promise<Found | null> => {
  const contact = await lockRecord({ req, collection: 'client-contacts', id })
  if (!contact || contact.deletedAt) return null
  return {
    person: { kind: 'client-contact', id },
    clientId: idOf(contact.client),
    email: contact.email,
    name: `${contact.firstName} ${contact.lastName}`,
    isBlocked: false,
  }
}

const accountFor = async ({
  req,
  actor,
  email,
  found,
}: {
  req: PayloadRequest
  actor: Actor
  email: string
  found: Found
}): Promise<Result<{ id: string; isNew: boolean }>> => {
  const { docs } = await req.payload.find({
    collection: 'portal-accounts',
    where: { email: { equals: email } },
    limit: 1,
    depth: 0,
    pagination: false,
    req,
    overrideAccess: true,
  })
  const account = docs[0]
  if (!account) {
    const created = await req.payload.create({
      collection: 'portal-accounts',
      data: {
        email,
        name: found.name,
        password: randomBytes(32).toString('base64url'),
        zone: 'UTC',
        locale: 'en-US',
      },
      req,
      overrideAccess: true,
      depth: 0,
    })
    return ok({ id: created.id, isNew: true })
  }
  const holder = holderOf({ account, person: found.person })
  if (holder && holder !== found.person.id)
    return refuseState({
      code: 'account-of-another',
      message: 'Somebody else already has a login with this e-mail address.',
    })
  if (!account.isDisabled) return ok({ id: account.id, isNew: false })
  // Whoever may disable a login may open it again; nobody else undoes that by granting access.
  if (!can({ actor, permission: 'staff.write' }))
    return refuseState({
      code: 'account-disabled',
      message: 'The login with this address was disabled. An administrator can open it again.',
    })
  await req.payload.update({
    collection: 'portal-accounts',
    id: account.id,
    data: { isDisabled: false },
    req,
    overrideAccess: true,
    depth: 0,
  })
  return ok({ id: account.id, isNew: false })
}

const holderOf = ({
  account,
  person,
}: {
  account: DataFromCollectionSlug<'portal-accounts'>
  person: PersonRef
}): string | null => idOf(person.kind === 'candidate' ? account.candidate : account.contact)

const link = async ({
  req,
  found: { person, clientId },
  accountId,
}: {
  req: PayloadRequest
  found: Found
  accountId: string
}): Promise<void> => {
  const isCandidate = person.kind === 'candidate'
  await req.payload.update({
    collection: 'portal-accounts',
    id: accountId,
    data: isCandidate ? { candidate: person.id } : { contact: person.id, client: clientId },
    req,
    overrideAccess: true,
    depth: 0,
  })
  if (isCandidate)
    await req.payload.update({
      collection: 'candidates',
      id: person.id,
      data: { portalAccount: accountId },
      req,
      overrideAccess: true,
      depth: 0,
    })
  else
    await req.payload.update({
      collection: 'client-contacts',
      id: person.id,
      data: { portalAccount: accountId },
      req,
      overrideAccess: true,
      depth: 0,
    })
}
