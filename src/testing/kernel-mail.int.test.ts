import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'

import {
  findLinkByToken,
  inOwnTransaction,
  poolOf,
  runWorker,
  tokenForSending,
  type Worker,
} from '#plugins/kernel'
import { queueMail, type NewMail } from '#plugins/work'
import type { TestApp } from './harness'
import { until } from './kernel/children'
import { restOf } from './kernel/rest'
import { startWithTestJobs } from './kernel/start'
import { startSmtpPeer, type SmtpPeer } from './peers/smtp-peer'

let peer: SmtpPeer
let app: TestApp
let worker: Worker

beforeAll(async () => {
  peer = await startSmtpPeer()
  app = await startWithTestJobs({
    env: {
      SMTP_URL: `smtp://${peer.host}:${peer.port}?socketTimeout=700`,
      ADMIN_URL: 'http://admin.agency.test',
      SITE_URL: 'http://www.agency.test',
      MAIL_FROM: 'The agency <no-reply@agency.test>',
      MAIL_SENDER_DOMAINS: 'northline.test',
    },
  })
  // The first retry after a second instead of the usual five.
  await query(`update pgboss.queue set retry_delay = 1 where name = 'send-mail'`)
})

beforeEach(async () => {
  worker = await runWorker({
    payload: app.payload,
    databaseUrl: app.databaseUrl,
    pollSeconds: 0.2,
  })
})

afterEach(async () => {
  await worker.stop()
})

afterAll(async () => {
  await app.stop()
  await peer.close()
})

const query = async (text: string, values: unknown[] = []) =>
  (await poolOf(app.payload).query<Record<string, unknown>>(text, values)).rows

const mailTo = (to: string, more: Partial<NewMail> = {}): NewMail => ({
  to,
  subject: 'Hours approved',
  content: { blocks: [{ kind: 'text', text: 'Your hours are approved.' }] },
  dedupeKey: randomUUID(),
  ...more,
})

const address = (): string => `${randomUUID()}@example.test`

const queue = async (mail: NewMail): Promise<string> => {
  const req = await app.systemRequest()
  const id = await inOwnTransaction({ req, run: async () => await queueMail({ req, mail }) })
  if (!id) throw new Error('The mail was not queued.')
  return id
}

const stateOf = async (id: string): Promise<unknown> =>
  (await query('select state from outbound_mails where id = $1', [id]))[0]?.state

const reached = async ({ id, state }: { id: string; state: string }) => {
  await until({ what: `the mail is ${state}`, is: async () => (await stateOf(id)) === state })
}

const receivedBy = (to: string) => peer.messages.filter((message) => message.to.includes(to))

describe('the outbox', () => {
  it('sends after the commit and nothing before it', async () => {
    const to = address()
    const req = await app.systemRequest()
    const id = await inOwnTransaction({
      req,
      run: async () => {
        const queued = await queueMail({ req, mail: mailTo(to) })
        await new Promise((resolve) => setTimeout(resolve, 1_000))
        expect(receivedBy(to)).toEqual([])
        return queued
      },
    })
    const { mail } = await peer.waitFor((message) => message.to.includes(to))
    expect(mail).toMatchObject({ subject: 'Hours approved', messageId: `<${id}@www.agency.test>` })
    await reached({ id: String(id), state: 'sent' })
  })

  it('dresses a mail in its brand, and keeps the envelope its own', async () => {
    const brand = (more: object = {}) => ({
      collection: 'brands' as const,
      data: {
        name: `Northline ${randomUUID()}`,
        senderName: 'Northline, Köln',
        senderAddress: 'jobs@northline.test',
        replyTo: 'desk@northline.example',
        footer: 'Northline GmbH\nAmtsgericht Köln',
        accentColour: '#ffee00',
        ...more,
      },
      overrideAccess: true as const,
    })
    for (const [field, value] of [
      ['senderAddress', 'jobs@elsewhere.test'],
      ['senderAddress', 'jobs@northline.test\r\nBcc: spy@elsewhere.test'],
      ['senderName', 'Northline\r\nBcc: spy@elsewhere.test'],
      ['replyTo', 'desk@northline.test, spy@elsewhere.test'],
    ] as const)
      await expect(
        app.payload.create({ ...brand({ [field]: value }), req: await app.systemRequest() }),
      ).rejects.toMatchObject({ data: { errors: [{ path: field }] } })
    const {
      id: brandId,
      name,
      isDefault,
    } = await app.payload.create({ ...brand(), req: await app.systemRequest() })
    expect(isDefault).toBe(true)
    await expect(
      app.payload.delete({
        collection: 'brands',
        id: brandId,
        req: await app.systemRequest(),
        overrideAccess: true,
      }),
    ).rejects.toThrow('Make another one the default first')
    const send = async () => {
      const to = address()
      await queue(mailTo(to, { brandId }))
      return await peer.waitFor((message) => message.to.includes(to))
    }
    const own = await send()
    expect(own).toMatchObject({
      from: 'no-reply@agency.test',
      mail: {
        from: { name: 'Northline, Köln', address: 'jobs@northline.test' },
        replyTo: [{ address: 'desk@northline.example' }],
      },
    })
    for (const words of [own.mail.html, own.mail.text]) {
      expect(words).toContain(name)
      expect(words).toContain('Amtsgericht Köln')
    }
    await query(`update brands set sender_address = 'jobs@gone.test', reply_to = null`)
    expect(await send()).toMatchObject({
      from: 'no-reply@agency.test',
      mail: {
        from: { name: 'Northline, Köln', address: 'no-reply@agency.test' },
        replyTo: [{ address: 'jobs@gone.test' }],
      },
    })
  })

  it('sends nothing of what was rolled back', async () => {
    const to = address()
    const req = await app.systemRequest()
    await inOwnTransaction({
      req,
      run: async () => await queueMail({ req, mail: mailTo(to) }),
      keep: () => false,
    })
    const after = address()
    await queue(mailTo(after))
    await peer.waitFor((message) => message.to.includes(after))
    expect(receivedBy(to)).toEqual([])
    expect(await query('select 1 from outbound_mails where "to" = $1', [to])).toEqual([])
  })

  it('sends once per key', async () => {
    const mail = mailTo(address())
    await queue(mail)
    const req = await app.systemRequest()
    const again = await inOwnTransaction({ req, run: async () => await queueMail({ req, mail }) })
    expect(again).toBeNull()
  })

  it('tries again when the server puts it off', async () => {
    const to = address()
    peer.mode('421', to)
    const id = await queue(mailTo(to))
    await until({
      what: 'it was put off',
      is: async () =>
        (
          await query(
            `select 1 from outbound_mails where id = $1 and server_answer like '%Try again%'`,
            [id],
          )
        ).length === 1,
    })
    expect(await stateOf(id)).not.toBe('failed')
    peer.mode('ok', to)
    await reached({ id, state: 'sent' })
    expect(receivedBy(to)).toHaveLength(1)
  })

  it('gives up at once when the server refuses it for good', async () => {
    const to = address()
    peer.mode('550', to)
    const id = await queue(mailTo(to))
    await reached({ id, state: 'failed' })
    const [row] = await query(
      'select tries::int as tries, server_answer from outbound_mails where id = $1',
      [id],
    )
    expect(row).toMatchObject({
      tries: 1,
      server_answer: expect.stringContaining('No such mailbox'),
    })
    expect(
      await query(
        `select 1 from pgboss.job where name = 'send-mail' and state in ('created', 'retry')
        and data->>'mailId' = $1`,
        [id],
      ),
    ).toEqual([])
  })

  it('waits only so long for a server that says nothing, and lets other mails pass after it', async () => {
    const [silent, other] = [address(), address()]
    peer.mode('hang', silent)
    const id = await queue(mailTo(silent))
    // Whoever queues a mail does not wait for the server: it is queued before anything was tried.
    expect(await query('select server_answer from outbound_mails where id = $1', [id])).toEqual([
      { server_answer: null },
    ])
    await queue(mailTo(other))
    await peer.waitFor((message) => message.to.includes(other), 20_000)
    peer.mode('ok', silent)
    await reached({ id, state: 'sent' })
  })

  it('repeats a mail whose answer was lost, under the same Message-ID', async () => {
    const to = address()
    peer.mode('drop-after-data', to)
    const id = await queue(mailTo(to))
    await peer.waitFor((message) => message.to.includes(to))
    peer.mode('ok', to)
    await reached({ id, state: 'sent' })
    const ids = receivedBy(to).map(({ mail }) => mail.messageId)
    expect(ids).toHaveLength(2)
    expect(new Set(ids)).toEqual(new Set([`<${id}@www.agency.test>`]))
  })

  it('holds no token: the link of the mail opens, and its row does not know it', async () => {
    const to = address()
    const noteId = randomUUID()
    const id = await queue(
      mailTo(to, {
        content: {
          blocks: [
            { kind: 'text', text: 'Please decide.' },
            { kind: 'action', label: 'Decide', link: 0 },
          ],
        },
        links: [
          {
            kind: 'access',
            purpose: 'note.decide',
            subject: { kind: 'note', id: noteId },
            person: null,
          },
        ],
      }),
    )
    const { mail } = await peer.waitFor((message) => message.to.includes(to))
    const found = /http:\/\/www\.agency\.test\/l\/([\w-]+)/
    const token = found.exec(mail.html ?? '')?.[1]
    expect(token).toMatch(/^[\w-]{43}$/)
    // Whoever reads mail as plain text gets the same way in.
    expect(found.exec(mail.text ?? '')?.[1]).toBe(token)
    const req = await app.systemRequest()
    const link = await findLinkByToken({ req, token: String(token) })
    expect(link).toMatchObject({ usable: true, subject: { id: noteId } })
    expect(await tokenForSending({ req, linkId: String(link?.id) })).toBe(token)
    await reached({ id, state: 'sent' })
    expect(await rowsWith(String(token))).toEqual([])
  })

  it('does not send a mail whose link was withdrawn before', async () => {
    await worker.stop()
    const to = address()
    const id = await queue(
      mailTo(to, {
        content: { blocks: [{ kind: 'action', label: 'Decide', link: 0 }] },
        links: [
          {
            kind: 'access',
            purpose: 'note.decide',
            subject: { kind: 'note', id: randomUUID() },
            person: null,
          },
        ],
      }),
    )
    await query(
      `update access_links set revoked_at = now() where id =
        (select (links->0->>'linkId')::uuid from outbound_mails where id = $1)`,
      [id],
    )
    worker = await runWorker({
      payload: app.payload,
      databaseUrl: app.databaseUrl,
      pollSeconds: 0.2,
    })
    await reached({ id, state: 'cancelled' })
    expect(receivedBy(to)).toEqual([])
  })

  it.each([
    'Hello\r\nBcc: victim@example.test',
    'Hello\nBcc: victim@example.test',
    'Hello\u2028Bcc: victim@example.test',
    'Hello\r\n\r\n<script>alert(1)</script>',
  ])('lets no header in by subject or name: %j', async (text) => {
    const to = address()
    await queue(mailTo(to, { subject: text, toName: `${text} "<x@example.test>` }))
    const received = await peer.waitFor((message) => message.to.includes(to))
    expect(received.to).toEqual([to])
    expect(received.mail.bcc ?? []).toEqual([])
    expect(received.mail.to?.map((recipient) => recipient.address)).toEqual([to])
    expect(received.mail.headers.map(({ key }) => key)).not.toContain('bcc')
    expect(received.mail.subject?.startsWith('Hello ')).toBe(true)
    expect(received.mail.text?.trim()).toContain('Your hours are approved.')
  })

  it('shows what people wrote as text and never as HTML', async () => {
    const to = address()
    await queue(
      mailTo(to, {
        content: {
          greeting: '<img src=x onerror=alert(1)>',
          blocks: [{ kind: 'text', text: '{{7*7}} <b>bold</b>' }],
        },
      }),
    )
    const { mail } = await peer.waitFor((message) => message.to.includes(to))
    expect(mail.html).not.toContain('<img')
    expect(mail.html).not.toContain('<b>')
    expect(mail.text).toContain('{{7*7}} <b>bold</b>')
  })

  it('also takes what Payload itself sends', async () => {
    const to = address()
    await app.payload.sendEmail({ to, subject: 'From Payload', html: '<p>Hello there</p>' })
    const { mail } = await peer.waitFor((message) => message.to.includes(to))
    expect(mail.subject).toBe('From Payload')
    expect(mail.text).toContain('Hello there')
  })
})

/** The tables in which a text stands anywhere, except where Payload keeps the token of a login. */
const rowsWith = async (text: string): Promise<unknown[]> => {
  const found: unknown[] = []
  for (const table of ['outbound_mails', 'domain_events', 'domain_event_personal', 'pgboss.job'])
    found.push(
      ...(await query(`select '${table}' as place from ${table} t where t::text like $1`, [
        `%${text}%`,
      ])),
    )
  return found
}

describe.each([
  { slug: 'users', origin: 'http://admin.agency.test', path: '/admin/reset/' },
  { slug: 'portal-accounts', origin: 'http://www.agency.test', path: '/portal/reset/' },
] as const)('a forgotten password of $slug', ({ slug, origin, path }) => {
  const oldPassword = 'the old passphrase 1'
  const account = async (): Promise<string> => {
    const email = address()
    const shared = { email, password: oldPassword, name: 'Ada', zone: 'UTC', locale: 'en-GB' }
    await app.payload.create({ collection: slug, data: shared, overrideAccess: true })
    return email
  }
  const rest = async ({
    what,
    body,
    headers = {},
  }: {
    what: string
    body: object
    headers?: Record<string, string>
  }) =>
    await restOf(app.payload)({
      path: `/${slug}/${what}`,
      body: JSON.stringify(body),
      headers: {
        'content-type': 'application/json',
        // How often one address may try is not what is tested here.
        'x-placewright-peer': randomUUID(),
        ...headers,
      },
    })
  const tokenIn = async ({ email, nth }: { email: string; nth: number }): Promise<string> => {
    await until({ what: `mail ${nth}`, is: () => receivedBy(email).length >= nth })
    const html = receivedBy(email)[nth - 1]?.mail.html ?? ''
    const href = z.url().parse(/href="([^"]+)"/.exec(html)?.[1])
    const url = new URL(href)
    expect(url.origin).toBe(origin)
    expect(url.pathname.startsWith(path)).toBe(true)
    return url.pathname.slice(path.length)
  }
  const reset = async ({ token, password }: { token: string; password: string }) =>
    (await rest({ what: 'reset-password', body: { token, password } })).status
  const login = async ({ email, password }: { email: string; password: string }) =>
    (await rest({ what: 'login', body: { email, password } })).status

  it('leads to our own host whatever the request says, and to no row with the token', async () => {
    const email = await account()
    const asked = await rest({
      what: 'forgot-password',
      body: { email },
      headers: { host: 'evil.test', 'x-forwarded-host': 'evil.test' },
    })
    expect(asked.status).toBe(200)
    const token = await tokenIn({ email, nth: 1 })
    expect(token).toMatch(/^[0-9a-f]{40}$/)
    expect(JSON.stringify(await asked.json())).not.toContain(token)
    expect(await rowsWith(token)).toEqual([])
  })

  it('can be chosen anew once, by one of twenty at the same time', async () => {
    const email = await account()
    await rest({ what: 'forgot-password', body: { email } })
    const token = await tokenIn({ email, nth: 1 })
    const statuses = await Promise.all(
      Array.from(
        { length: 20 },
        async (_, n) => await reset({ token, password: `a new passphrase ${n}` }),
      ),
    )
    expect(statuses.filter((status) => status === 200)).toHaveLength(1)
    for (const status of statuses) expect([200, 403]).toContain(status)
    expect(await reset({ token, password: 'a later passphrase 1' })).toBe(403)
    expect(await login({ email, password: oldPassword })).toBe(401)
    const winner = statuses.indexOf(200)
    expect(await login({ email, password: `a new passphrase ${winner}` })).toBe(200)
  })

  it('loses the first link by asking a second time', async () => {
    const email = await account()
    await rest({ what: 'forgot-password', body: { email } })
    const first = await tokenIn({ email, nth: 1 })
    await rest({ what: 'forgot-password', body: { email } })
    const second = await tokenIn({ email, nth: 2 })
    expect(second).not.toBe(first)
    expect(await reset({ token: first, password: 'a first passphrase 1' })).toBe(403)
    expect(await reset({ token: second, password: 'a second passphrase 1' })).toBe(200)
  })

  it('ends the sessions that were open, and an hour ends the link whatever the caller asks', async () => {
    const email = await account()
    const signedIn = await rest({ what: 'login', body: { email, password: oldPassword } })
    const cookie = (signedIn.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
    const me = async () => {
      const headers = new Headers({ cookie, origin: 'http://admin.agency.test' })
      return (await app.payload.auth({ headers })).user
    }
    expect(await me()).not.toBeNull()
    await rest({
      what: 'forgot-password',
      body: { email, expiration: 10 * 365 * 86_400_000, disableEmail: true },
    })
    const token = await tokenIn({ email, nth: 1 })
    const table = slug.replace('-', '_')
    const [row] = await query(
      `select reset_password_expiration <= now() + interval '61 minutes' as is_short from ${table} where email = $1`,
      [email],
    )
    expect(row?.is_short).toBe(true)
    expect(await reset({ token, password: 'a fresh passphrase 1' })).toBe(200)
    expect(await me()).toBeNull()
  })

  it('does not tell whether there is such an account', async () => {
    const email = await account()
    const [known, unknown] = [
      await rest({ what: 'forgot-password', body: { email } }),
      await rest({ what: 'forgot-password', body: { email: address() } }),
    ]
    expect(unknown.status).toBe(known.status)
    expect(await unknown.text()).toBe(await known.text())
  })
})
