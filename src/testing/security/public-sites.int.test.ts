import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { addCandidateToOrder, publishJob } from '#plugins/pipeline'
import {
  jobBySlug,
  menuOf,
  openJobCounts,
  pageBySlug,
  publishedJobs,
  siteByHost,
} from '#plugins/site'
import { done, makeCandidate, makeOrder, makeWorld, type World } from '../staffing-world'
import { startStage, type Stage } from './stage'

let stage: Stage
let world: World
let north: PlantedSite

type PlantedSite = { host: string; siteId: string; postingId: string }

beforeAll(async () => {
  stage = await startStage()
  world = await makeWorld({ payload: stage.payload })
  north = await plantSite('north')
})

afterAll(async () => {
  await stage.stop()
})

/** A site with a page in its menu and a job that a candidate is on; all of its words name it. */
const plantSite = async (name: string): Promise<PlantedSite> => {
  const host = `${name}.example.test`
  const site = await stage.payload.db.create({
    collection: 'sites',
    data: {
      name: `Site ${name}`,
      hostname: host,
      theme: 'base',
      locale: 'en-GB',
      zone: 'Europe/London',
      currency: 'GBP',
    },
    req: {},
  })
  const siteId = String(site.id)
  await stage.payload.db.create({
    collection: 'pages',
    data: {
      title: `About ${name}`,
      slug: `about-${name}`,
      site: siteId,
      isInMenu: true,
      position: 1,
      _status: 'published',
    },
    req: {},
  })
  const { orderId } = await makeOrder({ world })
  const candidateId = await makeCandidate({ world })
  await done({ world, command: addCandidateToOrder, input: { jobOrderId: orderId, candidateId } })
  const { postingId } = await done({
    world,
    command: publishJob,
    input: { jobOrderId: orderId, site: siteId, title: `Welder ${name}`, siteName: name },
  })
  return { host, siteId, postingId }
}

/** Everything that the public pages of a host read, whatever they are asked for. */
const publicAnswers = async ({ host, siteId }: PlantedSite, others: readonly string[]) => {
  const req = await stage.systemRequest()
  const answers: unknown[] = [await siteByHost({ req, host, adminHost: 'admin.example.test' })]
  answers.push(await menuOf({ req, siteId }), await openJobCounts({ req, siteId }))
  for (const text of ['', 'welder', ...others])
    for (const place of ['', 'yard', '%'])
      answers.push(
        await publishedJobs({ req, siteId, filter: { text, place, type: null, page: 1 } }),
      )
  for (const name of ['north', ...others]) {
    answers.push(await pageBySlug({ req, siteId, slug: `about-${name}` }))
    for (const slug of [`welder-${name}`, `welder ${name}`])
      answers.push(await jobBySlug({ req, siteId, slug }))
  }
  return JSON.stringify(answers)
}

describe('a site', () => {
  it('answers byte by byte as if there were no other', async () => {
    const alone = await publicAnswers(north, ['south'])
    expect(alone).toContain('Welder north')
    expect(alone).toContain('About north')
    const south = await plantSite('south')
    expect(await publicAnswers(north, ['south'])).toBe(alone)
    const other = await publicAnswers(south, ['south'])
    expect(other).toContain('Welder south')
    expect(other).not.toMatch(/Welder north|About north/)
  })

  it('tells nobody how to reach a candidate, a contact or a colleague', async () => {
    const answers = await publicAnswers(north, [])
    expect(answers).not.toMatch(/@|Żółkiewski|Koval|Silva|Harbor/)
    const { config } = stage.payload
    for (const { slug } of config.collections) {
      const { text } = await stage.call({ path: `/api/${slug}?limit=50&depth=3` })
      expect(text, slug).not.toMatch(/@(worker|client|agency)\.test|Żółkiewski|Koval/)
    }
  })
})

describe('applications by the hundred', () => {
  it('are put off by address, make one candidate, and staff are served meanwhile', async () => {
    const recruiter = await stage.staff('recruiter')
    const email = `spam.${randomUUID()}@example.test`
    const from = randomUUID()
    const apply = async () =>
      await stage.call({
        method: 'POST',
        path: '/api/commands/apply-to-job',
        json: {
          postingId: north.postingId,
          firstName: 'Amara',
          lastName: 'Okafor',
          email,
          agreesToApplication: true,
        },
        from,
      })
    const [sent, seen] = await Promise.all([
      Promise.all(Array.from({ length: 100 }, apply)),
      Promise.all(
        Array.from(
          { length: 10 },
          async () => await stage.call({ path: '/api/candidates?limit=5', as: recruiter }),
        ),
      ),
    ])
    expect(seen.map(({ status }) => status)).toEqual(seen.map(() => 200))
    const statuses = sent.map(({ status }) => status)
    expect(statuses.filter((status) => status === 200).length).toBeLessThanOrEqual(30)
    expect(statuses.filter((status) => status === 429).length).toBeGreaterThanOrEqual(70)
    expect(new Set(statuses)).toEqual(new Set([200, 429]))
    const refused = sent.find(({ status }) => status === 429)
    expect(Number(refused?.headers.get('retry-after'))).toBeGreaterThan(0)
    const { totalDocs } = await stage.payload.count({
      collection: 'candidates',
      where: { email: { equals: email } },
      overrideAccess: true,
    })
    expect(totalDocs).toBe(1)
  })
})
