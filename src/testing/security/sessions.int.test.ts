import { createHmac } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { startStage, type Stage } from './stage'

let stage: Stage

beforeAll(async () => {
  stage = await startStage()
})

afterAll(async () => {
  await stage.stop()
})

const me = async ({ cookie, collection = 'users' }: { cookie: string; collection?: string }) =>
  await stage.call({ path: `/api/${collection}/me`, as: { id: '', cookie } })

const userOf = (answer: { json: unknown }): unknown => Reflect.get(Object(answer.json), 'user')

const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url')

const claimsOf = (cookie: string): Record<string, unknown> => {
  const [, claims = ''] = cookie.replace('placewright-token=', '').split('.')
  const read: unknown = JSON.parse(Buffer.from(claims, 'base64url').toString('utf8'))
  return Object.fromEntries(Object.entries(Object(read)))
}

/** A token as an attacker would make it: any header, any claims, signed with a key of his own or none. */
const forged = ({
  header,
  claims,
  key,
}: {
  header: object
  claims: object
  key: string | null
}): string => {
  const body = `${part(header)}.${part(claims)}`
  const mac = key === null ? '' : createHmac('sha256', key).update(body).digest('base64url')
  return `placewright-token=${body}.${mac}`
}

describe('a token', () => {
  it('that is unsigned, signed with another key, over, or of another session lets nobody in', async () => {
    const admin = await stage.staff('admin')
    const claims = claimsOf(admin.cookie)
    expect(userOf(await me(admin))).toMatchObject({ id: admin.id })
    const hs256 = { alg: 'HS256', typ: 'JWT' }
    const now = Math.floor(Date.now() / 1_000)
    const attempts: string[] = [
      forged({ header: { alg: 'none', typ: 'JWT' }, claims, key: null }),
      forged({ header: { alg: 'None' }, claims, key: null }),
      forged({ header: hs256, claims, key: null }),
      forged({ header: hs256, claims, key: '' }),
      forged({ header: hs256, claims, key: 'secret' }),
      // The secret as it is configured is not the key that signs.
      forged({ header: hs256, claims, key: process.env.PAYLOAD_SECRET ?? '' }),
      forged({ header: { alg: 'RS256' }, claims, key: stage.payload.secret }),
      forged({ header: hs256, claims: { ...claims, exp: now - 1 }, key: stage.payload.secret }),
      forged({ header: hs256, claims: { ...claims, sid: 'made-up' }, key: stage.payload.secret }),
      forged({ header: hs256, claims: { ...claims, sid: undefined }, key: stage.payload.secret }),
      forged({
        header: hs256,
        claims: { ...claims, collection: 'portal-accounts' },
        key: stage.payload.secret,
      }),
      'placewright-token=',
      'placewright-token=..',
      `placewright-token=${'a'.repeat(5_000)}`,
    ]
    for (const cookie of attempts) {
      const answer = await me({ cookie })
      expect.soft(answer.status, cookie.slice(0, 60)).toBeLessThan(500)
      expect.soft(userOf(answer) ?? null, cookie.slice(0, 60)).toBeNull()
      const list = await stage.call({ path: '/api/candidates?limit=1', as: { id: '', cookie } })
      expect.soft(list.status, cookie.slice(0, 60)).toBe(403)
    }
    expect(userOf(await me(admin))).toMatchObject({ id: admin.id })
  })

  it('is of no use after signing out, and each sign-in has a session of its own', async () => {
    const admin = await stage.staff('admin')
    const before = claimsOf(admin.cookie).sid
    expect(typeof before).toBe('string')
    const out = await stage.call({ method: 'POST', path: '/api/users/logout', as: admin, json: {} })
    expect(out.status).toBe(200)
    expect(userOf(await me(admin)) ?? null).toBeNull()
    const again = await stage.staff('admin')
    expect(claimsOf(again.cookie).sid).not.toBe(before)
  })
})

describe('an e-mail address', () => {
  it('is changed by nobody for themselves, since whose it is may choose the password anew', async () => {
    const recruiter = await stage.staff('recruiter')
    const outsider = await stage.portal({})
    const admin = await stage.staff('admin')
    const emailOf = async (collection: 'users' | 'portal-accounts', id: string) =>
      (await stage.payload.findByID({ collection, id, overrideAccess: true })).email
    for (const [collection, as, statuses] of [
      ['users', recruiter, [400]],
      ['portal-accounts', outsider, [403, 404]],
    ] as const) {
      const before = await emailOf(collection, as.id)
      const answer = await stage.call({
        method: 'PATCH',
        path: `/api/${collection}/${as.id}`,
        json: { email: 'taken.over@evil.test', currentPassword: 'x' },
        as,
      })
      expect(statuses).toContain(answer.status)
      expect(await emailOf(collection, as.id)).toBe(before)
    }
    const changed = await stage.call({
      method: 'PATCH',
      path: `/api/users/${recruiter.id}`,
      json: { email: 'married@agency.test' },
      as: admin,
    })
    expect(changed.status, changed.text).toBe(200)
    const ownName = await stage.call({
      method: 'PATCH',
      path: `/api/users/${recruiter.id}`,
      json: { name: 'Another name', email: 'married@agency.test' },
      as: recruiter,
    })
    expect(ownName.status, ownName.text).toBe(200)
  })

  it('of a colleague opens nothing of theirs to an outside person who has the same', async () => {
    const admin = await stage.staff('admin')
    const { email } = await stage.payload.findByID({
      collection: 'users',
      id: admin.id,
      overrideAccess: true,
    })
    const row = await stage.payload.db.create({
      collection: 'portal-accounts',
      data: { email, zone: 'Europe/London', locale: 'en-GB' },
      req: {},
    })
    const twin = await stage.newSession({
      collection: 'portal-accounts',
      row: { ...row, id: String(row.id), email },
    })
    expect(userOf(await me(twin)) ?? null).toBeNull()
    const list = await stage.call({ path: '/api/users?limit=5', as: twin })
    expect([403, 200]).toContain(list.status)
    expect(list.text).not.toContain(admin.id)
    expect([403, 404]).toContain(
      (await stage.call({ path: `/api/users/${admin.id}`, as: twin })).status,
    )
  })
})

describe('a notice from outside', () => {
  it('of a bounce, a complaint or a payment is taken from nobody who cannot sign it', async () => {
    const forged = { type: 'bounce', email: 'ada@agency.test', reason: 'complaint' }
    for (const name of ['bounce', 'bounces', 'mail', 'ses', 'sendgrid', 'postmark', 'mailgun'])
      for (const path of [`/api/webhooks/${name}`, `/api/${name}/webhook`, `/api/mail/${name}`])
        expect((await stage.call({ method: 'POST', path, json: forged })).status, path).toBe(404)
    const signed = (stage.payload.config.endpoints ?? []).flatMap(({ path, method }) =>
      method === 'post' && /^\/(webhooks|incoming)/.test(path) ? [path] : [],
    )
    expect(signed.toSorted()).toEqual(['/incoming/:publicId', '/webhooks/stripe'])
    for (const path of signed) {
      const { status } = await stage.call({
        method: 'POST',
        path: `/api${path.replace(':publicId', 'made-up')}`,
        json: forged,
        headers: { 'stripe-signature': 't=1,v1=00' },
      })
      expect(status, path).toBeGreaterThanOrEqual(400)
      expect(status, path).toBeLessThan(500)
    }
  })
})

describe('a colleague who loses a right while signed in', () => {
  it('has lost it with the next call', async () => {
    const admin = await stage.staff('admin')
    expect((await stage.call({ path: '/api/candidates?limit=1', as: admin })).status).toBe(200)
    await stage.payload.update({
      collection: 'users',
      id: admin.id,
      data: { roles: [] },
      overrideAccess: true,
    })
    expect((await stage.call({ path: '/api/candidates?limit=1', as: admin })).status).toBe(403)
  })
})
