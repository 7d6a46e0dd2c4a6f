import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { z } from 'zod'

import { actorOfLink, findLink, grantLink, inOwnTransaction } from '#plugins/kernel'
import type { Actor } from '#plugins/kernel/domain'
import {
  answerInterview,
  answerOffer,
  cancelOpening,
  closeJobOrder,
  ensureDefaultStages,
  extendOffer,
  holdJobOrder,
  moveSubmission,
  proposeInterview,
} from '#plugins/pipeline'
import { inDays } from '../../src/testing/days'
import { startPayload, type TestApp } from '../../src/testing/harness'
import {
  attempt as attemptIn,
  done as doneIn,
  makeCandidate,
  makeOrder,
  makeSubmission,
  makeWorld,
  type World,
} from '../../src/testing/staffing-world'
import { placeCandidate } from './index'

let app: TestApp
let world: World

beforeAll(async () => {
  app = await startPayload()
  world = await makeWorld({ payload: app.payload })
  await done(ensureDefaultStages, {})
})
afterAll(async () => {
  await app.stop()
})

type Command<Input extends z.ZodType, Output> = Parameters<
  typeof doneIn<Input, Output>
>[0]['command']

const done = async <Input extends z.ZodType, Output>(
  command: Command<Input, Output>,
  input: z.input<Input>,
): Promise<Output> => await doneIn({ world, command, input })

const attempt = async <Input extends z.ZodType, Output>(
  command: Command<Input, Output>,
  input: z.input<Input>,
  actor?: Actor,
) => await attemptIn({ world, command, input, ...(actor ? { actor } : {}) })

const stateOf = async (collection: 'offers' | 'interviews' | 'submissions', id: string) =>
  (await app.payload.findByID({ collection, id, depth: 0, overrideAccess: true })).state

const putOn = async (orderId: string): Promise<string> =>
  await makeSubmission({ world, orderId, candidateId: await makeCandidate({ world }) })

const offered = async (orderId: string) => {
  const submissionId = await putOn(orderId)
  const { offerId } = await done(extendOffer, { submissionId, startsOn: inDays(14) })
  return { submissionId, offerId, link: await holder({ purpose: 'offer.answer', id: offerId }) }
}

const invited = async (orderId: string) => {
  const submissionId = await putOn(orderId)
  const { interviewId } = await done(proposeInterview, {
    submissionId,
    mode: 'video',
    day: inDays(5),
    time: '10:00',
  })
  return {
    submissionId,
    interviewId,
    link: await holder({ purpose: 'interview.answer', id: interviewId }),
  }
}

/** Somebody who opened the link of their mail before anything ended. */
const holder = async ({ purpose, id }: { purpose: string; id: string }): Promise<Actor> => {
  const req = await app.systemRequest()
  const kind = purpose.split('.')[0] ?? ''
  const linkId = await inOwnTransaction({
    req,
    run: async () => await grantLink({ req, purpose, subject: { kind, id }, person: null }),
  })
  const link = await findLink({ req, linkId })
  if (!link) throw new Error('The link is gone.')
  return actorOfLink(link)
}

const isUsable = async ({ id }: Actor): Promise<boolean | undefined> =>
  (await findLink({ req: await app.systemRequest(), linkId: id }))?.usable

describe('an order that ends', () => {
  const ways = {
    'closed as lost': async (orderId: string) => {
      await done(closeJobOrder, { jobOrderId: orderId, outcome: 'lost', reason: 'No budget' })
    },
    'filled by somebody else': async (orderId: string) => {
      await done(placeCandidate, {
        submissionId: await putOn(orderId),
        startsOn: inDays(14),
        isConfirmedByPhone: true,
      })
    },
  }

  it.each(Object.entries(ways))('%s takes back its offers and interviews', async (_, end) => {
    const { orderId } = await makeOrder({ world })
    const offer = await offered(orderId)
    const accepted = await offered(orderId)
    await done(answerOffer, { offerId: accepted.offerId, answer: 'accept' })
    const proposed = await invited(orderId)
    const agreed = await invited(orderId)
    await done(answerInterview, { interviewId: agreed.interviewId, answer: 'accept' })

    await end(orderId)

    expect(await stateOf('offers', offer.offerId)).toBe('withdrawn')
    expect(await stateOf('offers', accepted.offerId)).toBe('withdrawn')
    expect(await stateOf('interviews', proposed.interviewId)).toBe('cancelled')
    expect(await stateOf('interviews', agreed.interviewId)).toBe('cancelled')
    for (const { link } of [offer, proposed, agreed]) expect(await isUsable(link)).toBe(false)
    expect(await stateOf('submissions', offer.submissionId)).toBe('offer')
    expect(
      await attempt(answerOffer, { offerId: offer.offerId, answer: 'accept' }, offer.link),
    ).toMatchObject({ ok: false, failure: { kind: 'state' } })
    expect(
      await attempt(answerInterview, { interviewId: proposed.interviewId, answer: 'accept' }),
    ).toMatchObject({ ok: false, failure: { kind: 'state' } })
  })

  it('keeps the offer by which somebody was placed', async () => {
    const { orderId } = await makeOrder({ world })
    const { submissionId, offerId } = await offered(orderId)
    await done(answerOffer, { offerId, answer: 'accept' })
    await done(placeCandidate, { submissionId, startsOn: inDays(14) })
    expect(await stateOf('offers', offerId)).toBe('accepted')
  })

  it('is also full when its last free opening is taken off', async () => {
    const { orderId, openingIds } = await makeOrder({ world, openings: 2 })
    const { offerId } = await offered(orderId)
    await done(placeCandidate, {
      submissionId: await putOn(orderId),
      startsOn: inDays(14),
      isConfirmedByPhone: true,
    })
    expect(await stateOf('offers', offerId)).toBe('extended')
    await done(cancelOpening, { openingId: openingIds[1] ?? '', reason: 'One is enough' })
    expect(await stateOf('offers', offerId)).toBe('withdrawn')
  })
})

describe('a candidate who goes back a step', () => {
  it('has no offer left to accept', async () => {
    const { orderId } = await makeOrder({ world })
    const { submissionId, offerId, link } = await offered(orderId)
    await done(moveSubmission, { submissionId, toState: 'interview' })
    expect(await stateOf('offers', offerId)).toBe('withdrawn')
    expect(await isUsable(link)).toBe(false)
  })

  it('is asked for no interview any more, but keeps the one that was agreed', async () => {
    const { orderId } = await makeOrder({ world })
    const { submissionId, interviewId } = await invited(orderId)
    const { interviewId: agreedId } = await done(proposeInterview, {
      submissionId,
      mode: 'phone',
      day: inDays(6),
      time: '11:00',
    })
    await done(answerInterview, { interviewId: agreedId, answer: 'accept' })
    await done(moveSubmission, { submissionId, toState: 'internal_review' })
    expect(await stateOf('interviews', interviewId)).toBe('cancelled')
    expect(await stateOf('interviews', agreedId)).toBe('scheduled')
  })

  it('keeps a proposed interview while going on to the offer', async () => {
    const { orderId } = await makeOrder({ world })
    const { submissionId, interviewId } = await invited(orderId)
    await done(moveSubmission, { submissionId, toState: 'offer' })
    expect(await stateOf('interviews', interviewId)).toBe('proposed')
  })
})

describe('an order on hold', () => {
  it('takes no yes to an offer or interview, but a no', async () => {
    const { orderId } = await makeOrder({ world })
    const offer = await offered(orderId)
    const interview = await invited(orderId)
    await done(holdJobOrder, { jobOrderId: orderId, reason: `Budget round ${randomUUID()}` })
    expect(
      await attempt(answerOffer, { offerId: offer.offerId, answer: 'accept' }, offer.link),
    ).toMatchObject({ failure: { code: 'offer-not-open' } })
    expect(
      await attempt(
        answerInterview,
        { interviewId: interview.interviewId, answer: 'accept' },
        interview.link,
      ),
    ).toMatchObject({ failure: { code: 'interview-not-open' } })
    expect(
      await attempt(answerOffer, { offerId: offer.offerId, answer: 'decline' }, offer.link),
    ).toMatchObject({ ok: true })
  })
})
