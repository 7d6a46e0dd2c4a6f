import { randomUUID } from 'node:crypto'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { z } from 'zod'

import { requestPortalPassword, signInWithPassword } from '#plugins/agency'
import {
  actorOf,
  drainJobs,
  findLink,
  grantLink,
  requestFor,
  runCommand,
  sqlOutside,
} from '#plugins/kernel'
import type { Actor } from '#plugins/kernel/domain'
import { startPayload, type TestApp } from '../../src/testing/harness'
import {
  attempt as attemptIn,
  done as doneIn,
  makeCandidate,
  makeWorld,
  staffWith,
  type World,
} from '../../src/testing/staffing-world'
import { grantPortalAccess, requestPortalLink } from './index'

let app: TestApp
let world: World

beforeAll(async () => {
  app = await startPayload()
  world = await makeWorld({ payload: app.payload })
})
afterAll(async () => {
  await app.stop()
})

const anonymous: Actor = { kind: 'anonymous', id: 'anonymous' }

const work = async () => {
  expect(await drainJobs({ payload: app.payload })).toEqual([])
}

const change = async ({
  collection,
  id,
  data,
}: {
  collection: 'candidates' | 'client-contacts'
  id: string
  data: { email?: string | null; deletedAt?: string | null; state?: string }
}) => {
  const req = await app.systemRequest()
  req.context.reason = 'In a test.'
  return await app.payload.update({
    collection,
    id,
    data,
    trash: true,
    req,
    overrideAccess: true,
    depth: 0,
  })
}

const newAddress = () => `${randomUUID()}@people.test`

const newContact = async () => {
  const email = newAddress()
  const { id } = await app.payload.create({
    collection: 'client-contacts',
    data: { client: world.client.clientId, firstName: 'Olena', lastName: 'Koval', email },
    req: await app.systemRequest(),
    overrideAccess: true,
    depth: 0,
  })
  const { portalAccountId } = await doneIn({
    world,
    command: grantPortalAccess,
    input: { contactId: id },
  })
  return { id, email, portalAccountId, collection: 'client-contacts' as const }
}

const newCandidate = async () => {
  const id = await makeCandidate({ world })
  const email = newAddress()
  await change({ collection: 'candidates', id, data: { email } })
  const { portalAccountId } = await doneIn({
    world,
    command: grantPortalAccess,
    input: { candidateId: id },
  })
  return { id, email, portalAccountId, collection: 'candidates' as const }
}

/** Asks as a visitor does; how many links that brings to this address. */
const linksSentTo = async (email: string): Promise<number> => {
  const sent = async () =>
    (
      await sqlOutside(app.payload).rows({
        schema: z.object({ id: z.string() }),
        text: `select id from outbound_mails where "to" = $1 and subject = 'Your way into the portal'`,
        values: [email],
      })
    ).length
  const before = await sent()
  await doneIn({ world, command: requestPortalLink, input: { email }, actor: anonymous })
  await work()
  return (await sent()) - before
}

/** Signs in with a password that is set for the purpose; who the session acts for later. */
const signedIn = async (accountId: string) => {
  const password = `a long password ${randomUUID()}`
  const { email } = await app.payload.update({
    collection: 'portal-accounts',
    id: accountId,
    data: { password },
    req: await app.systemRequest(),
    overrideAccess: true,
    depth: 0,
  })
  const session = await signInWithPassword({
    req: await requestFor({ payload: app.payload, actor: anonymous }),
    email,
    password,
    address: randomUUID(),
  })
  if (!session.ok) throw new Error(session.failure.message)
  return async (): Promise<Actor> => {
    const { user } = await app.payload.auth({
      headers: new Headers({ Authorization: `JWT ${session.value.token}` }),
    })
    const req = await requestFor({ payload: app.payload, actor: anonymous })
    delete req.context.actor
    req.user = user
    return actorOf(req)
  }
}

const linkOf = async (person: { kind: 'candidate' | 'client-contact'; id: string }) => {
  const req = await app.systemRequest()
  const linkId = await grantLink({
    req,
    purpose: 'offer.answer',
    subject: { kind: 'offer', id: randomUUID() },
    person,
  })
  return async () => (await findLink({ req, linkId }))?.usable
}

const accountOf = async (id: string) =>
  await sqlOutside(app.payload).first({
    schema: z.object({
      email: z.string(),
      is_disabled: z.boolean().nullable(),
      candidate_id: z.string().nullable(),
      contact_id: z.string().nullable(),
      client_id: z.string().nullable(),
    }),
    text: `select email, is_disabled, candidate_id, contact_id, client_id
      from portal_accounts where id = $1`,
    values: [id],
  })

describe('a contact in the trash', () => {
  it('is signed out, gets no link and sees nothing of the company', async () => {
    const contact = await newContact()
    const acting = await signedIn(contact.portalAccountId)
    expect(await acting()).toMatchObject({ contactId: contact.id })
    const isUsable = await linkOf({ kind: 'client-contact', id: contact.id })
    expect(await linksSentTo(contact.email)).toBe(1)
    await change({ ...contact, data: { deletedAt: new Date().toISOString() } })
    expect(await acting()).toMatchObject({ kind: 'anonymous' })
    expect(await isUsable()).toBe(false)
    expect(await linksSentTo(contact.email)).toBe(0)
    expect(await accountOf(contact.portalAccountId)).toMatchObject({
      is_disabled: true,
      contact_id: null,
      client_id: null,
    })
  })

  it('who is fetched back is let in again only by whoever may open logins', async () => {
    const contact = await newContact()
    await change({ ...contact, data: { deletedAt: new Date().toISOString() } })
    await change({ ...contact, data: { deletedAt: null } })
    expect(await linksSentTo(contact.email)).toBe(0)
    const grant = async (...permissions: string[]) =>
      await attemptIn({
        world,
        command: grantPortalAccess,
        input: { contactId: contact.id },
        actor: staffWith('candidates.write', 'clients.write', ...permissions),
      })
    expect(await grant()).toMatchObject({ failure: { code: 'account-disabled' } })
    expect(await grant('staff.write')).toMatchObject({ ok: true })
    expect(await linksSentTo(contact.email)).toBe(1)
  })

  it('keeps the candidate out of nothing who shares the login', async () => {
    const candidate = await newCandidate()
    const { id: contactId } = await app.payload.create({
      collection: 'client-contacts',
      data: {
        client: world.client.clientId,
        firstName: 'Both',
        lastName: 'Sides',
        email: candidate.email,
      },
      req: await app.systemRequest(),
      overrideAccess: true,
      depth: 0,
    })
    await doneIn({ world, command: grantPortalAccess, input: { contactId } })
    await change({
      collection: 'client-contacts',
      id: contactId,
      data: { deletedAt: new Date().toISOString() },
    })
    const acting = await signedIn(candidate.portalAccountId)
    expect(await acting()).toMatchObject({
      candidateId: candidate.id,
      contactId: null,
      clientId: null,
    })
  })

  it('is seen by no session even when only the row was changed', async () => {
    const contact = await newContact()
    const acting = await signedIn(contact.portalAccountId)
    expect(await acting()).toMatchObject({ contactId: contact.id })
    await sqlOutside(app.payload).run({
      text: 'update client_contacts set deleted_at = now() where id = $1',
      values: [contact.id],
    })
    expect(await acting()).toMatchObject({ contactId: null, clientId: null })
    expect(await linksSentTo(contact.email)).toBe(0)
  })
})

describe('a candidate who must not be used', () => {
  it('is signed out, gets no link, and no access by staff', async () => {
    const candidate = await newCandidate()
    const acting = await signedIn(candidate.portalAccountId)
    expect(await acting()).toMatchObject({ candidateId: candidate.id })
    expect(await linksSentTo(candidate.email)).toBe(1)
    await change({ ...candidate, data: { state: 'do_not_use' } })
    expect(await acting()).toMatchObject({ kind: 'anonymous' })
    expect(await linksSentTo(candidate.email)).toBe(0)
    expect(
      await attemptIn({
        world,
        command: grantPortalAccess,
        input: { candidateId: candidate.id },
        actor: staffWith('candidates.write', 'staff.write'),
      }),
    ).toMatchObject({ failure: { code: 'person-blocked' } })
  })
})

describe('a corrected address', () => {
  it.each([newCandidate, newContact])('takes the login along (%o)', async (make) => {
    const person = await make()
    const acting = await signedIn(person.portalAccountId)
    expect(await acting()).toMatchObject({ kind: 'portal' })
    const isUsable = await linkOf({
      kind: person.collection === 'candidates' ? 'candidate' : 'client-contact',
      id: person.id,
    })
    const corrected = newAddress()
    await change({ ...person, data: { email: corrected.toUpperCase() } })
    expect(await acting()).toMatchObject({ kind: 'anonymous' })
    expect(await isUsable()).toBe(false)
    expect(await linksSentTo(person.email)).toBe(0)
    expect(await linksSentTo(corrected)).toBe(1)
    expect(await accountOf(person.portalAccountId)).toMatchObject({
      email: corrected,
      is_disabled: false,
    })
  })

  it('does not take over the login of somebody else', async () => {
    const contact = await newContact()
    const other = await newCandidate()
    await change({ ...contact, data: { email: other.email } })
    expect(await accountOf(contact.portalAccountId)).toMatchObject({
      is_disabled: true,
      contact_id: null,
    })
    expect(await accountOf(other.portalAccountId)).toMatchObject({
      candidate_id: other.id,
      contact_id: null,
    })
  })

  it('that is taken away takes the login with it', async () => {
    const contact = await newContact()
    await change({ ...contact, data: { email: null } })
    expect(await linksSentTo(contact.email)).toBe(0)
  })
})

describe('asking for a way in', () => {
  it.each([requestPortalLink, requestPortalPassword])(
    'does the same for every address ($name), so that its time tells nothing',
    async (command) => {
      const { email } = await newContact()
      const contact = await newContact()
      await change({ ...contact, data: { deletedAt: new Date().toISOString() } })
      const statementsFor = async (address: string) => {
        const req = await requestFor({ payload: app.payload, actor: anonymous })
        const spy = vi.spyOn(Client.prototype, 'query')
        try {
          expect(await runCommand({ command, req, input: { email: address } })).toMatchObject({
            ok: true,
            value: {},
          })
          return spy.mock.calls.map(([statement]) => textOf(statement))
        } finally {
          spy.mockRestore()
        }
      }
      const known = await statementsFor(email)
      expect(known.length).toBeGreaterThan(2)
      expect(await statementsFor(newAddress())).toEqual(known)
      expect(await statementsFor(contact.email)).toEqual(known)
      await work()
    },
  )
})

const textOf = (statement: unknown): string =>
  typeof statement === 'string'
    ? statement
    : typeof statement === 'object' && statement !== null
      ? String(Reflect.get(statement, 'text'))
      : ''
