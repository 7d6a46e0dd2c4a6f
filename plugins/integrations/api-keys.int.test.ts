import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'

import { drainJobs, sqlOutside } from '#plugins/kernel'
import { startStage, type Person, type Stage } from '../../src/testing/security/stage'

let stage: Stage
let admin: NonNullable<Person>

beforeAll(async () => {
  stage = await startStage()
  admin = await stage.staff('admin')
})

afterAll(async () => {
  await stage.stop()
})

const made = z.object({ result: z.object({ apiKeyId: z.uuid(), secret: z.string() }) })

const refusal = z.object({ error: z.object({ code: z.string(), message: z.string() }) })

const command = async ({
  name,
  input,
  as = admin,
  headers = {},
  from,
}: {
  name: string
  input: object
  as?: Person
  headers?: Record<string, string>
  from?: string
}) =>
  await stage.call({
    method: 'POST',
    path: `/api/commands/${name}`,
    as,
    json: input,
    headers,
    ...(from ? { from } : {}),
  })

const makeKey = async (wish: {
  scopes: readonly string[]
  allowedFrom?: readonly string[]
  as?: Person
}) => {
  const { as = admin, ...input } = wish
  const answer = await command({
    name: 'create-api-key',
    as,
    input: { name: `Program ${randomUUID().slice(0, 8)}`, lifetimeDays: 30, ...input },
  })
  expect(answer.status, answer.text).toBe(200)
  return made.parse(answer.json).result
}

const bearing = (secret: string) => ({ authorization: `ApiKey ${secret}` })

const read = async ({
  secret,
  path,
  from,
  as = null,
}: {
  secret: string
  path: string
  from?: string
  as?: Person
}) => await stage.call({ path, as, headers: bearing(secret), ...(from ? { from } : {}) })

const codeOf = (json: unknown): string => refusal.parse(json).error.code

describe('an API key', () => {
  it('reads what its scope allows and nothing else', async () => {
    const { secret } = await makeKey({ scopes: ['clients.read'] })
    expect((await read({ secret, path: '/api/client-corporations' })).status).toBe(200)
    expect((await read({ secret, path: '/api/candidates' })).status).toBe(403)
    expect((await read({ secret, path: '/api/api-keys' })).status).toBe(403)
    const users = await read({ secret, path: '/api/users' })
    expect(z.object({ totalDocs: z.number() }).parse(users.json).totalDocs).toBe(0)
  })

  it('reads nothing that is its owner’s as a person', async () => {
    const { secret } = await makeKey({ scopes: ['clients.read'] })
    for (const slug of ['notices', 'notice-settings', 'payload-locked-documents'])
      expect((await read({ secret, path: `/api/${slug}` })).status, slug).toBe(403)
    expect((await read({ secret, path: '/api/media' })).status).toBe(200)
    const reader = await makeKey({ scopes: ['staff.read'] })
    const users = await read({ secret: reader.secret, path: '/api/users' })
    expect(z.object({ totalDocs: z.number() }).parse(users.json).totalDocs).toBeGreaterThan(0)
  })

  it('never has more than its owner has now', async () => {
    const owner = await stage.staff('admin')
    const { secret } = await makeKey({ as: owner, scopes: ['clients.read'] })
    expect((await read({ secret, path: '/api/client-corporations' })).status).toBe(200)
    await sqlOutside(stage.payload).run({
      text: 'delete from users_rels where parent_id = $1',
      values: [owner.id],
    })
    expect((await read({ secret, path: '/api/client-corporations' })).status).toBe(403)
    await sqlOutside(stage.payload).run({
      text: 'update users set is_disabled = true where id = $1',
      values: [owner.id],
    })
    expect((await read({ secret, path: '/api/client-corporations' })).status).toBe(401)
  })

  it('cannot be given rights that its maker lacks, or rights over rights', async () => {
    const beyond = await command({
      name: 'create-api-key',
      input: { name: 'x', lifetimeDays: 30, scopes: ['staff.write'] },
    })
    expect(beyond.status).toBe(422)
    const manager = await stage.staff('manager')
    const refused = await command({
      name: 'create-api-key',
      as: manager,
      input: { name: 'x', lifetimeDays: 30, scopes: ['clients.read'] },
    })
    expect(refused.status).toBe(403)
  })

  it('calls commands of its scope, and is the actor in the audit on behalf of its owner', async () => {
    const { secret, apiKeyId } = await makeKey({ scopes: ['candidates.write'] })
    const headers = bearing(secret)
    const input = { firstName: 'Ana', lastName: 'Key', email: `${randomUUID()}@people.test` }
    const answer = await command({ name: 'find-or-create-candidate', input, as: null, headers })
    expect(answer.status, answer.text).toBe(200)
    const told = await sqlOutside(stage.payload).rows({
      schema: z.object({ actor_kind: z.string(), on_behalf_of: z.string() }),
      text: `select distinct actor_kind, on_behalf_of from domain_events where actor_id = $1`,
      values: [apiKeyId],
    })
    expect(told).toEqual([{ actor_kind: 'api-key', on_behalf_of: admin.id }])
    const other = await command({ name: 'ensure-default-roles', input: {}, as: null, headers })
    expect(other.status).toBe(403)
  })

  it('makes, rotates and ends no keys, and writes no record by REST', async () => {
    const { secret, apiKeyId } = await makeKey({ scopes: ['clients.write', 'clients.read'] })
    const headers = bearing(secret)
    for (const { name, input } of [
      { name: 'create-api-key', input: { name: 'x', lifetimeDays: 1, scopes: ['clients.read'] } },
      { name: 'rotate-api-key', input: { apiKeyId } },
      { name: 'revoke-api-key', input: { apiKeyId, reason: 'x' } },
    ])
      expect((await command({ name, input, as: null, headers })).status, name).toBe(403)
    for (const method of ['POST', 'PATCH', 'DELETE', 'PUT']) {
      const answer = await stage.call({
        method,
        path: '/api/client-corporations',
        json: { name: 'x' },
        headers,
      })
      expect(answer.status, method).toBe(403)
      expect(codeOf(answer.json)).toBe('by-command-only')
    }
  })

  it('is told once: not kept with the Idempotency-Key, not readable by anybody', async () => {
    const headers = { 'idempotency-key': randomUUID() }
    const input = { name: 'Once', lifetimeDays: 30, scopes: ['clients.read'] }
    const first = await command({ name: 'create-api-key', input, headers })
    const { secret } = made.parse(first.json).result
    const second = await command({ name: 'create-api-key', input, headers })
    expect(second.status).toBe(409)
    expect(codeOf(second.json)).toBe('shown-once')
    const list = await stage.call({ path: '/api/api-keys?limit=100', as: admin })
    const [, hidden = ''] = secret.split('.')
    expect(list.text).not.toContain(hidden)
    expect(list.text).not.toContain('Hash')
    const kept = await sqlOutside(stage.payload).rows({
      schema: z.object({ text: z.string() }),
      text: `select body::text as text from command_keys where body is not null
        union all select to_jsonb(e)::text from domain_events e
        union all select to_jsonb(k)::text from api_keys k`,
    })
    expect(kept.filter(({ text }) => text.includes(hidden))).toEqual([])
  })

  it('is rotated with an overlap, and revoked at once', async () => {
    const { secret, apiKeyId } = await makeKey({ scopes: ['clients.read'] })
    const path = '/api/client-corporations?limit=1'
    const rotate = async (overlapHours: number) => {
      const answer = await command({ name: 'rotate-api-key', input: { apiKeyId, overlapHours } })
      expect(answer.status, answer.text).toBe(200)
      return made.parse(answer.json).result.secret
    }
    const second = await rotate(1)
    expect((await read({ secret, path })).status).toBe(200)
    expect((await read({ secret: second, path })).status).toBe(200)
    const third = await rotate(0)
    expect((await read({ secret, path })).status).toBe(401)
    expect((await read({ secret: second, path })).status).toBe(401)
    expect((await read({ secret: third, path })).status).toBe(200)
    const revoked = await command({
      name: 'revoke-api-key',
      input: { apiKeyId, reason: 'The laptop was lost.' },
    })
    expect(revoked.status, revoked.text).toBe(200)
    expect((await read({ secret: third, path })).status).toBe(401)
    const again = await command({ name: 'rotate-api-key', input: { apiKeyId } })
    expect(again.status).toBe(409)
  })

  it('ends with its day, which a job then says', async () => {
    const { secret, apiKeyId } = await makeKey({ scopes: ['clients.read'] })
    const sql = sqlOutside(stage.payload)
    await sql.run({
      text: `update api_keys set expires_at = now() - interval '1 second' where id = $1`,
      values: [apiKeyId],
    })
    expect((await read({ secret, path: '/api/client-corporations' })).status).toBe(401)
    await sql.run({
      text: `insert into pgboss.job (name, data) values ('expire-api-keys', '{}')`,
    })
    expect(await drainJobs({ payload: stage.payload })).toEqual([])
    const row = await sql.first({
      schema: z.object({ state: z.string() }),
      text: 'select state from api_keys where id = $1',
      values: [apiKeyId],
    })
    expect(row?.state).toBe('expired')
  })

  it('works from the addresses it is allowed from only', async () => {
    const { secret } = await makeKey({
      scopes: ['clients.read'],
      allowedFrom: ['203.0.113.0/24', '2001:db8::/32'],
    })
    const path = '/api/client-corporations?limit=1'
    for (const from of ['203.0.113.9', '::ffff:203.0.113.9', '2001:db8::5'])
      expect((await read({ secret, path, from })).status, from).toBe(200)
    for (const from of ['198.51.100.1', '2001:db9::5', 'unknown']) {
      const answer = await read({ secret, path, from })
      expect(answer.status, from).toBe(401)
      expect(codeOf(answer.json)).toBe('api-key-elsewhere')
    }
  })

  it.each([
    'ApiKey',
    'ApiKey x',
    'apikey pwk_aaaaaaaa.',
    `ApiKey pwk_aaaaaaaa.${'a'.repeat(43)}`,
    `ApiKey pwk_aaaaaaaa.${'a'.repeat(43)} or`,
    `ApiKey ${'a'.repeat(200)}`,
  ])('is refused when it is none (%s), even beside a session', async (authorization) => {
    const answer = await stage.call({
      path: '/api/users/me',
      as: admin,
      headers: { authorization },
    })
    expect(answer.status).toBe(401)
    expect(answer.headers.get('www-authenticate')).toBe('ApiKey')
  })

  it('narrows a session that comes with it', async () => {
    const { secret } = await makeKey({ scopes: ['clients.read'] })
    expect((await read({ secret, path: '/api/api-keys', as: admin })).status).toBe(403)
  })

  it('is not guessed: tries are counted by the address they come from', async () => {
    const from = '198.51.100.77'
    const answers: number[] = []
    for (let tries = 0; tries < 32; tries += 1)
      answers.push(
        (
          await read({
            secret: `pwk_aaaaaaaa.${randomUUID().replaceAll('-', '')}aaaaaaaaaaa`,
            path: '/api/users/me',
            from,
          })
        ).status,
      )
    expect(answers.slice(0, 30).every((status) => status === 401)).toBe(true)
    expect(answers.slice(30)).toEqual([429, 429])
  })
})
