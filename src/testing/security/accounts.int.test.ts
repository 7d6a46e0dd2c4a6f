import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { startStage, type Person, type Stage } from './stage'

let stage: Stage
let admin: NonNullable<Person>

const password = 'tangerine walrus piano'
const known = 'known@agency.test'

beforeAll(async () => {
  stage = await startStage()
})

afterAll(async () => {
  await stage.stop()
})

const login = async ({
  email,
  secret,
  from,
  headers,
}: {
  email: string
  secret: string
  from?: string
  headers?: Record<string, string>
}) =>
  await stage.call({
    method: 'POST',
    path: '/api/users/login',
    json: { email, password: secret },
    ...(from ? { from } : {}),
    ...(headers ? { headers } : {}),
  })

describe('the first user', () => {
  it('never comes from outside, not even on an empty database and 50 at once', async () => {
    for (const collection of ['users', 'portal-accounts'] as const) {
      const { totalDocs } = await stage.payload.count({ collection, overrideAccess: true })
      expect(totalDocs).toBe(0)
      const answers = await Promise.all(
        Array.from({ length: 50 }, async (_, index) =>
          stage.call({
            method: 'POST',
            path: `/api/${collection}/first-register`,
            json: { email: `first${index}@evil.test`, password, name: 'First' },
          }),
        ),
      )
      expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([404]))
      expect((await stage.call({ path: `/api/${collection}/init` })).status).toBe(404)
      const after = await stage.payload.count({ collection, overrideAccess: true })
      expect(after.totalDocs).toBe(0)
    }
  })
})

describe('a login', () => {
  beforeAll(async () => {
    admin = await stage.staff('admin')
    await stage.payload.create({
      collection: 'users',
      data: { email: known, password, name: 'Known', zone: 'Europe/London', locale: 'en-GB' },
      overrideAccess: true,
    })
  })

  it('lets in with the right password, by a cookie that scripts cannot read', async () => {
    const { status, headers, text } = await login({ email: known, secret: password })
    expect(status).toBe(200)
    const cookie = headers.get('set-cookie') ?? ''
    expect(cookie).toContain('HttpOnly')
    expect(cookie).toContain('SameSite=Lax')
    expect(cookie).not.toContain('Domain=')
    const token = /placewright-token=([^;]+)/.exec(cookie)?.[1] ?? ''
    expect(token.length).toBeGreaterThan(50)
    expect(text).not.toContain(token)
    expect(text).not.toMatch(/"(hash|salt)"/)
    expect(text).not.toMatch(/"sessions":\[\{/)
  })

  it('says the same for an account that exists, one that does not, and a disabled one', async () => {
    const wrong = await login({ email: known, secret: 'not this one at all' })
    const missing = await login({ email: 'missing@agency.test', secret: 'not this one at all' })
    expect([missing.status, missing.text]).toEqual([wrong.status, wrong.text])
    expect(wrong.status).toBe(401)
    const { docs } = await stage.payload.find({
      collection: 'users',
      where: { email: { equals: known } },
      overrideAccess: true,
    })
    const id = docs[0]?.id
    if (!id) throw new Error('The account is gone.')
    const disable = async (isDisabled: boolean) =>
      await stage.payload.update({
        collection: 'users',
        id,
        data: { isDisabled },
        overrideAccess: true,
      })
    await disable(true)
    const disabled = await login({ email: known, secret: password })
    await disable(false)
    expect([disabled.status, disabled.text]).toEqual([wrong.status, wrong.text])
    expect(disabled.headers.get('set-cookie')).toBeNull()
  })

  it('takes as long for an account that does not exist', async () => {
    const times: Record<string, number[]> = { [known]: [], 'nobody@agency.test': [] }
    for (let round = 0; round < 7; round += 1)
      for (const [email, spent] of Object.entries(times)) {
        const began = performance.now()
        await login({ email, secret: 'a wrong but long password' })
        spent.push(performance.now() - began)
      }
    const [there = 0, missing = 0] = Object.values(times).map(median)
    // The work is the same; the rest is the noise of a machine that does other things beside.
    expect(missing / there).toBeGreaterThan(0.7)
    expect(missing / there).toBeLessThan(1.4)
  })

  it('forgotten says the same and takes as long', async () => {
    const ask = async (email: string) => {
      const began = performance.now()
      const { status, text } = await stage.call({
        method: 'POST',
        path: '/api/users/forgot-password',
        json: { email },
      })
      return { answer: [status, text], took: performance.now() - began }
    }
    const there = await ask(known)
    const missing = await ask('nobody@agency.test')
    expect(missing.answer).toEqual(there.answer)
    expect(there.took).toBeGreaterThanOrEqual(495)
    expect(missing.took).toBeGreaterThanOrEqual(495)
  })

  it('is refused after too many tries at one account from one address, and told when to try again', async () => {
    const from = '203.0.113.7'
    const statuses: number[] = []
    let retryAfter: string | null = null
    for (let index = 0; index < 22; index += 1) {
      // Too short to be checked, so that the test does not hash twenty passwords.
      const answer = await login({ email: 'target@agency.test', secret: ' ', from })
      statuses.push(answer.status)
      retryAfter = answer.headers.get('retry-after')
    }
    expect(statuses.slice(0, 20)).not.toContain(429)
    expect(statuses.slice(20)).toEqual([429, 429])
    expect(Number(retryAfter)).toBeGreaterThan(0)
    expect(Number(retryAfter)).toBeLessThanOrEqual(300)
    // The owner, from elsewhere, still comes in; another account from there, too.
    expect((await login({ email: 'target@agency.test', secret: ' ' })).status).toBe(400)
    expect((await login({ email: known, secret: password, from })).status).toBe(200)
  })

  it('is counted by the address of the connection, whatever the client writes', async () => {
    const from = '203.0.113.8'
    const statuses: number[] = []
    for (let index = 0; index < 22; index += 1)
      statuses.push(
        (
          await login({
            email: 'spoofed@agency.test',
            secret: ' ',
            from,
            headers: {
              'x-forwarded-for': `198.51.100.${index}`,
              forwarded: `for=198.51.100.${index}`,
            },
          })
        ).status,
      )
    expect(statuses.at(-1)).toBe(429)
  })

  it('is counted over all accounts of one address, and over all addresses of one account', async () => {
    const spread: number[] = []
    for (let index = 0; index < 101; index += 1)
      spread.push(
        (await login({ email: `a${index}@agency.test`, secret: ' ', from: '203.0.113.9' })).status,
      )
    expect(spread.filter((status) => status === 429)).toHaveLength(1)
    const botnet: number[] = []
    for (let index = 0; index < 201; index += 1)
      botnet.push(
        (await login({ email: 'loved@agency.test', secret: ' ', from: `10.9.8.${index}` })).status,
      )
    expect(botnet.filter((status) => status === 429)).toHaveLength(1)
  })

  it('forgotten too often is refused by account and address; resets are counted too', async () => {
    const body = { email: 'flooded@agency.test' }
    const asked = await Promise.all(
      Array.from({ length: 7 }, async () =>
        stage.call({ method: 'POST', path: '/api/users/forgot-password', json: body }),
      ),
    )
    expect(asked.filter(({ status }) => status === 429)).toHaveLength(2)
    const from = '203.0.113.10'
    const resets: number[] = []
    for (let index = 0; index < 31; index += 1)
      resets.push(
        (
          await stage.call({
            method: 'POST',
            path: '/api/users/reset-password',
            json: { token: `guess${index}`, password },
            from,
          })
        ).status,
      )
    expect(resets.slice(0, 30).every((status) => status === 403)).toBe(true)
    expect(resets.at(-1)).toBe(429)
  })

  it('stores no e-mail address beside its counters', async () => {
    const { poolOf } = await import('#plugins/kernel')
    const { rows } = await poolOf(stage.payload).query<{ key: string }>(
      'select key from rate_limits',
    )
    expect(rows.length).toBeGreaterThan(10)
    expect(rows.filter(({ key }) => key.includes('@'))).toEqual([])
  })
})

describe('lists and writes', () => {
  it('are counted per caller', async () => {
    const { consume } = await import('#plugins/kernel')
    const caller = await stage.staff('recruiter')
    // The window of a minute may turn between filling and asking; asking twice is enough then.
    const fill = async (bucket: string, limit: number) => {
      const { poolOf } = await import('#plugins/kernel')
      await consume({ payload: stage.payload, bucket, key: caller.id, limit, windowSeconds: 60 })
      await poolOf(stage.payload).query(
        'update rate_limits set used = $2 where bucket = $1 and key = $3',
        [bucket, limit, caller.id],
      )
    }
    await fill('read:caller', 1200)
    const read = await stage.call({ path: '/api/candidates', as: caller })
    expect(read.status).toBe(429)
    expect(Number(read.headers.get('retry-after'))).toBeGreaterThan(0)
    await fill('write:caller', 300)
    const written = await stage.call({
      method: 'POST',
      path: '/api/candidates',
      json: {},
      as: caller,
    })
    expect(written.status).toBe(429)
    await fill('upload:caller', 240)
    const form = new FormData()
    form.append('_payload', '{}')
    const uploaded = await stage.call({
      method: 'POST',
      path: '/api/documents',
      body: form,
      as: caller,
    })
    expect(uploaded.status).toBe(429)
    expect((await stage.call({ path: '/api/candidates', as: admin })).status).toBe(200)
  })
})

describe('a password', () => {
  const weak = ['abc', 'elevenchars', 'password1234', 'Password1234!', 'qwertyuiop12']

  it.each(weak)('that is guessed first is refused when an account is made: %s', async (secret) => {
    for (const collection of ['users', 'portal-accounts']) {
      const answer = await stage.call({
        method: 'POST',
        path: `/api/${collection}`,
        json: { email: 'new@agency.test', password: secret, name: 'New' },
        as: admin,
      })
      expect(answer.status).toBe(400)
      expect(answer.text).toContain('"path":"password"')
    }
  })

  it('is refused when it is changed to a weak one, the e-mail, or nothing of text', async () => {
    const colleague = await stage.staff('recruiter')
    const user = await stage.payload.findByID({
      collection: 'users',
      id: colleague.id,
      overrideAccess: true,
    })
    for (const secret of [
      ...weak,
      user.email,
      user.email.toUpperCase(),
      123_456_789_012,
      ['a'],
      {},
    ]) {
      const answer = await stage.call({
        method: 'PATCH',
        path: `/api/users/${colleague.id}`,
        json: { password: secret },
        as: colleague,
      })
      expect(answer.status, String(secret)).toBe(400)
    }
    const bulk = await stage.call({
      method: 'PATCH',
      path: `/api/users?where[id][in]=${colleague.id}`,
      json: { password },
      as: admin,
    })
    expect(bulk.status).toBe(400)
  })

  it('tells a stranger nothing about the account it is tried on', async () => {
    const colleague = await stage.staff('recruiter')
    const user = await stage.payload.findByID({
      collection: 'users',
      id: colleague.id,
      overrideAccess: true,
    })
    const other = await stage.staff('trainer')
    for (const as of [null, other]) {
      const path = `/api/users/${colleague.id}`
      const guess = { method: 'PATCH', path, json: { password: user.email }, as }
      const blind = { method: 'PATCH', path, json: { password: 'nobody@elsewhere.test' }, as }
      const [guessed, blindly] = [await stage.call(guess), await stage.call(blind)]
      expect([guessed.status, guessed.text]).toEqual([blindly.status, blindly.text])
      expect(guessed.status).toBe(403)
    }
  })

  it('of any length, script and spacing is taken whole', async () => {
    const long = `  zwölf 🦊 Boxkämpfer jagen Виктора ${'über den großen Sylter Deich '.repeat(4)}`
    const email = 'long@agency.test'
    await stage.payload.create({
      collection: 'users',
      data: { email, password: long, name: 'Long', zone: 'Europe/London', locale: 'en-GB' },
      overrideAccess: true,
    })
    expect((await login({ email, secret: long })).status).toBe(200)
    expect((await login({ email, secret: long.slice(0, -1) })).status).toBe(401)
    expect((await login({ email, secret: long.trim() })).status).toBe(401)
  })

  it('is refused by a reset too, and the token still holds for a better one', async () => {
    const token = await stage.payload.forgotPassword({
      collection: 'users',
      data: { email: known },
      disableEmail: true,
    })
    for (const secret of ['abc', 'password1234', known]) {
      const answer = await stage.call({
        method: 'POST',
        path: '/api/users/reset-password',
        json: { token, password: secret },
      })
      expect(answer.status, secret).toBe(400)
    }
    const better = await stage.call({
      method: 'POST',
      path: '/api/users/reset-password',
      json: { token, password: 'quartz umbrella heron' },
    })
    expect(better.status).toBe(200)
  })
})

describe('another site', () => {
  const foreign: Record<string, string>[] = [
    { origin: 'https://evil.test', 'sec-fetch-site': 'cross-site' },
    { origin: 'https://evil.test', 'sec-fetch-site': 'same-origin' },
    { origin: 'http://localhost:3001', 'sec-fetch-site': 'same-site' },
    { origin: 'http://localhost:3000.evil.test', 'sec-fetch-site': 'cross-site' },
    { origin: 'null', 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
  ]

  it.each(foreign)('changes nothing with a visitor’s cookie: %j', async (headers) => {
    const as = admin
    const before = await stage.payload.count({
      collection: 'credential-types',
      overrideAccess: true,
    })
    const form = new FormData()
    form.append('_payload', JSON.stringify({ name: 'Forged' }))
    const calls = [
      { method: 'POST', path: '/api/credential-types', json: { name: 'Forged' } },
      { method: 'POST', path: '/api/credential-types', body: form },
      {
        method: 'POST',
        path: '/api/credential-types',
        body: '{"name":"Forged"}',
        headers: { 'content-type': 'text/plain' },
      },
      { method: 'PATCH', path: `/api/users/${admin.id}`, json: { name: 'Forged' } },
      { method: 'DELETE', path: `/api/users/${admin.id}` },
      { method: 'POST', path: '/api/users/logout' },
      { method: 'POST', path: '/api/users/login', json: { email: known, password } },
      { method: 'POST', path: '/api/commands/ensure-default-roles', json: {} },
      { method: 'POST', path: '/api/payload-preferences/nav', json: { value: 1 } },
    ]
    for (const call of calls) {
      const answer = await stage.call({ ...call, as, headers: { ...call.headers, ...headers } })
      expect(answer.status, `${call.method} ${call.path}`).toBe(403)
      expect(answer.headers.get('set-cookie')).toBeNull()
    }
    const after = await stage.payload.count({
      collection: 'credential-types',
      overrideAccess: true,
    })
    expect(after.totalDocs).toBe(before.totalDocs)
  })

  it('reads nothing with a visitor’s cookie', async () => {
    for (const headers of foreign.filter((each) => each['sec-fetch-site'] === 'cross-site')) {
      const answer = await stage.call({ path: '/api/candidates', as: admin, headers })
      expect(answer.status).toBe(403)
      expect(answer.headers.get('access-control-allow-origin')).toBeNull()
    }
  })

  it('is not one of our own pages', async () => {
    const ours: Record<string, string>[] = [
      { origin: 'http://localhost:3000', 'sec-fetch-site': 'same-origin' },
      { 'sec-fetch-site': 'same-origin' },
    ]
    for (const headers of ours) {
      const answer = await stage.call({
        method: 'POST',
        path: '/api/commands/ensure-default-roles',
        json: {},
        as: admin,
        headers,
      })
      expect(answer.status).toBe(200)
    }
  })

  it('changes nothing by GET', async () => {
    const { poolOf } = await import('#plugins/kernel')
    const count = async () =>
      (await poolOf(stage.payload).query<{ n: string }>('select count(*) as n from domain_events'))
        .rows[0]?.n
    const before = await count()
    for (const path of [
      '/api/payload-jobs/run',
      '/api/payload-jobs/handle-schedules',
      '/api/commands/ensure-default-roles',
      '/api/users/logout',
      '/api/users/refresh-token',
      '/api/users/unlock',
    ]) {
      const { status } = await stage.call({ path, as: admin })
      expect([403, 404], path).toContain(status)
    }
    expect(await count()).toBe(before)
    expect((await stage.call({ path: '/api/users/me', as: admin })).json).toMatchObject({
      user: { id: admin.id },
    })
  })

  it('cannot read what a method override turns into a GET', async () => {
    const answer = await stage.call({
      method: 'POST',
      path: '/api/commands/ensure-default-roles',
      json: {},
      as: admin,
      headers: { 'x-http-method-override': 'GET' },
    })
    expect(answer.status).toBe(400)
  })
})

const median = (numbers: number[]): number =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0
