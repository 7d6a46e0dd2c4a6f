import { createTransport } from 'nodemailer'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type SmtpPeer, startSmtpPeer } from './smtp-peer'

let peer: SmtpPeer

beforeEach(async () => {
  peer = await startSmtpPeer()
})
afterEach(() => peer.close())

const send = async ({ to = 'ana@example.com', subject = 'Hours approved' } = {}) => {
  const transport = createTransport({
    host: peer.host,
    port: peer.port,
    socketTimeout: 300,
    greetingTimeout: 1000,
    connectionTimeout: 1000,
  })
  try {
    return await transport.sendMail({
      from: 'agency@example.com',
      to,
      subject,
      text: 'Zażółć gęślą jaźń',
      attachments: [{ filename: 'invoice.pdf', content: Buffer.from('%PDF-1.7') }],
      messageId: '<mail-1@example.com>',
    })
  } finally {
    transport.close()
  }
}

describe('the SMTP peer', () => {
  it('keeps what it is given, parsed', async () => {
    const waiting = peer.waitFor(({ mail }) => mail.subject === 'Łódź: godziny')
    await send({ subject: 'Łódź: godziny' })
    const { to, from, mail } = await waiting
    expect({ to, from }).toEqual({ to: ['ana@example.com'], from: 'agency@example.com' })
    expect(mail.text?.trim()).toBe('Zażółć gęślą jaźń')
    expect(mail.messageId).toBe('<mail-1@example.com>')
    expect(mail.attachments.map(({ filename }) => filename)).toEqual(['invoice.pdf'])
  })

  it.each([
    ['421', 421],
    ['550', 550],
  ] as const)('refuses with %s and keeps nothing', async (mode, responseCode) => {
    peer.mode(mode)
    await expect(send()).rejects.toMatchObject({ responseCode })
    expect(peer.messages).toEqual([])
    expect(peer.attempts()).toBe(1)
  })

  it('hangs until the sender gives up', async () => {
    peer.mode('hang')
    await expect(send()).rejects.toMatchObject({ code: 'ETIMEDOUT' })
    expect(peer.messages).toEqual([])
  })

  it('takes a message and loses the answer, so that the sender cannot know', async () => {
    peer.mode('drop-after-data')
    await expect(send()).rejects.toMatchObject({ code: expect.stringMatching(/ECONN|ESOCKET/) })
    expect(peer.messages).toHaveLength(1)
    peer.mode('ok')
    await send()
    expect(peer.messages.map(({ mail }) => mail.messageId)).toEqual([
      '<mail-1@example.com>',
      '<mail-1@example.com>',
    ])
  })

  it('behaves differently for one recipient', async () => {
    peer.mode('550', 'Gone@example.com')
    await expect(send({ to: 'gone@example.com' })).rejects.toMatchObject({ responseCode: 550 })
    await send()
    expect(peer.messages.map(({ to }) => to)).toEqual([['ana@example.com']])
  })

  it('says what it received when the awaited mail does not come', async () => {
    await send()
    await expect(peer.waitFor(({ mail }) => mail.subject === 'Other', 20)).rejects.toThrow(
      'No such mail within 20 ms; received: Hours approved',
    )
  })
})
