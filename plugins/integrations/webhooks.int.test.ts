import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'

import { drainJobs, inOwnTransaction, publish, sqlOutside } from '#plugins/kernel'
import {
  startWebhookReceiver,
  type Manner,
  type Received,
} from '../../src/testing/peers/webhook-receiver'
import { startStage, type Person, type Stage } from '../../src/testing/security/stage'
import { signatureOf } from './adapters/sign-webhook'

let stage: Stage
let admin: NonNullable<Person>
let peer: Awaited<ReturnType<typeof startWebhookReceiver>>
let manner: Manner = 200

beforeAll(async () => {
  peer = await startWebhookReceiver(() => manner)
  stage = await startStage({ WEBHOOKS_MAY_REACH: `127.0.0.1:${peer.port}` })
  admin = await stage.staff('admin')
})

afterAll(async () => {
  await stage.stop()
  await peer.close()
})

beforeEach(async () => {
  manner = 200
  peer.received.length = 0
  await sqlOutside(stage.payload).run({ text: `update webhook_endpoints set state = 'paused'` })
})

const refusal = z.object({
  error: z.object({ fields: z.record(z.string(), z.string()).optional() }),
})

const call = async ({ name, input, as = admin }: { name: string; input: object; as?: Person }) =>
  await stage.call({ method: 'POST', path: `/api/commands/${name}`, as, json: input })

const run = async ({ name, input, as = admin }: { name: string; input: object; as?: Person }) => {
  const answer = await call({ name, input, as })
  expect(answer.status, answer.text).toBe(200)
  return z.object({ result: z.record(z.string(), z.unknown()) }).parse(answer.json).result
}

const makeWebhook = async ({
  scopes = [],
  events = ['*'],
  as = admin,
}: {
  scopes?: readonly string[]
  events?: readonly string[]
  as?: Person
} = {}) => {
  const made = await run({
    name: 'create-webhook',
    as,
    input: { name: 'Receiver', url: peer.url, events, scopes },
  })
  return z.object({ webhookId: z.string(), secret: z.string() }).parse(made)
}

const message = z.object({
  id: z.string(),
  version: z.literal(1),
  type: z.string(),
  sequence: z.number(),
  timestamp: z.iso.datetime(),
  data: z.record(z.string(), z.unknown()),
})

const messages = () => peer.received.map(({ body }) => message.parse(JSON.parse(body)))

const isSignedBy = ({ received, secret }: { received: Received | undefined; secret: string }) => {
  const { body = '', headers = {} } = received ?? {}
  const signature = signatureOf({
    id: String(headers['webhook-id']),
    timestampSeconds: String(headers['webhook-timestamp']),
    body,
    secret,
  })
  return String(headers['webhook-signature']).split(' ').includes(`v1,${signature}`)
}

/** Jobs that wait for their time are due now. */
const work = async () => {
  await sqlOutside(stage.payload).run({
    text: `update pgboss.job set start_after = now() - interval '1 second'
      where name = 'deliver-webhook' and state in ('created', 'retry')`,
  })
  expect(await drainJobs({ payload: stage.payload })).toEqual([])
}

const addClient = async (): Promise<{ id: string }> => {
  const answer = await stage.call({
    method: 'POST',
    path: '/api/client-corporations',
    as: admin,
    json: { name: 'Canary Logistics', currency: 'GBP' },
  })
  expect(answer.status, answer.text).toBe(201)
  return z.object({ doc: z.object({ id: z.string() }) }).parse(answer.json).doc
}

const delivery = async (webhookId: string) =>
  await sqlOutside(stage.payload).first({
    schema: z.object({
      id: z.string(),
      state: z.string(),
      tries: z.coerce.number(),
      problem: z.string().nullable(),
      request_excerpt: z.string().nullable(),
      response_status: z.coerce.number().nullable(),
    }),
    text: `select id, state, tries, problem, request_excerpt, response_status::int
      from webhook_deliveries where endpoint_id = $1 order by sequence desc limit 1`,
    values: [webhookId],
  })

describe('a webhook', () => {
  it('is told of an event once, signed, with identifiers and no personal data', async () => {
    const { secret, webhookId } = await makeWebhook({ events: ['client.created'] })
    const client = await addClient()
    await work()
    expect(messages()).toEqual([
      expect.objectContaining({
        type: 'client.created',
        sequence: 1,
        data: expect.objectContaining({
          subject: { kind: 'client', id: client.id },
          record: null,
        }),
      }),
    ])
    expect(peer.received[0]?.body).not.toContain('Canary')
    expect(isSignedBy({ received: peer.received[0], secret })).toBe(true)
    expect(await delivery(webhookId)).toMatchObject({ state: 'delivered', response_status: 200 })
  })

  it('is sent the record by scope, which the log does not keep', async () => {
    const { webhookId } = await makeWebhook({ events: ['client.*'], scopes: ['clients.read'] })
    await addClient()
    await work()
    expect(messages()[0]?.data.record).toMatchObject({ name: 'Canary Logistics' })
    const logged = await delivery(webhookId)
    expect(logged?.request_excerpt).toContain('client.created')
    expect(logged?.request_excerpt).not.toContain('"record"')
  })

  it('sees no more than its owner does now', async () => {
    const owner = await stage.staff('admin')
    const { webhookId } = await makeWebhook({
      events: ['client.*'],
      scopes: ['clients.read'],
      as: owner,
    })
    await sqlOutside(stage.payload).run({
      text: 'delete from users_rels where parent_id = $1',
      values: [owner.id],
    })
    await addClient()
    await work()
    expect(peer.received).toEqual([])
    expect(await delivery(webhookId)).toMatchObject({ state: 'withheld', tries: 0 })
  })

  it('hears nothing of what was rolled back, and nothing it did not choose', async () => {
    await makeWebhook({ events: ['client.updated'] })
    const req = await stage.systemRequest()
    await expect(
      inOwnTransaction({
        req,
        run: async () => {
          await publish({
            req,
            event: { name: 'client.updated', subject: { kind: 'client', id: admin.id } },
          })
          throw new Error('No.')
        },
      }),
    ).rejects.toThrow('No.')
    await addClient()
    await work()
    expect(peer.received).toEqual([])
  })

  it('is tried again until it answers, always with the same id', async () => {
    manner = 500
    const { webhookId } = await makeWebhook({ events: ['client.created'] })
    await addClient()
    await work()
    expect(await delivery(webhookId)).toMatchObject({
      state: 'pending',
      problem: 'The receiver answered 500.',
    })
    manner = 'drop'
    await work()
    manner = 204
    await work()
    expect(await delivery(webhookId)).toMatchObject({ state: 'delivered' })
    expect(new Set(messages().map(({ id }) => id)).size).toBe(1)
    expect(messages().length).toBeGreaterThanOrEqual(3)
  })

  it('ends after a day of tries, is disabled after days, and its owner gets a mail', async () => {
    manner = 404
    const { webhookId } = await makeWebhook({ events: ['client.created'] })
    await addClient()
    const sql = sqlOutside(stage.payload)
    await sql.run({
      text: `update webhook_endpoints set failing_since = now() - interval '4 days' where id = $1`,
      values: [webhookId],
    })
    await work()
    for (let tries = 0; tries < 12; tries += 1) await work()
    const row = await sql.first({
      schema: z.object({ state: z.string() }),
      text: 'select state from webhook_endpoints where id = $1',
      values: [webhookId],
    })
    expect(row).toEqual({ state: 'disabled' })
    const mails = await sql.rows({
      schema: z.object({ to: z.string() }),
      text: `select "to" from outbound_mails where subject like '%was disabled'`,
    })
    expect(mails).toHaveLength(1)
    await run({ name: 'resume-webhook', input: { webhookId } })
    manner = 200
    peer.received.length = 0
    const ended = await delivery(webhookId)
    if (ended?.state === 'failed')
      await run({ name: 'replay-delivery', input: { deliveryId: ended.id } })
    else await addClient()
    await work()
    expect(peer.received.length).toBeGreaterThan(0)
  })

  it('is sent what it missed, each event once', async () => {
    const { webhookId } = await makeWebhook({ events: ['client.created'] })
    await run({ name: 'pause-webhook', input: { webhookId } })
    await addClient()
    await work()
    const before = peer.received.length
    await run({ name: 'resume-webhook', input: { webhookId } })
    const since = new Date().toISOString().slice(0, 10)
    const { queued } = await run({ name: 'replay-webhook', input: { webhookId, since } })
    expect(queued).toBeGreaterThan(0)
    expect(await run({ name: 'replay-webhook', input: { webhookId, since } })).toMatchObject({
      queued: 0,
    })
    await work()
    expect(peer.received.length - before).toBe(queued)
    const last = await delivery(webhookId)
    await run({ name: 'replay-delivery', input: { deliveryId: last?.id } })
    await work()
    expect(messages().at(-1)?.id).toBe(`msg_${last?.id.replaceAll('-', '')}`)
  })

  it('takes a test and a new secret, by which both are signed for a while', async () => {
    const { webhookId, secret } = await makeWebhook({ events: ['client.created'] })
    const rotated = await run({ name: 'rotate-webhook-secret', input: { webhookId } })
    await run({ name: 'test-webhook', input: { webhookId } })
    await work()
    expect(messages()).toEqual([expect.objectContaining({ type: 'webhook.test' })])
    expect(isSignedBy({ received: peer.received[0], secret })).toBe(true)
    expect(isSignedBy({ received: peer.received[0], secret: String(rotated.secret) })).toBe(true)
    await run({ name: 'rotate-webhook-secret', input: { webhookId, overlapHours: 0 } })
    await run({ name: 'test-webhook', input: { webhookId } })
    await work()
    expect(isSignedBy({ received: peer.received[1], secret: String(rotated.secret) })).toBe(false)
  })

  it.each([
    ['url', { url: 'http://169.254.169.254/latest' }],
    ['url', { url: 'https://user:pw@example.com/' }],
    ['url', { url: 'https://2130706433/' }],
    ['events', { events: ['no.such'] }],
    ['events', { events: [] }],
    ['scopes.0', { scopes: ['staff.write'] }],
  ])('says which field is wrong: %s', async (field, wrong) => {
    const answer = await call({
      name: 'create-webhook',
      input: { name: 'x', url: 'https://example.com/', events: ['*'], scopes: [], ...wrong },
    })
    expect(answer.status).toBe(422)
    expect(Object.keys(refusal.parse(answer.json).error.fields ?? {})).toEqual([field])
  })

  it('keeps its secret from everybody', async () => {
    const { secret, webhookId } = await makeWebhook()
    const read = await stage.call({ path: `/api/webhook-endpoints/${webhookId}`, as: admin })
    expect(read.status).toBe(200)
    expect(read.text).not.toMatch(/sealedSecret|previousSecret/)
    const rows = await sqlOutside(stage.payload).rows({
      schema: z.object({ text: z.string() }),
      text: `select to_jsonb(e)::text as text from domain_events e
        union all select to_jsonb(w)::text from webhook_endpoints w
        union all select body::text from command_keys where body is not null`,
    })
    expect(rows.some(({ text }) => text.includes(secret.slice(6, 40)))).toBe(false)
    const manager = await stage.staff('manager')
    expect((await stage.call({ path: '/api/webhook-endpoints', as: manager })).status).toBe(403)
  })
})
