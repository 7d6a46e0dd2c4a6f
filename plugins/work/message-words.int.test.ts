import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'

import { drainJobs, sqlOutside } from '#plugins/kernel'
import { startStage, type Person, type Stage } from '../../src/testing/security/stage'

let stage: Stage
let admin: NonNullable<Person>
let recruiter: NonNullable<Person>

beforeAll(async () => {
  stage = await startStage()
  admin = await stage.staff('admin')
  recruiter = await stage.staff('recruiter')
})
afterAll(async () => await stage.stop())

const command = async (name: string, json: object, as: Person = admin) =>
  await stage.call({ method: 'POST', path: `/api/commands/${name}`, json, as })

const ask = async (jobTitle: string) => {
  const answer = await command(
    'request-staff',
    {
      company: 'Harbour Foods',
      contactName: 'Rosa Lind',
      email: 'rosa@harbourfoods.example',
      jobTitle,
      workLocation: 'Leeds',
    },
    null,
  )
  expect(answer.status, answer.text).toBe(200)
  expect(await drainJobs({ payload: stage.payload })).toEqual([])
}

const lastMail = async (to: string) =>
  await sqlOutside(stage.payload).first({
    schema: z.object({ id: z.string(), subject: z.string(), text: z.string() }),
    text: `select id, subject, content::text as text from outbound_mails where "to" = $1
      order by created_at desc, id desc limit 1`,
    values: [to],
  })

const rosa = 'rosa@harbourfoods.example'
const words = {
  kind: 'request.received',
  subject: 'Got it: {{request.title}}',
  opening: 'Dear {{reader.name}}, we look for {{request.title}} <b>now</b>.',
  ending: '',
}

describe('the words of a mail', () => {
  it('are the product’s until the agency writes its own, and again after a reset', async () => {
    await ask('Picker')
    expect((await lastMail(rosa))?.subject).toBe('We have your request: Picker')
    const saved = await command('save-message-template', words)
    expect(saved.status, saved.text).toBe(200)
    await ask('{{request.company}} & <i>Packer</i>')
    const mail = await lastMail(rosa)
    expect(mail?.subject).toBe('Got it: {{request.company}} & <i>Packer</i>')
    expect(mail?.text).toContain('Dear Rosa Lind, we look for {{request.company}}')
    const { renderMail } = await import('./adapters/render-mail')
    const { html } = await renderMail({
      content: { blocks: [{ kind: 'text', text: '<i>Packer</i>' }] },
      urls: [],
      look: { name: 'Harbour', colour: '#14524d', footer: null, logo: null },
    })
    expect(html).toContain('&lt;i&gt;Packer')
    expect((await command('reset-message-template', { kind: words.kind })).status).toBe(200)
    await ask('Driver')
    expect((await lastMail(rosa))?.subject).toBe('We have your request: Driver')
  })

  it('are refused with fields that this mail does not have, and to whoever keeps no settings', async () => {
    const wrong = await command('save-message-template', {
      ...words,
      opening: 'Pay: {{offer.pay}}',
      subject: ' ',
    })
    expect(wrong.status).toBe(422)
    expect(wrong.json).toMatchObject({
      error: {
        fields: {
          opening: expect.stringContaining('{{offer.pay}}'),
          subject: 'Please fill this in.',
        },
      },
    })
    expect((await command('save-message-template', { ...words, kind: 'nothing' })).status).toBe(422)
    for (const name of ['save-message-template', 'reset-message-template', 'send-test-message'])
      expect((await command(name, words, recruiter)).status, name).toBe(403)
    expect(
      (await stage.call({ path: '/api/message-templates', as: recruiter })).json,
    ).toMatchObject({ errors: [{}] })
  })

  it('are tried on a mail to oneself, with the values of one that was sent', async () => {
    const me = await sqlOutside(stage.payload).first({
      schema: z.object({ email: z.string() }),
      text: 'select email from users where id = $1',
      values: [admin.id],
    })
    if (!me) throw new Error('The admin has no address.')
    const sent = await lastMail(rosa)
    const real = await command('send-test-message', { ...words, mailId: sent?.id })
    expect(real.status, real.text).toBe(200)
    expect((await lastMail(me.email))?.subject).toBe('Test: Got it: Driver')
    const sample = await command('send-test-message', words)
    expect(sample.status, sample.text).toBe(200)
    expect((await lastMail(me.email))?.subject).toBe('Test: Got it: Forklift operator')
    const other = await command('send-test-message', {
      ...words,
      kind: 'portal.link',
      subject: 'x',
      opening: 'y',
      mailId: sent?.id,
    })
    expect(other.status).toBe(422)
  })
})
