import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'

import { drainJobs, sqlOutside } from '#plugins/kernel'
import { startStage, type Person, type Stage } from '../../src/testing/security/stage'

let stage: Stage
let sales: NonNullable<Person>
let recruiter: NonNullable<Person>
let payroll: NonNullable<Person>
let trainer: NonNullable<Person>
let clientId = ''

beforeAll(async () => {
  stage = await startStage()
  sales = await stage.staff('sales')
  recruiter = await stage.staff('recruiter')
  payroll = await stage.staff('payroll')
  trainer = await stage.staff('trainer')
  const made = await stage.call({
    method: 'POST',
    path: '/api/client-corporations',
    as: sales,
    json: { name: 'Harbour Foods', currency: 'USD' },
  })
  clientId = z.object({ doc: z.object({ id: z.string() }) }).parse(made.json).doc.id
})
afterAll(async () => await stage.stop())

const about = () => ({ kind: 'client', id: clientId })

const command = async (as: Person, name: string, json: object) =>
  await stage.call({ method: 'POST', path: `/api/commands/${name}`, as, json })

const written = z.object({ result: z.object({ noteId: z.string() }) })

const write = async (as: Person, text: string, mentionIds: readonly string[] = []) => {
  const answer = await command(as, 'add-note', { about: about(), text, mentionIds })
  expect(answer.status, answer.text).toBe(200)
  return written.parse(answer.json).result.noteId
}

const story = z.object({
  entries: z.array(
    z.object({
      sentence: z.string(),
      actor: z.string(),
      detail: z
        .object({
          id: z.string(),
          text: z.string(),
          facts: z.array(z.string()),
          mayChange: z.boolean(),
        })
        .nullable(),
    }),
  ),
})

const storyFor = async (as: Person) => {
  const answer = await stage.call({ path: `/api/timeline/client/${clientId}`, as })
  expect(answer.status, answer.text).toBe(200)
  return story.parse(answer.json).entries.filter(({ detail }) => detail !== null)
}

const noticesOf = async (as: Person) => {
  expect(await drainJobs({ payload: stage.payload })).toEqual([])
  const answer = await stage.call({ path: '/api/my-notices', as })
  return z
    .object({ notices: z.array(z.object({ sentence: z.string(), about: z.unknown() })) })
    .parse(answer.json).notices
}

describe('a note', () => {
  it('stands in the timeline of its record, for whoever may see that', async () => {
    await write(sales, 'They order in March.')
    expect(await storyFor(recruiter)).toMatchObject([
      {
        sentence: 'Note added',
        actor: 'A sales',
        detail: { text: 'They order in March.', mayChange: false },
      },
    ])
    expect(await storyFor(sales)).toMatchObject([{ detail: { mayChange: true } }])
  })

  it('calls a colleague, once, and not its author', async () => {
    const noteId = await write(sales, '@A recruiter and @A sales, look at this', [
      recruiter.id,
      sales.id,
    ])
    expect(await noticesOf(recruiter)).toEqual([
      {
        sentence: 'A sales mentioned you',
        about: {
          title: 'Harbour Foods',
          path: `/admin/collections/client-corporations/${clientId}`,
        },
      },
    ])
    expect(await noticesOf(sales)).toEqual([])
    await command(sales, 'edit-note', { noteId, text: '@A recruiter, look again', mentionIds: [] })
    expect(await noticesOf(recruiter)).toHaveLength(1)
    const mails = await sqlOutside(stage.payload).rows({
      schema: z.object({ subject: z.string() }),
      text: `select subject from outbound_mails where subject like '%mentioned you%'`,
    })
    expect(mails).toEqual([{ subject: 'A sales mentioned you: Harbour Foods' }])
  })

  it('calls nobody to a record that they may not see', async () => {
    const answer = await command(sales, 'add-note', {
      about: about(),
      text: '@A trainer, see here',
      mentionIds: [trainer.id],
    })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('A trainer may not see this record')
  })

  it('is changed and taken back by its author only, and for a day', async () => {
    const noteId = await write(recruiter, 'Wrong number of people.')
    expect((await command(sales, 'edit-note', { noteId, text: 'Mine now' })).status).toBe(403)
    expect((await command(recruiter, 'edit-note', { noteId, text: 'Five people.' })).status).toBe(
      200,
    )
    const [changed] = await storyFor(recruiter)
    expect(changed?.detail).toMatchObject({ text: 'Five people.', facts: ['changed since'] })
    expect((await command(recruiter, 'remove-note', { noteId })).status).toBe(200)
    const [removed] = await storyFor(recruiter)
    expect(removed?.detail).toMatchObject({
      text: 'Taken back by whoever wrote it.',
      mayChange: false,
    })
    expect((await command(recruiter, 'edit-note', { noteId, text: 'Again' })).status).toBe(409)
    const old = await write(recruiter, 'From the day before yesterday')
    await sqlOutside(stage.payload).run({
      text: `update notes set created_at = now() - interval '25 hours' where id = $1`,
      values: [old],
    })
    const late = await command(recruiter, 'edit-note', { noteId: old, text: 'Late' })
    expect([late.status, late.text]).toEqual([409, expect.stringContaining('24 hours')])
  })

  it.each([
    ['no words', { text: '  ' }, 422, 'text'],
    ['a record that is not there', { about: { kind: 'client', id: crypto.randomUUID() } }, 404, ''],
    ['a kind that is not there', { about: { kind: 'planet', id: crypto.randomUUID() } }, 404, ''],
    ['an id that is none', { about: { kind: 'client', id: 'x' } }, 422, 'about.id'],
  ])('is refused with %s', async (_, change, status, field) => {
    const answer = await command(sales, 'add-note', { about: about(), text: 'Words', ...change })
    expect(answer.status).toBe(status)
    expect(answer.text).toContain(field)
  })

  it('is written and read by nobody without the right', async () => {
    expect((await command(trainer, 'add-note', { about: about(), text: 'Hi' })).status).toBe(403)
    expect((await command(null, 'add-note', { about: about(), text: 'Hi' })).status).toBe(403)
    for (const [as, status] of [
      [trainer, 403],
      [null, 403],
    ] as const)
      expect((await stage.call({ path: '/api/notes', as })).status).toBe(status)
  })

  it('is found by its words, within what the reader may see', async () => {
    const find = async (as: Person) => {
      const answer = await stage.call({ path: '/api/notes?where[text][like]=MARCH', as })
      return z.object({ docs: z.array(z.object({ text: z.string() })) }).parse(answer.json).docs
    }
    expect(await find(payroll)).toMatchObject([{ text: 'They order in March.' }])
    await stage.payload.update({
      collection: 'users',
      id: payroll.id,
      data: { roles: [] },
      req: await stage.systemRequest(),
      overrideAccess: true,
    })
    expect((await stage.call({ path: '/api/notes', as: payroll })).status).toBe(403)
  })
})

describe('a call', () => {
  it('is logged with who called, how it ended and how long it took', async () => {
    const answer = await command(recruiter, 'log-call', {
      about: about(),
      direction: 'incoming',
      outcome: 'call-back',
      durationMinutes: 4,
    })
    expect(answer.status, answer.text).toBe(200)
    expect((await storyFor(recruiter))[0]?.detail).toMatchObject({
      text: '',
      facts: ['They called', 'To be called back', '0:04 h'],
    })
  })

  it.each([
    ['direction', { direction: 'sideways' }],
    ['outcome', { outcome: 'fine' }],
    ['durationMinutes', { durationMinutes: -1 }],
    ['calledAt', { calledAt: '2199-01-01T00:00:00Z' }],
  ])('is refused with a wrong %s', async (field, change) => {
    const answer = await command(recruiter, 'log-call', {
      about: about(),
      direction: 'outgoing',
      outcome: 'reached',
      ...change,
    })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain(field)
  })
})
