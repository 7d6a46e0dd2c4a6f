import { randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { handleEndpoints } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'

import type { TestApp } from '../../src/testing/harness'
import { restOf } from '../../src/testing/kernel/rest'
import { startWithTestJobs } from '../../src/testing/kernel/start'
import { sqlOutside } from './database/sql'
import { metricsEndpoint } from './endpoints/metrics-endpoint'
import { productLogger } from './logs/product-logger'
import { watchRequests } from './metrics/watch-requests'

const token = 'a-token-of-a-monitor-1'

let app: TestApp
let server: Server
let url: string
const lines: string[] = []

const logLine = z.looseObject({ level: z.string(), time: z.iso.datetime(), msg: z.string() })

const logged = () => lines.map((line) => logLine.parse(JSON.parse(line)))

beforeAll(async () => {
  app = await startWithTestJobs()
  const logger = productLogger({ level: 'debug', write: (line) => lines.push(line) })
  Object.assign(app.payload, { logger })
  watchRequests({ logger })
  server = createServer((request, response) => void pass({ request, response }))
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The server has no port.')
  url = `http://127.0.0.1:${address.port}`
})

afterAll(async () => {
  await new Promise<void>((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
  await app.stop()
})

/** The REST interface behind a real server, as Next serves it. */
const pass = async ({
  request,
  response,
}: {
  request: IncomingMessage
  response: ServerResponse
}): Promise<void> => {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(Buffer.from(chunk))
  const headers = new Headers({ host: 'localhost:3000' })
  for (const name of ['content-type', 'authorization', 'x-request-id'])
    headers.set(name, String(request.headers[name] ?? ''))
  headers.set('x-placewright-peer', request.socket.remoteAddress ?? '')
  const answer = await handleEndpoints({
    config: app.payload.config,
    request: new Request(`http://localhost:3000${request.url}`, {
      method: request.method ?? 'GET',
      headers,
      ...(chunks.length > 0 ? { body: Buffer.concat(chunks) } : {}),
    }),
  })
  response.statusCode = answer.status
  response.end(Buffer.from(await answer.arrayBuffer()))
}

const post = async ({
  path,
  body,
  headers = {},
}: {
  path: string
  body: unknown
  headers?: Record<string, string>
}) =>
  await fetch(`${url}/api${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })

describe('a request', () => {
  it('keeps the id it came with, on its answer, in its events and in the log', async () => {
    const requestId = `edge-${randomUUID()}`
    const response = await post({
      path: '/commands/write-note',
      body: { text: 'A note' },
      headers: { 'x-request-id': requestId },
    })
    expect(response.headers.get('x-request-id')).toBe(requestId)
    await expect
      .poll(() => logged().find((line) => line.requestId === requestId && line.msg === 'request'))
      .toMatchObject({
        level: 'info',
        method: 'POST',
        route: 'api-command',
        path: '/api/commands/write-note',
        status: response.status,
      })
    const events = await sqlOutside(app.payload).rows({
      schema: z.object({ name: z.string() }),
      text: 'select name from domain_events where request_id = $1',
      values: [requestId],
    })
    expect(events.map(({ name }) => name)).toEqual(['note.written'])
  })

  it.each(['', 'short', 'a b c d e f g h', 'x'.repeat(101), 'evil<script>alert(1)'])(
    'gets an id of ours when it brings none that is one: %j',
    async (given) => {
      const response = await fetch(`${url}/api/health`, {
        headers: given ? { 'x-request-id': given } : {},
      })
      expect(z.uuid().safeParse(response.headers.get('x-request-id')).success).toBe(true)
    },
  )
})

describe('the log', () => {
  it('tells nothing that a person typed, whatever went wrong with it', async () => {
    const canary = 'Zanzibarcanary'
    const email = `jane.${canary}@people.test`
    const phone = '+44 20 7946 0958'
    const values = { firstName: canary, lastName: `${canary}-Doe`, email, phone }
    // What fails in the database is told by Drizzle with all its values.
    const failure: unknown = await app.payload.db.drizzle
      .execute(`insert into candidates (first_name, last_name) values ('${canary}', null)`)
      .then(
        () => null,
        (error: unknown) => error,
      )
    expect(failure).toBeInstanceOf(Error)
    app.payload.logger.error({ err: failure, msg: 'A row was refused' })
    app.payload.logger.error(failure)
    app.payload.logger.error({ err: new Error(`No mail to ${email}, call ${phone}, “${canary}”`) })
    app.payload.logger.info(`550 5.1.1 <${email}> unknown`)
    await post({ path: '/users/login', body: { email, password: canary } })
    await post({ path: '/users/forgot-password', body: { email } })
    await post({ path: '/commands/apply-to-job', body: { firstName: canary, email } })
    await post({ path: `/commands/${canary}`, body: values })
    await post({ path: '/candidates', body: values })
    await post({ path: '/candidates', body: `{"email": "${email}", ` })
    await fetch(`${url}/api/candidates/${canary}?where[email][equals]=${email}`)
    await fetch(`${url}/api/documents/file/${canary}.pdf`)
    await fetch(`${url}/l/${canary}`)
    const text = lines.join('')
    expect(text).not.toMatch(/zanzibar/i)
    expect(text).not.toContain('7946')
    expect(text).not.toContain('people.test')
    expect(logged().map(({ msg }) => msg)).toContain('A row was refused')
    expect(text).toContain('"code":"23502"')
  })
})

describe('the metrics', () => {
  const scrape = async (headers: Record<string, string>) =>
    await restOf(app.payload)({ method: 'GET', path: '/metrics', headers })

  it('are a text that a monitor reads, with every family once and requests by their class', async () => {
    const response = await fetch(`${url}/api/metrics`)
    expect(response.status).toBe(200)
    const text = await response.text()
    const names = [...text.matchAll(/^# TYPE (\S+)/gm)].map(([, name]) => name)
    expect(new Set(names).size).toBe(names.length)
    for (const name of [
      'placewright_http_request_duration_seconds',
      'placewright_database_pool_connections',
      'placewright_jobs',
      'placewright_job_lag_seconds',
      'placewright_event_lag_seconds',
      'placewright_event_unsealed_seconds',
      'placewright_mail_oldest_seconds',
      'placewright_workers_alive',
    ])
      expect(names).toContain(name)
    for (const line of text.trimEnd().split('\n'))
      expect(line).toMatch(
        /^(# (HELP|TYPE) [a-z_0-9]+ .+|[a-z_0-9]+(\{[a-z]+="[^"\n]*"(,[a-z]+="[^"\n]*")*\})? [-+0-9.eInfNa]+)$/,
      )
    expect(text).toContain('placewright_database_up 1')
    expect(text).toMatch(
      /placewright_http_request_duration_seconds_count\{route="api-probe",method="GET",status="2xx"\} \d/,
    )
  })

  it('are for this machine only when there is no token', async () => {
    const here = { 'x-placewright-peer': '127.0.0.1' }
    expect((await scrape(here)).status).toBe(200)
    expect((await scrape({ 'x-placewright-peer': '::1', 'x-forwarded-for': '::1' })).status).toBe(
      200,
    )
    const strangers: Record<string, string>[] = [
      {},
      { 'x-placewright-peer': '203.0.113.9' },
      { ...here, 'x-forwarded-for': '203.0.113.9' },
      { ...here, 'x-forwarded-for': '127.0.0.1, 203.0.113.9' },
      { ...here, forwarded: 'for=203.0.113.9' },
      { ...here, via: '1.1 proxy' },
    ]
    for (const headers of strangers)
      expect((await scrape(headers)).status, JSON.stringify(headers)).toBe(404)
  })

  it('are for whoever sends the token when there is one, from wherever', async () => {
    const { handler } = metricsEndpoint({
      adminUrl: url,
      databaseUrl: app.databaseUrl,
      trustedHops: 0,
      metricsToken: token,
      version: 'test',
    })
    const ask = async (headers: Record<string, string>) => {
      const req = await app.systemRequest()
      req.headers = new Headers({ 'x-placewright-peer': '127.0.0.1', ...headers })
      return await handler(req)
    }
    const wrong = await ask({ authorization: `Bearer ${token}x` })
    expect(wrong.status).toBe(401)
    expect(wrong.headers.get('www-authenticate')).toBe('Bearer')
    expect((await ask({})).status).toBe(401)
    expect((await ask({ authorization: `Bearer ${token}` })).status).toBe(200)
  })
})
