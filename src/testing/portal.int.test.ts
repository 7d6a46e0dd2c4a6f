import type { PayloadRequest } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import {
  findResettable,
  requestPortalPassword,
  resetPortalPassword,
  signInPortal,
  signInWithPassword,
  signOutPortal,
} from '#plugins/agency'
import { requestPortalLink } from '#plugins/crm'
import {
  actorOf,
  actorOfLink,
  drainJobs,
  findLink,
  grantLink,
  linkActorFor,
  requestFor,
  runCommand,
  sqlOutside,
  storedEvent,
  storedEventColumns,
  withOpenedLink,
} from '#plugins/kernel'
import { z } from 'zod'
import { startPayload, type TestApp } from './harness'

const password = 'a long portal password 42'

let app: TestApp
let addresses = 0

beforeAll(async () => {
  app = await startPayload()
})

afterAll(async () => {
  await app.stop()
})

const newAccount = async ({ isDisabled = false }: { isDisabled?: boolean } = {}) => {
  addresses += 1
  return await app.payload.create({
    collection: 'portal-accounts',
    data: {
      email: `person${addresses}@client.test`,
      password,
      isDisabled,
      zone: 'America/New_York',
      locale: 'en-US',
    },
    req: await app.systemRequest(),
    overrideAccess: true,
  })
}

const anonymousRequest = async (): Promise<PayloadRequest> =>
  await requestFor({ payload: app.payload, actor: { kind: 'anonymous', id: 'anonymous' } })

/** A fresh link to sign in to an account. */
const newLink = async (accountId: string): Promise<string> =>
  await grantLink({
    req: await app.systemRequest(),
    purpose: 'portal.login',
    subject: { kind: 'portal-account', id: accountId },
    person: null,
  })

/** A request of whoever opened that link. */
const linkRequest = async (linkId: string): Promise<PayloadRequest> => {
  const link = await findLink({ req: await app.systemRequest(), linkId })
  if (!link) throw new Error('The link was not made.')
  return await requestFor({ payload: app.payload, actor: actorOfLink(link) })
}

const signIn = async ({ linkId, accountId }: { linkId: string; accountId: string }) =>
  await runCommand({
    command: signInPortal,
    req: await linkRequest(linkId),
    input: { accountId },
  })

const tokenFor = async (accountId: string): Promise<string> => {
  const result = await signIn({ linkId: await newLink(accountId), accountId })
  if (!result.ok) throw new Error(result.failure.message)
  return result.value.token
}

/** The request that the browser with this session sends next. */
const requestWith = async (token: string): Promise<PayloadRequest> => {
  const { user } = await app.payload.auth({
    headers: new Headers({ Authorization: `JWT ${token}` }),
  })
  const req = await requestFor({
    payload: app.payload,
    actor: { kind: 'anonymous', id: 'anonymous' },
  })
  delete req.context.actor
  req.user = user
  return req
}

/** What a visitor is told, after the worker has done what follows from the wish. */
const askAndWork = async ({
  command,
  email,
}: {
  command: typeof requestPortalLink | typeof requestPortalPassword
  email: string
}) => {
  const answer = await runCommand({ command, req: await anonymousRequest(), input: { email } })
  expect(await drainJobs({ payload: app.payload })).toEqual([])
  return answer
}

const sessionsOf = async (accountId: string): Promise<number> => {
  const row = await sqlOutside(app.payload).first({
    schema: z.object({ count: z.coerce.number() }),
    text: 'select count(*) as count from portal_accounts_sessions where _parent_id = $1',
    values: [accountId],
  })
  return row?.count ?? 0
}

const visitor = () => `198.51.100.${(addresses += 1)}`

describe('signing in by link', () => {
  it('opens a session that acts for the person', async () => {
    const account = await newAccount()
    const token = await tokenFor(account.id)
    expect(actorOf(await requestWith(token))).toMatchObject({
      kind: 'portal',
      id: account.id,
      email: account.email,
      zone: 'America/New_York',
    })
  })

  it('ends when the person signs out, other sessions stay', async () => {
    const account = await newAccount()
    const [phone, desk] = [await tokenFor(account.id), await tokenFor(account.id)]
    expect(await sessionsOf(account.id)).toBe(2)
    await signOutPortal({ req: await requestWith(phone) })
    expect(actorOf(await requestWith(phone)).kind).toBe('anonymous')
    expect(actorOf(await requestWith(desk)).kind).toBe('portal')
  })

  it('keeps a disabled account out and its link unspent', async () => {
    const account = await newAccount({ isDisabled: true })
    const linkId = await newLink(account.id)
    expect(await signIn({ linkId, accountId: account.id })).toMatchObject({
      ok: false,
      failure: { kind: 'missing' },
    })
    expect(await sessionsOf(account.id)).toBe(0)
    expect((await findLink({ req: await app.systemRequest(), linkId }))?.usable).toBe(true)
  })

  it('ends the session of an account that is disabled later', async () => {
    const account = await newAccount()
    const token = await tokenFor(account.id)
    await app.payload.update({
      collection: 'portal-accounts',
      id: account.id,
      data: { isDisabled: true },
      req: await app.systemRequest(),
      overrideAccess: true,
    })
    expect(actorOf(await requestWith(token)).kind).toBe('anonymous')
  })

  it('is refused to a link that was used, and to the link of another account', async () => {
    const [account, other] = [await newAccount(), await newAccount()]
    const linkId = await newLink(account.id)
    expect((await signIn({ linkId, accountId: other.id })).ok).toBe(false)
    expect((await signIn({ linkId, accountId: account.id })).ok).toBe(true)
    expect(await signIn({ linkId, accountId: account.id })).toMatchObject({
      ok: false,
      failure: { kind: 'state', code: 'link-spent' },
    })
    expect(await sessionsOf(other.id)).toBe(0)
  })

  it('opens one session however many press the button at once', async () => {
    const account = await newAccount()
    const linkId = await newLink(account.id)
    const results = await Promise.all(
      Array.from({ length: 20 }, async () => await signIn({ linkId, accountId: account.id })),
    )
    expect(results.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await sessionsOf(account.id)).toBe(1)
  })

  it('keeps every session when several links of one account are used at once', async () => {
    const account = await newAccount()
    const linkIds = await Promise.all(
      Array.from({ length: 5 }, async () => await newLink(account.id)),
    )
    await Promise.all(
      linkIds.map(async (linkId) => await signIn({ linkId, accountId: account.id })),
    )
    expect(await sessionsOf(account.id)).toBe(5)
  })
})

describe('a link that was spent', () => {
  it('goes on showing its record, but acts no more', async () => {
    const account = await newAccount()
    const linkId = await newLink(account.id)
    const req = await app.systemRequest()
    const held = {
      req,
      cookie: withOpenedLink({ cookie: undefined, linkId, secret: app.payload.secret }),
      purpose: 'portal.login',
      subject: { kind: 'portal-account', id: account.id },
    }
    expect(await linkActorFor(held)).toMatchObject({ kind: 'link', id: linkId })
    await signIn({ linkId, accountId: account.id })
    expect(await linkActorFor(held)).toBeNull()
    expect(await linkActorFor({ ...held, isReading: true })).toMatchObject({ id: linkId })
    await sqlOutside(app.payload).run({
      text: 'update access_links set revoked_at = now() where id = $1',
      values: [linkId],
    })
    expect(await linkActorFor({ ...held, isReading: true })).toBeNull()
  })
})

describe('asking for a link', () => {
  const ask = async (email: string) => await askAndWork({ command: requestPortalLink, email })

  const eventsNamed = async (name: string) =>
    await sqlOutside(app.payload).rows({
      schema: storedEvent,
      text: `select ${storedEventColumns} from domain_events where name = $1 order by at`,
      values: [name],
    })

  it('answers alike for every address and tells of a known login only', async () => {
    const [account, disabled] = [await newAccount(), await newAccount({ isDisabled: true })]
    const answers = [
      await ask(` ${account.email.toUpperCase()}`),
      await ask('nobody@elsewhere.test'),
      await ask(disabled.email),
    ]
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
    const told = await eventsNamed('portal-link.requested')
    expect(told.map(({ subject }) => subject.id)).toEqual([account.id])
  })

  it('refuses what is no address', async () => {
    expect(await ask('me at home')).toMatchObject({
      ok: false,
      failure: { kind: 'input', fields: { email: expect.any(String) } },
    })
  })

  it('makes the login of a candidate with the first link, once', async () => {
    const candidate = await app.payload.create({
      collection: 'candidates',
      data: {
        state: 'active',
        firstName: 'Agnieszka',
        lastName: 'Wójcik',
        email: 'agnieszka@people.test',
        currency: 'USD',
        zone: 'Europe/Warsaw',
        locale: 'pl-PL',
      },
      req: await app.systemRequest(),
      overrideAccess: true,
    })
    const before = (await eventsNamed('portal-link.requested')).length
    expect((await ask('Agnieszka@people.test')).ok).toBe(true)
    const told = (await eventsNamed('portal-link.requested')).slice(before)
    expect(told).toHaveLength(1)
    const token = await tokenFor(told[0]?.subject.id ?? '')
    expect(actorOf(await requestWith(token))).toMatchObject({
      kind: 'portal',
      candidateId: candidate.id,
      contactId: null,
    })
    await ask('agnieszka@people.test')
    expect(await eventsNamed('portal-access.requested')).toHaveLength(1)
  })

  it('lets nobody in whom the agency blocked', async () => {
    await app.payload.create({
      collection: 'candidates',
      data: {
        state: 'do_not_use',
        firstName: 'Blocked',
        lastName: 'Person',
        email: 'blocked@people.test',
        currency: 'USD',
        zone: 'UTC',
        locale: 'en-US',
      },
      req: await app.systemRequest(),
      overrideAccess: true,
    })
    const before = (await eventsNamed('portal-access.requested')).length
    expect((await ask('blocked@people.test')).ok).toBe(true)
    expect(await eventsNamed('portal-access.requested')).toHaveLength(before)
  })
})

describe('signing in by password', () => {
  it('opens a session for the right one and says the same to every wrong one', async () => {
    const [account, disabled] = [await newAccount(), await newAccount({ isDisabled: true })]
    const attempt = async (given: { email: string; password: string }) =>
      await signInWithPassword({ req: await anonymousRequest(), address: visitor(), ...given })
    const right = await attempt({ email: ` ${account.email.toUpperCase()} `, password })
    expect(right).toMatchObject({ ok: true, value: { accountId: account.id } })
    if (right.ok) expect(actorOf(await requestWith(right.value.token)).kind).toBe('portal')
    const refusals = [
      await attempt({ email: account.email, password: 'another long password 42' }),
      await attempt({ email: account.email, password: '' }),
      await attempt({ email: 'nobody@client.test', password }),
      await attempt({ email: disabled.email, password }),
    ]
    expect(new Set(refusals.map((refusal) => JSON.stringify(refusal))).size).toBe(1)
    expect(refusals[0]).toMatchObject({ ok: false, failure: { code: 'wrong-login' } })
    expect(await sessionsOf(disabled.id)).toBe(0)
  })

  it('is refused after ten tries at one login, wherever they come from', async () => {
    const attempt = async () =>
      await signInWithPassword({
        req: await anonymousRequest(),
        email: 'guessed@client.test',
        password: '',
        address: visitor(),
      })
    for (let tries = 0; tries < 10; tries += 1)
      expect(await attempt()).toMatchObject({ failure: { code: 'wrong-login' } })
    expect(await attempt()).toMatchObject({ ok: false, failure: { kind: 'limit' } })
  })
})

describe('choosing a new password', () => {
  const tokenOf = async (accountId: string): Promise<string> => {
    const row = await sqlOutside(app.payload).first({
      schema: z.object({ token: z.string() }),
      text: 'select reset_password_token as token from portal_accounts where id = $1',
      values: [accountId],
    })
    if (!row) throw new Error('No reset was begun.')
    return row.token
  }

  it('answers alike for known and unknown addresses and tells of the known one only', async () => {
    const account = await newAccount()
    const ask = async (email: string) => await askAndWork({ command: requestPortalPassword, email })
    expect(await ask(account.email)).toEqual(await ask('stranger@client.test'))
    const events = await sqlOutside(app.payload).rows({
      schema: z.object({ subject_id: z.string() }),
      text: `select subject_id from domain_events where name = 'portal-password.requested'`,
    })
    expect(events).toEqual([{ subject_id: account.id }])
  })

  it('signs in, ends older sessions and spends the token', async () => {
    const account = await newAccount()
    const old = await tokenFor(account.id)
    await askAndWork({ command: requestPortalPassword, email: account.email })
    const token = await tokenOf(account.id)
    const reset = async () =>
      await resetPortalPassword({
        req: await anonymousRequest(),
        token,
        password: 'quite another password 7',
        address: visitor(),
      })
    expect(await findResettable({ req: await anonymousRequest(), token })).toEqual({
      id: account.id,
    })
    const done = await reset()
    expect(done.ok).toBe(true)
    if (done.ok) expect(actorOf(await requestWith(done.value.token)).kind).toBe('portal')
    expect(actorOf(await requestWith(old)).kind).toBe('anonymous')
    expect(await reset()).toMatchObject({ ok: false, failure: { code: 'link-spent' } })
  })

  it('names the password when it is too weak', async () => {
    const account = await newAccount()
    await askAndWork({ command: requestPortalPassword, email: account.email })
    const refused = await resetPortalPassword({
      req: await anonymousRequest(),
      token: await tokenOf(account.id),
      password: 'ab',
      address: visitor(),
    })
    expect(refused).toMatchObject({ ok: false, failure: { kind: 'input' } })
    if (!refused.ok) expect(Object.keys(refused.failure.fields ?? {})).toEqual(['password'])
  })
})
