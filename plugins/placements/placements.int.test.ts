import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { extractText, getDocumentProxy } from 'unpdf'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'

import { requestFor, sqlOutside, wholeNumber } from '#plugins/kernel'
import { reserveOpening } from '#plugins/pipeline'
import { runQueuedJobs } from '../../src/testing/run-queued-jobs'
import { startPayload, type TestApp } from '../../src/testing/harness'
import {
  attempt,
  candidateActor,
  contactActor,
  done,
  makeCandidate,
  makeOrder,
  makeSubmission,
  makeWorker,
  makeWorld,
  staffWith,
  startWork,
  type World,
} from '../../src/testing/staffing-world'
import {
  cancelPlacement,
  changePlacementTerms,
  confirmPlacement,
  endPlacement,
  placeCandidate,
  placementForCandidate,
  placementsOfCandidate,
  placementsOfClient,
  startPlacement,
  termsOfPlacement,
  verifyReadinessItem,
  waiveReadinessItem,
} from './index'

let app: TestApp
let world: World

beforeAll(async () => {
  app = await startPayload({ env: { DATABASE_POOL: '20' } })
  world = await makeWorld({ payload: app.payload })
})

afterAll(async () => {
  await app.stop()
})

const startsOn = '2026-06-01'

const counted = async (text: string, values: unknown[]): Promise<number> => {
  const row = await sqlOutside(app.payload).first({
    schema: z.object({ count: wholeNumber }),
    text: `select count(*) as count from ${text}`,
    values,
  })
  return row?.count ?? -1
}

const seatsOf = async (orderId: string) => ({
  filled: await counted(`openings where job_order_id = $1 and state = 'filled'`, [orderId]),
  placed: await counted(
    `placements where job_order_id = $1 and state not in ('cancelled', 'no_start')`,
    [orderId],
  ),
  closings: await counted(`domain_events where subject_id = $1 and name = 'job-order.filled'`, [
    orderId,
  ]),
})

const stateOf = async (collection: 'job-orders' | 'placements' | 'submissions', id: string) =>
  (await app.payload.findByID({ collection, id, depth: 0, overrideAccess: true })).state

const inTheRunning = async (orderId: string, count: number) =>
  await Promise.all(
    Array.from({ length: count }, async () =>
      makeSubmission({ world, orderId, candidateId: await makeCandidate({ world }) }),
    ),
  )

const byPhone = (submissionId: string) => ({ submissionId, startsOn, isConfirmedByPhone: true })

describe('place-candidate', () => {
  it.each([1, 3])('gives %i openings to exactly as many of eight callers', async (openings) => {
    const { orderId } = await makeOrder({ world, openings })
    const submissions = await inTheRunning(orderId, 8)
    const results = await Promise.all(
      submissions.map(async (id) =>
        attempt({ world, command: placeCandidate, input: byPhone(id) }),
      ),
    )
    const refusals = results.flatMap((result) => (result.ok ? [] : [result.failure]))
    expect(results.filter(({ ok }) => ok)).toHaveLength(openings)
    expect(refusals).toHaveLength(8 - openings)
    for (const failure of refusals)
      expect(failure).toMatchObject({
        kind: 'state',
        code: 'order-closed',
        message: expect.stringContaining('Filled'),
      })
    expect(await seatsOf(orderId)).toEqual({ filled: openings, placed: openings, closings: 1 })
    expect(await stateOf('job-orders', orderId)).toBe('filled')
    expect(
      await counted(
        `domain_events where order_id = $1 and name = 'submission.order-filled'
          and person_type = 'candidate'`,
        [orderId],
      ),
    ).toBe(8 - openings)
    expect(
      await counted(`submissions where job_order_id = $1 and state = 'client_review'`, [orderId]),
    ).toBe(8 - openings)
  })

  it('places the same submission once however often it is called at once', async () => {
    const { orderId } = await makeOrder({ world, openings: 3 })
    const [submissionId = ''] = await inTheRunning(orderId, 1)
    const results = await Promise.all(
      Array.from({ length: 4 }, async () =>
        attempt({ world, command: placeCandidate, input: byPhone(submissionId) }),
      ),
    )
    expect(results.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await seatsOf(orderId)).toEqual({ filled: 1, placed: 1, closings: 0 })
  })

  it('gives one chosen opening to one of two', async () => {
    const { orderId, openingIds } = await makeOrder({ world, openings: 2 })
    const [first = '', second = ''] = await inTheRunning(orderId, 2)
    const [openingId = ''] = openingIds
    const results = await Promise.all(
      [first, second].map(async (id) =>
        attempt({ world, command: placeCandidate, input: { ...byPhone(id), openingId } }),
      ),
    )
    expect(results.filter(({ ok }) => ok)).toHaveLength(1)
    expect(results.find(({ ok }) => !ok)).toMatchObject({
      failure: { kind: 'state', code: 'opening-taken' },
    })
  })

  it('places nobody on an opening that is kept for somebody else, and them on it', async () => {
    const { orderId, openingIds } = await makeOrder({ world, openings: 1 })
    const [kept = '', other = ''] = await inTheRunning(orderId, 2)
    const [openingId = ''] = openingIds
    await done({ world, command: reserveOpening, input: { submissionId: kept } })
    expect(await attempt({ world, command: placeCandidate, input: byPhone(other) })).toMatchObject({
      failure: { kind: 'state', code: 'no-opening-left' },
    })
    expect(
      await attempt({ world, command: placeCandidate, input: { ...byPhone(other), openingId } }),
    ).toMatchObject({ failure: { kind: 'state', code: 'opening-reserved' } })
    await done({ world, command: placeCandidate, input: byPhone(kept) })
    expect(
      await counted(`openings where id = $1 and state = 'filled' and submission_id = $2`, [
        openingId,
        kept,
      ]),
    ).toBe(1)
  })

  it('keeps openings and placements equal over any order of placing and cancelling', async () => {
    const { orderId } = await makeOrder({ world, openings: 2 })
    const submissions = await inTheRunning(orderId, 4)
    for (let round = 0; round < 3; round += 1) {
      await Promise.all(
        submissions.map(async (id) =>
          attempt({ world, command: placeCandidate, input: byPhone(id) }),
        ),
      )
      expect(await seatsOf(orderId)).toMatchObject({ filled: 2, placed: 2, closings: round + 1 })
      const { docs } = await app.payload.find({
        collection: 'placements',
        where: { jobOrder: { equals: orderId }, state: { equals: 'pending' } },
        depth: 0,
        overrideAccess: true,
      })
      const cancelled = await Promise.all(
        [docs[0], docs[0]].map(async (placement) =>
          attempt({
            world,
            command: cancelPlacement,
            input: { placementId: placement?.id ?? '', reason: 'The client changed the date.' },
          }),
        ),
      )
      expect(cancelled.filter(({ ok }) => ok)).toHaveLength(1)
      expect(await seatsOf(orderId)).toMatchObject({ filled: 1, placed: 1 })
      expect(await stateOf('job-orders', orderId)).toBe('active')
    }
  })

  it('wants an accepted offer unless staff say that both sides agreed on the phone', async () => {
    const { orderId } = await makeOrder({ world })
    const candidateId = await makeCandidate({ world })
    const submissionId = await makeSubmission({ world, orderId, candidateId, state: 'offer' })
    const input = { submissionId, startsOn }
    expect(await attempt({ world, command: placeCandidate, input })).toMatchObject({
      failure: { kind: 'state', code: 'offer-not-accepted' },
    })
    await app.payload.create({
      collection: 'offers',
      data: {
        state: 'accepted',
        submission: submissionId,
        jobOrder: orderId,
        candidate: candidateId,
        client: world.client.clientId,
        version: 1,
        currency: 'USD',
        payRateE4: 215_000,
        startsOn,
      },
      req: await app.systemRequest(),
      overrideAccess: true,
    })
    const { placementId } = await done({ world, command: placeCandidate, input })
    const req = await app.systemRequest()
    expect(await termsOfPlacement({ req, placementId })).toMatchObject([
      { version: 1, payRateE4: 215_000, billRateE4: 300_000, ruleSet: 'us-federal' },
    ])
    expect(await stateOf('submissions', submissionId)).toBe('placed')
  })

  it('refuses somebody the client has not seen, even when vouched for', async () => {
    const { orderId } = await makeOrder({ world })
    const candidateId = await makeCandidate({ world })
    const submissionId = await makeSubmission({ world, orderId, candidateId, state: 'screening' })
    expect(
      await attempt({ world, command: placeCandidate, input: byPhone(submissionId) }),
    ).toMatchObject({ failure: { kind: 'state', code: 'move-forbidden' } })
    expect(await seatsOf(orderId)).toEqual({ filled: 0, placed: 0, closings: 0 })
  })

  it('names each rate that is missing', async () => {
    const { orderId } = await makeOrder({ world })
    await sqlOutside(app.payload).run({
      text: 'update job_orders set pay_rate_e4 = null, bill_rate_e4 = null where id = $1',
      values: [orderId],
    })
    const [submissionId = ''] = await inTheRunning(orderId, 1)
    expect(
      await attempt({ world, command: placeCandidate, input: byPhone(submissionId) }),
    ).toMatchObject({
      failure: {
        kind: 'input',
        fields: { payRateE4: expect.any(String), billRateE4: expect.any(String) },
      },
    })
  })

  it('lets only those who see an amount set it', async () => {
    const { orderId } = await makeOrder({ world })
    const [submissionId = ''] = await inTheRunning(orderId, 1)
    const input = byPhone(submissionId)
    const call = async (amounts: object, ...permissions: string[]) =>
      await attempt({
        world,
        command: placeCandidate,
        input: { ...input, ...amounts },
        actor: staffWith('placements.write', ...permissions),
      })
    expect(await call({ billRateE4: 1 }, 'pay.read')).toMatchObject({ failure: { kind: 'right' } })
    expect(await call({ payRateE4: 1 }, 'rates.read')).toMatchObject({ failure: { kind: 'right' } })
    expect(
      await attempt({ world, command: placeCandidate, input, actor: staffWith('placements.read') }),
    ).toMatchObject({ failure: { kind: 'right' } })
    expect(await call({})).toMatchObject({ ok: true })
  })

  it('reckons the fee of a permanent job from the salary, or takes the flat one', async () => {
    const permanent = {
      employmentType: 'permanent',
      payRateE4: null,
      billRateE4: null,
    } as const
    const share = await makeOrder({
      world,
      data: {
        ...permanent,
        feeBp: 2_250,
        salaryFromMinor: 7_000_000,
        salaryToMinor: 9_000_000,
      },
    })
    const [first = ''] = await inTheRunning(share.orderId, 1)
    expect(await attempt({ world, command: placeCandidate, input: byPhone(first) })).toMatchObject({
      failure: { kind: 'input', fields: { salaryMinor: expect.any(String) } },
    })
    const placed = await done({
      world,
      command: placeCandidate,
      input: { ...byPhone(first), salaryMinor: 8_333_333 },
    })
    const req = await app.systemRequest()
    expect(await termsOfPlacement({ req, placementId: placed.placementId })).toMatchObject([
      // 22.5 % of 83,333.33 is 18,749.99925.
      { salaryMinor: 8_333_333, feeMinor: 1_875_000, payRateE4: null, billRateE4: null },
    ])
    const flat = await makeOrder({
      world,
      data: {
        ...permanent,
        feeFlatMinor: 990_000,
        salaryFromMinor: 7_000_000,
        salaryToMinor: 7_000_000,
      },
    })
    const [second = ''] = await inTheRunning(flat.orderId, 1)
    const other = await done({ world, command: placeCandidate, input: byPhone(second) })
    expect(await termsOfPlacement({ req, placementId: other.placementId })).toMatchObject([
      { salaryMinor: 7_000_000, feeMinor: 990_000 },
    ])
  })

  it('refuses a stopped client, a blocked candidate and somebody else’s approver', async () => {
    const { orderId } = await makeOrder({ world })
    const candidateId = await makeCandidate({ world })
    const submissionId = await makeSubmission({ world, orderId, candidateId })
    const stranger = world.otherClient.contactId
    const call = async (more: object) =>
      await attempt({
        world,
        command: placeCandidate,
        input: { ...byPhone(submissionId), ...more },
      })
    expect(await call({ approverId: stranger })).toMatchObject({
      failure: { kind: 'input', fields: { approverId: expect.any(String) } },
    })
    expect(await call({ workLocationId: world.otherClient.locationId })).toMatchObject({
      failure: { fields: { workLocationId: expect.any(String) } },
    })
    expect(await call({ endsOn: '2026-05-01' })).toMatchObject({
      failure: { fields: { endsOn: expect.any(String) } },
    })
    const set = async (isOnCreditStop: boolean) =>
      await app.payload.update({
        collection: 'client-corporations',
        id: world.client.clientId,
        data: { isOnCreditStop },
        req: await app.systemRequest(),
        overrideAccess: true,
      })
    await set(true)
    expect(await call({})).toMatchObject({ failure: { code: 'client-on-credit-stop' } })
    await set(false)
    const req = await app.systemRequest()
    req.context.reason = 'Threatened a colleague.'
    await app.payload.update({
      collection: 'candidates',
      id: candidateId,
      data: { state: 'do_not_use' },
      req,
      overrideAccess: true,
    })
    expect(await call({})).toMatchObject({ failure: { code: 'candidate-not-placeable' } })
  })
})

describe('the terms of a placement', () => {
  it('stay as they were agreed when the order’s rates change', async () => {
    const { placementId, orderId } = await makeWorker({ world, startsOn })
    await app.payload.update({
      collection: 'job-orders',
      id: orderId,
      data: { payRateE4: 999_000, billRateE4: 999_000 },
      req: await app.systemRequest(),
      overrideAccess: true,
    })
    const req = await app.systemRequest()
    expect(await termsOfPlacement({ req, placementId })).toMatchObject([
      { payRateE4: 200_000, billRateE4: 300_000 },
    ])
  })

  it('get a new version from a day on and are never rewritten', async () => {
    const { placementId } = await makeWorker({ world, startsOn })
    const input = { placementId, effectiveFromOn: '2026-07-01', payRateE4: 220_000 }
    expect(
      await attempt({
        world,
        command: changePlacementTerms,
        input,
        actor: staffWith('placements.write', 'rates.read'),
      }),
    ).toMatchObject({ failure: { kind: 'right' } })
    expect(await done({ world, command: changePlacementTerms, input })).toMatchObject({
      version: 2,
    })
    expect(
      await attempt({
        world,
        command: changePlacementTerms,
        input: { ...input, effectiveFromOn: '2026-06-15' },
      }),
    ).toMatchObject({ failure: { fields: { effectiveFromOn: expect.any(String) } } })
    const req = await app.systemRequest()
    expect(await termsOfPlacement({ req, placementId })).toMatchObject([
      { version: 1, effectiveFromOn: startsOn, payRateE4: 200_000, billRateE4: 300_000 },
      { version: 2, effectiveFromOn: '2026-07-01', payRateE4: 220_000, billRateE4: 300_000 },
    ])
    await expect(
      sqlOutside(app.payload).run({
        text: 'update placement_terms set pay_rate_e4 = 1 where placement_id = $1',
        values: [placementId],
      }),
    ).rejects.toThrow('a new agreement is a new version')
  })
})

describe('readiness', () => {
  it('asks for the order’s credentials and the letter, and counts what is on file', async () => {
    const req = await app.systemRequest()
    const types = await Promise.all(
      ['Forklift licence', 'First aid', 'Cold store'].map(
        async (name) =>
          await app.payload.create({
            collection: 'credential-types',
            data: { name },
            req: await app.systemRequest(),
            overrideAccess: true,
          }),
      ),
    )
    const { orderId } = await makeOrder({
      world,
      data: { credentialTypes: types.map(({ id }) => id) },
    })
    const candidateId = await makeCandidate({ world })
    for (const [index, expiresOn] of ['2027-01-01', '2026-05-31'].entries())
      await app.payload.create({
        collection: 'credentials',
        data: {
          state: 'verified',
          candidate: candidateId,
          type: types[index]?.id ?? '',
          expiresOn,
        },
        req,
        overrideAccess: true,
      })
    const submissionId = await makeSubmission({ world, orderId, candidateId })
    const { placementId } = await done({
      world,
      command: placeCandidate,
      input: byPhone(submissionId),
    })
    const items = async () =>
      (
        await app.payload.find({
          collection: 'readiness-items',
          where: { placement: { equals: placementId } },
          sort: 'name',
          depth: 0,
          overrideAccess: true,
        })
      ).docs
    expect((await items()).map(({ name, state }) => [name, state])).toEqual([
      ['Assignment letter', 'missing'],
      ['Cold store', 'missing'],
      ['First aid', 'missing'],
      ['Forklift licence', 'verified'],
    ])

    await done({ world, command: confirmPlacement, input: { placementId } })
    expect(await attempt({ world, command: startPlacement, input: { placementId } })).toMatchObject(
      {
        failure: { kind: 'state', code: 'not-ready' },
      },
    )
    const open = (await items()).filter(({ state }) => state === 'missing')
    const [letter, ...rest] = open
    expect(
      await attempt({
        world,
        command: waiveReadinessItem,
        input: { itemId: letter?.id ?? '', reason: ' ' },
      }),
    ).toMatchObject({ failure: { kind: 'input', fields: { reason: expect.any(String) } } })
    await done({
      world,
      command: waiveReadinessItem,
      input: { itemId: letter?.id ?? '', reason: 'Sent on paper.' },
    })
    await Promise.all(
      rest.map(async ({ id }) =>
        done({ world, command: verifyReadinessItem, input: { itemId: id } }),
      ),
    )
    expect(await stateOf('placements', placementId)).toBe('ready')
    expect(
      await counted(`domain_events where subject_id = $1 and name = 'placement.ready'`, [
        placementId,
      ]),
    ).toBe(1)
    await done({ world, command: startPlacement, input: { placementId } })
    expect(await stateOf('placements', placementId)).toBe('active')
  })
})

describe('the assignment letter', () => {
  it('is written after confirmation, once, for the candidate alone', async () => {
    const { orderId } = await makeOrder({ world })
    const candidateId = await makeCandidate({ world })
    const submissionId = await makeSubmission({ world, orderId, candidateId })
    const { placementId } = await done({
      world,
      command: placeCandidate,
      input: byPhone(submissionId),
    })
    await done({ world, command: confirmPlacement, input: { placementId } })
    await runQueuedJobs({ app, queues: ['request-assignment-letter'] })
    await runQueuedJobs({ app, queues: ['render-assignment-letter'] })
    const placement = await app.payload.findByID({
      collection: 'placements',
      id: placementId,
      depth: 1,
      overrideAccess: true,
    })
    expect(placement.assignmentLetter).toMatchObject({
      kind: 'assignment-letter',
      mimeType: 'application/pdf',
      subjectKind: 'placement',
      subjectId: placementId,
    })
    const { docs: items } = await app.payload.find({
      collection: 'readiness-items',
      where: { placement: { equals: placementId } },
      depth: 0,
      overrideAccess: true,
    })
    expect(items).toMatchObject([{ name: 'Assignment letter', state: 'submitted' }])
    const { docs: letters } = await app.payload.find({
      collection: 'documents',
      where: { subjectId: { equals: placementId } },
      depth: 0,
      overrideAccess: true,
    })
    const { staticDir = '' } = app.payload.collections.documents.config.upload
    const bytes = await readFile(path.join(staticDir, letters[0]?.filename ?? ''))
    const { text } = await extractText(await getDocumentProxy(new Uint8Array(bytes)), {
      mergePages: true,
    })
    expect(text).toContain('20.00')
    expect(text, 'the bill rate').not.toMatch(/30\.00/)

    const seenBy = async (actor: Parameters<typeof requestFor>[0]['actor']) =>
      await placementForCandidate({
        req: await requestFor({ payload: app.payload, actor }),
        placementId,
      })
    const seen = await seenBy(candidateActor(candidateId))
    expect(seen).toMatchObject({ payRateE4: 200_000, letterId: expect.any(String) })
    expect(JSON.stringify(seen)).not.toContain('300000')
    expect(await seenBy(candidateActor(await makeCandidate({ world })))).toBeNull()
    expect(await seenBy(contactActor(world.client))).toBeNull()
    expect(await seenBy({ kind: 'anonymous', id: 'anonymous' })).toBeNull()
  })
})

describe('ending', () => {
  it('is early, complete or under notice by its day', async () => {
    const early = await makeWorker({ world, startsOn })
    expect(
      await attempt({
        world,
        command: endPlacement,
        input: { placementId: early.placementId, lastDayOn: '2026-05-01', reason: 'Moved away.' },
      }),
    ).toMatchObject({ failure: { fields: { lastDayOn: expect.any(String) } } })
    expect(
      await done({
        world,
        command: endPlacement,
        input: { placementId: early.placementId, lastDayOn: '2026-06-30', reason: 'Moved away.' },
      }),
    ).toMatchObject({ state: 'completed' })
    const noticed = await makeWorker({ world, startsOn })
    expect(
      await done({
        world,
        command: endPlacement,
        input: {
          placementId: noticed.placementId,
          lastDayOn: '2099-12-31',
          reason: 'Project over.',
        },
      }),
    ).toMatchObject({ state: 'notice' })
    expect(
      await attempt({
        world,
        command: cancelPlacement,
        input: { placementId: noticed.placementId, reason: 'Too late.' },
      }),
    ).toMatchObject({ failure: { kind: 'state', code: 'move-forbidden' } })
  })

  it('comes by itself after the last day', async () => {
    const { orderId } = await makeOrder({ world })
    const [submissionId = ''] = await inTheRunning(orderId, 1)
    const { placementId } = await done({
      world,
      command: placeCandidate,
      input: { ...byPhone(submissionId), endsOn: '2026-06-30' },
    })
    await startWork({ world, placementId })
    await runQueuedJobs({ app, queues: ['end-due-placements'], data: {} })
    expect(
      await app.payload.findByID({
        collection: 'placements',
        id: placementId,
        depth: 0,
        overrideAccess: true,
      }),
    ).toMatchObject({ state: 'completed', actualEndOn: '2026-06-30' })
  })
})

describe('what outside people see of placements', () => {
  it('is their own, without the other side’s rate', async () => {
    const mine = await makeWorker({ world, startsOn })
    await makeWorker({ world, client: world.otherClient, startsOn })
    const as = async (actor: Parameters<typeof requestFor>[0]['actor']) =>
      await requestFor({ payload: app.payload, actor })

    const worker = await placementsOfCandidate({ req: await as(candidateActor(mine.candidateId)) })
    expect(worker).toMatchObject([{ id: mine.placementId, payRateE4: 200_000 }])
    expect(worker[0]).not.toHaveProperty('billRateE4')

    const client = await placementsOfClient({ req: await as(contactActor(world.otherClient)) })
    expect(client).toMatchObject([{ billRateE4: 300_000 }])
    expect(client[0]).not.toHaveProperty('payRateE4')
    expect(
      await placementsOfClient({
        req: await as(contactActor(world.otherClient)),
        clientId: world.client.clientId,
      }),
    ).toEqual([])
    expect(
      await placementsOfCandidate({
        req: await as(staffWith('placements.read')),
        candidateId: mine.candidateId,
      }),
    ).toEqual([])
  })
})

describe('what the law decides', () => {
  const place = async (input: { placementId: string }) =>
    await app.payload.findByID({
      collection: 'placements',
      id: input.placementId,
      depth: 0,
      overrideAccess: true,
    })

  it('follows the place of work from the day on which it is agreed', async () => {
    const { placementId } = await makeWorker({ world, startsOn })
    const location = async (data: { name: string; jurisdiction: string; client: string }) =>
      (
        await app.payload.create({
          collection: 'work-locations',
          data: { zone: 'America/Los_Angeles', country: 'US', ...data },
          req: await app.systemRequest(),
          overrideAccess: true,
        })
      ).id
    const { clientId } = world.client
    const here = await location({ name: 'Oakland', jurisdiction: 'US-CA', client: clientId })
    const theirs = await location({
      name: 'Fresno',
      jurisdiction: 'US-CA',
      client: world.otherClient.clientId,
    })
    const change = async (workLocationId: string, effectiveFromOn: string) =>
      await attempt({
        world,
        command: changePlacementTerms,
        input: { placementId, effectiveFromOn, workLocationId },
      })
    expect(await change(theirs, '2026-07-01')).toMatchObject({
      failure: { fields: { workLocationId: expect.any(String) } },
    })
    expect(await change(here, '2026-07-01')).toMatchObject({ ok: true })
    const terms = await termsOfPlacement({ req: await app.systemRequest(), placementId })
    expect(terms.map(({ ruleSet }) => ruleSet)).toEqual(['us-federal', 'us-california'])
    expect(await place({ placementId })).toMatchObject({ workLocation: here })

    // Agreed for later, it holds from then on; until then the placement stays where it is.
    const later = await location({ name: 'Reno', jurisdiction: 'US-NV', client: clientId })
    expect(await change(later, '2099-01-01')).toMatchObject({ ok: true })
    await runQueuedJobs({ app, queues: ['move-due-placements'], data: {} })
    expect(await place({ placementId })).toMatchObject({ workLocation: here })

    // By hand nobody moves it, because the rules of pay would stay behind.
    const patched = await app.payload.update({
      collection: 'placements',
      id: placementId,
      data: { workLocation: later },
      req: await app.staffRequest({ role: 'recruiter' }),
      overrideAccess: false,
      depth: 0,
    })
    expect(patched.workLocation).toBe(here)
  })

  it('leaves the tax rate to the day of service, unless another one was agreed', async () => {
    await app.payload.update({
      collection: 'client-corporations',
      id: world.client.clientId,
      data: { taxRateBp: 1_900 },
      req: await app.systemRequest(),
      overrideAccess: true,
    })
    const { placementId } = await makeWorker({ world, startsOn })
    const rates = async () =>
      (await termsOfPlacement({ req: await app.systemRequest(), placementId })).map(
        ({ taxRateBp }) => taxRateBp,
      )
    expect(await rates()).toEqual([null])
    const change = async (taxRateBp: number | null) =>
      await attempt({
        world,
        command: changePlacementTerms,
        input: { placementId, effectiveFromOn: '2026-07-01', taxRateBp },
      })
    expect(await change(700)).toMatchObject({ ok: true })
    expect(await change(null)).toMatchObject({ ok: true })
    expect(await rates()).toEqual([null, 700, null])
    expect(await change(10_001)).toMatchObject({ failure: { kind: 'input' } })
  })

  it('pays a worker in one currency per employer', async () => {
    const { candidateId } = await makeWorker({ world, startsOn })
    const { orderId } = await makeOrder({
      world,
      client: world.otherClient,
      data: { currency: 'EUR' },
    })
    const submissionId = await makeSubmission({
      world,
      orderId,
      candidateId,
      client: world.otherClient,
    })
    expect(
      await attempt({
        world,
        command: placeCandidate,
        input: { submissionId, startsOn, isConfirmedByPhone: true },
      }),
    ).toMatchObject({ failure: { fields: { currency: expect.stringContaining('USD') } } })
  })
})

describe('who approves the hours', () => {
  it('is a contact of the client, also when a placement is edited', async () => {
    const { placementId } = await makeWorker({ world, startsOn })
    const patch = async (approver: string) =>
      await app.payload.update({
        collection: 'placements',
        id: placementId,
        data: { approver },
        req: await app.staffRequest({ role: 'recruiter' }),
        overrideAccess: false,
        depth: 0,
      })
    await expect(patch(world.otherClient.contactId)).rejects.toThrow(/approver/)
    expect(await patch(world.client.contactId)).toMatchObject({
      approver: world.client.contactId,
    })
  })

  it('is there before the placement is confirmed', async () => {
    const { orderId } = await makeOrder({ world })
    const [submissionId = ''] = await inTheRunning(orderId, 1)
    const { placementId } = await done({
      world,
      command: placeCandidate,
      input: { ...byPhone(submissionId), approverId: null },
    })
    const confirm = async () =>
      await attempt({ world, command: confirmPlacement, input: { placementId } })
    expect(await confirm()).toMatchObject({ failure: { kind: 'state', code: 'no-approver' } })
    await app.payload.update({
      collection: 'placements',
      id: placementId,
      data: { approver: world.client.contactId },
      req: await app.staffRequest({ role: 'recruiter' }),
      overrideAccess: false,
    })
    expect(await confirm()).toMatchObject({ ok: true })
  })
})
