import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'

import { drainJobs, inOwnTransaction, registryOf, runParsed, sqlOutside } from '#plugins/kernel'
import { startPayload, type TestApp } from '../../src/testing/harness'
import { startSmtpPeer, type SmtpPeer } from '../../src/testing/peers/smtp-peer'
import { queueMail, type NewMail } from './index'

let peer: SmtpPeer
let app: TestApp

beforeAll(async () => {
  peer = await startSmtpPeer()
  app = await startPayload({ env: { SMTP_URL: `smtp://${peer.host}:${peer.port}` } })
})
afterAll(async () => {
  await app.stop()
  await peer.close()
})

const address = (): string => `${randomUUID()}@example.test`

const queue = async (mail: Partial<NewMail> & { to: string }): Promise<string> => {
  const req = await app.systemRequest()
  const id = await inOwnTransaction({
    req,
    run: async () =>
      await queueMail({
        req,
        mail: {
          subject: 'Your invoice',
          content: { blocks: [{ kind: 'text', text: 'Attached.' }] },
          dedupeKey: randomUUID(),
          ...mail,
        },
      }),
  })
  if (!id) throw new Error('The mail was not queued.')
  return id
}

const missingFile = { kind: 'document', documentId: randomUUID(), filename: 'INV-7.pdf' } as const

const mailRow = z.object({ state: z.string(), server_answer: z.string().nullable() })

const mailOf = async (id: string) =>
  await sqlOutside(app.payload).first({
    schema: mailRow,
    text: 'select state, server_answer from outbound_mails where id = $1',
    values: [id],
  })

/** The next try of this mail is its last. */
const leaveOneTry = async (id: string) =>
  await sqlOutside(app.payload).run({
    text: `update pgboss.job set retry_limit = retry_count where data ->> 'mailId' = $1`,
    values: [id],
  })

const work = async () => await drainJobs({ payload: app.payload })

const sendAgain = async ({
  mailId,
  permissions = ['settings.write'],
}: {
  mailId: string
  permissions?: readonly string[]
}) => {
  const command = registryOf(app.payload).commands.get('requeue-mail')
  if (!command) throw new Error('The command is not registered.')
  return await runParsed({
    command,
    req: await app.staffRequest({ permissions }),
    input: { mailId },
  })
}

const refusedForGood = async (more: Partial<NewMail> = {}) => {
  const to = address()
  peer.mode('550', to)
  const mailId = await queue({ to, ...more })
  expect(await work()).toEqual([])
  expect((await mailOf(mailId))?.state).toBe('failed')
  peer.mode('ok', to)
  return { to, mailId }
}

describe('a mail that cannot be put together', () => {
  it('is tried again, and fails on the last try with a reason that people understand', async () => {
    const id = await queue({ to: address(), attachments: [missingFile] })
    expect(await work()).toHaveLength(1)
    expect((await mailOf(id))?.state).toBe('queued')
    await leaveOneTry(id)
    await sqlOutside(app.payload).run({
      text: `update pgboss.job set start_after = now() - interval '1 second' where data ->> 'mailId' = $1`,
      values: [id],
    })
    expect(await work()).toEqual([])
    expect(await mailOf(id)).toEqual({
      state: 'failed',
      server_answer: 'Not sent: the attachment “INV-7.pdf” cannot be read.',
    })
  })
})

describe('a mail that failed', () => {
  it('is sent again by whoever looks after the settings, and the audit tells', async () => {
    const { to, mailId } = await refusedForGood()
    expect(await sendAgain({ mailId })).toMatchObject({ ok: true, value: { state: 'queued' } })
    expect(await work()).toEqual([])
    expect(await mailOf(mailId)).toMatchObject({ state: 'sent' })
    expect(peer.messages.filter((message) => message.to.includes(to))).toHaveLength(1)
    const told = await sqlOutside(app.payload).rows({
      schema: z.object({ actor_kind: z.string() }),
      text: `select actor_kind from domain_events where name = 'mail.sent-again' and subject_id = $1`,
      values: [mailId],
    })
    expect(told).toEqual([{ actor_kind: 'staff' }])
  })

  it('is not sent again by anybody else, and a sent one by nobody', async () => {
    const { mailId } = await refusedForGood()
    expect(await sendAgain({ mailId, permissions: ['mail.read'] })).toMatchObject({
      failure: { kind: 'right' },
    })
    expect(await sendAgain({ mailId })).toMatchObject({ ok: true })
    expect(await sendAgain({ mailId })).toMatchObject({ failure: { code: 'mail-not-waiting' } })
    await work()
    expect(await sendAgain({ mailId })).toMatchObject({ failure: { code: 'mail-not-waiting' } })
  })

  it('stays when its link leads nowhere any more', async () => {
    const { mailId } = await refusedForGood({
      content: { blocks: [{ kind: 'action', label: 'Answer', link: 0 }] },
      links: [
        {
          kind: 'access',
          purpose: 'offer.answer',
          subject: { kind: 'offer', id: randomUUID() },
          person: null,
        },
      ],
    })
    await sqlOutside(app.payload).run({
      text: `update access_links set revoked_at = now() where id::text =
        (select links -> 0 ->> 'linkId' from outbound_mails where id = $1)`,
      values: [mailId],
    })
    expect(await sendAgain({ mailId })).toMatchObject({ failure: { code: 'link-not-usable' } })
    expect((await mailOf(mailId))?.state).toBe('failed')
  })
})
