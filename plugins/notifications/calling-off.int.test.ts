import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'

import { drainJobs, sqlOutside } from '#plugins/kernel'
import { placeCandidate } from '#plugins/placements'
import {
  answerInterview,
  answerOffer,
  cancelInterview,
  ensureDefaultStages,
  extendOffer,
  moveSubmission,
  proposeInterview,
  rejectSubmission,
  sendShortlist,
  withdrawOffer,
} from '#plugins/pipeline'
import { mailAttachment } from '#plugins/work/domain'
import { inDays } from '../../src/testing/days'
import { startPayload, type TestApp } from '../../src/testing/harness'
import {
  done as doneIn,
  makeCandidate,
  makeOrder,
  makeSubmission,
  makeWorld,
  type World,
} from '../../src/testing/staffing-world'

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

/** A candidate before the client, with or without an address. */
const putForward = async ({
  orderId,
  hasEmail = true,
}: {
  orderId: string
  hasEmail?: boolean
}) => {
  const candidateId = await makeCandidate({ world })
  const { email } = await app.payload.update({
    collection: 'candidates',
    id: candidateId,
    data: hasEmail ? {} : { email: null },
    req: await app.systemRequest(),
    overrideAccess: true,
    depth: 0,
  })
  return {
    candidateId,
    email: email ?? '',
    submissionId: await makeSubmission({ world, orderId, candidateId }),
  }
}

const invite = async (submissionId: string): Promise<string> =>
  (
    await done(proposeInterview, {
      submissionId,
      mode: 'onsite',
      day: inDays(5),
      time: '10:00',
    })
  ).interviewId

/** What is written about a record after the work that is due now was done. */
const mailsAbout = async (subjectId: string) => {
  expect(await drainJobs({ payload: app.payload })).toEqual([])
  return await sqlOutside(app.payload).rows({
    schema: z.object({
      to: z.string(),
      subject: z.string(),
      attachments: z.array(mailAttachment),
    }),
    text: `select "to", subject, attachments from outbound_mails
      where subject_id = $1 order by created_at, id`,
    values: [subjectId],
  })
}

const usableLinks = async (subjectId: string) =>
  await sqlOutside(app.payload).rows({
    schema: z.object({ purpose: z.string() }),
    text: 'select purpose from access_links where subject_id = $1 and revoked_at is null',
    values: [subjectId],
  })

describe('what is over before its mail is written', () => {
  it('an offer that was withdrawn is not sent, and nobody hears of it', async () => {
    const { orderId } = await makeOrder({ world })
    const { submissionId } = await putForward({ orderId })
    const { offerId } = await done(extendOffer, { submissionId, startsOn: inDays(14) })
    await done(withdrawOffer, { offerId, reason: 'Typing error' })
    expect(await mailsAbout(offerId)).toEqual([])
    expect(await usableLinks(offerId)).toEqual([])
  })

  it('of two offers only the one in force is sent', async () => {
    const { orderId } = await makeOrder({ world })
    const { submissionId } = await putForward({ orderId })
    const first = await done(extendOffer, { submissionId, startsOn: inDays(14) })
    const second = await done(extendOffer, { submissionId, startsOn: inDays(21) })
    expect(await mailsAbout(first.offerId)).toEqual([])
    expect(await usableLinks(first.offerId)).toEqual([])
    expect(await mailsAbout(second.offerId)).toHaveLength(1)
  })

  it('an interview that was called off is neither proposed nor called off by mail', async () => {
    const { orderId } = await makeOrder({ world })
    const { submissionId } = await putForward({ orderId })
    const interviewId = await invite(submissionId)
    await done(cancelInterview, { interviewId, reason: 'Client is ill' })
    expect(await mailsAbout(interviewId)).toEqual([])
    expect(await usableLinks(interviewId)).toEqual([])
  })

  it('a shortlist of which nobody is left is not sent', async () => {
    const { orderId } = await makeOrder({ world })
    const { submissionId } = await putForward({ orderId })
    const other = await putForward({ orderId })
    const { shortlistId } = await done(sendShortlist, {
      jobOrderId: orderId,
      submissionIds: [submissionId, other.submissionId],
    })
    await done(moveSubmission, { submissionId, toState: 'internal_review' })
    await done(rejectSubmission, { submissionId: other.submissionId, reason: 'pay' })
    expect(await mailsAbout(shortlistId)).toEqual([])
    expect(await usableLinks(shortlistId)).toEqual([])
  })

  it('a shortlist counts only those who are left', async () => {
    const { orderId } = await makeOrder({ world })
    const { submissionId } = await putForward({ orderId })
    const other = await putForward({ orderId })
    const { shortlistId } = await done(sendShortlist, {
      jobOrderId: orderId,
      submissionIds: [submissionId, other.submissionId],
    })
    await done(moveSubmission, { submissionId, toState: 'internal_review' })
    expect((await mailsAbout(shortlistId)).map(({ subject }) => subject)).toEqual([
      '1 candidate for Forklift operator',
    ])
  })
})

describe('a candidate without an address', () => {
  it('does not keep the client from the invitation, nor from its end', async () => {
    const { orderId } = await makeOrder({ world })
    const { submissionId } = await putForward({ orderId, hasEmail: false })
    const interviewId = await invite(submissionId)
    await done(answerInterview, { interviewId, answer: 'accept' })
    const agreed = await mailsAbout(interviewId)
    expect(agreed.map(({ to }) => to)).toEqual([expect.stringMatching(/^olena\./)])
    expect(agreed[0]?.attachments).toMatchObject([{ kind: 'calendar', method: 'REQUEST' }])
    await done(cancelInterview, { interviewId, reason: 'Client is ill' })
    expect((await mailsAbout(interviewId))[1]?.attachments).toMatchObject([
      { kind: 'calendar', method: 'CANCEL' },
    ])
  })

  it('does not keep the owner from the answer', async () => {
    const { orderId } = await makeOrder({ world })
    const { submissionId } = await putForward({ orderId, hasEmail: false })
    const { offerId } = await done(extendOffer, { submissionId, startsOn: inDays(14) })
    await done(answerOffer, { offerId, answer: 'accept' })
    expect((await mailsAbout(offerId)).map(({ to, subject }) => [to, subject])).toEqual([
      [expect.stringMatching(/^ana\./), expect.stringContaining('accepted: Forklift operator')],
    ])
  })
})

describe('an order that is filled by somebody else', () => {
  it('is told once to each of those who were still in the race', async () => {
    const { orderId } = await makeOrder({ world })
    const offered = await putForward({ orderId })
    const { offerId } = await done(extendOffer, {
      submissionId: offered.submissionId,
      startsOn: inDays(14),
    })
    const invited = await putForward({ orderId })
    const interviewId = await invite(invited.submissionId)
    await done(answerInterview, { interviewId, answer: 'accept' })
    const shown = await putForward({ orderId })
    await app.payload.update({
      collection: 'submissions',
      id: shown.submissionId,
      data: { clientSubmittedAt: new Date().toISOString() },
      req: await app.systemRequest(),
      overrideAccess: true,
      depth: 0,
    })
    await mailsAbout(offerId)
    const before = await readTo([offered.email, invited.email, shown.email])
    await done(placeCandidate, {
      submissionId: (await putForward({ orderId })).submissionId,
      startsOn: inDays(14),
      isConfirmedByPhone: true,
    })
    await mailsAbout(offerId)
    const after = await readTo([offered.email, invited.email, shown.email])
    expect(after.slice(before.length)).toEqual(
      expect.arrayContaining([
        [offered.email, 'About our offer: Forklift operator'],
        [invited.email, 'Called off: interview for Forklift operator'],
        [shown.email, 'Forklift operator: the position is filled'],
      ]),
    )
    expect(after).toHaveLength(before.length + 3)
  })
})

const readTo = async (addresses: readonly string[]) =>
  (
    await sqlOutside(app.payload).rows({
      schema: z.object({ to: z.string(), subject: z.string() }),
      text: 'select "to", subject from outbound_mails where "to" = any($1) order by created_at, id',
      values: [addresses],
    })
  ).map(({ to, subject }) => [to, subject])
