import { afterEach, describe, expect, it } from 'vitest'

import { startWebhookReceiver, type Manner } from '../../../src/testing/peers/webhook-receiver'
import { postWebhook, type Resolve } from './post-webhook'

const open: (() => Promise<void>)[] = []

afterEach(async () => {
  for (const close of open.splice(0)) await close()
})

const receiver = async (manners?: (count: number) => Manner) => {
  const started = await startWebhookReceiver(manners)
  open.push(started.close)
  return started
}

const post = async ({
  url,
  allowed = ['127.0.0.1:*'],
  resolve,
  timeoutMs = 2_000,
}: {
  url: string
  allowed?: readonly string[]
  resolve?: Resolve
  timeoutMs?: number
}) =>
  await postWebhook({
    url,
    headers: { 'webhook-id': 'msg_1' },
    body: '{"ä":1}',
    allowed,
    timeoutMs,
    ...(resolve ? { resolve } : {}),
  })

describe('a message to a receiver', () => {
  it('arrives whole, and the answer is kept without what a log cannot hold', async () => {
    const { url, received } = await receiver()
    expect(await post({ url })).toEqual({ kind: 'answered', status: 200, excerpt: 'answer 1�' })
    expect(received[0]).toMatchObject({
      body: '{"ä":1}',
      headers: { 'content-type': 'application/json', 'webhook-id': 'msg_1' },
    })
  })

  it('does not follow redirects', async () => {
    const { url, received } = await receiver(() => 'redirect')
    expect(await post({ url })).toMatchObject({ kind: 'answered', status: 302 })
    expect(received).toHaveLength(1)
  })

  it('waits no longer than it may for one that hangs', async () => {
    const { url } = await receiver(() => 'hang')
    expect(await post({ url, timeoutMs: 200 })).toEqual({
      kind: 'unreached',
      problem: 'The receiver did not answer in time.',
    })
  })

  it('waits no longer for the rest of an answer', async () => {
    const { url } = await receiver(() => 'half-answer')
    expect(await post({ url, timeoutMs: 200 })).toMatchObject({ kind: 'unreached' })
  })

  it('says that a connection broke', async () => {
    const { url } = await receiver(() => 'drop')
    expect(await post({ url })).toEqual({
      kind: 'unreached',
      problem: 'The receiver broke the connection off.',
    })
  })

  it('says that nobody listens', async () => {
    const { url, close } = await receiver()
    await close()
    expect(await post({ url })).toEqual({
      kind: 'unreached',
      problem: 'The receiver refused the connection.',
    })
  })

  it('reads the beginning of an endless answer only', async () => {
    const { url } = await receiver(() => 'flood')
    const posted = await post({ url })
    expect(posted.kind === 'answered' && posted.excerpt.length).toBe(4_096)
  })
})

describe('a name that leads inside', () => {
  it.each([
    ['this machine', ['127.0.0.1']],
    ['the secrets of a cloud', ['169.254.169.254']],
    ['a private network beside a public address', ['93.184.216.34', '10.0.0.1']],
    ['IPv6 of this machine', ['::1']],
    ['IPv4 mapped into IPv6', ['::ffff:10.0.0.1']],
  ])('is refused when it means %s', async (_what, addresses) => {
    const posted = await post({
      url: 'https://hooks.example.com/',
      allowed: [],
      resolve: async () => await Promise.resolve(addresses),
    })
    expect(posted).toMatchObject({ kind: 'unreached', problem: /private network/ })
  })

  it('is looked up once: one that changes its mind afterwards is not asked again', async () => {
    const inside = await receiver()
    let asked = 0
    const rebinding: Resolve = async () => {
      asked += 1
      return await Promise.resolve([asked === 1 ? '127.0.0.2' : '127.0.0.1'])
    }
    // Allowed by name, so that only the pinned address keeps the message from the second one.
    const posted = await post({
      url: `http://rebind.example.com:${inside.port}/`,
      allowed: [`rebind.example.com:${inside.port}`],
      resolve: rebinding,
    })
    expect(posted.kind).toBe('unreached')
    expect(asked).toBe(1)
    expect(inside.received).toEqual([])
  })
})
