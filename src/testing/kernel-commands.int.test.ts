import { randomUUID } from 'node:crypto'
import { getPayload, type Payload } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'

import {
  clientAddressOf,
  consume,
  grantLink,
  linkCookieName,
  poolOf,
  sqlOutside,
  wholeNumber,
  withOpenedLink,
} from '#plugins/kernel'
import type { TestApp } from './harness'
import { until } from './kernel/children'
import { commandsOf, restOf } from './kernel/rest'
import { startWithTestJobs } from './kernel/start'

let app: TestApp
let rest: ReturnType<typeof restOf>
let command: ReturnType<typeof commandsOf>

beforeAll(async () => {
  app = await startWithTestJobs()
  rest = restOf(app.payload)
  command = commandsOf(app.payload)
})

afterAll(async () => {
  await app.stop()
})

const json = { 'content-type': 'application/json' }

const notes = async (text: string): Promise<number> => {
  const row = await sqlOutside(app.payload).first({
    schema: z.object({ n: wholeNumber }),
    text: 'select count(*) as n from test_notes where text = $1',
    values: [text],
  })
  return row?.n ?? 0
}

const codeOf = (body: unknown): unknown =>
  z.object({ error: z.object({ code: z.string() }) }).safeParse(body).data?.error.code

describe('the endpoint of the commands', () => {
  it.each(['no-such-command', '__proto__', 'constructor', 'toString', '%00', '..%2fusers'])(
    'answers 404 to the name %s',
    async (name) => {
      const { status } = await rest({ path: `/commands/${name}`, headers: json, body: '{}' })
      expect(status).toBe(404)
    },
  )

  it.each<{ what: string; headers: Record<string, string>; body: string; status: number }>([
    { what: 'no content type', headers: {}, body: '{"text":"x"}', status: 415 },
    {
      what: 'a form',
      headers: { 'content-type': 'text/plain' },
      body: '{"text":"x"}',
      status: 415,
    },
    { what: 'half a body', headers: json, body: '{"text":', status: 400 },
    { what: 'NUL in a text', headers: json, body: '{"text":"a\\u0000b"}', status: 400 },
    { what: 'half a character', headers: json, body: '{"text":"\\ud800"}', status: 400 },
    {
      what: 'a prototype trick',
      headers: json,
      body: '{"text":"x","__proto__":{"a":1}}',
      status: 400,
    },
    {
      what: 'a hundred thousand levels',
      headers: json,
      body: `${'['.repeat(100_000)}${']'.repeat(100_000)}`,
      status: 400,
    },
    {
      what: 'more than a quarter megabyte',
      headers: json,
      body: JSON.stringify({ text: 'x'.repeat(300_000) }),
      status: 413,
    },
    { what: 'a wrong type', headers: json, body: '{"text":7}', status: 422 },
    { what: 'an array for the whole', headers: json, body: '[]', status: 422 },
    { what: 'nothing', headers: json, body: '', status: 422 },
  ])('answers $status to $what', async ({ headers, body, status }) => {
    const response = await rest({ path: '/commands/write-note', headers, body })
    expect(response.status).toBe(status)
    expect(response.headers.get('cache-control')).toBe('no-store')
  })

  it('names the field and its remedy', async () => {
    const { status, body } = await command({ name: 'write-note', input: { text: '' } })
    expect(status).toBe(422)
    expect(body).toMatchObject({ error: { fields: { text: 'Write something.' } } })
  })

  it.each<{ what: string; status: number; error?: object }>([
    {
      what: 'invalid-field',
      status: 422,
      error: {
        code: 'invalid-input',
        message: 'E-mail: Enter an e-mail address. Name the city.',
        fields: { email: 'Enter an e-mail address.', 'address.city': 'Name the city.' },
      },
    },
    { what: 'schema', status: 422, error: { fields: { startsOn: 'Choose a day.' } } },
    { what: 'forbidden', status: 403, error: { code: 'not-allowed' } },
    { what: 'not-found', status: 404, error: { code: 'not-found' } },
    {
      what: 'locked',
      status: 409,
      error: { code: 'locked', message: 'Somebody else has this record open.' },
    },
    { what: 'not-now', status: 409, error: { message: 'It was signed before.' } },
    { what: 'too-large', status: 422, error: { message: 'The file is too large.' } },
    { what: 'bad-request', status: 422, error: { message: 'Choose another name.' } },
    { what: 'ours', status: 500 },
    { what: 'other-service', status: 500 },
    { what: 'query', status: 500 },
  ])('answers $status when $what is thrown inside, and undoes all of it', async (row) => {
    for (const isNested of [false, true]) {
      const text = randomUUID()
      const { status, body } = await command({
        name: 'break-rule',
        input: { what: row.what, text, isNested },
      })
      expect(status).toBe(row.status)
      if (row.error) expect(body).toMatchObject({ error: row.error })
      else expect(JSON.stringify(body)).not.toMatch(/db7|bucket|shape/)
      expect(await notes(text)).toBe(0)
    }
  })

  it.each<{ from: string; headers: Record<string, string>; allowed: boolean }>([
    { from: 'another origin', headers: { origin: 'https://evil.test' }, allowed: false },
    {
      from: 'an origin that begins like ours',
      headers: { origin: 'http://localhost:3000.evil.test' },
      allowed: false,
    },
    { from: 'a sandboxed frame', headers: { origin: 'null' }, allowed: false },
    {
      from: 'a cross-site form without Origin',
      headers: { 'sec-fetch-site': 'cross-site' },
      allowed: false,
    },
    { from: 'a sister host', headers: { 'sec-fetch-site': 'same-site' }, allowed: false },
    { from: 'the admin', headers: { origin: 'http://localhost:3000' }, allowed: true },
    {
      from: 'a site of the agency',
      headers: { origin: 'http://north.localhost:3000', host: 'north.localhost:3000' },
      allowed: true,
    },
    { from: 'a program', headers: {}, allowed: true },
  ])('takes a call from $from: $allowed', async ({ headers, allowed }) => {
    const text = randomUUID()
    const { status, body } = await command({
      name: 'write-note',
      input: { text },
      headers,
    })
    expect(status).toBe(allowed ? 200 : 403)
    if (!allowed) expect(codeOf(body)).toBe('other-origin')
    expect(await notes(text)).toBe(allowed ? 1 : 0)
  })

  it('does nothing on GET', async () => {
    const response = await rest({ method: 'GET', path: '/commands/write-note' })
    expect(response.status).toBe(404)
  })

  it('lets nobody call who has no right', async () => {
    const { status } = await command({ name: 'write-notes', input: { notes: [] } })
    expect(status).toBe(403)
  })
})

describe('the limit of a command', () => {
  const knock = async (headers: Record<string, string>) =>
    await command({ name: 'knock-door', input: {}, headers })

  it('answers 429 with the time to wait, and a made-up X-Forwarded-For does not help', async () => {
    const peer = { 'x-placewright-peer': '192.0.2.1' }
    for (let tries = 0; tries < 3; tries += 1) expect((await knock(peer)).status).toBe(200)
    for (const spoof of ['198.51.100.1', '198.51.100.2, 10.0.0.1']) {
      const refused = await knock({ ...peer, 'x-forwarded-for': spoof })
      expect(refused.status).toBe(429)
      expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
    }
    expect((await knock({ 'x-placewright-peer': '192.0.2.2' })).status).toBe(200)
  })

  it.each([
    { hops: 0, forwarded: '203.0.113.9', address: '10.0.0.5' },
    { hops: 1, forwarded: '203.0.113.9', address: '203.0.113.9' },
    { hops: 1, forwarded: 'made-up, 203.0.113.9', address: '203.0.113.9' },
    { hops: 2, forwarded: 'made-up, 203.0.113.9, 10.0.0.2', address: '203.0.113.9' },
    { hops: 1, forwarded: '', address: '10.0.0.5' },
  ])('believes $forwarded behind $hops proxies as $address', ({ hops, forwarded, address }) => {
    const headers = new Headers({ 'x-placewright-peer': '10.0.0.5', 'x-forwarded-for': forwarded })
    expect(clientAddressOf({ headers, trustedHops: hops })).toBe(address)
  })

  it('is shared by processes', async () => {
    const second: Payload = await getPayload({
      config: app.payload.config,
      key: 'second',
      disableOnInit: true,
    })
    expect(poolOf(second)).not.toBe(poolOf(app.payload))
    const use = async (payload: Payload) =>
      await consume({ payload, bucket: 'shared', key: 'one', limit: 10, windowSeconds: 86_400 })
    const uses = await Promise.all(
      Array.from({ length: 30 }, async (_, index) => await use(index % 2 ? second : app.payload)),
    )
    expect(uses.filter(({ allowed }) => allowed)).toHaveLength(10)
    await poolOf(second).end()
  })
})

describe('an Idempotency-Key', () => {
  const write = async ({
    key,
    input,
    peer = '192.0.2.9',
  }: {
    key: string
    input: Record<string, unknown>
    peer?: string
  }) =>
    await command({
      name: 'write-note',
      input,
      headers: { 'idempotency-key': key, 'x-placewright-peer': peer },
    })

  it('gives one effect and one answer to twenty calls at once', async () => {
    const [key, text] = [randomUUID(), randomUUID()]
    const calls = await Promise.all(
      Array.from({ length: 20 }, async () => await write({ key, input: { text, waitMs: 50 } })),
    )
    expect(await notes(text)).toBe(1)
    const done = calls.filter(({ status }) => status === 200)
    expect(done.length).toBeGreaterThanOrEqual(1)
    for (const { status, body } of calls)
      if (status !== 200) expect([status, codeOf(body)]).toEqual([409, 'in-progress'])
    const again = await write({ key, input: { text, waitMs: 50 } })
    expect(again.status).toBe(200)
    expect(again.headers.get('idempotency-replayed')).toBe('true')
    expect(again.body).toEqual(done[0]?.body)
    expect(await notes(text)).toBe(1)
  })

  it('refuses another body', async () => {
    const key = randomUUID()
    await write({ key, input: { text: 'first' } })
    const other = await write({ key, input: { text: 'second' } })
    expect([other.status, codeOf(other.body)]).toEqual([422, 'key-reused'])
    expect(await notes('second')).toBe(0)
  })

  it('is free again after a refusal and after a failure', async () => {
    for (const mode of ['refuse', 'throw']) {
      const [key, text] = [randomUUID(), randomUUID()]
      expect((await write({ key, input: { text, mode } })).status).toBe(
        mode === 'throw' ? 500 : 409,
      )
      expect((await write({ key, input: { text } })).status).toBe(200)
      expect(await notes(text)).toBe(1)
    }
  })

  it('brings the answer again to the holder of a link that its act has spent, and nothing else', async () => {
    const noteId = randomUUID()
    const grant = async () =>
      await grantLink({
        req: await app.systemRequest(),
        purpose: 'note.decide',
        subject: { kind: 'note', id: noteId },
        person: null,
      })
    const [linkId, strange] = [await grant(), await grant()]
    const decide = async ({ key, link = linkId }: { key: string; link?: string }) =>
      await command({
        name: 'decide-note',
        input: { noteId },
        headers: {
          'idempotency-key': key,
          cookie: `${linkCookieName(false)}=${withOpenedLink({
            cookie: undefined,
            linkId: link,
            secret: app.payload.secret,
          })}`,
        },
      })
    const key = randomUUID()
    const first = await decide({ key })
    expect(first.status).toBe(200)
    const again = await decide({ key })
    expect([again.status, again.headers.get('idempotency-replayed')]).toEqual([200, 'true'])
    expect(again.body).toEqual(first.body)
    // A new act needs a link that is still usable, and the answer belongs to whoever got it.
    expect((await decide({ key: randomUUID() })).status).toBe(403)
    expect((await decide({ key, link: strange })).headers.get('idempotency-replayed')).toBeNull()
    await sqlOutside(app.payload).run({
      text: 'update access_links set revoked_at = now() where id = $1',
      values: [linkId],
    })
    expect((await decide({ key })).status).toBe(403)
  })

  it('belongs to the address of an anonymous caller', async () => {
    const [key, text] = [randomUUID(), randomUUID()]
    await write({ key, input: { text }, peer: '192.0.2.10' })
    const other = await write({ key, input: { text }, peer: '192.0.2.11' })
    expect(other.headers.get('idempotency-replayed')).toBeNull()
    expect(await notes(text)).toBe(2)
  })

  it('taken over from a call that seemed dead lets only one of the two commit', async () => {
    const [key, text] = [randomUUID(), randomUUID()]
    const slow = write({ key, input: { text, waitMs: 1_500 } })
    const age = async () =>
      await sqlOutside(app.payload).run({
        text: `update command_keys set claimed_at = now() - interval '5 minutes'
          where status is null and claimed_at > now() - interval '1 minute'`,
      })
    await until({ what: 'the key is claimed', is: async () => (await age()) > 0, everyMs: 20 })
    const second = await write({ key, input: { text, waitMs: 1_500 } })
    expect(second.status).toBe(200)
    expect((await slow).status).toBe(409)
    expect(await notes(text)).toBe(1)
  })
})

describe('/api/health', () => {
  it('tells that the database answers and whether a worker is there', async () => {
    const response = await rest({ method: 'GET', path: '/health' })
    expect(response.status).toBe(200)
    expect(await response.json()).toMatchObject({
      status: 'ok',
      database: 'ok',
      worker: { status: 'absent' },
    })
  })
})

describe('the live channel', () => {
  it('ends quietly, whether the stream or the request ends first', async () => {
    const live = app.payload.config.endpoints.find(({ path }) => path === '/live')
    if (!live) throw new Error('There is no live channel.')
    const open = async () => {
      const leaving = new AbortController()
      const req = await app.staffRequest({ permissions: [] })
      Object.assign(req, { signal: leaving.signal })
      const reader = (await live.handler(req)).body?.getReader()
      if (!reader) throw new Error('The channel has no stream.')
      await reader.read()
      return { reader, leaving }
    }
    const errors: unknown[] = []
    const note = (error: unknown) => errors.push(error)
    process.on('uncaughtException', note)
    try {
      const first = await open()
      await first.reader.cancel()
      first.leaving.abort()
      const second = await open()
      second.leaving.abort()
      expect((await second.reader.read()).done).toBe(true)
      await second.reader.cancel()
      // What is thrown in a listener of an event surfaces a turn later.
      await new Promise((resolve) => setImmediate(resolve))
      expect(errors).toEqual([])
    } finally {
      process.off('uncaughtException', note)
    }
  })
})
