import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'

import { sqlOutside } from '#plugins/kernel'
import { startStage, type Person, type Stage } from '../../src/testing/security/stage'

let stage: Stage
let admin: NonNullable<Person>
const ids: Record<string, string> = {}

const create = async (collection: string, data: object): Promise<string> => {
  const answer = await stage.call({
    method: 'POST',
    path: `/api/${collection}`,
    as: admin,
    json: data,
  })
  expect(answer.status, answer.text).toBe(201)
  return z.object({ doc: z.object({ id: z.string() }) }).parse(answer.json).doc.id
}

const candidate = async (key: string, data: object): Promise<void> => {
  ids[key] = await create('candidates', {
    zone: 'Europe/London',
    locale: 'en-GB',
    currency: 'GBP',
    firstName: key,
    lastName: 'Fit',
    email: `${key}@people.test`,
    ...data,
  })
}

const licensed = async (key: string, until: string) =>
  await sqlOutside(stage.payload).run({
    text: `insert into credentials (id, candidate_id, type_id, state, expires_on)
      values (uuid_v7(), $1, $2, 'verified', $3)`,
    values: [ids[key], ids.licence, until],
  })

beforeAll(async () => {
  stage = await startStage()
  admin = await stage.staff('admin')
  const sql = sqlOutside(stage.payload)
  ids.licence = await create('credential-types', { name: 'Nursing licence' })
  ids.skill = await create('skills', {
    name: 'Zyxology',
    aliases: ['ZXL'],
    category: 'healthcare',
  })
  ids.client = await create('client-corporations', { name: 'St Anne', currency: 'GBP' })
  ids.place = await create('work-locations', {
    name: 'Ward',
    client: ids.client,
    zone: 'Europe/London',
    latitude: 51.5072,
    longitude: -0.1276,
  })
  ids.order = await create('job-orders', {
    title: 'Night nurse',
    client: ids.client,
    owner: admin.id,
    employmentType: 'temp',
    startsOn: '2027-01-10',
    mustHaves: ['ZXL', 'night shift'],
    niceToHaves: ['Spanish'],
    credentialTypes: [ids.licence],
    workLocation: ids.place,
    payRateE4: 300_000,
    currency: 'GBP',
  })
  const fit = {
    expertise: [{ skill: ids.skill, years: 6 }],
    skills: ['night shift', 'Spanish'],
    availableOn: '2026-12-01',
    desiredPayRateE4: 280_000,
  }
  await candidate('best', fit)
  await candidate('dear', { ...fit, desiredPayRateE4: 350_000 })
  await candidate('partly', { ...fit, skills: ['Spanish'] })
  await candidate('unlicensed', fit)
  await candidate('expired', fit)
  await candidate('permanent', { ...fit, employmentTypes: ['permanent'] })
  await candidate('away', {
    ...fit,
    availability: [{ kind: 'unavailable', from: '2027-01-01', to: '2027-01-31' }],
  })
  await candidate('far', { ...fit, maxDistanceKm: 20 })
  for (const key of ['best', 'dear', 'partly', 'permanent', 'away', 'far'])
    await licensed(key, '2027-06-30')
  await licensed('expired', '2027-01-09')
  await sql.run({
    text: `update candidates set latitude = 51.4543, longitude = -0.9781 where id = $1`,
    values: [ids.far],
  })
})

afterAll(async () => {
  await stage.stop()
})

const shape = z.object({
  matches: z.array(
    z.object({
      candidateId: z.string(),
      score: z.number(),
      parts: z.array(z.object({ key: z.string(), why: z.string() })),
      submissionState: z.string().nullable(),
      isBlocked: z.boolean(),
    }),
  ),
  scored: z.number(),
})

const ordersShape = z.object({
  matches: z.array(
    z.object({
      jobOrderId: z.string(),
      score: z.number(),
      parts: z.array(z.object({ key: z.string(), why: z.string() })),
      submissionState: z.string().nullable(),
    }),
  ),
  isOut: z.boolean(),
})

const matches = async (as: Person = admin) => {
  const answer = await stage.call({ path: `/api/job-orders/${ids.order}/matches`, as })
  expect(answer.status, answer.text).toBe(200)
  return shape.parse(answer.json).matches.map((match) => ({
    ...match,
    key: Object.keys(ids).find((key) => ids[key] === match.candidateId),
  }))
}

describe('who fits an order', () => {
  it('is only who meets what is demanded, the best first, with reasons', async () => {
    const found = await matches()
    expect(found.map(({ key }) => key)).toEqual(['best', 'dear', 'partly'])
    expect(found[0]?.parts.map(({ why }) => why).join()).toContain('ZXL (6 years)')
    expect(found[2]?.parts.map(({ why }) => why).join()).toContain('not seen: night shift')
  })

  it('marks who is on the order already', async () => {
    const added = await stage.call({
      method: 'POST',
      path: '/api/commands/add-candidate-to-order',
      as: admin,
      json: { jobOrderId: ids.order, candidateId: ids.best },
    })
    expect(added.status, added.text).toBe(200)
    expect((await matches()).map(({ key, submissionState }) => [key, submissionState])).toEqual([
      ['best', 'new'],
      ['dear', null],
      ['partly', null],
    ])
  })

  it('is told the same when one begins with the candidate', async () => {
    await sqlOutside(stage.payload).run({
      text: `update job_orders set state = 'active' where id = $1`,
      values: [ids.order],
    })
    const forwards = new Map(
      (await matches()).map(({ key, score, parts }) => [key, { score, parts }]),
    )
    const backwards = async (key: string) => {
      const answer = await stage.call({ path: `/api/candidates/${ids[key]}/matches`, as: admin })
      expect(answer.status, answer.text).toBe(200)
      return ordersShape.parse(answer.json)
    }
    for (const key of ['best', 'dear', 'partly'])
      expect((await backwards(key)).matches, key).toEqual([
        expect.objectContaining({ jobOrderId: ids.order, ...forwards.get(key) }),
      ])
    expect((await backwards('best')).matches[0]?.submissionState).toBe('new')
    for (const key of ['unlicensed', 'expired', 'permanent', 'away', 'far'])
      expect((await backwards(key)).matches, key).toEqual([])
    await sqlOutside(stage.payload).run({
      text: `update candidates set state = 'do_not_use' where id = $1`,
      values: [ids.away],
    })
    expect((await backwards('away')).isOut).toBe(true)
    for (const id of ['nonsense', ids.client])
      expect((await stage.call({ path: `/api/candidates/${id}/matches`, as: admin })).status).toBe(
        404,
      )
    expect((await stage.call({ path: `/api/candidates/${ids.best}/matches` })).status).toBe(403)
  })

  it('is told of a talent pool alone, to whoever sees the pool', async () => {
    const pool = await create('talent-pools', { name: 'Dear ones', isShared: false })
    const added = await stage.call({
      method: 'POST',
      path: '/api/commands/add-to-pool',
      as: admin,
      json: { poolId: pool, candidateIds: [ids.dear, ids.expired] },
    })
    expect(added.status, added.text).toBe(200)
    const path = `/api/job-orders/${ids.order}/matches?pool=`
    const of = await stage.call({ path: `${path}${pool}`, as: admin })
    expect(shape.parse(of.json).matches.map(({ candidateId }) => candidateId)).toEqual([ids.dear])
    for (const asked of [
      { path: `${path}nonsense`, as: admin },
      { path: `${path}${pool}`, as: await stage.staff('recruiter') },
    ])
      expect((await stage.call(asked)).status).toBe(422)
  })

  it('takes pay into account only for those who may see it', async () => {
    const blind = await stage.staffWith(['candidates.read', 'orders.read', 'pipeline.read'])
    const parts = (await matches(blind)).flatMap((match) => match.parts.map(({ key }) => key))
    expect(parts).not.toContain('pay')
    expect(parts).toContain('distance')
  })

  it('is told to those who may see both sides, of orders that there are', async () => {
    const path = `/api/job-orders/${ids.order}/matches`
    expect((await stage.call({ path, as: await stage.staff('trainer') })).status).toBe(403)
    expect((await stage.call({ path })).status).toBe(403)
    for (const id of ['nonsense', ids.client])
      expect((await stage.call({ path: `/api/job-orders/${id}/matches`, as: admin })).status).toBe(
        404,
      )
  })
})
