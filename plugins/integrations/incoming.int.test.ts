import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { randomUUID } from 'node:crypto'
import { z } from 'zod'

import { sqlOutside } from '#plugins/kernel'
import { pdf } from '../../src/testing/security/files'
import { startStage, type Person, type Stage } from '../../src/testing/security/stage'
import { makeOrder, makeWorld } from '../../src/testing/staffing-world'
import { signatureOf } from './adapters/sign-webhook'
import { incomingPurposes, type IncomingPurpose } from './domain'

let stage: Stage
let admin: NonNullable<Person>

beforeAll(async () => {
  stage = await startStage()
  admin = await stage.staff('admin')
})

afterAll(async () => {
  await stage.stop()
})

const run = async ({ name, input, as = admin }: { name: string; input: object; as?: Person }) => {
  const answer = await stage.call({
    method: 'POST',
    path: `/api/commands/${name}`,
    as,
    json: input,
  })
  expect(answer.status, answer.text).toBe(200)
  return z.object({ result: z.record(z.string(), z.unknown()) }).parse(answer.json).result
}

const endpointSchema = z.object({
  incomingEndpointId: z.string(),
  publicId: z.string(),
  secret: z.string(),
})

type Receiver = z.output<typeof endpointSchema>

const open = async ({
  purpose = 'order-request',
  as = admin,
}: {
  purpose?: IncomingPurpose
  as?: Person
} = {}): Promise<Receiver> =>
  endpointSchema.parse(
    await run({ name: 'create-incoming-endpoint', input: { name: 'Sender', purpose }, as }),
  )

type Sent = {
  to: Receiver
  body?: string
  id?: string
  secret?: string
  secondsAgo?: number
  headers?: Record<string, string>
  from?: string
}

const request = incomingPurposes['order-request'].example

const send = async ({
  to,
  body = JSON.stringify(request),
  id = `msg_${randomUUID()}`,
  secret = to.secret,
  secondsAgo = 0,
  headers = {},
  from = randomUUID(),
}: Sent) => {
  const timestamp = String(Math.floor(Date.now() / 1000) - secondsAgo)
  return await stage.call({
    method: 'POST',
    path: `/api/incoming/${to.publicId}`,
    body,
    from,
    headers: {
      'content-type': 'application/json',
      'webhook-id': id,
      'webhook-timestamp': timestamp,
      'webhook-signature': `v1,${signatureOf({ id, timestampSeconds: timestamp, body, secret })}`,
      ...headers,
    },
  })
}

const codeOf = (answer: { json: unknown }) =>
  z
    .object({
      error: z.object({
        code: z.string(),
        message: z.string().min(10),
        fields: z.record(z.string(), z.string()).optional(),
      }),
    })
    .parse(answer.json).error

const requests = async () =>
  await sqlOutside(stage.payload).rows({
    schema: z.object({ channel: z.string(), company: z.string() }),
    text: 'select channel, company from order_requests',
    values: [],
  })

const log = async (to: Receiver) =>
  await sqlOutside(stage.payload).rows({
    schema: z.object({
      state: z.string(),
      tries: z.coerce.number(),
      answer_status: z.coerce.number(),
      record_kind: z.string().nullable(),
      whole: z.string(),
    }),
    text: `select state, tries, answer_status, record_kind, to_jsonb(d)::text as whole
      from incoming_deliveries d where endpoint_id = $1 order by created_at`,
    values: [to.incomingEndpointId],
  })

describe('an incoming webhook', () => {
  it('makes an order request by the command of people, told as its own doing', async () => {
    const to = await open()
    const answer = await send({ to })
    expect(answer.status, answer.text).toBe(200)
    expect(answer.json).toMatchObject({ received: true, record: { kind: 'order-request' } })
    expect(await requests()).toEqual([{ channel: 'program', company: 'Northgate Care' }])
    const [line] = await log(to)
    expect(line).toMatchObject({ state: 'accepted', tries: 1, answer_status: 200 })
    expect(line?.whole).toContain('company, contactName, email')
    expect(line?.whole).not.toMatch(/Northgate|dana@/)
    const event = await sqlOutside(stage.payload).first({
      schema: z.object({ actor_kind: z.string(), on_behalf_of: z.string() }),
      text: `select actor_kind, on_behalf_of from domain_events where name = 'order-request.created'`,
    })
    expect(event).toEqual({ actor_kind: 'api-key', on_behalf_of: admin.id })
  })

  it('is obeyed once when a message is replayed twenty times at once, and never again', async () => {
    const to = await open()
    const before = (await requests()).length
    const id = 'msg_replayed_20'
    const answers = await Promise.all(
      Array.from({ length: 20 }, async () => await send({ to, id })),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([
      200,
      ...Array.from({ length: 19 }, () => 409),
    ])
    const again = await send({ to, id })
    expect(again.status).toBe(409)
    expect(codeOf(again).code).toBe('delivery-known')
    expect((await requests()).length).toBe(before + 1)
    expect(await log(to)).toHaveLength(1)
  })

  it('takes nothing that is forged, old, from the future or without its headers', async () => {
    const to = await open()
    const other = await open()
    const before = (await requests()).length
    const attempts: readonly [string, Partial<Sent>, number, string][] = [
      ['another secret', { secret: other.secret }, 401, 'signature-wrong'],
      ['another id', { headers: { 'webhook-id': 'msg_another_one' } }, 401, 'signature-wrong'],
      ['another time', { headers: { 'webhook-timestamp': '1' } }, 401, 'signature-wrong'],
      ['old', { secondsAgo: 400 }, 401, 'signature-old'],
      ['of the future', { secondsAgo: -400 }, 401, 'signature-old'],
      ['no signature', { headers: { 'webhook-signature': '' } }, 400, 'header-missing'],
      ['another scheme', { headers: { 'webhook-signature': 'v2,x' } }, 400, 'header-malformed'],
      ['an id with spaces', { headers: { 'webhook-id': 'a b c d e' } }, 400, 'header-malformed'],
      ['no JSON', { body: '{' }, 400, 'not-json'],
      ['too large', { body: `"${'x'.repeat(300_000)}"` }, 413, 'body-too-large'],
    ]
    for (const [what, change, status, code] of attempts) {
      const answer = await send({ to, ...change })
      expect([what, answer.status, codeOf(answer).code]).toEqual([what, status, code])
    }
    const unknown = await send({ to: { ...to, publicId: 'in_unknown' } })
    expect(unknown.status).toBe(404)
    expect((await requests()).length).toBe(before)
    expect(await log(to)).toEqual([])
    const read = await stage.call({
      path: `/api/incoming-endpoints/${to.incomingEndpointId}`,
      as: admin,
    })
    expect(read.json).toMatchObject({ lastProblem: expect.stringContaining('signature') })
    expect(read.text).not.toMatch(/sealedSecret|previousSecret/)
  })

  it('names each wrong field, writes nothing, and lets the same id come again', async () => {
    const to = await open()
    const before = (await requests()).length
    const id = 'msg_put_right'
    const wrong = await send({
      to,
      id,
      body: JSON.stringify({ ...request, email: 'no address', payTo: '1' }),
    })
    expect(wrong.status).toBe(422)
    expect(Object.keys(codeOf(wrong).fields ?? {}).sort()).toEqual(['email', 'payTo'])
    const unknown = await send({ to, body: JSON.stringify({ ...request, state: 'converted' }) })
    expect(codeOf(unknown).fields?.input).toContain('state')
    for (const body of ['[]', '"x"', 'null', '{"about":{}}'])
      expect((await send({ to, body })).status).toBe(422)
    expect((await requests()).length).toBe(before)
    expect((await send({ to, id })).status).toBe(200)
    expect((await log(to)).find(({ tries }) => tries === 2)).toMatchObject({ state: 'accepted' })
  })

  it('takes no more when it is disabled, and a new secret beside the old one for a while', async () => {
    const to = await open()
    const { incomingEndpointId } = to
    const { secret } = await run({
      name: 'rotate-incoming-secret',
      input: { incomingEndpointId },
    })
    expect((await send({ to })).status).toBe(200)
    expect((await send({ to, secret: String(secret) })).status).toBe(200)
    await run({ name: 'rotate-incoming-secret', input: { incomingEndpointId, overlapHours: 0 } })
    expect((await send({ to, secret: String(secret) })).status).toBe(401)
    const renewed = await run({ name: 'rotate-incoming-secret', input: { incomingEndpointId } })
    await run({
      name: 'disable-incoming-endpoint',
      input: { incomingEndpointId, reason: 'The contract ended.' },
    })
    const held = { to, secret: String(renewed.secret), id: 'msg_while_disabled' }
    const refused = await send(held)
    expect([refused.status, codeOf(refused).code]).toEqual([409, 'endpoint-disabled'])
    await run({ name: 'enable-incoming-endpoint', input: { incomingEndpointId } })
    expect((await send(held)).status).toBe(200)
  })

  it('writes a note as far as its owner may, and nothing once the right is gone', async () => {
    const owner = await stage.staff('admin')
    const to = await open({ purpose: 'note', as: owner })
    const made = await stage.call({
      method: 'POST',
      path: '/api/client-corporations',
      as: admin,
      json: { name: 'Northgate', currency: 'GBP' },
    })
    const { doc } = z.object({ doc: z.object({ id: z.string() }) }).parse(made.json)
    const note = (about: object) => JSON.stringify({ about, text: 'Credit checked: fine.' })
    const body = note({ kind: 'client', id: doc.id })
    expect((await send({ to, body })).json).toMatchObject({ record: { kind: 'note' } })
    expect((await send({ to, body: note({ kind: 'client', id: randomUUID() }) })).status).toBe(404)
    const story = await stage.call({ path: `/api/timeline/client/${doc.id}`, as: admin })
    expect(story.text).toContain('Incoming webhook “Sender”')
    await sqlOutside(stage.payload).run({
      text: 'delete from users_rels where parent_id = $1',
      values: [owner.id],
    })
    const refused = await send({ to, body })
    expect([refused.status, codeOf(refused).code]).toEqual([409, 'endpoint-without-right'])
  })

  it('takes an application with its CV, as one candidate on the order, and by its owner', async () => {
    const to = await open({ purpose: 'application' })
    const { orderId } = await makeOrder({ world: await makeWorld({ payload: stage.payload }) })
    const { postingId } = await run({
      name: 'publish-job',
      input: { jobOrderId: orderId, site: 'site-one', siteName: 'Harbour' },
    })
    const email = `imani.${randomUUID()}@example.com`
    // More than other messages may have: that an application may is what its CV needs.
    const file = Buffer.from(pdf(' '.repeat(300_000)))
    const body = JSON.stringify({
      ...incomingPurposes.application.example,
      postingId,
      email,
      agreesToTalentPool: true,
      cv: { filename: 'imani.pdf', contentBase64: file.toString('base64') },
    })
    const id = 'msg_application_1'
    const answer = await send({ to, id, body })
    expect(answer.status, answer.text).toBe(200)
    const { record } = z
      .object({ record: z.object({ kind: z.literal('submission'), id: z.string() }) })
      .parse(answer.json)
    const applied = async () =>
      await sqlOutside(stage.payload).rows({
        schema: z.object({
          id: z.string(),
          state: z.string(),
          filename: z.string(),
          source: z.string(),
          met: z.string(),
          purposes: z.array(z.string()),
          actor_kind: z.string(),
          on_behalf_of: z.string(),
        }),
        text: `select s.id, s.state, d.title as filename, s.source, split_part(c.source, ':', 1) as met, e.actor_kind, e.on_behalf_of,
            array(select purpose::text from consents where candidate_id = c.id order by 1) as purposes
          from candidates c join submissions s on s.candidate_id = c.id
          join documents d on d.id = s.cv_id
          join domain_events e on e.subject_id = s.id::text and e.name = 'submission.created'
          where c.email = $1 and s.job_order_id = $2`,
        values: [email, orderId],
      })
    const expected = [
      {
        id: record.id,
        state: 'new',
        filename: 'imani.pdf',
        source: 'program',
        met: 'program',
        purposes: ['application', 'talent-pool'],
        actor_kind: 'api-key',
        on_behalf_of: admin.id,
      },
    ]
    expect(await applied()).toEqual(expected)
    const [line] = await log(to)
    expect(line).toMatchObject({ state: 'accepted', record_kind: 'submission' })
    expect(line?.whole).not.toMatch(/imani|Okafor/i)

    expect((await send({ to, id, body })).status).toBe(409)
    // Sent under another id it is the same application.
    const again = await send({ to, body })
    expect(again.json).toMatchObject({ record: { id: record.id } })
    expect(await applied()).toEqual(expected)
  })

  it('refuses an application to a job that is not there, and one without agreement', async () => {
    const to = await open({ purpose: 'application' })
    const { example } = incomingPurposes.application
    const closed = await send({ to, body: JSON.stringify(example) })
    expect([closed.status, codeOf(closed).code]).toEqual([409, 'job-closed'])
    const silent = await send({
      to,
      body: JSON.stringify({ ...example, agreesToApplication: false }),
    })
    expect(codeOf(silent).fields?.agreesToApplication).toContain('agreed')
  })

  it('is limited per address before the signature is looked at', async () => {
    const to = await open()
    const from = randomUUID()
    const statuses: number[] = []
    for (let at = 0; at < 125; at += 1)
      statuses.push((await send({ to, from, secret: 'whsec_AAAA' })).status)
    expect(statuses.filter((status) => status === 401)).toHaveLength(120)
    expect(statuses.slice(120)).toEqual([429, 429, 429, 429, 429])
    expect((await send({ to })).status).toBe(200)
  })

  it('is made by those who have the right themselves, and is nobody else’s to see', async () => {
    const manager = await stage.staff('manager')
    expect((await stage.call({ path: '/api/incoming-endpoints', as: manager })).status).toBe(403)
    expect((await stage.call({ path: '/api/incoming-deliveries', as: manager })).status).toBe(403)
    const refused = await stage.call({
      method: 'POST',
      path: '/api/commands/create-incoming-endpoint',
      as: manager,
      json: { name: 'Mine', purpose: 'note' },
    })
    expect(refused.status).toBe(403)
  })
})
