import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'

import { drainJobs, enqueue, inOwnTransaction, sqlOutside, wholeNumber } from '#plugins/kernel'
import { startStage, type Person, type Stage } from '../../src/testing/security/stage'

let stage: Stage
let admin: NonNullable<Person>
let sales: NonNullable<Person>
let recruiter: NonNullable<Person>

beforeAll(async () => {
  stage = await startStage()
  admin = await stage.staff('admin')
  sales = await stage.staff('sales')
  recruiter = await stage.staff('recruiter')
})
afterAll(async () => await stage.stop())

const settle = async (): Promise<void> => {
  expect(await drainJobs({ payload: stage.payload })).toEqual([])
}

/** A client's request by the website; told to whoever takes on clients, as no colleague owns it. */
const ask = async (jobTitle: string): Promise<void> => {
  const answer = await stage.call({
    method: 'POST',
    path: '/api/commands/request-staff',
    json: {
      company: 'Harbour Foods',
      contactName: 'Rosa Lind',
      email: 'rosa@harbourfoods.example',
      jobTitle,
      workLocation: 'Leeds',
    },
  })
  expect(answer.status, answer.text).toBe(200)
  await settle()
}

const command = async (as: Person, name: string, json: object) =>
  await stage.call({ method: 'POST', path: `/api/commands/${name}`, as, json })

const page = z.object({
  notices: z.array(
    z.object({
      id: z.string(),
      sentence: z.string(),
      about: z.object({ title: z.string(), path: z.string() }).nullable(),
      isRead: z.boolean(),
    }),
  ),
  unread: z.number(),
  before: z.string().nullable(),
})

const noticesOf = async (as: Person, query = '') => {
  const answer = await stage.call({ path: `/api/my-notices${query}`, as })
  expect(answer.status, answer.text).toBe(200)
  return page.parse(answer.json)
}

const mailsTo = async (person: NonNullable<Person>): Promise<string[]> => {
  const rows = await sqlOutside(stage.payload).rows({
    schema: z.object({ subject: z.string() }),
    text: `select m.subject from outbound_mails m join users u on u.email = m."to"
      where u.id = $1 order by m.created_at`,
    values: [person.id],
  })
  return rows.map(({ subject }) => subject)
}

const runDigest = async (now: string): Promise<void> => {
  const req = await stage.systemRequest()
  await inOwnTransaction({
    req,
    run: async () => await enqueue({ req, queue: 'send-digests', data: { now } }),
  })
  await settle()
}

describe('notifications', () => {
  it('tell whoever it concerns, with the record, and nobody else', async () => {
    await ask('Picker')
    for (const person of [admin, sales]) {
      const { notices, unread } = await noticesOf(person)
      expect(unread).toBe(1)
      expect(notices).toMatchObject([{ sentence: 'A client asks for staff', isRead: false }])
      expect(notices[0]?.about?.path).toMatch(/^\/admin\/collections\/order-requests\//)
      expect(await mailsTo(person)).toEqual(['New request: Picker for Harbour Foods'])
    }
    expect(await noticesOf(recruiter)).toMatchObject({ notices: [], unread: 0 })
    expect((await stage.call({ path: '/api/my-notices' })).status).toBe(403)
  })

  it('tell whoever is given a task, and not whoever takes one', async () => {
    const give = async (as: NonNullable<Person>, ownerId: string) =>
      expect((await command(as, 'create-task', { title: 'Call the yard', ownerId })).status).toBe(
        200,
      )
    await give(recruiter, recruiter.id)
    await give(admin, recruiter.id)
    await settle()
    expect(await noticesOf(recruiter)).toMatchObject({
      unread: 1,
      notices: [{ about: { title: 'Call the yard' } }],
    })
    expect(await mailsTo(recruiter)).toEqual([])
  })

  it('come once, however often the event is told', async () => {
    const event = await sqlOutside(stage.payload).first({
      schema: z.object({ id: z.string() }),
      text: `select id from domain_events where name = 'order-request.created' limit 1`,
    })
    const req = await stage.systemRequest()
    await inOwnTransaction({
      req,
      run: async () =>
        await enqueue({ req, queue: 'mail-order-request', data: { eventId: event?.id } }),
    })
    await settle()
    expect(await noticesOf(admin)).toMatchObject({ unread: 1 })
    expect(await mailsTo(admin)).toHaveLength(1)
  })

  it('are read by their owner only', async () => {
    const [mine] = (await noticesOf(admin)).notices
    const noticeIds = [mine?.id]
    expect((await command(sales, 'read-notices', { noticeIds })).json).toEqual({
      result: { read: 0 },
    })
    expect((await noticesOf(admin)).unread).toBe(1)
    expect((await command(admin, 'read-notices', { noticeIds })).json).toEqual({
      result: { read: 1 },
    })
    expect(await noticesOf(admin)).toMatchObject({ unread: 0, notices: [{ isRead: true }] })
    expect(await noticesOf(admin, '?unread=true')).toMatchObject({ notices: [] })
    expect((await command(null, 'read-notices', {})).status).toBe(403)
    const foreign = await stage.call({ path: `/api/notices/${mine?.id}`, as: sales })
    expect(foreign.status).toBe(404)
  })

  it('come by the channels that each person chose', async () => {
    const wrong = await command(admin, 'choose-notices', {
      choices: { request: { inApp: true, mail: 'weekly' } },
    })
    expect(wrong.status).toBe(422)
    expect(wrong.text).toContain('choices.request.mail')
    for (const [person, choice] of [
      [admin, { inApp: true, mail: 'digest' }],
      [sales, { inApp: false, mail: 'none' }],
    ] as const)
      expect(
        (await command(person, 'choose-notices', { choices: { request: choice }, digestHour: 8 }))
          .status,
      ).toBe(200)
    await ask('Packer')
    expect(await noticesOf(admin)).toMatchObject({ unread: 1 })
    expect(await noticesOf(sales)).toMatchObject({ notices: [{ isRead: false }], unread: 1 })
    expect(await mailsTo(admin)).toHaveLength(1)
    expect(await mailsTo(sales)).toHaveLength(1)
  })

  it('wait for the digest, one a day on the reader’s own clock, without what was read', async () => {
    await ask('Driver')
    const [driver] = (await noticesOf(admin)).notices
    await command(admin, 'read-notices', { noticeIds: [driver?.id] })
    await runDigest('2030-01-07T07:59:00.000Z')
    expect(await mailsTo(admin)).toHaveLength(1)
    await runDigest('2030-01-07T08:00:00.000Z')
    expect((await mailsTo(admin)).slice(1)).toEqual(['1 notification since your last digest'])
    await ask('Welder')
    await runDigest('2030-01-07T20:00:00.000Z')
    expect(await mailsTo(admin)).toHaveLength(2)
    await runDigest('2030-01-08T08:00:00.000Z')
    expect(await mailsTo(admin)).toHaveLength(3)
    await runDigest('2030-01-09T08:00:00.000Z')
    expect(await mailsTo(admin)).toHaveLength(3)
  })

  it('tell the followers of an order what moves it, and not whoever moved it', async () => {
    const options = { req: await stage.systemRequest(), overrideAccess: true, depth: 0 } as const
    const client = await stage.payload.create({
      collection: 'client-corporations',
      data: {
        name: 'Followed Foods',
        status: 'active',
        currency: 'USD',
        overtimeBilling: 'last-worked',
        billOvertimeMultiplierBp: 15_000,
      },
      ...options,
    })
    const order = await stage.payload.create({
      collection: 'job-orders',
      data: {
        state: 'intake',
        title: 'Followed role',
        client: client.id,
        owner: admin.id,
        followers: [sales.id, recruiter.id, admin.id],
        employmentType: 'temp',
        openingsCount: 1,
        screeningKind: 'none',
        screeningKnockOut: 'none',
        currency: 'USD',
      },
      ...options,
    })
    const chosen = await command(sales, 'choose-notices', {
      choices: { followed: { inApp: true, mail: 'at-once' } },
    })
    expect(chosen.status, chosen.text).toBe(200)
    const held = await command(recruiter, 'hold-job-order', {
      jobOrderId: order.id,
      reason: 'Budget.',
    })
    expect(held.status, held.text).toBe(200)
    await settle()
    const told = { about: { title: expect.stringContaining('Followed role') } }
    expect((await noticesOf(sales)).notices[0]).toMatchObject({
      sentence: 'An order that you follow was put on hold',
      ...told,
    })
    expect(await mailsTo(sales)).toContainEqual(expect.stringContaining('Followed role'))
    for (const other of [recruiter, admin])
      expect((await noticesOf(other)).notices).not.toContainEqual(expect.objectContaining(told))
  })

  it('are gone with the colleague', async () => {
    await stage.payload.delete({
      collection: 'users',
      id: sales.id,
      req: await stage.systemRequest(),
      overrideAccess: true,
    })
    const left = await sqlOutside(stage.payload).first({
      schema: z.object({ count: wholeNumber }),
      text: `select count(*) as count from notices where user_id = $1`,
      values: [sales.id],
    })
    expect(left?.count).toBe(0)
  })
})
