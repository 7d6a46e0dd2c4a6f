import { Secret, TOTP } from 'otpauth'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'

import { poolOf, sqlOutside, storedEventColumnsOf, wholeNumber } from '#plugins/kernel'
import { runQueuedJobs } from '../../src/testing/run-queued-jobs'
import { startStage, type Person, type Stage } from '../../src/testing/security/stage'

type Colleague = NonNullable<Person>

let stage: Stage

beforeAll(async () => {
  stage = await startStage()
})

afterAll(async () => await stage.stop())

const command = async (name: string, json: unknown, as: Person) =>
  await stage.call({ method: 'POST', path: `/api/commands/${name}`, json, as })

const looks = async (as: Person) => (await stage.call({ path: '/api/job-orders', as })).status

/** What the app shows; a later step stands for a later minute. */
const codeOf = (secret: string, stepsLater = 0): string =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({
    timestamp: Date.now() + stepsLater * 30_000,
  })

const pendingSecret = async ({ id }: Colleague): Promise<string> => {
  const row = await sqlOutside(stage.payload).first({
    schema: z.object({ pending_secret: z.string() }),
    text: 'select pending_secret from staff_second_factors where user_id = $1',
    values: [id],
  })
  if (!row) throw new Error('Nothing is pending.')
  return stage.payload.decrypt(row.pending_secret)
}

const answered = z.object({ result: z.object({ recoveryCodes: z.array(z.string()) }) })

const setUp = async (who: Colleague): Promise<{ secret: string; codes: string[] }> => {
  expect((await command('begin-second-factor', {}, who)).status).toBe(200)
  const secret = await pendingSecret(who)
  const confirmed = await command('confirm-second-factor', { code: codeOf(secret) }, who)
  expect(confirmed.status, confirmed.text).toBe(200)
  return { secret, codes: answered.parse(confirmed.json).result.recoveryCodes }
}

/** Another session of the same person, as after typing the password again. */
const signInAgain = async ({ id }: Colleague): Promise<Colleague> => {
  const user = await stage.payload.db.findOne<{ id: string; email: string }>({
    collection: 'users',
    where: { id: { equals: id } },
  })
  if (!user) throw new Error('The account is gone.')
  return await stage.newSession({ collection: 'users', row: user })
}

const events = async ({ id }: Colleague) =>
  (
    await sqlOutside(stage.payload).rows({
      schema: z.object({ name: z.string(), reason: z.string().nullable() }),
      text: `select ${storedEventColumnsOf('event')}
        from domain_events event where event.subject_id = $1 order by event.at, event.id`,
      values: [id],
    })
  ).map(({ name, reason }) => (reason ? `${name}: ${reason}` : name))

describe('a second factor', () => {
  it('makes a password half of a sign-in: until the code comes the session is nobody’s', async () => {
    const who = await stage.staff('admin')
    const { secret } = await setUp(who)
    expect(await looks(who)).toBe(200)
    const half = await signInAgain(who)
    expect(await looks(half)).toBe(403)
    for (const path of ['/api/access', '/api/payload-preferences/nav', `/api/users/${who.id}`])
      expect([path, (await stage.call({ path, as: half })).status]).not.toEqual([path, 200])
    for (const [name, input] of [
      ['hand-over-records', { userId: who.id, toUserId: who.id }],
      ['begin-second-factor', {}],
      ['renew-recovery-codes', { code: codeOf(secret, 1) }],
      ['remove-second-factor', { code: codeOf(secret, 1) }],
    ] as const)
      expect([name, (await command(name, input, half)).status]).toEqual([name, 403])
    const mine = await stage.call({
      method: 'PATCH',
      path: `/api/users/${who.id}`,
      json: { name: 'Taken over', provenSessions: ['x'], secondFactorAt: null },
      as: half,
    })
    expect(mine.status).toBe(403)
    expect((await command('prove-second-factor', { code: '000000' }, half)).status).toBe(422)
    expect(await looks(half)).toBe(403)
    expect((await command('prove-second-factor', { code: codeOf(secret, 1) }, half)).status).toBe(
      200,
    )
    expect(await looks(half)).toBe(200)
    const other = await signInAgain(who)
    const replayed = await command('prove-second-factor', { code: codeOf(secret, 1) }, other)
    expect([replayed.status, replayed.text]).toEqual([422, expect.stringContaining('used already')])
    const patched = await stage.call({
      method: 'PATCH',
      path: `/api/users/${who.id}`,
      json: { provenSessions: [], secondFactorAt: null },
      as: who,
    })
    expect(patched.text).not.toContain('provenSessions')
    expect(await looks(who)).toBe(200)
  })

  it('is opened by each recovery code once, however many uses arrive together', async () => {
    const who = await stage.staff('recruiter')
    const { codes } = await setUp(who)
    const [code = ''] = codes
    expect(codes).toHaveLength(10)
    const sessions = [await signInAgain(who), await signInAgain(who), await signInAgain(who)]
    const answers = await Promise.all(
      sessions.map(async (one) => await command('prove-second-factor', { code }, one)),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 422, 422])
    expect(await events(who)).toContain('second-factor.recovery-used')
    const { rows } = await poolOf(stage.payload).query<{ all: string }>(
      `select row_to_json(f)::text as all from staff_second_factors f where user_id = $1`,
      [who.id],
    )
    for (const one of codes) {
      expect(rows[0]?.all).not.toContain(one)
      expect(rows[0]?.all).not.toContain(one.replace('-', ''))
    }
  })

  it('keeps no secret in the answers it remembers for a repeated call', async () => {
    const who = await stage.staff('recruiter')
    await command('begin-second-factor', {}, who)
    const code = codeOf(await pendingSecret(who))
    const send = async () =>
      await stage.call({
        method: 'POST',
        path: '/api/commands/confirm-second-factor',
        json: { code },
        headers: { 'idempotency-key': 'the-same-key-twice' },
        from: '203.0.113.77',
        as: who,
      })
    const [code1 = ''] = answered.parse((await send()).json).result.recoveryCodes
    const { rows } = await poolOf(stage.payload).query<{ all: string }>(
      `select body::text as all from command_keys where body is not null`,
    )
    expect(code1).toMatch(/^\w{5}-\w{5}$/)
    expect(rows.some(({ all }) => all.includes(code1))).toBe(false)
  })

  it('takes ten wrong codes, then none for a while, not even the right one', async () => {
    const who = await stage.staff('recruiter')
    const { secret } = await setUp(who)
    const half = await signInAgain(who)
    const statuses: number[] = []
    for (let tries = 0; tries < 11; tries += 1)
      statuses.push(
        (await command('prove-second-factor', { code: `00000${tries % 10}` }, half)).status,
      )
    expect(statuses).toEqual([...Array.from({ length: 10 }, () => 422), 429])
    expect((await command('prove-second-factor', { code: codeOf(secret, 1) }, half)).status).toBe(
      429,
    )
    await poolOf(stage.payload).query(
      `update staff_second_factors set wrong_since = now() - interval '16 minutes' where user_id = $1`,
      [who.id],
    )
    expect((await command('prove-second-factor', { code: codeOf(secret, 1) }, half)).status).toBe(
      200,
    )
  })

  it('can be demanded by a role: without it the colleague only sets it up', async () => {
    const who = await stage.staff('payroll')
    expect(await looks(who)).toBe(200)
    await poolOf(stage.payload).query(
      `update roles set requires_second_factor = true where key = 'payroll'`,
    )
    expect(await looks(who)).toBe(403)
    const { secret } = await setUp(who)
    expect(await looks(who)).toBe(200)
    const removed = await command('remove-second-factor', { code: codeOf(secret, 1) }, who)
    expect([removed.status, removed.text]).toEqual([409, expect.stringContaining('Your role asks')])
  })

  it('is taken off a lost device by an admin, who is named with the reason, and sessions end', async () => {
    const admin = await stage.staff('admin')
    const who = await stage.staff('recruiter')
    await setUp(who)
    const input = { userId: who.id, reason: 'Phone stolen, checked by video call.' }
    expect(
      (await command('reset-second-factor', { userId: who.id, reason: '' }, admin)).status,
    ).toBe(422)
    expect(
      (await command('reset-second-factor', input, await stage.staff('recruiter'))).status,
    ).toBe(403)
    expect((await command('reset-second-factor', input, admin)).status).toBe(200)
    expect(await looks(who)).toBe(403)
    expect(await looks(await signInAgain(who))).toBe(200)
    await runQueuedJobs({ app: stage, queues: ['mail-factor-reset'] })
    const mail = await sqlOutside(stage.payload).first({
      schema: z.object({ mails: wholeNumber }),
      text: `select count(*) as mails from outbound_mails where subject_id = $1`,
      values: [who.id],
    })
    expect(mail?.mails).toBe(1)
    expect(await events(who)).toEqual([
      'second-factor.set-up',
      'second-factor.reset: Phone stolen, checked by video call.',
    ])
  })

  it('is switched off by oneself with a code, and new recovery codes end the old ones', async () => {
    const who = await stage.staff('recruiter')
    const { secret, codes } = await setUp(who)
    const renewed = await command('renew-recovery-codes', { code: codeOf(secret, 1) }, who)
    expect(answered.parse(renewed.json).result.recoveryCodes).not.toContain(codes[0])
    const old = await command('remove-second-factor', { code: codes[0] }, who)
    expect(old.status).toBe(422)
    const [fresh = ''] = answered.parse(renewed.json).result.recoveryCodes
    expect((await command('remove-second-factor', { code: fresh }, who)).status).toBe(200)
    expect(await looks(await signInAgain(who))).toBe(200)
  })
})
