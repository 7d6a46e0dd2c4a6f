import { randomUUID } from 'node:crypto'
import type { DataFromCollectionSlug } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'

import { drainJobs, registryOf, runParsed, sqlOutside, tokenForSending } from '#plugins/kernel'
import { startPayload, type TestApp } from '../../src/testing/harness'
import { restOf } from '../../src/testing/kernel/rest'
import { startImapPeer, type ImapPeer } from '../../src/testing/peers/imap-peer'
import { startSmtpPeer, type SmtpPeer } from '../../src/testing/peers/smtp-peer'
import { makeOrder, makeSubmission, makeWorld, type World } from '../../src/testing/staffing-world'

let peer: SmtpPeer
let inbox: ImapPeer
let app: TestApp
let world: World

beforeAll(async () => {
  peer = await startSmtpPeer()
  inbox = await startImapPeer()
  app = await startPayload({ env: { SMTP_URL: `smtp://${peer.host}:${peer.port}` } })
  world = await makeWorld({ payload: app.payload })
})
afterAll(async () => {
  await app.stop()
  await peer.close()
  await inbox.close()
})

const outcome = z.object({
  done: z.number(),
  skipped: z.number(),
  mailingId: z.string().nullable(),
  items: z.array(
    z.object({
      readerId: z.string(),
      why: z.string().nullable(),
      subject: z.string(),
      text: z.string(),
      missing: z.array(z.string()),
    }),
  ),
})

const run = async ({
  command: name,
  input,
  role = 'manager',
  permissions,
}: {
  command: string
  input: object
  role?: string
  permissions?: readonly string[]
}) => {
  const command = registryOf(app.payload).commands.get(name)
  if (!command) throw new Error('The command is not registered.')
  return await runParsed({
    command,
    req: await app.staffRequest(permissions ? { permissions } : { role }),
    input,
  })
}

const sent = async (input: object) => {
  const result = await run({ command: 'send-letters', input })
  if (!result.ok) throw new Error(result.failure.message)
  return outcome.parse(result.value)
}

type Candidate = DataFromCollectionSlug<'candidates'>

const candidate = async (
  data: Partial<Pick<Candidate, 'firstName' | 'email' | 'doNotContact' | 'state'>> = {},
): Promise<string> => {
  const made = await app.payload.create({
    collection: 'candidates',
    data: {
      state: 'active',
      firstName: 'Zofia',
      lastName: 'Żółć',
      email: `z.${randomUUID()}@worker.test`,
      currency: 'USD',
      zone: 'America/New_York',
      locale: 'en-US',
      ...data,
    },
    req: await app.systemRequest(),
    overrideAccess: true,
    depth: 0,
  })
  return made.id
}

const agreeToNews = async (candidateId: string) =>
  await run({
    command: 'record-consent',
    input: { candidateId, purpose: 'marketing', channel: 'phone' },
  })

const addressOf = async (candidateId: string): Promise<string> => {
  const row = await sqlOutside(app.payload).first({
    schema: z.object({ email: z.string() }),
    text: 'select email from candidates where id = $1',
    values: [candidateId],
  })
  return row?.email ?? ''
}

const work = async () => expect(await drainJobs({ payload: app.payload })).toEqual([])

const mailsTo = (address: string) => peer.messages.filter(({ to }) => to.includes(address))

const figuresOf = async (mailingId: string): Promise<unknown> => {
  const req = await app.staffRequest({ role: 'recruiter' })
  const endpoint = app.payload.config.endpoints.find(({ path }) => path === '/mailing-figures/:id')
  if (!endpoint) throw new Error('There is no such endpoint.')
  const response = await endpoint.handler(
    Object.assign(req, { routeParams: { id: mailingId }, headers: new Headers() }),
  )
  return await response.json()
}

describe('a letter to one candidate', () => {
  it('is shown first, merges in what it may, and stands in the conversation of both records', async () => {
    const { orderId } = await makeOrder({ world })
    const id = await candidate()
    const letter = {
      reader: 'candidate',
      readerIds: [id],
      jobOrderId: orderId,
      subject: 'About {{order.title}}',
      text: 'Dear {{reader.firstName}},\nare you free on Monday? {{sender.name}}',
    }
    const shown = await sent({ ...letter, isPreview: true })
    expect(shown.items).toMatchObject([
      {
        why: null,
        subject: 'About Forklift operator',
        text: 'Dear Zofia,\nare you free on Monday?',
        missing: ['Your name'],
      },
    ])
    expect(mailsTo(await addressOf(id))).toHaveLength(0)

    expect(await sent(letter)).toMatchObject({ done: 1, mailingId: null })
    await work()
    const [mail] = mailsTo(await addressOf(id))
    expect(mail?.mail.subject).toBe('About Forklift operator')
    expect(mail?.mail.headers.map(({ key }) => key)).not.toContain('list-unsubscribe')

    const { lettersAbout } = await import('./queries/letters-about')
    for (const subject of [
      { kind: 'candidate', id },
      { kind: 'job-order', id: orderId },
    ] as const) {
      const threads = await lettersAbout({
        req: await app.staffRequest({ role: 'recruiter' }),
        subject,
      })
      expect(threads).toMatchObject({
        ok: true,
        value: [{ person: { id }, orderId, mails: [{ state: 'sent' }] }],
      })
    }
    // Whoever may not see candidates reads no letter to one, not even beside the order.
    expect(
      await lettersAbout({
        req: await app.staffRequest({ permissions: ['orders.read', 'activity.read'] }),
        subject: { kind: 'job-order', id: orderId },
      }),
    ).toEqual({ ok: true, value: [] })
  })

  it('goes on with a conversation: one thread, and the mail programs of both know it', async () => {
    const id = await candidate()
    const letter = { reader: 'candidate', readerIds: [id], subject: 'Hello', text: 'A question.' }
    await sent(letter)
    await work()
    const first = await sqlOutside(app.payload).first({
      schema: z.object({ id: z.string(), thread: z.string() }),
      text: 'select id, thread from outbound_mails where person_id = $1',
      values: [id],
    })
    await sent({ ...letter, subject: 'Re: Hello', answersId: first?.id })
    await work()
    const [one, two] = mailsTo(await addressOf(id))
    expect(two?.mail.inReplyTo).toBe(one?.mail.messageId)
    expect(
      await sqlOutside(app.payload).rows({
        schema: z.object({ thread: z.string() }),
        text: 'select distinct thread from outbound_mails where person_id = $1',
        values: [id],
      }),
    ).toEqual([{ thread: first?.thread }])
  })

  it.each([
    ['a field of another kind of reader', { text: 'At {{client.name}}' }, 'text'],
    ['an unknown field', { subject: '{{candidate.payRate}}' }, 'subject'],
    ['no words', { text: ' ' }, 'text'],
    ['nobody', { readerIds: [] }, 'readerIds'],
  ])('is refused with %s', async (_what, wrong, field) => {
    const refused = await run({
      command: 'send-letters',
      input: {
        reader: 'candidate',
        readerIds: [await candidate()],
        subject: 'Hello',
        text: 'Hello',
        ...wrong,
      },
    })
    expect(refused).toMatchObject({
      failure: { kind: 'input', fields: { [field]: expect.any(String) } },
    })
  })

  it('is written by nobody who may not see the reader, and news by nobody who may not change them', async () => {
    const input = { reader: 'candidate', readerIds: [await candidate()], subject: 'a', text: 'b' }
    expect(
      await run({ command: 'send-letters', input, permissions: ['pipeline.write'] }),
    ).toMatchObject({ failure: { kind: 'right' } })
    expect(
      await run({
        command: 'send-letters',
        input: { ...input, isNews: true },
        permissions: ['pipeline.write', 'candidates.read'],
      }),
    ).toMatchObject({ failure: { kind: 'right' } })
    expect(await run({ command: 'send-letters', input, role: 'editor' })).toMatchObject({
      failure: { kind: 'right' },
    })
  })
})

describe('letters to candidates of submissions', () => {
  it('are about the order of each, once to each address, and not to who took back the consent', async () => {
    const ids = await Promise.all([candidate(), candidate(), candidate()])
    const [one, other, withdrawn] = ids
    const orders = [await makeOrder({ world }), await makeOrder({ world })] as const
    const put = async (orderId: string, candidateId: string) =>
      await makeSubmission({ world, orderId, candidateId })
    const submissionIds = [
      await put(orders[0].orderId, one),
      await put(orders[1].orderId, other),
      await put(orders[1].orderId, one),
      await put(orders[1].orderId, withdrawn),
    ]
    await sqlOutside(app.payload).run({
      text: `insert into consents (id, candidate_id, purpose, text, text_version, channel, given_at,
          withdrawn_at) values (uuid_v7(), $1, 'application', 'Yes', '1', 'phone', now(), now())`,
      values: [withdrawn],
    })
    const letter = {
      reader: 'candidate',
      submissionIds,
      subject: 'About {{order.ref}}',
      text: 'Are you free, {{reader.firstName}}?',
    }
    const shown = await sent({ ...letter, isPreview: true })
    expect(shown).toMatchObject({ done: 2, skipped: 2 })
    expect(shown.items.flatMap(({ why }) => why ?? []).sort()).toEqual([
      'Gets this mail already.',
      'Took back the consent to be put forward.',
    ])
    const { mailingId } = await sent(letter)
    await work()
    expect(await figuresOf(mailingId ?? '')).toMatchObject({ figures: { people: 4 } })
    for (const [at, id] of [one, other].entries()) {
      const { ref } = await app.payload.findByID({
        collection: 'job-orders',
        id: orders[at === 0 ? 0 : 1].orderId,
        depth: 0,
        overrideAccess: true,
      })
      expect(mailsTo(await addressOf(id)).map(({ mail }) => mail.subject)).toEqual([`About ${ref}`])
    }
    expect(mailsTo(await addressOf(withdrawn))).toEqual([])
    const unseeing = await run({
      command: 'send-letters',
      input: { ...letter, isPreview: true },
      permissions: ['candidates.read', 'pipeline.write'],
    })
    expect(unseeing.ok).toBe(false)
  })
})

describe('a mailing', () => {
  it('says who is left out before it goes, and writes to everybody else once', async () => {
    const { orderId } = await makeOrder({ world })
    const [fine, silent, nowhere, blocked, bounced] = await Promise.all([
      candidate(),
      candidate({ doNotContact: true }),
      candidate({ email: null }),
      candidate(),
      candidate({ email: `gone.${randomUUID()}@worker.test` }),
    ])
    await run({
      command: 'block-for-client',
      input: {
        candidateId: blocked,
        clientId: world.client.clientId,
        wantedBy: 'client',
        reason: 'Had words with the foreman',
      },
    })
    peer.mode('550', await addressOf(bounced))
    await sent({ reader: 'candidate', readerIds: [bounced], subject: 'Hello', text: 'Hello' })
    await work()

    const letter = {
      reader: 'candidate',
      readerIds: [fine, silent, nowhere, blocked, bounced],
      jobOrderId: orderId,
      subject: 'A shift',
      text: 'Hello {{reader.firstName}}',
    }
    const shown = await sent({ ...letter, isPreview: true })
    expect(Object.fromEntries(shown.items.map(({ readerId, why }) => [readerId, why]))).toEqual({
      [fine]: null,
      [silent]: 'Asked not to be contacted.',
      [nowhere]: 'Has no e-mail address.',
      [blocked]: 'Not to be brought together with this client.',
      [bounced]: 'Mail to this address comes back.',
    })
    const { mailingId } = await sent(letter)
    await work()
    await work()
    expect(mailsTo(await addressOf(fine))).toHaveLength(1)
    for (const id of [silent, blocked, bounced])
      expect(mailsTo(await addressOf(id))).toHaveLength(0)
    expect(await figuresOf(mailingId ?? '')).toMatchObject({
      figures: { people: 5, waiting: 0, leftOut: 4, sent: 1, failed: 0 },
    })
  })

  it('can be stopped, and nobody is written to afterwards', async () => {
    const people = await Promise.all([candidate(), candidate()])
    const { mailingId } = await sent({
      reader: 'candidate',
      readerIds: people,
      subject: 'Stop',
      text: 'Stop',
    })
    const stop = { command: 'stop-mailing', input: { mailingId } }
    expect(await run(stop)).toMatchObject({ ok: true, value: { leftOut: 2 } })
    await work()
    for (const id of people) expect(mailsTo(await addressOf(id))).toHaveLength(0)
    expect(await run(stop)).toMatchObject({ failure: { code: 'mailing-over' } })
  })
})

describe('a mailing', () => {
  it('goes to a talent pool or to whom a saved search finds, as they are then', async () => {
    const [one, other] = await Promise.all([candidate(), candidate()])
    const pool = await app.payload.create({
      collection: 'talent-pools',
      data: { name: 'To write to' },
      req: await app.systemRequest(),
      overrideAccess: true,
      depth: 0,
    })
    await run({ command: 'add-to-pool', input: { poolId: pool.id, candidateIds: [one] } })
    const words = { reader: 'candidate', subject: 'A word', text: 'To all of you', isPreview: true }
    expect(await sent({ ...words, poolId: pool.id })).toMatchObject({
      done: 1,
      items: [{ readerId: one }],
    })
    await run({ command: 'add-to-pool', input: { poolId: pool.id, candidateIds: [other] } })
    const search = await app.payload.create({
      collection: 'saved-searches',
      data: {
        name: 'Of the pool',
        search: `pool=${pool.id}`,
        owner: world.ownerId,
        sharing: 'all',
      },
      req: await app.systemRequest(),
      overrideAccess: true,
      depth: 0,
    })
    const { mailingId } = await sent({ ...words, savedSearchId: search.id, isPreview: false })
    await work()
    expect(await figuresOf(mailingId ?? '')).toMatchObject({ figures: { people: 2 } })
    for (const id of [one, other]) expect(mailsTo(await addressOf(id))).toHaveLength(1)
  })
})

describe('news', () => {
  const rest = async (call: { method: string; token: string; accept?: string }) =>
    await restOf(app.payload)({
      method: call.method,
      path: `/unsubscribe/${call.token}`,
      ...(call.method === 'POST' ? { body: 'List-Unsubscribe=One-Click' } : {}),
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        accept: call.accept ?? '*/*',
      },
    })

  it('go only to who wants them, and end by one POST from a mail program; a GET ends nothing', async () => {
    const label = await app.payload.create({
      collection: 'labels',
      data: { name: 'News by mail', colour: '#1f6feb', kinds: ['candidates'] },
      req: await app.systemRequest(),
      overrideAccess: true,
      depth: 0,
    })
    const [wants, never] = await Promise.all([candidate(), candidate()])
    for (const id of [wants, never])
      await run({
        command: 'label-records',
        input: { kind: 'candidates', recordIds: [id], add: [label.id], remove: [] },
      })
    await agreeToNews(wants)
    const news = {
      reader: 'candidate',
      labelId: label.id,
      isNews: true,
      subject: 'Jobs of the week',
      text: 'Hello {{reader.firstName}}',
    }
    const { mailingId } = await sent(news)
    await work()
    const [mail] = mailsTo(await addressOf(wants))
    expect(mailsTo(await addressOf(never))).toHaveLength(0)
    const header = (name: string) => mail?.mail.headers.find(({ key }) => key === name)?.value ?? ''
    expect(header('list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click')
    const token = /\/api\/unsubscribe\/([^>]+)>/.exec(header('list-unsubscribe'))?.[1] ?? ''
    expect(token).not.toBe('')
    expect(mail?.mail.text).toContain(token)

    const looked = await rest({ method: 'GET', token })
    expect([looked.status, looked.headers.get('location')]).toEqual([
      303,
      `/portal/unsubscribe/${token}`,
    ])
    expect(await sent({ ...news, isPreview: true })).toMatchObject({ done: 1 })

    for (const _again of [1, 2]) expect((await rest({ method: 'POST', token })).status).toBe(200)
    expect(await sent({ ...news, isPreview: true })).toMatchObject({ done: 0, skipped: 2 })
    expect(await figuresOf(mailingId ?? '')).toMatchObject({ figures: { unsubscribed: 1 } })
    const standing = await app.payload.count({
      collection: 'consents',
      where: { candidate: { equals: wants }, withdrawnAt: { exists: false } },
      req: await app.systemRequest(),
      overrideAccess: true,
    })
    expect(standing.totalDocs).toBe(0)
    // A letter about their own matter still reaches them.
    expect(
      await sent({ reader: 'candidate', readerIds: [wants], subject: 'a', text: 'b' }),
    ).toMatchObject({ done: 1 })
  })

  it('do not end by a token that was made up or is for something else', async () => {
    expect((await rest({ method: 'POST', token: 'nothing' })).status).toBe(404)
    const link = await sqlOutside(app.payload).first({
      schema: z.object({ id: z.string() }),
      text: `insert into access_links (id, nonce, token_hash, purpose, subject_kind, subject_id, expires_at, spent_by_act)
        values (gen_random_uuid(), gen_random_uuid(), $1, 'offer.answer', 'offer', $2, now() + interval '1 day', true)
        returning id`,
      values: [randomUUID(), randomUUID()],
    })
    const token = await tokenForSending({
      req: await app.systemRequest(),
      linkId: link?.id ?? '',
    })
    expect((await rest({ method: 'POST', token: token ?? '' })).status).toBe(404)
    const page = await rest({ method: 'POST', token: 'nothing', accept: 'text/html' })
    expect(page.status).toBe(303)
  })
})

describe('an address that does not exist', () => {
  it('is written to by nothing more, until a colleague says that it is right', async () => {
    const id = await candidate()
    const address = await addressOf(id)
    peer.mode('550', address)
    const letter = { reader: 'candidate', readerIds: [id], subject: 'Hello', text: 'Hello' }
    await sent(letter)
    await work()
    const known = await sqlOutside(app.payload).first({
      schema: z.object({ id: z.string(), bounce: z.string(), bounce_reason: z.string() }),
      text: 'select id, bounce::text as bounce, bounce_reason from mail_addresses where address = $1',
      values: [address],
    })
    expect(known).toMatchObject({ bounce: 'hard' })
    expect(known?.bounce_reason).toContain('No such mailbox')
    expect(await run({ command: 'send-letters', input: letter })).toMatchObject({
      failure: { code: 'nobody-left', message: 'Mail to this address comes back.' },
    })
    peer.mode('ok', address)
    expect(
      await run({ command: 'clear-bounce', input: { mailAddressId: known?.id } }),
    ).toMatchObject({ ok: true })
    expect(await sent(letter)).toMatchObject({ done: 1 })
    await work()
    expect(mailsTo(address)).toHaveLength(1)
  })
})

describe('a template', () => {
  it('is kept only with fields that letters to its readers have', async () => {
    const data = {
      name: 'Checking in',
      reader: 'candidate',
      subject: 'Hi',
      text: 'At {{client.name}}',
    } as const
    const req = await app.staffRequest({ role: 'recruiter' })
    await expect(
      app.payload.create({ collection: 'letter-templates', data, req, overrideAccess: false }),
    ).rejects.toMatchObject({ data: { errors: [{ path: 'text' }] } })
    const kept = await app.payload.create({
      collection: 'letter-templates',
      data: { ...data, reader: 'client-contact' },
      req,
      overrideAccess: false,
      depth: 0,
    })
    expect(kept.reader).toBe('client-contact')
    // What is left must still fit when only a part is changed.
    await expect(
      app.payload.update({
        collection: 'letter-templates',
        id: kept.id,
        data: { reader: 'candidate' },
        req,
        overrideAccess: false,
      }),
    ).rejects.toThrow()
  })
})

describe('a mailbox', () => {
  const settings = () => ({
    name: 'Answers',
    address: 'answers@agency.test',
    host: inbox.host,
    port: inbox.port,
    security: 'none',
    username: inbox.username,
    password: inbox.password,
    knowsPlus: true,
  })
  let mailboxId = ''

  const read = async () => {
    await run({ command: 'switch-mailbox', role: 'admin', input: { mailboxId, isActive: true } })
    await work()
  }

  const boxOf = async () =>
    await app.payload.findByID({
      collection: 'mailboxes',
      id: mailboxId,
      req: await app.systemRequest(),
      overrideAccess: true,
      showHiddenFields: true,
    })

  const incoming = async (subject: string) =>
    (
      await app.payload.find({
        collection: 'incoming-mails',
        where: { subject: { equals: subject } },
        req: await app.systemRequest(),
        overrideAccess: true,
        depth: 0,
      })
    ).docs

  const letter = ({
    from,
    to = 'answers@agency.test',
    subject,
    headers = [],
    body = 'Yes, I am free.',
  }: {
    from: string
    to?: string
    subject: string
    headers?: readonly string[]
    body?: string
  }): string =>
    [
      `From: ${from}`,
      `To: ${to}`,
      `Subject: ${subject}`,
      `Message-ID: <${randomUUID()}@mail.test>`,
      'Date: Mon, 23 Nov 2026 09:00:00 +0000',
      ...headers,
      '',
      body,
    ].join('\n')

  const mailTo = async (id: string) => {
    const row = await sqlOutside(app.payload).first({
      schema: z.object({ id: z.string(), thread: z.string(), to: z.string() }),
      text: 'select id, thread, "to" from outbound_mails where person_id = $1 order by id desc',
      values: [id],
    })
    if (!row) throw new Error('Nothing was written to them.')
    return row
  }

  it('is set up by admins only, its password is kept unreadable, and old mail stays where it is', async () => {
    inbox.deliver(letter({ from: 'old@x.test', subject: 'Before' }))
    const add = { command: 'add-mailbox', input: settings() }
    expect(await run({ ...add, role: 'recruiter' })).toMatchObject({ failure: { kind: 'right' } })
    const made = await run({ ...add, role: 'admin' })
    if (!made.ok) throw new Error(made.failure.message)
    mailboxId = z.object({ mailboxId: z.string() }).parse(made.value).mailboxId
    await work()
    expect(await boxOf()).toMatchObject({ lastProblem: null, lastUid: 1 })
    expect(JSON.stringify(await boxOf())).not.toContain(inbox.password.slice(0, 5))
    expect(await incoming('Before')).toEqual([])
    expect(await run({ ...add, role: 'admin' })).toMatchObject({
      failure: { fields: { address: expect.any(String) } },
    })
    // A kept password goes to no server that somebody else names.
    expect(
      await run({
        command: 'change-mailbox',
        role: 'admin',
        input: { ...settings(), password: null, mailboxId, host: 'evil.test' },
      }),
    ).toMatchObject({ failure: { fields: { password: expect.any(String) } } })
  })

  it('files an answer to the letter it answers, by address or headers, and shows it in the conversation', async () => {
    const { orderId } = await makeOrder({ world })
    const id = await candidate()
    await sent({
      reader: 'candidate',
      readerIds: [id],
      jobOrderId: orderId,
      subject: 'Free on Monday?',
      text: 'Are you?',
    })
    await work()
    const mail = await mailTo(id)
    const [left] = mailsTo(mail.to)
    const replyTo = left?.mail.replyTo?.[0]?.address ?? ''
    expect(replyTo).toBe(`answers+${mail.id.replaceAll('-', '')}@agency.test`)
    // From another address of theirs, and once more by headers alone.
    inbox.deliver(letter({ from: 'Zo <private@home.test>', to: replyTo, subject: 'By address' }))
    inbox.deliver(
      letter({
        from: 'private@home.test',
        subject: 'By headers',
        headers: [`In-Reply-To: ${left?.mail.messageId}`],
      }),
    )
    inbox.mode('twice')
    await read()
    inbox.mode('ok')
    for (const subject of ['By address', 'By headers'])
      expect(await incoming(subject)).toMatchObject([
        { state: 'filed', thread: mail.thread, personId: id, orderId },
      ])
    const { lettersAbout } = await import('./queries/letters-about')
    const threads = await lettersAbout({
      req: await app.staffRequest({ role: 'recruiter' }),
      subject: { kind: 'job-order', id: orderId },
    })
    expect(threads).toMatchObject({
      value: [{ mails: [{ isIncoming: false }, { isIncoming: true }, { isIncoming: true }] }],
    })
  })

  it('files by the sender, puts strangers before a colleague, and robots aside', async () => {
    const id = await candidate()
    inbox.deliver(
      letter({ from: `Z <${(await addressOf(id)).toUpperCase()}>`, subject: 'From her' }),
    )
    inbox.deliver(letter({ from: 'who@nowhere.test', subject: 'A stranger' }))
    inbox.deliver(
      letter({
        from: 'robot@nowhere.test',
        subject: 'Out of office',
        headers: ['Auto-Submitted: auto-replied'],
      }),
    )
    await read()
    expect(await incoming('From her')).toMatchObject([{ state: 'filed', personId: id }])
    expect(await incoming('Out of office')).toMatchObject([{ state: 'discarded' }])
    const [stranger] = await incoming('A stranger')
    expect(stranger).toMatchObject({ state: 'unfiled', personId: null })
    const file = {
      command: 'file-mail',
      role: 'recruiter',
      input: { incomingMailId: stranger?.id, candidateId: id },
    }
    expect(await run(file)).toMatchObject({ ok: true })
    expect(await run(file)).toMatchObject({ failure: { code: 'filed-before' } })
    expect(await incoming('A stranger')).toMatchObject([{ state: 'filed', personId: id }])
  })

  it('keeps a mail once, however often it is told of: broken off, renumbered, out of order', async () => {
    const id = await candidate()
    const from = await addressOf(id)
    inbox.deliver(letter({ from, subject: 'Once A' }))
    inbox.deliver(letter({ from, subject: 'Once B' }))
    inbox.mode('drop')
    await read()
    expect((await boxOf()).lastProblem).toContain('asked again')
    expect(await incoming('Once A')).toEqual([])
    inbox.mode('reversed')
    await read()
    expect((await boxOf()).lastProblem).toBeNull()
    inbox.mode('ok')
    inbox.renumber()
    await read()
    await read()
    for (const subject of ['Once A', 'Once B', 'From her'])
      expect(await incoming(subject)).toHaveLength(1)
    inbox.deliver(letter({ from, subject: 'Afterwards' }))
    await read()
    expect(await incoming('Afterwards')).toHaveLength(1)
    // Nothing in the mailbox is changed by reading it.
    expect(inbox.spoken.filter((line) => /STORE|SELECT|EXPUNGE|APPEND/i.test(line))).toEqual([])
  })

  it('says in words why it cannot be read', async () => {
    const change = async (input: object) => {
      await run({
        command: 'change-mailbox',
        role: 'admin',
        input: { ...settings(), mailboxId, ...input },
      })
      await work()
      return (await boxOf()).lastProblem
    }
    expect(await change({ password: 'wrong' })).toBe(
      'The mail server refuses the user name or the password.',
    )
    expect(await change({ folder: 'Nowhere' })).toBe('There is no such folder in the mailbox.')
    expect(await change({ port: 1 })).toBe('Nothing answers at this server and port.')
    expect(await change({})).toBeNull()
  })

  it('keeps files by the way of every upload: names without paths, no programs, text of HTML only', async () => {
    const id = await candidate()
    const from = await addressOf(id)
    const part = (name: string, content: Buffer) =>
      [
        '--b',
        'Content-Type: application/octet-stream',
        `Content-Disposition: attachment; filename="${name}"`,
        'Content-Transfer-Encoding: base64',
        '',
        content.toString('base64'),
      ].join('\n')
    const png = Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      'base64',
    )
    inbox.deliver(
      letter({
        from,
        subject: 'Files',
        headers: ['MIME-Version: 1.0', 'Content-Type: multipart/mixed; boundary=b'],
        body: [
          '--b',
          'Content-Type: text/html',
          '',
          '<p>Hello <b>there</b><script>alert(1)</script><img src="http://spy.test/x.png"></p>',
          part('../../etc/licence.png', png),
          part('run.exe', Buffer.from('MZ this is a program')),
          '--b--',
        ].join('\n'),
      }),
    )
    await read()
    const [mail] = await incoming('Files')
    expect(mail?.text).toContain('Hello there')
    expect(mail?.text).not.toMatch(/alert|<b>|<script/)
    const files = z
      .array(z.object({ documentId: z.string().nullable(), refused: z.string().nullable() }))
      .parse(mail?.files)
    expect(files).toMatchObject([
      { documentId: expect.any(String), refused: null },
      { documentId: null, refused: expect.any(String) },
    ])
    const document = await app.payload.findByID({
      collection: 'documents',
      id: files[0]?.documentId ?? '',
      req: await app.systemRequest(),
      overrideAccess: true,
      depth: 0,
    })
    expect(document).toMatchObject({ title: 'licence.png', candidate: id, kind: 'other' })
  })

  it('hears of mails that come back, but only of those that we sent to that address', async () => {
    const [id, other] = [await candidate(), await candidate()]
    await sent({ reader: 'candidate', readerIds: [id], subject: 'Hello', text: 'Hello' })
    await work()
    const mail = await mailTo(id)
    const report = ({ recipient, messageId }: { recipient: string; messageId: string }) =>
      letter({
        from: 'MAILER-DAEMON@mx.test',
        subject: `Undelivered ${recipient}`,
        headers: [
          'MIME-Version: 1.0',
          'Content-Type: multipart/report; report-type=delivery-status; boundary=b',
        ],
        body: [
          '--b',
          'Content-Type: text/plain',
          '',
          'Sorry.',
          '--b',
          'Content-Type: message/delivery-status',
          '',
          'Reporting-MTA: dns; mx.test',
          '',
          `Final-Recipient: rfc822; ${recipient}`,
          'Action: failed',
          'Status: 5.1.1',
          'Diagnostic-Code: smtp; 550 5.1.1 No such user',
          '--b',
          'Content-Type: message/rfc822',
          '',
          `Message-ID: ${messageId}`,
          'Subject: Hello',
          '',
          'Hello',
          '--b--',
        ].join('\n'),
      })
    const [left] = mailsTo(mail.to)
    const messageId = left?.mail.messageId ?? ''
    inbox.deliver(report({ recipient: await addressOf(other), messageId }))
    inbox.deliver(report({ recipient: mail.to, messageId }))
    await read()
    const marked = await sqlOutside(app.payload).rows({
      schema: z.object({ address: z.string(), bounce: z.string() }),
      text: 'select address, bounce::text as bounce from mail_addresses where address = any($1::text[])',
      values: [[mail.to, await addressOf(other)]],
    })
    expect(marked).toEqual([{ address: mail.to, bounce: 'hard' }])
    const { lettersAbout } = await import('./queries/letters-about')
    expect(
      await lettersAbout({
        req: await app.staffRequest({ role: 'recruiter' }),
        subject: { kind: 'candidate', id },
      }),
    ).toMatchObject({ value: [{ mails: [{ state: 'returned' }] }] })
  })

  it('takes a copy of what a colleague sent, as theirs, and never our own letter twice', async () => {
    const id = await candidate()
    const { email } = await app.payload.findByID({
      collection: 'users',
      id: world.ownerId,
      req: await app.systemRequest(),
      overrideAccess: true,
      depth: 0,
    })
    inbox.deliver(letter({ from: email, to: await addressOf(id), subject: 'A copy' }))
    await sent({ reader: 'candidate', readerIds: [id], subject: 'Ours', text: 'Ours' })
    await work()
    const [ours] = mailsTo(await addressOf(id))
    inbox.deliver(
      letter({ from: 'answers@agency.test', subject: 'Ours' }).replace(
        /Message-ID: .*/,
        `Message-ID: ${ours?.mail.messageId}`,
      ),
    )
    await read()
    expect(await incoming('A copy')).toMatchObject([
      { state: 'filed', personId: id, isFromColleague: true },
    ])
    expect(await incoming('Ours')).toEqual([])
  })
})
