import { addSessionToUser } from 'payload/shared'
import { createLocalReq, type DataFromCollectionSlug } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'

import { instant, sqlOutside, wholeNumber } from '#plugins/kernel'
import { runQueuedJobs } from '../../src/testing/run-queued-jobs'
import { startStage, type Person, type Stage } from '../../src/testing/security/stage'

type Admin = NonNullable<Person>

let stage: Stage
let admin: Admin
let recruiterRole: string

beforeAll(async () => {
  stage = await startStage()
  admin = await stage.staff('admin')
  recruiterRole = await roleId('recruiter')
})

afterAll(async () => await stage.stop())

const roleId = async (key: string): Promise<string> => {
  const row = await sqlOutside(stage.payload).first({
    schema: z.object({ id: z.string() }),
    text: 'select id from roles where key = $1',
    values: [key],
  })
  if (!row) throw new Error(`There is no role ${key}.`)
  return row.id
}

const command = async (name: string, json: unknown, as: Person = admin) =>
  await stage.call({ method: 'POST', path: `/api/commands/${name}`, json, as })

const accountOf = async (id: string) => {
  const row = await sqlOutside(stage.payload).first({
    schema: z.object({
      is_disabled: z.boolean().nullable(),
      invited_at: instant.nullable(),
      joined_at: instant.nullable(),
      reset_password_token: z.string().nullable(),
    }),
    text: `select is_disabled, invited_at, joined_at, reset_password_token from users where id = $1`,
    values: [id],
  })
  if (!row) throw new Error('The account is gone.')
  return row
}

const invite = async (email: string): Promise<string> => {
  const answer = await command('invite-colleague', {
    name: 'Ana Ruiz',
    email,
    roleId: recruiterRole,
  })
  expect(answer.status, answer.text).toBe(200)
  return z.object({ result: z.object({ userId: z.string() }) }).parse(answer.json).result.userId
}

const choosePassword = async (token: string | null) =>
  await stage.call({
    method: 'POST',
    path: '/api/users/reset-password',
    json: { token, password: 'four horses at a gate' },
  })

const eventsOf = async (id: string): Promise<string[]> =>
  (
    await sqlOutside(stage.payload).rows({
      schema: z.object({ name: z.string() }),
      text: `select name from domain_events where subject_id = $1 order by at, id`,
      values: [id],
    })
  ).map(({ name }) => name)

describe('an invited colleague', () => {
  it('gets a mail without the token in the outbox, chooses a password and is in', async () => {
    const id = await invite('ana@agency.test')
    await runQueuedJobs({ app: stage, queues: ['mail-invitation', 'send-mail'] })
    const mail = await sqlOutside(stage.payload).first({
      schema: z.object({ subject: z.string(), all: z.string() }),
      text: `select subject, row_to_json(m)::text as all from outbound_mails m where "to" = $1`,
      values: ['ana@agency.test'],
    })
    const { reset_password_token: token } = await accountOf(id)
    expect(mail?.subject).toEqual(expect.stringMatching(/^Welcome to /))
    expect(token).toBeTruthy()
    const life = await sqlOutside(stage.payload).first({
      schema: z.object({ days: wholeNumber }),
      text: `select round(extract(epoch from reset_password_expiration - now()) / 86400) as days
        from users where id = $1`,
      values: [id],
    })
    expect(life?.days).toBe(7)
    expect(mail?.all).not.toContain(token)
    expect((await choosePassword(token)).status).toBe(200)
    expect((await accountOf(id)).joined_at).not.toBeNull()
    expect(await eventsOf(id)).toEqual([
      'user.created',
      'staff.invited',
      'staff-password.reset',
      'staff.joined',
    ])
    expect((await command('resend-invitation', { userId: id })).status).toBe(409)
  })

  it('comes in by the newest invitation only, and by none that was withdrawn', async () => {
    const id = await invite('ben@agency.test')
    const first = (await accountOf(id)).reset_password_token
    expect((await command('resend-invitation', { userId: id })).status).toBe(200)
    const second = (await accountOf(id)).reset_password_token
    expect(second).not.toBe(first)
    expect((await choosePassword(first)).status).toBe(403)
    expect((await command('withdraw-invitation', { userId: id })).status).toBe(200)
    expect((await choosePassword(second)).status).toBe(403)
    expect((await accountOf(id)).is_disabled).toBe(true)
    expect((await command('resend-invitation', { userId: id })).status).toBe(200)
    expect((await choosePassword((await accountOf(id)).reset_password_token)).status).toBe(200)
  })

  it('is refused with the field and the remedy when the address is taken or none', async () => {
    await invite('cleo@agency.test')
    const taken = await command('invite-colleague', {
      name: 'Cleo',
      email: 'CLEO@agency.test',
      roleId: recruiterRole,
    })
    expect([taken.status, taken.text]).toEqual([422, expect.stringContaining('already has this')])
    const none = await command('invite-colleague', {
      name: 'Cleo',
      email: 'cleo at agency',
      roleId: recruiterRole,
    })
    expect([none.status, none.text]).toEqual([422, expect.stringContaining('ana@agency.com')])
    const recruiter = await stage.staff('recruiter')
    expect(
      (
        await command(
          'invite-colleague',
          { name: 'x', email: 'x@y.test', roleId: recruiterRole },
          recruiter,
        )
      ).status,
    ).toBe(403)
    const byRest = await stage.call({
      method: 'POST',
      path: '/api/users',
      json: { name: 'x', email: 'x@y.test', password: 'four horses at a gate' },
      as: admin,
    })
    expect(byRest.status).toBe(403)
  })
})

describe('a disabled colleague', () => {
  it('is out at once on every device, and old sessions stay dead when they are let in again', async () => {
    const colleague = await stage.staff('recruiter')
    const looks = async () => (await stage.call({ path: '/api/job-orders', as: colleague })).status
    expect(await looks()).toBe(200)
    const disabled = await command('disable-colleague', { userId: colleague.id, reason: 'Left.' })
    expect(disabled.status).toBe(200)
    expect(await looks()).toBe(403)
    expect((await command('enable-colleague', { userId: colleague.id })).status).toBe(200)
    expect(await looks()).toBe(403)
    expect(await eventsOf(colleague.id)).toEqual(['staff.disabled', 'staff.enabled'])
  })

  it('stays disabled when a sign-in was under way meanwhile', async () => {
    const colleague = await stage.staff('recruiter')
    const { config } = stage.payload.collections.users
    const read = await stage.payload.db.findOne<DataFromCollectionSlug<'users'>>({
      collection: 'users',
      where: { id: { equals: colleague.id } },
      req: await createLocalReq({}, stage.payload),
    })
    if (!read) throw new Error('The account is gone.')
    expect((await command('disable-colleague', { userId: colleague.id })).status).toBe(200)
    await addSessionToUser({
      collectionConfig: config,
      payload: stage.payload,
      req: await createLocalReq({}, stage.payload),
      user: { ...read, collection: 'users' },
    })
    expect((await accountOf(colleague.id)).is_disabled).toBe(true)
    expect((await stage.call({ path: '/api/job-orders', as: colleague })).status).toBe(403)
  })

  it('is disabled by the command only, never by a field', async () => {
    const colleague = await stage.staff('recruiter')
    await stage.call({
      method: 'PATCH',
      path: `/api/users/${colleague.id}`,
      json: { isDisabled: true, joinedAt: '2020-01-01T00:00:00.000Z' },
      as: admin,
    })
    const { is_disabled, joined_at } = await accountOf(colleague.id)
    expect([is_disabled === true, joined_at]).toEqual([false, null])
    const gone = await stage.call({
      method: 'DELETE',
      path: `/api/users/${colleague.id}`,
      as: admin,
    })
    expect(gone.status).toBe(403)
  })
})

describe('somebody who manages staff is always left', () => {
  const alone = async (): Promise<[Admin, Admin]> => {
    const pair: [Admin, Admin] = [await stage.staff('admin'), await stage.staff('admin')]
    await sqlOutside(stage.payload).run({
      text: `update users set is_disabled = true where id <> all($1::uuid[])`,
      values: [pair.map(({ id }) => id)],
    })
    return pair
  }

  it('when the last two disable each other at the same time', async () => {
    const [one, other] = await alone()
    const answers = await Promise.all([
      command('disable-colleague', { userId: other.id }, one),
      command('disable-colleague', { userId: one.id }, other),
    ])
    const statuses = answers.map(({ status }) => status)
    expect(statuses.filter((status) => status === 200)).toHaveLength(1)
    expect(statuses.every((status) => status < 500)).toBe(true)
    const left = statuses[0] === 200 ? one : other
    const roles = await stage.call({
      method: 'PATCH',
      path: `/api/users/${left.id}`,
      json: { roles: [recruiterRole] },
      as: left,
    })
    expect([roles.status, roles.text]).toEqual([
      400,
      expect.stringContaining('Nobody would be left'),
    ])
    const adminRole = await roleId('admin')
    const permissions = await stage.call({
      method: 'PATCH',
      path: `/api/roles/${adminRole}`,
      json: { permissions: ['staff.read'] },
      as: left,
    })
    expect(permissions.status).toBe(400)
    const removed = await stage.call({
      method: 'DELETE',
      path: `/api/roles/${adminRole}`,
      as: left,
    })
    expect([removed.status, removed.text]).toEqual([409, expect.stringContaining('have this role')])
    admin = left
  })
})

describe('the records of a colleague who leaves', () => {
  it('become a successor’s in one act, each told on its own timeline, closed ones not', async () => {
    const leaver = await stage.staff('recruiter')
    const heir = await stage.staff('recruiter')
    const req = await stage.systemRequest()
    const client = await stage.payload.create({
      collection: 'client-corporations',
      data: {
        name: 'Meridian',
        currency: 'USD',
        status: 'active',
        overtimeBilling: 'last-worked',
        billOvertimeMultiplierBp: 15_000,
        owner: leaver.id,
      },
      req,
      overrideAccess: true,
    })
    const order = async (state: string) => {
      const made = await stage.payload.create({
        collection: 'job-orders',
        data: {
          state: 'intake',
          title: 'Forklift operator',
          client: client.id,
          owner: leaver.id,
          employmentType: 'temp',
          openingsCount: 1,
          screeningKind: 'none',
          currency: 'USD',
        },
        req,
        overrideAccess: true,
        depth: 0,
      })
      await sqlOutside(stage.payload).run({
        text: 'update job_orders set state = $2 where id = $1',
        values: [made.id, state],
      })
      return made.id
    }
    const [open, closed] = [await order('active'), await order('closed_lost')]
    const ownerOf = async (id: string) =>
      (
        await sqlOutside(stage.payload).first({
          schema: z.object({ owner_id: z.string() }),
          text: 'select owner_id from job_orders where id = $1',
          values: [id],
        })
      )?.owner_id
    const give = async (input: object) =>
      await command('hand-over-records', { userId: leaver.id, ...input })
    expect((await give({ toUserId: leaver.id })).status).toBe(422)
    const some = await give({ toUserId: heir.id, kinds: { clients: true } })
    expect(some.json).toEqual({ result: { counts: { clients: 1 }, total: 1 } })
    const rest = await give({ toUserId: heir.id })
    expect(rest.json).toMatchObject({
      result: { counts: { 'job-orders': 1, clients: 0 }, total: 1 },
    })
    expect([await ownerOf(open), await ownerOf(closed)]).toEqual([heir.id, leaver.id])
    const told = await sqlOutside(stage.payload).first({
      schema: z.object({ changes: z.unknown(), client_id: z.string(), command: z.string() }),
      text: `select changes, client_id, command from domain_events
        where subject_id = $1 and name = 'job-order.updated' order by at desc limit 1`,
      values: [open],
    })
    expect(told).toEqual({
      changes: { owner: [leaver.id, heir.id] },
      client_id: client.id,
      command: 'hand-over-records',
    })
    const none = await give({ toUserId: heir.id })
    expect([none.status, none.text]).toEqual([409, expect.stringContaining('nothing to hand over')])
    const shut = await stage.staff('recruiter')
    await command('disable-colleague', { userId: shut.id })
    expect((await give({ toUserId: shut.id })).status).toBe(422)
  })
})

describe('the table of rights', () => {
  it('gives and takes one permission, but never the last way to manage staff', async () => {
    const trainer = await roleId('trainer')
    const tick = async (permission: string, isAllowed: boolean, role = trainer) =>
      await command('set-role-permission', { roleId: role, permission, isAllowed })
    expect((await tick('reports.read', true)).json).toMatchObject({
      result: { permissions: expect.arrayContaining(['reports.read']) },
    })
    expect((await tick('reports.read', false)).text).not.toContain('reports.read')
    expect((await tick('no.such', true)).status).toBe(422)
    const last = await tick('staff.write', false, await roleId('admin'))
    expect([last.status, last.text]).toEqual([409, expect.stringContaining('Nobody would be left')])
  })
})
