import { randomUUID } from 'node:crypto'
import { extractText, getDocumentProxy } from 'unpdf'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'

import {
  actorOfLink,
  drainJobs,
  findLink,
  grantLink,
  inOwnTransaction,
  publish as tell,
  requestFor,
  sqlOutside,
  wholeNumber,
} from '#plugins/kernel'
import {
  blockForClient,
  endClientBlock,
  erasePerson,
  findOrCreateCandidate,
  recordConsent,
  withdrawConsent,
} from '#plugins/crm'
import { idOf } from '#plugins/crm/domain'
import type { Actor } from '#plugins/kernel/domain'
import { addNote } from '#plugins/work'
import { inDays } from '../../src/testing/days'
import { startPayload, type TestApp } from '../../src/testing/harness'
import { runQueuedJobs } from '../../src/testing/run-queued-jobs'
import {
  attempt as attemptIn,
  candidateActor,
  contactActor,
  done as doneIn,
  makeCandidate as makeCandidateIn,
  makeOrder,
  makeSubmission,
  makeWorld,
  type World,
} from '../../src/testing/staffing-world'
import {
  activateJobOrder,
  addCandidateToOrder,
  addOpenings,
  addStage,
  answerInterview,
  answerOffer,
  approveOffer,
  answerOrderRequest,
  answerRightToRepresent,
  answerShortlistQuestion,
  applicationForCandidate,
  applicationsOfCandidate,
  applyToJob,
  askRightToRepresent,
  board,
  cancelInterview,
  cancelOpening,
  changeStage,
  closeJobOrder,
  completeInterview,
  conversationForClient,
  convertOrderRequest,
  createJobOrder,
  cvForClient,
  decideShortlistItem,
  declineOrderRequest,
  ensureDefaultStages,
  extendOffer,
  holdJobOrder,
  interviewForCandidate,
  moveSubmission,
  moveSubmissions,
  giveScorecard,
  noteShortlistOpened,
  offerInterviewTimes,
  noteSubmissionTerms,
  offerForCandidate,
  orderStages,
  ordersOfClient,
  proposeInterview,
  publishJob,
  readClientMessages,
  qualifyJobOrder,
  rejectSubmission,
  rescheduleInterview,
  rejectSubmissions,
  removeStage,
  releaseOpening,
  reserveOpening,
  saveOrderTemplate,
  representationForCandidate,
  requestForClient,
  requestOrderInfo,
  requestStaff,
  remindOfShortlist,
  sendShortlist,
  scorecardForClient,
  submitIntakeForm,
  intakeFormFor,
  shortlistForClient,
  shortlistPdf,
  shortlistsOfClient,
  unpublishJob,
  withdrawOffer,
  withdrawSubmission,
  writeToAgency,
  writeToCandidates,
  writeToClient,
} from './index'
import { interviewsOfColleague } from './queries/interviews-of-colleague'
import { openingsOfOrder } from './queries/openings-of-order'
import { similarRequests } from './queries/similar-requests'

let app: TestApp
let world: World
let recruiter: Actor

const anonymous: Actor = { kind: 'anonymous', id: 'anonymous' }

beforeAll(async () => {
  app = await startPayload({ env: { DATABASE_POOL: '20' } })
  world = await makeWorld({ payload: app.payload })
  await done(ensureDefaultStages, {})
  recruiter = {
    kind: 'staff',
    id: world.ownerId,
    name: 'Ana Silva',
    email: 'ana@agency.test',
    permissions: new Set([
      'requests.read',
      'requests.write',
      'orders.read',
      'orders.write',
      'pipeline.read',
      'pipeline.write',
      'candidates.read',
      'candidates.write',
      'pay.read',
      'site.write',
    ]),
    zone: 'America/New_York',
    locale: 'en-US',
  }
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
  actor?: Actor,
): Promise<Output> => await doneIn({ world, command, input, ...(actor ? { actor } : {}) })

const attempt = async <Input extends z.ZodType, Output>(
  command: Command<Input, Output>,
  input: z.input<Input>,
  actor?: Actor,
) => await attemptIn({ world, command, input, ...(actor ? { actor } : {}) })

const as = async (actor: Actor) => await requestFor({ payload: app.payload, actor })

const counted = async (text: string, values: unknown[]): Promise<number> => {
  const row = await sqlOutside(app.payload).first({
    schema: z.object({ count: wholeNumber }),
    text: `select count(*) as count from ${text}`,
    values,
  })
  return row?.count ?? -1
}

const record = async <
  Slug extends
    | 'submissions'
    | 'job-orders'
    | 'order-requests'
    | 'interviews'
    | 'offers'
    | 'shortlists'
    | 'openings'
    | 'representations'
    | 'candidates'
    | 'client-corporations',
>(
  collection: Slug,
  id: string,
) => await app.payload.findByID({ collection, id, depth: 0, overrideAccess: true })

const eventsOf = async (subjectId: string): Promise<string[]> => {
  const rows = await sqlOutside(app.payload).rows({
    schema: z.object({ name: z.string() }),
    text: 'select name from domain_events where subject_id = $1 order by id',
    values: [subjectId],
  })
  return rows.map(({ name }) => name)
}

/** Somebody who opened the link that a mail would carry. */
const holder = async (purpose: string, kind: string, id: string): Promise<Actor> => {
  const req = await app.systemRequest()
  const linkId = await inOwnTransaction({
    req,
    run: async () => await grantLink({ req, purpose, subject: { kind, id }, person: null }),
  })
  const link = await findLink({ req, linkId })
  if (!link) throw new Error('The link is gone.')
  return actorOfLink(link)
}

const makeCandidate = async () => await makeCandidateIn({ world })

const makeActiveOrder = async ({
  openings = 1,
  ...terms
}: { openings?: number } & Partial<z.input<typeof createJobOrder.input>> = {}) => {
  const { jobOrderId } = await done(createJobOrder, {
    title: 'Warehouse operative',
    clientId: world.client.clientId,
    contactId: world.client.contactId,
    workLocationId: world.client.locationId,
    ownerId: world.ownerId,
    employmentType: 'temp',
    openingsCount: openings,
    payRateE4: 180_000,
    billRateE4: 270_000,
    ...terms,
  })
  await done(qualifyJobOrder, { jobOrderId })
  await done(activateJobOrder, { jobOrderId })
  return jobOrderId
}

const putOn = async (jobOrderId: string, candidateId?: string) =>
  (
    await done(
      addCandidateToOrder,
      { jobOrderId, candidateId: candidateId ?? (await makeCandidate()) },
      recruiter,
    )
  ).submissionId

const publish = async (jobOrderId: string) =>
  await done(publishJob, { jobOrderId, site: 'site-one', siteName: 'Harbour' }, recruiter)

const application = (postingId: string, wish: Partial<z.input<typeof applyToJob.input>> = {}) => ({
  postingId,
  firstName: 'Amara',
  lastName: 'Okafor',
  email: `amara.${randomUUID()}@example.test`,
  agreesToApplication: true as const,
  ...wish,
})

/** A one-page PDF that says one line. */
const cvPdf = (line: string): string => {
  const content = `BT /F1 12 Tf 72 720 Td (${line}) Tj ET`
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ]
  let file = '%PDF-1.4\n'
  const offsets = objects.map((object, index) => {
    const offset = file.length
    file += `${index + 1} 0 obj\n${object}\nendobj\n`
    return `${String(offset).padStart(10, '0')} 00000 n \n`
  })
  const xref = file.length
  file += `xref\n0 6\n0000000000 65535 f \n${offsets.join('')}`
  file += `trailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n${xref}\n%%EOF\n`
  return Buffer.from(file, 'latin1').toString('base64')
}

/** The CVs of a candidate, the oldest first. */
const cvsOf = async (email: string): Promise<string[]> =>
  (
    await sqlOutside(app.payload).rows({
      schema: z.object({ id: z.string() }),
      text: `select document.id from documents document
        join candidates candidate on candidate.id = document.candidate_id
        where candidate.email_normalised = $1 and document.kind = 'cv' order by document.created_at`,
      values: [email],
    })
  ).map(({ id }) => id)

const request = (wish: Partial<z.input<typeof requestStaff.input>> = {}) => ({
  company: 'Quayside Foods',
  contactName: 'Marta de la Cruz',
  email: `marta.${randomUUID()}@quayside.test`,
  jobTitle: 'Forklift driver',
  openingsCount: 2,
  workLocation: 'Dock 4, Newark',
  ...wish,
})

describe('a request for staff', () => {
  it('is one however often and however parallel the form is sent', async () => {
    const input = request({ requestKey: randomUUID() })
    const sent = await Promise.all(
      Array.from({ length: 10 }, async () => await done(requestStaff, input, anonymous)),
    )
    expect(new Set(sent.map(({ requestId }) => requestId)).size).toBe(1)
    expect(await counted('order_requests where email = $1', [input.email])).toBe(1)
    expect(
      await attempt(requestStaff, { ...input, jobTitle: 'Driver', openingsCount: 40 }, anonymous),
    ).toMatchObject({ ok: false, failure: { fields: { requestKey: expect.any(String) } } })
  })

  it('keeps its currency and its own words when it becomes an order', async () => {
    const { requestId } = await done(
      requestStaff,
      request({
        company: 'Tyne Works',
        currency: 'GBP',
        notes: 'Confidential: replaces Tom.',
      }),
      anonymous,
    )
    const { jobOrderId, clientId } = await done(convertOrderRequest, {
      requestId,
      ownerId: world.ownerId,
      employmentType: 'temp',
    })
    expect(await record('job-orders', jobOrderId)).toMatchObject({
      currency: 'GBP',
      description: null,
    })
    expect(await record('client-corporations', clientId)).toMatchObject({ currency: 'GBP' })
  })

  it('recognises a known contact by e-mail, whatever company was typed', async () => {
    const contact = await app.payload.findByID({
      collection: 'client-contacts',
      id: world.client.contactId,
      depth: 0,
      overrideAccess: true,
    })
    const { requestId } = await done(
      requestStaff,
      request({ email: ` ${contact.email?.toUpperCase()} ` }),
      anonymous,
    )
    expect(await record('order-requests', requestId)).toMatchObject({
      contact: world.client.contactId,
      client: world.client.clientId,
      channel: 'site',
      state: 'received',
    })
  })

  it('keeps what was typed apart by field when it is wrong', async () => {
    const refused = await attempt(
      requestStaff,
      request({
        email: 'marta@',
        company: ' ',
        openingsCount: 0,
        phone: '12',
        startsOn: '2026-02-30',
        payFromRateE4: 300_000,
        payToRateE4: 200_000,
      }),
      anonymous,
    )
    expect(refused).toMatchObject({ ok: false, failure: { kind: 'input' } })
    expect(Object.keys(refused.ok ? {} : (refused.failure.fields ?? {})).sort()).toEqual(
      expect.arrayContaining(['company', 'email', 'openingsCount', 'startsOn']),
    )
    const upsideDown = await attempt(
      requestStaff,
      request({ payFromRateE4: 300_000, payToRateE4: 200_000, phone: '12' }),
      anonymous,
    )
    expect(upsideDown).toMatchObject({
      failure: { fields: { payToRateE4: expect.any(String), phone: expect.any(String) } },
    })
  })

  it('is asked about, answered by link, and read by nobody without it', async () => {
    const { requestId } = await done(requestStaff, request(), anonymous)
    await done(requestOrderInfo, { requestId, question: 'Which shift?' }, recruiter)
    const link = await holder('order-request.answer', 'order-request', requestId)
    expect(await requestForClient({ req: await as(link), requestId })).toMatchObject({
      question: 'Which shift?',
      isQuestionOpen: true,
    })
    expect(await requestForClient({ req: await as(anonymous), requestId })).toBeNull()
    expect(
      await requestForClient({ req: await as(contactActor(world.client)), requestId }),
    ).toBeNull()
    await done(answerOrderRequest, { requestId, answer: 'The night shift.' }, link)
    expect(await record('order-requests', requestId)).toMatchObject({
      state: 'received',
      answer: 'The night shift.',
    })
    expect(await eventsOf(requestId)).toEqual([
      'order-request.created',
      'order-request.questioned',
      'order-request.answered',
    ])
  })

  it('is declined with a reason and stays declined', async () => {
    const { requestId } = await done(requestStaff, request(), anonymous)
    expect(await attempt(declineOrderRequest, { requestId, reason: ' ' }, recruiter)).toMatchObject(
      { failure: { fields: { reason: expect.any(String) } } },
    )
    await done(declineOrderRequest, { requestId, reason: 'Not our field.' }, recruiter)
    expect(
      await attempt(declineOrderRequest, { requestId, reason: 'Again.' }, recruiter),
    ).toMatchObject({ failure: { kind: 'state' } })
  })

  it('becomes one order, with client, contact and place, however parallel it is converted', async () => {
    const { requestId } = await done(requestStaff, request({ notes: 'Nights.' }), anonymous)
    const convert = async () =>
      await attempt(
        convertOrderRequest,
        {
          requestId,
          employmentType: 'temp',
          newWorkLocation: { name: 'Dock 4', zone: 'America/New_York', city: 'Newark' },
        },
        recruiter,
      )
    const results = await Promise.all([convert(), convert(), convert()])
    const won = results.filter(({ ok }) => ok)
    expect(won).toHaveLength(1)
    for (const lost of results.filter(({ ok }) => !ok))
      expect(lost).toMatchObject({ failure: { kind: 'state' } })
    const converted = await record('order-requests', requestId)
    expect(converted.state).toBe('converted')
    const order = await record('job-orders', String(converted.jobOrder))
    expect(order).toMatchObject({
      state: 'intake',
      title: 'Forklift driver',
      openingsCount: 2,
      description: null,
      request: requestId,
      owner: world.ownerId,
    })
    expect(order.ref).toMatch(/^JO-\d{4}-\d{4}$/)
    expect(await counted('client_corporations where name = $1', ['Quayside Foods'])).toBe(1)
  })
})

describe('an intake form', () => {
  const questions = [
    { label: 'Company', type: 'text', target: 'company', isRequired: true },
    { label: 'Your name', type: 'text', target: 'contactName', isRequired: true },
    { label: 'E-mail', type: 'email', target: 'email', isRequired: true },
    { label: 'Role', type: 'text', target: 'jobTitle', isRequired: true },
    { label: 'How many', type: 'number', target: 'openingsCount' },
    { label: 'Where', type: 'text', target: 'workLocation' },
    { label: 'Pay from', type: 'money', target: 'payFromRateE4' },
    { label: 'Pay to', type: 'money', target: 'payToRateE4' },
    { label: 'Ward', type: 'choice', options: ['ICU', 'Home'], isRequired: true },
    {
      label: 'Ventilated',
      type: 'yesNo',
      isRequired: true,
      showWhen: { key: 'ward', is: 'any-of', values: ['ICU'] },
    },
    { label: 'Plan', type: 'file' },
  ] as const
  const asRows = (some: readonly object[]) => some.map((one) => ({ ...one })) as never
  const makeForm = async (name = `Nursing ${randomUUID().slice(0, 8)}`) =>
    await app.payload.create({
      collection: 'intake-forms',
      data: { name, version: 1, currency: 'USD', questions: asRows(questions) },
      overrideAccess: true,
      depth: 0,
    })
  const answers = (wish: Record<string, unknown> = {}) => ({
    company: 'Saint Brigid',
    yourName: 'Noor Haddad',
    eMail: `noor.${randomUUID()}@brigid.test`,
    role: 'Night nurse',
    howMany: 3,
    where: 'Newark',
    payFrom: '40.00',
    payTo: '45.50',
    ward: 'ICU',
    ventilated: true,
    ...wish,
  })
  type Sent = z.input<typeof submitIntakeForm.input>
  const send = async (given: Partial<Sent> & Pick<Sent, 'form'>, actor: Actor = anonymous) =>
    await done(submitIntakeForm, { answers: answers(), ...given }, actor)

  it('becomes a request with its answers, its version and its file, however often it is sent', async () => {
    const form = await makeForm()
    const key = randomUUID()
    const picture =
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
    const sent = answers({
      plan: { filename: 'plan.png', contentBase64: picture },
    })
    const all = await Promise.all(
      [1, 2, 3].map(
        async () => await send({ form: form.slug ?? '', answers: sent, requestKey: key }),
      ),
    )
    expect(new Set(all.map(({ requestId }) => requestId)).size).toBe(1)
    const requestId = all[0]?.requestId ?? ''
    const kept = await record('order-requests', requestId)
    expect(kept).toMatchObject({
      state: 'received',
      channel: 'site',
      intakeForm: form.id,
      formVersion: 1,
      openingsCount: 3,
      workLocation: 'Newark',
      payFromRateE4: 400_000,
      payToRateE4: 455_000,
    })
    expect(kept.answers).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ key: 'ventilated', value: true, text: 'Yes' }),
        expect.objectContaining({ key: 'plan', documentId: expect.any(String) }),
      ]),
    )
    expect(
      await counted(
        `documents where kind = 'request' and subject_kind = 'order-request' and subject_id = $1`,
        [requestId],
      ),
    ).toBe(1)
  })

  it('counts its version up when what is asked changes, and keeps what was answered before', async () => {
    const form = await makeForm()
    const { requestId } = await send({ form: form.id })
    const change = async (data: object) =>
      await app.payload.update({
        collection: 'intake-forms',
        id: form.id,
        data,
        overrideAccess: true,
        depth: 0,
      })
    expect(await change({ lead: 'Hello.' })).toMatchObject({ version: 1 })
    const renamed = form.questions.map((one) =>
      one.key === 'ward' ? { ...one, label: 'Department' } : one,
    )
    expect(await change({ questions: renamed })).toMatchObject({ version: 2 })
    expect(
      await attempt(submitIntakeForm, { form: form.id, version: 1, answers: {} }, anonymous),
    ).toMatchObject({
      failure: { code: 'form-changed' },
    })
    expect((await record('order-requests', requestId)).answers).toEqual(
      expect.arrayContaining([expect.objectContaining({ key: 'ward', label: 'Ward' })]),
    )
    await change({ isActive: false })
    expect(
      await attempt(submitIntakeForm, { form: form.id, answers: {} }, anonymous),
    ).toMatchObject({
      failure: { kind: 'missing' },
    })
  })

  it('is refused beside each question, and cannot be made without what a request needs', async () => {
    const form = await makeForm()
    const refused = await attempt(
      submitIntakeForm,
      {
        form: form.id,
        answers: answers({
          eMail: 'noor@',
          ventilated: null,
          plan: { filename: 'x.exe', contentBase64: 'TVqQAAMAAAA=' },
        }),
      },
      anonymous,
    )
    expect(refused).toMatchObject({
      failure: {
        fields: { 'answers.eMail': expect.any(String), 'answers.ventilated': expect.any(String) },
      },
    })
    expect(
      await attempt(
        submitIntakeForm,
        {
          form: form.id,
          answers: answers({
            plan: { filename: 'x.exe', contentBase64: 'TVqQAAMAAAA=' },
          }),
        },
        anonymous,
      ),
    ).toMatchObject({ failure: { fields: { 'answers.plan': expect.any(String) } } })
    await expect(
      app.payload.create({
        collection: 'intake-forms',
        data: { name: 'Bare', version: 1, currency: 'USD', questions: asRows(questions.slice(1)) },
        overrideAccess: true,
      }),
    ).rejects.toThrow()
  })

  it('asks a signed-in contact nothing about themselves', async () => {
    const form = await makeForm()
    const contact = contactActor(world.client)
    const shown = await intakeFormFor({ req: await as(contact), form: form.id })
    expect(shown?.questions.map(({ key }) => key)).not.toContain('company')
    const { requestId } = await send({ form: form.id }, contact)
    expect(await record('order-requests', requestId)).toMatchObject({
      channel: 'portal',
      contact: world.client.contactId,
      client: world.client.clientId,
      company: expect.not.stringContaining('Brigid'),
    })
  })

  it('of which details are missing or contradict each other asks for exactly those', async () => {
    const form = await makeForm()
    const { requestId, isAsked } = await send({
      form: form.id,
      answers: answers({ where: '', howMany: 0, payFrom: '50', payTo: '45' }),
    })
    expect(isAsked).toBe(true)
    const link = await holder('order-request.answer', 'order-request', requestId)
    expect(await requestForClient({ req: await as(link), requestId })).toMatchObject({
      isQuestionOpen: true,
      askedDetails: ['openingsCount', 'workLocation', 'payFromRateE4', 'payToRateE4'],
    })
    expect(
      await attempt(
        answerOrderRequest,
        { requestId, details: { workLocation: ' ', jobTitle: 'King', openingsCount: 2 } },
        link,
      ),
    ).toMatchObject({
      failure: {
        fields: {
          'details.workLocation': expect.any(String),
          'details.jobTitle': expect.stringContaining('not asked'),
          'details.payToRateE4': expect.any(String),
        },
      },
    })
    await done(
      answerOrderRequest,
      { requestId, details: { workLocation: 'Dock 4', openingsCount: 2, payToRateE4: 550_000 } },
      link,
    )
    expect(await record('order-requests', requestId)).toMatchObject({
      state: 'received',
      workLocation: 'Dock 4',
      openingsCount: 2,
      payFromRateE4: 500_000,
      payToRateE4: 550_000,
      askedDetails: null,
    })
    // By these the clock of the agency stands still and that of the client runs.
    expect(await eventsOf(requestId)).toEqual([
      'order-request.created',
      'order-request.questioned',
      'order-request.answered',
    ])
  })

  it('points out another open request that is likely the same wish, to staff only', async () => {
    const form = await makeForm()
    const email = `noor@${randomUUID()}.test`
    const first = await send({
      form: form.id,
      answers: answers({ eMail: email }),
    })
    const second = await done(
      requestStaff,
      request({ email: email.replace('noor', 'lee'), jobTitle: 'Nurses, nights' }),
      anonymous,
    )
    await done(
      requestStaff,
      request({ email: email.replace('noor', 'kim'), jobTitle: 'Welder' }),
      anonymous,
    )
    expect(
      await similarRequests({ req: await as(recruiter), requestId: second.requestId }),
    ).toMatchObject([{ id: first.requestId, ref: first.ref }])
    expect(
      await similarRequests({ req: await as(anonymous), requestId: second.requestId }),
    ).toBeNull()
    await done(declineOrderRequest, { requestId: first.requestId, reason: 'Twice.' }, recruiter)
    expect(
      await similarRequests({ req: await as(recruiter), requestId: second.requestId }),
    ).toEqual([])
  })

  it('is asked for also when a colleague took the request down without a place', async () => {
    const { requestId } = await done(requestStaff, request({ workLocation: null }), recruiter)
    expect(await record('order-requests', requestId)).toMatchObject({
      state: 'needs_info',
      askedDetails: ['workLocation'],
    })
    expect(await attempt(requestStaff, request({ workLocation: ' ' }), anonymous)).toMatchObject({
      failure: { fields: { workLocation: expect.any(String) } },
    })
  })
})

describe('an opening', () => {
  const seats = async (orderId: string) =>
    await sqlOutside(app.payload).rows({
      schema: z.object({ state: z.string(), submission_id: z.string().nullable() }),
      text: 'select state, submission_id from openings where job_order_id = $1 order by number',
      values: [orderId],
    })

  it('is kept for one candidate however parallel it is asked for, and given back with a reason', async () => {
    const { orderId, openingIds } = await makeOrder({ world, openings: 1 })
    const [first, second] = [
      await makeSubmission({ world, orderId, candidateId: await makeCandidate() }),
      await makeSubmission({ world, orderId, candidateId: await makeCandidate() }),
    ]
    const results = await Promise.all(
      [first, second, first, second].map(
        async (submissionId) => await attempt(reserveOpening, { submissionId }, recruiter),
      ),
    )
    const [seat] = await seats(orderId)
    expect(seat?.state).toBe('reserved')
    const isFirst = seat?.submission_id === first
    expect(results.map(({ ok }) => ok)).toEqual([isFirst, !isFirst, isFirst, !isFirst])
    const openingId = openingIds[0] ?? ''
    expect(await openingsOfOrder({ req: await as(recruiter), jobOrderId: orderId })).toMatchObject([
      { state: 'reserved', submissionId: seat?.submission_id, candidate: expect.any(String) },
    ])
    expect(await openingsOfOrder({ req: await as(anonymous), jobOrderId: orderId })).toBeNull()
    expect(await attempt(releaseOpening, { openingId, reason: ' ' }, recruiter)).toMatchObject({
      failure: { fields: { reason: expect.any(String) } },
    })
    await done(releaseOpening, { openingId, reason: 'Another start.' }, recruiter)
    expect(await attempt(releaseOpening, { openingId, reason: 'Again.' }, recruiter)).toMatchObject(
      {
        failure: { kind: 'state' },
      },
    )
    expect(await seats(orderId)).toEqual([{ state: 'open', submission_id: null }])
    await done(reserveOpening, { submissionId: isFirst ? second : first }, recruiter)
  })

  it('is kept for whoever accepts an offer, and given back when they withdraw', async () => {
    const { orderId } = await makeOrder({ world, openings: 2 })
    const submissionId = await makeSubmission({
      world,
      orderId,
      candidateId: await makeCandidate(),
    })
    const { offerId } = await done(extendOffer, { submissionId, startsOn: inDays(14) }, recruiter)
    await drainJobs({ payload: app.payload })
    expect((await seats(orderId)).map(({ state }) => state)).toEqual(['open', 'open'])
    await done(answerOffer, { offerId, answer: 'accept' }, recruiter)
    await drainJobs({ payload: app.payload })
    expect(await seats(orderId)).toEqual([
      { state: 'reserved', submission_id: submissionId },
      { state: 'open', submission_id: null },
    ])
    await done(withdrawSubmission, { submissionId, reason: 'Moves away.' }, recruiter)
    await drainJobs({ payload: app.payload })
    expect((await seats(orderId)).map(({ state }) => state)).toEqual(['open', 'open'])
  })
})

describe('an order template', () => {
  it('is saved from an order, and begins orders and conversions with what is left out', async () => {
    const { orderId } = await makeOrder({ world })
    await app.payload.update({
      collection: 'job-orders',
      id: orderId,
      data: { mustHaves: ['Forklift licence'], hoursPerWeekMinutes: 2_400 },
      overrideAccess: true,
    })
    const name = `Forklift ${randomUUID().slice(0, 8)}`
    const { orderTemplateId } = await done(
      saveOrderTemplate,
      { jobOrderId: orderId, name },
      recruiter,
    )
    expect(
      await attempt(
        saveOrderTemplate,
        { jobOrderId: orderId, name: name.toUpperCase() },
        recruiter,
      ),
    ).toMatchObject({ failure: { fields: { name: expect.any(String) } } })
    const begun = await done(
      createJobOrder,
      { templateId: orderTemplateId, clientId: world.client.clientId, payRateE4: 210_000 },
      recruiter,
    )
    expect(await record('job-orders', begun.jobOrderId)).toMatchObject({
      state: 'intake',
      title: 'Forklift operator',
      employmentType: 'temp',
      payRateE4: 210_000,
      billRateE4: 300_000,
      mustHaves: ['Forklift licence'],
      hoursPerWeekMinutes: 2_400,
      startsOn: null,
    })
    const { requestId } = await done(requestStaff, request({ jobTitle: 'Reach truck' }), anonymous)
    const converted = await done(
      convertOrderRequest,
      { requestId, templateId: orderTemplateId },
      recruiter,
    )
    expect(await record('job-orders', converted.jobOrderId)).toMatchObject({
      title: 'Reach truck',
      openingsCount: 2,
      billRateE4: 300_000,
    })
    expect(
      await attempt(createJobOrder, { clientId: world.client.clientId, title: 'Bare' }, recruiter),
    ).toMatchObject({ failure: { fields: { employmentType: expect.any(String) } } })
    await app.payload.update({
      collection: 'order-templates',
      id: orderTemplateId,
      data: { isActive: false },
      overrideAccess: true,
    })
    expect(
      await attempt(
        createJobOrder,
        { clientId: world.client.clientId, templateId: orderTemplateId },
        recruiter,
      ),
    ).toMatchObject({ failure: { fields: { templateId: expect.any(String) } } })
  })
})

describe('a job order', () => {
  it('is activated only when it could be invoiced, and then has its openings as rows', async () => {
    const { jobOrderId } = await done(createJobOrder, {
      title: 'Welder',
      clientId: world.client.clientId,
      contactId: world.client.contactId,
      workLocationId: world.client.locationId,
      ownerId: world.ownerId,
      employmentType: 'contract',
      openingsCount: 3,
    })
    expect(await attempt(activateJobOrder, { jobOrderId }, recruiter)).toMatchObject({
      failure: { fields: { payRateE4: expect.any(String), billRateE4: expect.any(String) } },
    })
    await app.payload.update({
      collection: 'job-orders',
      id: jobOrderId,
      data: { payRateE4: 250_000, billRateE4: 375_000 },
      overrideAccess: true,
    })
    expect(await attempt(activateJobOrder, { jobOrderId }, recruiter)).toMatchObject({
      failure: { kind: 'state', code: 'move-forbidden' },
    })
    await done(qualifyJobOrder, { jobOrderId }, recruiter)
    await done(activateJobOrder, { jobOrderId }, recruiter)
    expect(await counted(`openings where job_order_id = $1 and state = 'open'`, [jobOrderId])).toBe(
      3,
    )
    await expect(
      app.payload.update({
        collection: 'job-orders',
        id: jobOrderId,
        data: { billRateE4: null },
        overrideAccess: true,
      }),
    ).rejects.toMatchObject({ data: { errors: [{ path: 'billRateE4' }] } })
  })

  it('of a client on credit stop is not activated', async () => {
    const client = await app.payload.create({
      collection: 'client-corporations',
      data: {
        name: 'Slow Payer',
        status: 'active',
        currency: 'USD',
        isOnCreditStop: true,
        overtimeBilling: 'last-worked',
        billOvertimeMultiplierBp: 15_000,
      },
      overrideAccess: true,
    })
    const { jobOrderId } = await done(createJobOrder, {
      title: 'Welder',
      clientId: client.id,
      ownerId: world.ownerId,
      employmentType: 'permanent',
      feeFlatMinor: 100_000,
    })
    await done(qualifyJobOrder, { jobOrderId })
    expect(await attempt(activateJobOrder, { jobOrderId })).toMatchObject({
      failure: { kind: 'state', code: 'client-on-credit-stop' },
    })
  })

  it('names only what is its client’s', async () => {
    expect(
      await attempt(createJobOrder, {
        title: 'Welder',
        clientId: world.client.clientId,
        contactId: world.otherClient.contactId,
        workLocationId: world.otherClient.locationId,
        ownerId: randomUUID(),
        employmentType: 'temp',
      }),
    ).toMatchObject({
      failure: {
        fields: {
          contactId: expect.any(String),
          workLocationId: expect.any(String),
          ownerId: expect.any(String),
        },
      },
    })
  })

  it('gains and loses openings, each numbered once', async () => {
    const jobOrderId = await makeActiveOrder()
    const added = await Promise.all(
      Array.from({ length: 4 }, async () => await done(addOpenings, { jobOrderId, count: 2 })),
    )
    expect(await counted('openings where job_order_id = $1', [jobOrderId])).toBe(9)
    const openingId = added[0]?.openingIds[0]
    if (!openingId) throw new Error('No opening was added.')
    await done(cancelOpening, { openingId, reason: 'Budget cut' }, recruiter)
    expect(await record('openings', openingId)).toMatchObject({
      state: 'cancelled',
      closeReason: 'Budget cut',
    })
  })

  it('that is held or closed leaves its sites at once and takes no applications', async () => {
    const jobOrderId = await makeActiveOrder({ openings: 2 })
    const { postingId } = await publish(jobOrderId)
    expect(await record('job-orders', jobOrderId)).toMatchObject({ isPublic: true })
    await done(holdJobOrder, { jobOrderId, reason: 'Budget' }, recruiter)
    expect(await record('job-orders', jobOrderId)).toMatchObject({
      state: 'on_hold',
      isPublic: false,
    })
    expect(await attempt(applyToJob, application(postingId), anonymous)).toMatchObject({
      failure: { kind: 'state', code: 'job-closed' },
    })
    await done(activateJobOrder, { jobOrderId }, recruiter)
    const again = await publish(jobOrderId)
    expect(again.postingId).toBe(postingId)
    await done(
      closeJobOrder,
      { jobOrderId, outcome: 'lost', reason: 'Filled elsewhere' },
      recruiter,
    )
    expect(
      await counted(`openings where job_order_id = $1 and state = 'cancelled'`, [jobOrderId]),
    ).toBe(2)
    expect(await attempt(applyToJob, application(postingId), anonymous)).toMatchObject({
      failure: { code: 'job-closed' },
    })
    expect(await attempt(activateJobOrder, { jobOrderId }, recruiter)).toMatchObject({
      failure: { kind: 'state' },
    })
  })

  it('that is filled elsewhere leaves its sites by the reaction', async () => {
    const jobOrderId = await makeActiveOrder()
    const { postingId } = await publish(jobOrderId)
    await app.payload.update({
      collection: 'job-orders',
      id: jobOrderId,
      data: { state: 'filled' },
      overrideAccess: true,
      req: await app.systemRequest(),
    })
    await runQueuedJobs({ app, queues: ['leave-the-sites'] })
    expect(await counted(`job_postings where id = $1 and state = 'closed'`, [postingId])).toBe(1)
  })

  it('is published under one address without client or bill rate', async () => {
    const jobOrderId = await makeActiveOrder({ title: 'Kühlhaus-Fahrer', mustHaves: ['Licence'] })
    const { postingId, slug } = await publish(jobOrderId)
    const posting = await app.payload.findByID({
      collection: 'job-postings',
      id: postingId,
      depth: 0,
      overrideAccess: true,
    })
    expect(slug).toMatch(/^kuhlhaus-fahrer-jo-\d{4}-\d{4}$/)
    expect(posting.description).toContain('- Licence')
    expect(posting).toMatchObject({ payFromRateE4: 180_000, isPayShown: false, state: 'published' })
    expect(JSON.stringify(posting)).not.toContain('270000')
    expect(JSON.stringify(posting)).not.toContain('Harbor Logistics')
    await done(unpublishJob, { postingId }, recruiter)
    expect(await record('job-orders', jobOrderId)).toMatchObject({ isPublic: false })
    expect((await publish(jobOrderId)).slug).toBe(slug)
  })
})

describe('an application', () => {
  it('makes one candidate, one submission, one CV and one consent, however parallel', async () => {
    const { postingId } = await publish(await makeActiveOrder())
    const email = `parallel.${randomUUID()}@example.test`
    const contentBase64 = cvPdf('Forklift')
    const input = application(postingId, { email, cv: { filename: 'cv.pdf', contentBase64 } })
    const sent = await Promise.all(
      Array.from({ length: 20 }, async () => await done(applyToJob, input, anonymous)),
    )
    expect(sent).toEqual(
      Array.from({ length: 20 }, () => ({ isReceived: true, submissionId: null })),
    )
    const of = 'candidate_id in (select id from candidates where email_normalised = $1)'
    expect(await counted('candidates where email_normalised = $1', [email])).toBe(1)
    expect(await counted(`submissions where ${of}`, [email])).toBe(1)
    expect(await counted(`documents where ${of}`, [email])).toBe(1)
    expect(await counted(`consents where ${of}`, [email])).toBe(1)
  })

  it('gives nobody’s record the e-mail of a stranger who knows name and number', async () => {
    const { postingId } = await publish(await makeActiveOrder())
    const walkIn = { firstName: 'Walk', lastName: 'In', phone: '+1 212 555 0143' }
    const { candidateId } = await done(findOrCreateCandidate, walkIn, recruiter)
    const email = `attacker.${randomUUID()}@example.test`
    await done(applyToJob, application(postingId, { ...walkIn, email }), anonymous)
    expect(await record('candidates', candidateId)).toMatchObject({
      email: null,
      emailNormalised: null,
    })
    expect(await counted('candidates where email = $1', [email])).toBe(0)
  })

  it('keeps another CV of somebody who applies again, once, and changes nothing that was there', async () => {
    const { postingId } = await publish(await makeActiveOrder())
    const email = `again.${randomUUID()}@example.test`
    const send = async (line: string | null) =>
      await done(
        applyToJob,
        application(postingId, {
          email,
          ...(line ? { cv: { filename: 'cv.pdf', contentBase64: cvPdf(line) } } : {}),
        }),
        anonymous,
      )
    await send('First')
    const [first] = await cvsOf(email)
    await send('Second')
    await send('Second')
    await send(null)
    const kept = await cvsOf(email)
    expect(kept).toHaveLength(2)
    const submission = await sqlOutside(app.payload).rows({
      schema: z.object({ id: z.string(), cv_id: z.string() }),
      text: `select submission.id, submission.cv_id from submissions submission
        join candidates candidate on candidate.id = submission.candidate_id
        where candidate.email_normalised = $1`,
      values: [email],
    })
    expect(submission).toEqual([{ id: expect.any(String), cv_id: first }])
    expect(
      (await eventsOf(submission[0]?.id ?? '')).filter((name) => name.endsWith('renewed')),
    ).toEqual(['submission.cv-renewed'])
  })

  it('never overwrites the candidate who is known', async () => {
    const { postingId } = await publish(await makeActiveOrder())
    const email = `known.${randomUUID()}@example.test`
    const first = await done(applyToJob, application(postingId, { email, city: 'York' }))
    await done(
      applyToJob,
      application(postingId, { email, firstName: 'Someone', city: 'Leeds', region: 'Yorkshire' }),
    )
    const submission = await record('submissions', String(first.submissionId))
    expect(await record('candidates', String(submission.candidate))).toMatchObject({
      firstName: 'Amara',
      city: 'York',
      region: 'Yorkshire',
    })
  })

  it('answers the screening question, and a knock-out answer is marked, not refused', async () => {
    const { postingId } = await publish(
      await makeActiveOrder({
        screeningKind: 'yes_no',
        screeningQuestion: 'Do you hold a forklift licence?',
        screeningKnockOut: 'no',
      }),
    )
    expect(await attempt(applyToJob, application(postingId), anonymous)).toMatchObject({
      failure: { fields: { answer: expect.any(String) } },
    })
    const { submissionId } = await done(applyToJob, application(postingId, { answer: 'no' }))
    expect(await record('submissions', String(submissionId))).toMatchObject({
      answer: 'no',
      isKnockOut: true,
      source: 'site',
      state: 'new',
    })
  })

  it('is refused beside the field, and leaves nothing', async () => {
    const { postingId } = await publish(await makeActiveOrder())
    const email = `nothing.${randomUUID()}@example.test`
    const picture =
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
    for (const contentBase64 of [Buffer.from('no pdf').toString('base64'), picture])
      expect(
        await attempt(
          applyToJob,
          application(postingId, { email, cv: { filename: 'cv.pdf', contentBase64 } }),
          anonymous,
        ),
      ).toMatchObject({ failure: { fields: { cv: expect.any(String) } } })
    expect(
      await attempt(applyToJob, application(postingId, { email, answer: 'a\u0000b' }), anonymous),
    ).toMatchObject({ failure: { kind: 'input', fields: { answer: expect.any(String) } } })
    expect(await counted('candidates where email_normalised = $1', [email])).toBe(0)
    const unwilling = { ...application(postingId), agreesToApplication: false }
    expect(
      await attempt(
        applyToJob,
        Object.assign(unwilling, { agreesToApplication: undefined }),
        anonymous,
      ),
    ).toMatchObject({ failure: { fields: { agreesToApplication: expect.any(String) } } })
    expect(
      await attempt(applyToJob, application(postingId, { email: 'amara' }), anonymous),
    ).toMatchObject({ failure: { fields: { email: expect.any(String) } } })
  })

  it('is seen and taken back by its candidate, and by no other', async () => {
    const { postingId } = await publish(await makeActiveOrder())
    const { submissionId: id } = await done(applyToJob, application(postingId))
    const submissionId = String(id)
    const candidateId = String((await record('submissions', submissionId)).candidate)
    const other = await makeCandidate()
    const link = await holder('application.status', 'submission', submissionId)
    const wrongLink = await holder('application.status', 'submission', other)
    expect(await applicationForCandidate({ req: await as(link), submissionId })).toMatchObject({
      jobTitle: 'Warehouse operative',
      status: 'received',
      isOpen: true,
    })
    for (const actor of [wrongLink, candidateActor(other), contactActor(world.client), anonymous])
      expect(await applicationForCandidate({ req: await as(actor), submissionId })).toBeNull()
    expect(
      await applicationsOfCandidate({ req: await as(candidateActor(candidateId)) }),
    ).toHaveLength(1)
    expect(
      await applicationsOfCandidate({ req: await as(candidateActor(other)), candidateId }),
    ).toEqual([])
    for (const actor of [wrongLink, candidateActor(other)])
      expect(await attempt(withdrawSubmission, { submissionId }, actor)).toMatchObject({
        failure: { kind: 'missing' },
      })
    await done(withdrawSubmission, { submissionId }, link)
    expect(await applicationForCandidate({ req: await as(link), submissionId })).toMatchObject({
      status: 'withdrawn',
      isOpen: false,
    })
    const again = await done(
      applyToJob,
      application(postingId, { email: (await record('candidates', candidateId)).email ?? '' }),
    )
    expect(again.submissionId).not.toBe(submissionId)
  })
})

describe('the board', () => {
  it('shows each stage with its cards, and moves them by stage, place and table', async () => {
    const jobOrderId = await makeActiveOrder()
    const [one, two, three] = [
      await putOn(jobOrderId),
      await putOn(jobOrderId),
      await putOn(jobOrderId),
    ]
    const columns = async () => {
      const found = await board({ req: await as(recruiter), jobOrderId })
      if (!found) throw new Error('There is no board.')
      return found
    }
    const cardsOf = async (state: string) =>
      (await columns())
        .find((column) => column.state === state)
        ?.cards.map(({ submissionId }) => submissionId)
    expect((await columns()).map(({ name }) => name)).toEqual([
      'New',
      'Screening',
      'Internal review',
      'Client review',
      'Interview',
      'Offer',
      'Placed',
      'Rejected',
      'Withdrawn',
    ])
    expect(await cardsOf('new')).toEqual([one, two, three])
    await done(moveSubmission, { submissionId: three, toState: 'new', beforeId: one }, recruiter)
    expect(await cardsOf('new')).toEqual([three, one, two])
    await done(moveSubmission, { submissionId: one, toState: 'screening' }, recruiter)
    await done(
      moveSubmission,
      { submissionId: two, toState: 'screening', beforeId: one },
      recruiter,
    )
    expect(await cardsOf('screening')).toEqual([two, one])
    const screening = (await columns()).find(({ state }) => state === 'screening')
    expect(screening).toMatchObject({ count: 2, cards: [{ daysInStage: 0 }, { daysInStage: 0 }] })
    expect((await record('submissions', one)).respondedAt).toBeTruthy()

    expect(
      await attempt(moveSubmission, { submissionId: one, toState: 'offer' }, recruiter),
    ).toMatchObject({
      failure: { kind: 'state', code: 'move-forbidden' },
    })
    expect(
      await attempt(moveSubmission, { submissionId: one, toState: 'placed' }, recruiter),
    ).toMatchObject({
      failure: { code: 'place-by-action' },
    })
    expect(
      await attempt(moveSubmission, { submissionId: one, toState: 'rejected' }, recruiter),
    ).toMatchObject({
      failure: { fields: { reason: expect.any(String) } },
    })
    await done(
      moveSubmission,
      { submissionId: one, toState: 'rejected', reason: 'skills', note: 'No licence' },
      recruiter,
    )
    expect(await record('submissions', one)).toMatchObject({
      state: 'rejected',
      rejectedBy: 'agency',
      rejectReason: 'skills',
      rejectNote: 'No licence',
    })
    expect(await eventsOf(one)).toEqual([
      'submission.created',
      'submission.screening-begun',
      'submission.rejected',
    ])
    for (const actor of [anonymous, contactActor(world.client), candidateActor(randomUUID())])
      expect(await board({ req: await as(actor), jobOrderId })).toBeNull()
  })

  it('keeps every card when many are moved at once', async () => {
    const jobOrderId = await makeActiveOrder()
    const ids: string[] = []
    for (let card = 0; card < 8; card += 1) ids.push(await putOn(jobOrderId))
    await Promise.all(
      ids.map(
        async (submissionId) =>
          await done(
            moveSubmission,
            { submissionId, toState: 'screening', beforeId: ids[0] ?? null },
            recruiter,
          ),
      ),
    )
    const found = await board({ req: await as(recruiter), jobOrderId })
    const cards = found?.find(({ state }) => state === 'screening')?.cards ?? []
    expect(new Set(cards.map(({ submissionId }) => submissionId))).toEqual(new Set(ids))
    expect(new Set(cards.map(({ rank }) => rank)).size).toBe(8)
  })

  it('does not take a candidate twice, nor one who must not be used', async () => {
    const jobOrderId = await makeActiveOrder()
    const candidateId = await makeCandidate()
    const results = await Promise.all(
      Array.from(
        { length: 6 },
        async () => await attempt(addCandidateToOrder, { jobOrderId, candidateId }, recruiter),
      ),
    )
    expect(results.filter(({ ok }) => ok)).toHaveLength(1)
    for (const refused of results.filter(({ ok }) => !ok))
      expect(refused).toMatchObject({ failure: { kind: 'state', code: 'already-on-order' } })
    const blocked = await makeCandidate()
    const req = await app.systemRequest()
    req.context.reason = 'Fraud'
    await app.payload.update({
      collection: 'candidates',
      id: blocked,
      data: { state: 'do_not_use' },
      overrideAccess: true,
      req,
    })
    expect(
      await attempt(addCandidateToOrder, { jobOrderId, candidateId: blocked }, recruiter),
    ).toMatchObject({ failure: { code: 'candidate-blocked' } })
  })

  it('shows what a filter lets through, with its counts, and more of a column when asked', async () => {
    const jobOrderId = await makeActiveOrder()
    const [one, two, three] = [
      await putOn(jobOrderId),
      await putOn(jobOrderId),
      await putOn(jobOrderId),
    ]
    await sqlOutside(app.payload).run({
      text: `update submissions set source = case when id = $1 then 'site' else source end,
        entered_stage_at = case when id = $2 then now() - interval '8 days' else now() end
        where job_order_id = $3`,
      values: [one, two, jobOrderId],
    })
    await sqlOutside(app.payload).run({
      text: `update candidates set owner_id = $1
        where id = (select candidate_id from submissions where id = $2)`,
      values: [world.ownerId, three],
    })
    await sqlOutside(app.payload).run({
      text: `delete from submissions_rels where parent_id = any($1::uuid[])`,
      values: [[one, two, three]],
    })
    const shown = async (filter: Parameters<typeof board>[0]['filter']) => {
      const found = await board({
        req: await as(recruiter),
        jobOrderId,
        ...(filter ? { filter } : {}),
      })
      const column = found?.find(({ state }) => state === 'new')
      return { count: column?.count, ids: column?.cards.map(({ submissionId }) => submissionId) }
    }
    const none = { source: null, days: null, label: null, colleague: null }
    expect(await shown(none)).toEqual({ count: 3, ids: [one, two, three] })
    expect(await shown({ ...none, source: 'site' })).toEqual({ count: 1, ids: [one] })
    expect(await shown({ ...none, days: 7 })).toEqual({ count: 1, ids: [two] })
    expect(await shown({ ...none, colleague: world.ownerId })).toEqual({ count: 1, ids: [three] })
    expect(await shown({ ...none, label: randomUUID() })).toEqual({ count: 0, ids: [] })
    const stageId = (await board({ req: await as(recruiter), jobOrderId }))?.[0]?.stageId ?? ''
    const cut = await board({
      req: await as(recruiter),
      jobOrderId,
      cardsAsked: { [stageId]: 2 },
    })
    expect(cut?.[0]).toMatchObject({ count: 3, cards: [{}, {}] })
    expect(cut?.[0]?.cards).toHaveLength(2)
  })

  it('moves, rejects and writes to many, each for itself, and a preview changes nothing', async () => {
    const jobOrderId = await makeActiveOrder()
    const candidates = await Promise.all([1, 2, 3, 4].map(makeCandidate))
    const ids: string[] = []
    for (const candidateId of candidates) ids.push(await putOn(jobOrderId, candidateId))
    const [one = '', two = '', three = '', four = ''] = ids
    await done(
      blockForClient,
      {
        candidateId: candidates[1] ?? '',
        clientId: world.client.clientId,
        wantedBy: 'client',
        reason: 'No more.',
      },
      recruiter,
    )
    await done(withdrawSubmission, { submissionId: three }, recruiter)
    const reviewId =
      (await board({ req: await as(recruiter), jobOrderId }))?.find(
        ({ state }) => state === 'client_review',
      )?.stageId ?? ''
    const move = { submissionIds: [...ids, one, randomUUID()], toStageId: reviewId }
    const states = async () =>
      await Promise.all(ids.map(async (id) => (await record('submissions', id)).state))
    const events = async () => await counted('domain_events where order_id = $1', [jobOrderId])
    const before = await events()
    const preview = await done(moveSubmissions, { ...move, isPreview: true }, recruiter)
    expect(await states()).toEqual(['new', 'new', 'withdrawn', 'new'])
    expect(await events()).toBe(before)
    const result = await done(moveSubmissions, move, recruiter)
    expect({ ...result, isPreview: true }).toEqual(preview)
    expect(result).toMatchObject({ done: 3, skipped: 2 })
    const why = new Map(result.items.map((item) => [item.submissionId, item.why]))
    expect(why.get(one)).toBeNull()
    expect(why.get(two)).toContain('noted by Ana Silva')
    expect(await states()).toEqual(['client_review', 'new', 'client_review', 'client_review'])
    expect(await counted('shortlists where job_order_id = $1', [jobOrderId])).toBe(0)

    const placed =
      (await board({ req: await as(recruiter), jobOrderId }))?.find(
        ({ state }) => state === 'rejected',
      )?.stageId ?? ''
    expect(
      await attempt(moveSubmissions, { submissionIds: ids, toStageId: placed }, recruiter),
    ).toMatchObject({ failure: { fields: { toStageId: expect.any(String) } } })

    await app.payload.update({
      collection: 'candidates',
      id: candidates[3] ?? '',
      data: { doNotContact: true },
      req: await app.systemRequest(),
      overrideAccess: true,
    })
    const letter = {
      submissionIds: ids,
      subject: 'About {{order.title}}',
      text: 'Are you free, {{reader.firstName}}?',
    }
    expect(
      await attempt(writeToCandidates, { ...letter, text: 'Rate {{order.billRate}}' }, recruiter),
    ).toMatchObject({ failure: { fields: { text: expect.stringContaining('order.billRate') } } })
    const sent = await done(writeToCandidates, letter, recruiter)
    expect(sent).toMatchObject({ done: 3, skipped: 1 })
    expect(sent.items.find(({ submissionId }) => submissionId === four)?.why).toContain(
      'not to be contacted',
    )
    const { docs } = await app.payload.find({
      collection: 'candidate-messages',
      where: { submission: { equals: one } },
      depth: 0,
      overrideAccess: true,
    })
    expect(docs).toMatchObject([
      { subject: 'About Warehouse operative', text: 'Are you free, Zbigniew?' },
    ])

    const rejected = await done(
      rejectSubmissions,
      { submissionIds: [one, two, four], reason: 'position-changed', tellsCandidate: false },
      recruiter,
    )
    expect(rejected).toMatchObject({ done: 3, skipped: 0 })
    expect(await record('submissions', two)).toMatchObject({
      state: 'rejected',
      rejectReason: 'position-changed',
      isRejectedQuietly: true,
    })
    const other = await makeActiveOrder({ title: 'Picker' })
    const [a, b] = [await putOn(other, candidates[0]), await putOn(other, candidates[3])]
    const screening =
      (await board({ req: await as(recruiter), jobOrderId }))?.find(
        ({ state }) => state === 'screening',
      )?.stageId ?? ''
    const parallel = await Promise.all([
      attempt(moveSubmissions, { submissionIds: [a, b], toStageId: screening }, recruiter),
      attempt(moveSubmissions, { submissionIds: [b, a, one], toStageId: screening }, recruiter),
      attempt(rejectSubmissions, { submissionIds: [b, a], reason: 'pay' }, recruiter),
    ])
    expect(parallel.every(({ ok }) => ok)).toBe(true)
    expect(await attempt(moveSubmissions, move, contactActor(world.client))).toMatchObject({
      ok: false,
    })
  })

  it('cannot be passed by editing the state through REST', async () => {
    const submissionId = await putOn(await makeActiveOrder())
    const req = await as(recruiter)
    await expect(
      app.payload.update({
        collection: 'submissions',
        id: submissionId,
        data: { state: 'placed' },
        req,
        overrideAccess: false,
      }),
    ).rejects.toThrow()
  })
})

describe('a shortlist', () => {
  const shown = async (count = 2) => {
    const jobOrderId = await makeActiveOrder()
    const submissionIds: string[] = []
    for (let card = 0; card < count; card += 1) submissionIds.push(await putOn(jobOrderId))
    const { shortlistId } = await done(
      sendShortlist,
      { jobOrderId, submissionIds, message: 'Two good ones.' },
      recruiter,
    )
    const link = await holder('shortlist.decide', 'shortlist', shortlistId)
    const list = await shortlistForClient({ req: await as(link), shortlistId })
    if (!list) throw new Error('The shortlist cannot be read.')
    return { jobOrderId, submissionIds, shortlistId, link, list }
  }

  it('is decided by link: yes, no with a reason, a question', async () => {
    const { submissionIds, shortlistId, link, list } = await shown(3)
    const [yes, no, question] = list.items
    if (!yes || !no || !question) throw new Error('Three candidates were expected.')
    const decide = async (input: {
      itemId: string
      decision: 'approve' | 'reject' | 'question'
      reason?: 'skills' | 'pay'
      comment?: string
    }) => await attempt(decideShortlistItem, { shortlistId, ...input }, link)
    expect(await decide({ itemId: no.itemId, decision: 'reject' })).toMatchObject({
      failure: { fields: { reason: expect.any(String) } },
    })
    expect(await decide({ itemId: yes.itemId, decision: 'approve' })).toMatchObject({
      value: { state: 'partly_answered' },
    })
    expect(
      await decide({ itemId: no.itemId, decision: 'reject', reason: 'pay', comment: 'Too dear' }),
    ).toMatchObject({ ok: true })
    expect(
      await decide({ itemId: question.itemId, decision: 'question', comment: 'Weekends?' }),
    ).toMatchObject({ value: { state: 'partly_answered' } })
    expect(await decide({ itemId: question.itemId, decision: 'approve' })).toMatchObject({
      value: { state: 'answered' },
    })
    const [first, second] = await Promise.all(
      submissionIds.slice(0, 2).map(async (id) => await record('submissions', id)),
    )
    expect(first?.state).toBe('client_review')
    expect(second).toMatchObject({
      state: 'rejected',
      rejectedBy: 'client',
      rejectReason: 'pay',
      rejectNote: 'Too dear',
    })
    expect(await decide({ itemId: no.itemId, decision: 'approve' })).toMatchObject({
      failure: { kind: 'state' },
    })
    expect(await eventsOf(shortlistId)).toEqual([
      'shortlist.created',
      'shortlist.sent',
      'shortlist.partly-answered',
      'shortlist.questioned',
      'shortlist.answered',
      'shortlist.questions-settled',
    ])
    const after = await shortlistForClient({ req: await as(link), shortlistId })
    expect(after?.items.map(({ decision, isOpen }) => [decision, isOpen])).toEqual([
      ['approve', true],
      ['reject', false],
      ['approve', true],
    ])
    expect(after?.items[1]?.decidedByName).toBe('Olena Koval')
  })

  it('is answered by several people, each in a row of their own; the addressee’s word counts', async () => {
    const colleague = await app.payload.create({
      collection: 'client-contacts',
      data: {
        client: world.client.clientId,
        firstName: 'Bram',
        lastName: 'de Wit',
        email: `bram.${randomUUID()}@client.test`,
      },
      req: await app.systemRequest(),
      overrideAccess: true,
      depth: 0,
    })
    const jobOrderId = await makeActiveOrder()
    const submissionId = await putOn(jobOrderId)
    const send = { jobOrderId, submissionIds: [submissionId], isBlind: true }
    expect(
      await attempt(
        sendShortlist,
        { ...send, alsoToIds: [world.otherClient.contactId] },
        recruiter,
      ),
    ).toMatchObject({ failure: { fields: { alsoToIds: expect.any(String) } } })
    const { shortlistId } = await done(
      sendShortlist,
      {
        ...send,
        alsoToIds: [colleague.id],
        recommendations: { [submissionId]: 'Lifts the mood of every shift.' },
      },
      recruiter,
    )
    const addressee = contactActor(world.client)
    const other = contactActor({ ...world.client, contactId: colleague.id })
    const seen = async (actor: Actor) => {
      const list = await shortlistForClient({ req: await as(actor), shortlistId })
      const [item] = list?.items ?? []
      if (!item) throw new Error('The shortlist cannot be read.')
      return item
    }
    const { itemId, candidateName, recommendation } = await seen(other)
    expect({ candidateName, recommendation }).toEqual({
      candidateName: 'Candidate 1',
      recommendation: 'Lifts the mood of every shift.',
    })
    expect(await cvForClient({ req: await as(other), shortlistId, itemId })).toBeNull()
    expect((await record('shortlists', shortlistId)).openedAt ?? null).toBeNull()
    const { openedAt } = await done(noteShortlistOpened, { shortlistId }, other)
    expect(await done(noteShortlistOpened, { shortlistId }, addressee)).toMatchObject({ openedAt })
    expect(
      await attempt(noteShortlistOpened, { shortlistId }, contactActor(world.otherClient)),
    ).toMatchObject({ failure: { kind: 'missing' } })

    const say = async (actor: Actor, input: Partial<z.input<typeof decideShortlistItem.input>>) =>
      await attempt(
        decideShortlistItem,
        { shortlistId, itemId, decision: 'maybe', ...input },
        actor,
      )
    expect(await say(other, { decision: 'reject', reason: 'culture' })).toMatchObject({ ok: true })
    expect(await seen(other)).toMatchObject({ decision: 'maybe', isOpen: true })
    expect((await record('submissions', submissionId)).state).toBe('client_review')
    expect(await say(addressee, { rating: 6 })).toMatchObject({
      failure: { fields: { rating: expect.any(String) } },
    })
    const both = await Promise.all([
      say(addressee, { decision: 'interview', rating: 5, comment: 'On Monday?' }),
      say(other, { decision: 'maybe', rating: 3 }),
    ])
    expect(both.every(({ ok }) => ok)).toBe(true)
    const after = await seen(other)
    expect(after).toMatchObject({ decision: 'interview', rating: 5, decidedByName: 'Olena Koval' })
    expect(
      after.answers.map(({ name, decision, rating }) => [name, decision, rating]).sort(),
    ).toEqual([
      ['Bram de Wit', 'maybe', 3],
      ['Olena Koval', 'interview', 5],
    ])
    expect((await record('shortlists', shortlistId)).state).toBe('answered')
    expect(
      await say(recruiter, { decision: 'approve', saidAt: '2999-01-01T00:00:00Z' }),
    ).toMatchObject({ failure: { fields: { saidAt: expect.any(String) } } })
    await done(
      decideShortlistItem,
      {
        shortlistId,
        itemId,
        decision: 'approve',
        contactId: colleague.id,
        saidAt: '2026-01-02T10:00:00Z',
      },
      recruiter,
    )
    expect(
      await counted(
        `shortlist_answers where item_id = $1 and taken_by_name = 'Ana Silva'
          and answered_at = '2026-01-02T10:00:00Z'`,
        [itemId],
      ),
    ).toBe(1)
    expect((await seen(addressee)).decision).toBe('interview')
  })

  it('without names tells nobody who a candidate is, on the page, in the mail or as PDF', async () => {
    const jobOrderId = await makeActiveOrder()
    const candidateId = await makeCandidate()
    await app.payload.update({
      collection: 'candidates',
      id: candidateId,
      data: {
        firstName: 'Zephyrine',
        lastName: 'Quill',
        headline: 'Picker at Umbra Freight Ltd',
        workHistory: [
          {
            title: 'Shift lead, Umbra Freight',
            employer: 'Umbra Freight Ltd',
            place: 'Canaryville',
            startedIn: '2021-04',
            description: 'Zephyrine led nine people.',
          },
        ],
        education: [{ institution: 'Canary College', degree: 'NVQ 2', endedIn: 2016 }],
        languages: [{ language: 'pl', level: 'native' }],
      },
      req: await app.systemRequest(),
      overrideAccess: true,
      depth: 0,
    })
    const submissionId = await putOn(jobOrderId, candidateId)
    const send = {
      jobOrderId,
      submissionIds: [submissionId],
      message: 'Zephyrine is the one.',
      recommendations: { [submissionId]: 'Ms Quill, zephyrine@quill.test, +44 20 7946 0018' },
      coverSubject: '{{shortlist.candidates}}: Quill for {{order.title}}',
      coverText: 'Hello {{reader.firstName}}, meet Zephyrine Quill of Umbra Freight.',
    }
    expect(
      await attempt(sendShortlist, { ...send, coverText: 'Hi {{candidate.pay}}' }, recruiter),
    ).toMatchObject({
      failure: { fields: { coverText: expect.stringContaining('candidate.pay') } },
    })
    const { preview } = await done(
      sendShortlist,
      { ...send, isBlind: true, isPreview: true },
      recruiter,
    )
    expect(preview?.mail).toMatchObject({
      subject: '1 candidate: the candidate for Warehouse operative',
      opening: 'Hello Olena, meet the candidate of an employer.',
    })
    expect(await counted('shortlists where job_order_id = $1', [jobOrderId])).toBe(0)
    expect((await record('submissions', submissionId)).state).toBe('new')

    const { shortlistId } = await done(sendShortlist, { ...send, isBlind: true }, recruiter)
    const link = await holder('shortlist.decide', 'shortlist', shortlistId)
    const {
      jobOrderId: _order,
      candidateId: _person,
      ...rest
    } = {
      ...(await shortlistForClient({ req: await as(link), shortlistId })),
      candidateId,
    }
    const paper = await shortlistPdf({ req: await as(link), shortlistId, locale: 'en-GB' })
    if (!paper) throw new Error('The shortlist has no paper.')
    const pdf = await getDocumentProxy(new Uint8Array(paper.bytes))
    const { text } = await extractText(pdf, { mergePages: true })
    const told = JSON.stringify([rest, text, (await pdf.getMetadata()).info, paper.filename])
    expect(told).toContain('Candidate 1')
    expect(told).toContain('Shift lead')
    expect(told).toContain('NVQ 2')
    expect(told).not.toMatch(/zephyrine|quill|umbra|canary|7946/i)
    expect(await shortlistPdf({ req: await as(anonymous), shortlistId, locale: 'en' })).toBeNull()

    const named = await done(sendShortlist, send, recruiter)
    const whole = await shortlistPdf({
      req: await as(contactActor(world.client)),
      shortlistId: named.shortlistId,
      locale: 'en-GB',
    })
    const words = await extractText(
      await getDocumentProxy(new Uint8Array(whole?.bytes ?? new Uint8Array())),
      { mergePages: true },
    )
    expect(words.text).toMatch(/Zephyrine Quill[^]*Umbra Freight Ltd, Canaryville[^]*Apr 2021/)
    expect(words.text).toContain('Canary College')
  })

  it('is reminded of by hand and by the clock, until everybody has answered', async () => {
    const { shortlistId, list, link } = await shown(2)
    const [first, second] = list.items
    if (!first || !second) throw new Error('Two candidates were expected.')
    const reminders = async () =>
      await counted(`domain_events where subject_id = $1 and name = 'shortlist.reminded'`, [
        shortlistId,
      ])
    expect(await done(remindOfShortlist, { shortlistId }, recruiter)).toMatchObject({ people: 1 })
    expect(await attempt(remindOfShortlist, { shortlistId }, recruiter)).toMatchObject({
      failure: { code: 'reminded-just-now' },
    })
    expect(await drainJobs({ payload: app.payload })).toEqual([])
    expect(
      await counted(
        `outbound_mails where subject_id = $1 and message_kind = 'shortlist.reminded'`,
        [shortlistId],
      ),
    ).toBe(1)

    const runOut = async (name: 'clock.amber' | 'clock.overdue') => {
      const clock = await sqlOutside(app.payload).first({
        schema: z.object({ id: z.string() }),
        text: `select id from clocks where about_id = $1 and kind = 'shortlist-decision'`,
        values: [shortlistId],
      })
      const req = await app.systemRequest()
      await inOwnTransaction({
        req,
        run: async () =>
          await tell({
            req,
            event: { name, subject: { kind: 'clock', id: clock?.id ?? '' } },
          }),
      })
      expect(await drainJobs({ payload: app.payload })).toEqual([])
    }
    await runOut('clock.amber')
    expect(await reminders()).toBe(1)
    const forget = async () =>
      await sqlOutside(app.payload).run({
        text: `update shortlists set reminded_at = now() - interval '13 hours' where id = $1`,
        values: [shortlistId],
      })
    await forget()
    await runOut('clock.overdue')
    expect(await reminders()).toBe(2)

    const ask = { shortlistId, decision: 'question' as const, comment: 'Nights?' }
    await done(decideShortlistItem, { ...ask, itemId: first.itemId }, link)
    await done(decideShortlistItem, { ...ask, itemId: second.itemId }, link)
    expect(await drainJobs({ payload: app.payload })).toEqual([])
    const clockState = async () =>
      (
        await sqlOutside(app.payload).first({
          schema: z.object({ state: z.string() }),
          text: `select state from clocks where about_id = $1 and kind = 'shortlist-decision'`,
          values: [shortlistId],
        })
      )?.state
    expect(await clockState()).toBe('paused')
    await forget()
    expect(await attempt(remindOfShortlist, { shortlistId }, recruiter)).toMatchObject({
      failure: { code: 'nobody-to-remind' },
    })
    const questions = (await shortlistForClient({ req: await as(link), shortlistId }))?.items
    const tasks = async (state: string) =>
      await counted(
        `tasks where about_id = $1 and source_key like 'shortlist-question:%' and state = $2`,
        [shortlistId, state],
      )
    expect(await tasks('open')).toBe(2)
    for (const item of questions ?? [])
      await done(
        answerShortlistQuestion,
        { answerId: item.answers[0]?.id ?? '', reply: 'Yes, every second week.' },
        recruiter,
      )
    expect(
      await attempt(
        answerShortlistQuestion,
        { answerId: questions?.[0]?.answers[0]?.id ?? '', reply: 'Again' },
        recruiter,
      ),
    ).toMatchObject({ failure: { code: 'nothing-asked' } })
    expect(await drainJobs({ payload: app.payload })).toEqual([])
    expect([await tasks('open'), await tasks('done'), await clockState()]).toEqual([
      0,
      2,
      'running',
    ])
    expect(
      (await shortlistForClient({ req: await as(link), shortlistId }))?.items[0]?.answers[0],
    ).toMatchObject({ reply: 'Yes, every second week.', repliedBy: 'Ana Silva' })

    await done(
      decideShortlistItem,
      { shortlistId, itemId: first.itemId, decision: 'interview' },
      link,
    )
    await done(
      decideShortlistItem,
      { shortlistId, itemId: second.itemId, decision: 'approve' },
      link,
    )
    expect(await drainJobs({ payload: app.payload })).toEqual([])
    expect(await clockState()).toBe('met')
    expect(
      await counted(`tasks where source_key = $1 and state = 'open'`, [
        `shortlist-meeting:${first.submissionId}`,
      ]),
    ).toBe(1)
    await forget()
    expect(await attempt(remindOfShortlist, { shortlistId }, recruiter)).toMatchObject({
      failure: { code: 'shortlist-answered' },
    })
  })

  it('that is turned down four times for one reason asks to change the order, once', async () => {
    const turnedDown = async (times: number) => {
      const jobOrderId = await makeActiveOrder()
      for (let turn = 1; turn <= times; turn += 1)
        await done(
          rejectSubmission,
          { submissionId: await putOn(jobOrderId), reason: 'pay', rejectedBy: 'client' },
          recruiter,
        )
      return jobOrderId
    }
    const [few, many] = [await turnedDown(3), await turnedDown(5)]
    expect(await drainJobs({ payload: app.payload })).toEqual([])
    const tasks = async (jobOrderId: string) =>
      await counted(`tasks where about_id = $1 and source::text = 'rule'`, [jobOrderId])
    expect([await tasks(few), await tasks(many)]).toEqual([0, 1])
  })

  it('tells a client neither pay nor notes nor how to reach a candidate', async () => {
    const { list, jobOrderId } = await shown(1)
    const text = JSON.stringify(list)
    expect(text).not.toContain('@worker.test')
    expect(text).not.toMatch(/180000|270000|payRate|billRate/)
    const orders = await ordersOfClient({ req: await as(contactActor(world.client)) })
    expect(orders.find((order) => order.jobOrderId === jobOrderId)).toMatchObject({
      openings: { wanted: 1, filled: 0 },
      candidates: { withYou: 1 },
    })
    expect(JSON.stringify(orders)).not.toMatch(/:(180000|270000)\b|Rate|"fee/)
  })

  it('is of its client alone', async () => {
    const { shortlistId, list, jobOrderId } = await shown(1)
    const itemId = list.items[0]?.itemId ?? ''
    const stranger = contactActor(world.otherClient)
    const wrongLink = await holder('shortlist.decide', 'shortlist', jobOrderId)
    for (const actor of [stranger, wrongLink, candidateActor(randomUUID()), anonymous])
      expect(await shortlistForClient({ req: await as(actor), shortlistId })).toBeNull()
    for (const actor of [stranger, wrongLink])
      expect(
        await attempt(decideShortlistItem, { shortlistId, itemId, decision: 'approve' }, actor),
      ).toMatchObject({ failure: { kind: 'missing' } })
    expect(await shortlistsOfClient({ req: await as(stranger) })).toEqual([])
    expect(
      (await shortlistsOfClient({ req: await as(contactActor(world.client)) })).some(
        (row) => row.shortlistId === shortlistId,
      ),
    ).toBe(true)
    const other = await shown(1)
    expect(
      await attempt(
        decideShortlistItem,
        { shortlistId: other.shortlistId, itemId, decision: 'approve' },
        other.link,
      ),
    ).toMatchObject({ failure: { kind: 'missing' } })
  })

  it('is sent by moving a card into the client’s review, once', async () => {
    const jobOrderId = await makeActiveOrder()
    const submissionId = await putOn(jobOrderId)
    const moved = await done(moveSubmission, { submissionId, toState: 'client_review' }, recruiter)
    expect(moved.shortlistId).not.toBeNull()
    expect((await record('submissions', submissionId)).clientSubmittedAt).toBeTruthy()
    const candidateId = String((await record('submissions', submissionId)).candidate)
    expect((await record('candidates', candidateId)).state).toBe('in_process')
    await done(moveSubmission, { submissionId, toState: 'internal_review' }, recruiter)
    const again = await done(moveSubmission, { submissionId, toState: 'client_review' }, recruiter)
    expect(again.shortlistId).toBeNull()
    expect(await counted('shortlists where job_order_id = $1', [jobOrderId])).toBe(1)
  })

  it('expires with its day at the place of work, not with the day of the server', async () => {
    const sendFrom = async (zone: string) => {
      const location = await app.payload.create({
        collection: 'work-locations',
        data: {
          name: zone,
          client: world.client.clientId,
          zone,
          jurisdiction: 'US-NY',
          country: 'US',
        },
        req: await app.systemRequest(),
        overrideAccess: true,
        depth: 0,
      })
      const jobOrderId = await makeActiveOrder({ workLocationId: location.id })
      const submissionId = await putOn(jobOrderId)
      const { shortlistId } = await done(sendShortlist, {
        jobOrderId,
        submissionIds: [submissionId],
      })
      // Some day it is in one place of the world and not in the other, at whatever hour of the test.
      await sqlOutside(app.payload).run({
        text: `update shortlists set due_on = to_char(now() at time zone 'Etc/GMT+12', 'YYYY-MM-DD')
          where id = $1`,
        values: [shortlistId],
      })
      return shortlistId
    }
    const [west, east] = [await sendFrom('Etc/GMT+12'), await sendFrom('Etc/GMT-14')]
    await runQueuedJobs({ app, queues: ['expire-answers'], data: {} })
    expect((await record('shortlists', west)).state).toBe('sent')
    expect((await record('shortlists', east)).state).toBe('expired')
  })

  it('goes to contacts of the order’s client only, with candidates of the order only', async () => {
    const jobOrderId = await makeActiveOrder()
    const foreign = await putOn(await makeActiveOrder())
    const own = await putOn(jobOrderId)
    expect(
      await attempt(sendShortlist, { jobOrderId, submissionIds: [foreign] }, recruiter),
    ).toMatchObject({ failure: { fields: { submissionIds: expect.any(String) } } })
    expect(
      await attempt(
        sendShortlist,
        { jobOrderId, submissionIds: [own], contactId: world.otherClient.contactId },
        recruiter,
      ),
    ).toMatchObject({ failure: { fields: { contactId: expect.any(String) } } })
    expect((await record('submissions', own)).state).toBe('new')
  })

  it('shows the CV of an application to its client, and to no other', async () => {
    const jobOrderId = await makeActiveOrder()
    const { postingId } = await publish(jobOrderId)
    const contentBase64 = cvPdf('Forklift')
    const { submissionId } = await done(
      applyToJob,
      application(postingId, { cv: { filename: 'cv.pdf', contentBase64 } }),
    )
    const { shortlistId } = await done(
      sendShortlist,
      { jobOrderId, submissionIds: [String(submissionId)] },
      recruiter,
    )
    const link = await holder('shortlist.decide', 'shortlist', shortlistId)
    const itemId =
      (await shortlistForClient({ req: await as(link), shortlistId }))?.items[0]?.itemId ?? ''
    expect(await cvForClient({ req: await as(link), shortlistId, itemId })).toMatchObject({
      filename: 'CV Amara Okafor.pdf',
    })
    for (const actor of [contactActor(world.otherClient), anonymous])
      expect(await cvForClient({ req: await as(actor), shortlistId, itemId })).toBeNull()
  })
})

describe('an interview', () => {
  const proposed = async (wish: Partial<z.input<typeof proposeInterview.input>> = {}) => {
    const submissionId = await putOn(await makeActiveOrder())
    await done(moveSubmission, { submissionId, toState: 'client_review' }, recruiter)
    const { interviewId } = await done(
      proposeInterview,
      {
        submissionId,
        mode: 'video',
        day: inDays(3),
        time: '10:00',
        place: 'https://meet.test/x',
        ...wish,
      },
      recruiter,
    )
    return {
      submissionId,
      interviewId,
      link: await holder('interview.answer', 'interview', interviewId),
    }
  }

  it('is proposed in the zone of the place of work and accepted by link, twice as once', async () => {
    const { submissionId, interviewId, link } = await proposed()
    expect((await record('submissions', submissionId)).state).toBe('interview')
    expect(await interviewForCandidate({ req: await as(link), interviewId })).toMatchObject({
      zone: 'America/New_York',
      state: 'proposed',
      clientName: 'Harbor Logistics',
      sequence: 0,
    })
    await done(answerInterview, { interviewId, answer: 'accept' }, link)
    await done(answerInterview, { interviewId, answer: 'accept' }, link)
    expect(await eventsOf(interviewId)).toEqual(['interview.created', 'interview.scheduled'])
    const meetingsOf = async (userId: string) =>
      await interviewsOfColleague({
        req: await as(recruiter),
        userId,
        from: '2000-01-01T00:00:00.000Z',
        until: '2100-01-01T00:00:00.000Z',
      })
    expect((await meetingsOf(recruiter.id)).find(({ id }) => id === interviewId)?.facts).toEqual(
      expect.arrayContaining(['By video', 'https://meet.test/x']),
    )
    expect(await meetingsOf(randomUUID())).toEqual([])
    expect(await attempt(completeInterview, { interviewId }, recruiter)).toMatchObject({
      failure: { code: 'interview-not-begun' },
    })
    const cancelled = await done(
      cancelInterview,
      { interviewId, reason: 'Client is ill' },
      recruiter,
    )
    expect(cancelled).toMatchObject({ state: 'cancelled', sequence: 1 })
    expect(await attempt(answerInterview, { interviewId, answer: 'decline' }, link)).toMatchObject({
      failure: { kind: 'state' },
    })
  })

  it('is answered by its candidate alone', async () => {
    const { interviewId } = await proposed()
    const wrongLink = await holder('interview.answer', 'interview', randomUUID())
    for (const actor of [wrongLink, candidateActor(randomUUID())])
      expect(
        await attempt(answerInterview, { interviewId, answer: 'accept' }, actor),
      ).toMatchObject({
        failure: { kind: 'missing' },
      })
    expect(await interviewForCandidate({ req: await as(wrongLink), interviewId })).toBeNull()
  })

  it('is not proposed for yesterday', async () => {
    const submissionId = await putOn(await makeActiveOrder())
    expect(
      await attempt(
        proposeInterview,
        { submissionId, mode: 'phone', day: inDays(-2), time: '10:00' },
        recruiter,
      ),
    ).toMatchObject({ failure: { fields: { day: expect.any(String) } } })
  })

  it('offers times of which one is chosen; two who want one time at once do not both get it', async () => {
    const plan = { interviewPlan: [{ name: 'First talk', mode: 'phone' as const, minutes: 30 }] }
    const times = { day: inDays(6), time: '10:00', otherTimes: [`${inDays(7)}T11:00`] }
    const jobOrderId = await makeActiveOrder()
    await app.payload.update({
      collection: 'job-orders',
      id: jobOrderId,
      data: plan,
      req: await app.systemRequest(),
      overrideAccess: true,
    })
    const people = []
    for (let count = 0; count < 2; count += 1) {
      const submissionId = await putOn(jobOrderId)
      await done(moveSubmission, { submissionId, toState: 'client_review' }, recruiter)
      const { interviewId } = await done(proposeInterview, { submissionId, ...times }, recruiter)
      const link = await holder('interview.answer', 'interview', interviewId)
      const seen = await interviewForCandidate({ req: await as(link), interviewId })
      expect(seen).toMatchObject({ round: 'First talk', mode: 'phone', isChoice: true })
      people.push({ interviewId, link, slots: seen?.slots ?? [] })
    }
    expect(
      await attempt(
        answerInterview,
        { interviewId: people[0]?.interviewId ?? '', answer: 'accept' },
        recruiter,
      ),
    ).toMatchObject({ failure: { fields: { slotId: expect.any(String) } } })
    const results = await Promise.all(
      people.map(
        async ({ interviewId, link, slots }) =>
          await attempt(
            answerInterview,
            { interviewId, answer: 'accept', slotId: slots[0]?.id },
            link,
          ),
      ),
    )
    expect(results.filter(({ ok }) => ok)).toHaveLength(1)
    expect(results.find(({ ok }) => !ok)).toMatchObject({
      failure: { code: 'interview-time-taken', message: expect.stringContaining('another one') },
    })
    const loser = people[results.findIndex(({ ok }) => !ok)]
    if (!loser) throw new Error('Both got the time.')
    const left = await interviewForCandidate({
      req: await as(loser.link),
      interviewId: loser.interviewId,
    })
    expect(left?.slots.map(({ id }) => id)).toEqual([loser.slots[1]?.id])
    const own = { interviewId: loser.interviewId, answer: 'accept' as const }
    await done(answerInterview, { ...own, slotId: loser.slots[1]?.id }, loser.link)
    expect(
      await attempt(answerInterview, { ...own, slotId: loser.slots[0]?.id }, loser.link),
    ).toMatchObject({ failure: { code: 'interview-agreed' } })
  })

  it('is proposed by the client from the shortlist, once they want to meet', async () => {
    const jobOrderId = await makeActiveOrder()
    const submissionId = await putOn(jobOrderId)
    const { shortlistId } = await done(
      sendShortlist,
      { jobOrderId, submissionIds: [submissionId] },
      recruiter,
    )
    const contact = contactActor(world.client)
    const itemId = (await shortlistForClient({ req: await as(contact), shortlistId }))?.items[0]
      ?.itemId
    if (!itemId) throw new Error('The shortlist is empty.')
    const offered = async (actor: Actor, wish = {}) =>
      await attempt(
        offerInterviewTimes,
        {
          shortlistId,
          itemId,
          mode: 'onsite',
          day: inDays(11),
          time: '09:00',
          otherTimes: [`${inDays(12)}T09:00`],
          ...wish,
        },
        actor,
      )
    expect(await offered(contact)).toMatchObject({ failure: { code: 'not-invited' } })
    await done(decideShortlistItem, { shortlistId, itemId, decision: 'interview' }, contact)
    expect(await offered(contactActor(world.otherClient))).toMatchObject({
      failure: { kind: 'missing' },
    })
    expect(await offered(recruiter)).toMatchObject({ failure: { kind: 'right' } })
    expect(await offered(contact, { otherTimes: [`${inDays(12)}T25:00`] })).toMatchObject({
      failure: { kind: 'input' },
    })
    const both = await Promise.all([offered(contact), offered(contact)])
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    expect(both.find(({ ok }) => !ok)).toMatchObject({ failure: { code: 'interview-open' } })
    const { docs } = await app.payload.find({
      collection: 'interviews',
      where: { submission: { equals: submissionId } },
      depth: 0,
      overrideAccess: true,
    })
    expect(docs).toMatchObject([
      { proposedBy: 'client', state: 'proposed', contact: world.client.contactId },
    ])
    expect((await record('submissions', submissionId)).state).toBe('interview')
  })

  it('is moved with the same id and a newer version, or asked for once more', async () => {
    const { interviewId, link } = await proposed({ time: '15:00' })
    const before = await interviewForCandidate({ req: await as(link), interviewId })
    const move = async (wish: Partial<z.input<typeof rescheduleInterview.input>>) =>
      await attempt(
        rescheduleInterview,
        { interviewId, day: inDays(8), time: '16:00', ...wish },
        recruiter,
      )
    expect(await move({})).toMatchObject({ ok: true, value: { state: 'proposed', sequence: 0 } })
    expect(
      await attempt(
        answerInterview,
        { interviewId, answer: 'accept', slotId: before?.slots[0]?.id },
        link,
      ),
    ).toMatchObject({ failure: { code: 'interview-times-changed' } })
    await done(answerInterview, { interviewId, answer: 'accept' }, link)
    expect(await move({ time: '17:00', isAgreed: true })).toMatchObject({
      value: { state: 'scheduled', sequence: 1 },
    })
    expect(await move({ isAgreed: true, otherTimes: [`${inDays(9)}T10:00`] })).toMatchObject({
      failure: { fields: { otherTimes: expect.any(String) } },
    })
    expect(await move({ time: '18:00' })).toMatchObject({
      value: { state: 'proposed', sequence: 2 },
    })
    await done(answerInterview, { interviewId, answer: 'accept' }, link)
    expect((await record('interviews', interviewId)).sequence).toBe(3)
    expect(await eventsOf(interviewId)).toEqual(
      expect.arrayContaining(['interview.reproposed', 'interview.rescheduled']),
    )
    await done(cancelInterview, { interviewId, reason: 'Ill' }, recruiter)
    expect(await move({})).toMatchObject({ failure: { code: 'interview-over' } })
  })

  it('is judged by each of the client, who reads the others only after their own word', async () => {
    const other = await app.payload.create({
      collection: 'client-contacts',
      data: {
        firstName: 'Bea',
        lastName: 'Stone',
        email: `bea.${randomUUID()}@example.test`,
        client: world.client.clientId,
      },
      req: await app.systemRequest(),
      overrideAccess: true,
    })
    const { interviewId, submissionId } = await proposed({ time: '08:00', day: inDays(15) })
    await app.payload.update({
      collection: 'interviews',
      id: interviewId,
      data: { otherContacts: [other.id], round: 'Technical' },
      req: await app.systemRequest(),
      overrideAccess: true,
    })
    await app.payload.update({
      collection: 'job-orders',
      id: idOf((await record('submissions', submissionId)).jobOrder),
      data: {
        interviewPlan: [
          { name: 'Talk', mode: 'phone', minutes: 15 },
          { name: 'Technical', mode: 'video', minutes: 30, criteria: ['Welding', 'Safety'] },
        ],
      },
      req: await app.systemRequest(),
      overrideAccess: true,
    })
    await done(answerInterview, { interviewId, answer: 'accept' }, recruiter)
    const [olena, bea] = [
      contactActor(world.client),
      contactActor({ ...world.client, contactId: other.id }),
    ]
    const give = async (actor: Actor, wish = {}) =>
      await attempt(
        giveScorecard,
        {
          interviewId,
          ratings: [{ criterion: 'Safety', score: 4, words: 'Careful' }],
          recommendation: 'yes',
          ...wish,
        },
        actor,
      )
    expect(await give(olena)).toMatchObject({ failure: { code: 'interview-not-held' } })
    await sqlOutside(app.payload).run({
      text: `update interviews set starts_at = now() - interval '2 hours',
        ends_at = now() - interval '1 hour' where id = $1`,
      values: [interviewId],
    })
    await runQueuedJobs({ app, queues: ['watch-interviews'], data: {} })
    expect(await eventsOf(interviewId)).toEqual(
      expect.arrayContaining(['interview.ended', 'interview.scorecards-asked']),
    )
    for (const stranger of [
      contactActor(world.otherClient),
      contactActor({ ...world.client, contactId: randomUUID() }),
      await holder('interview.score', 'interview', interviewId),
    ]) {
      expect(await give(stranger)).toMatchObject({ failure: { kind: 'missing' } })
      expect(await scorecardForClient({ req: await as(stranger), interviewId })).toBeNull()
    }
    expect(await give(bea, { ratings: [{ criterion: 'Age', score: 1 }] })).toMatchObject({
      failure: { fields: { ratings: expect.any(String) } },
    })
    const twice = await Promise.all([give(olena), give(olena)])
    expect(twice.filter(({ ok }) => ok)).toHaveLength(1)
    const before = await scorecardForClient({ req: await as(bea), interviewId })
    expect(before).toMatchObject({
      isOpen: true,
      criteria: ['Welding', 'Safety'],
      own: null,
      others: [],
    })
    expect(JSON.stringify(before)).not.toContain('Careful')
    await done(
      giveScorecard,
      { interviewId, ratings: [{ criterion: 'Welding', score: 2 }], recommendation: 'yes' },
      bea,
    )
    expect(await scorecardForClient({ req: await as(bea), interviewId })).toMatchObject({
      isOpen: false,
      own: { mean: 2 },
      others: [{ mean: 4, ratings: [{ score: null }, { score: 4, words: 'Careful' }] }],
    })
  })

  it('is told of a day before, once, unless it was agreed later than that', async () => {
    const tomorrow = async (agreed: string) => {
      const { interviewId, link } = await proposed({
        time: agreed === 'long ago' ? '19:00' : '20:00',
      })
      await done(answerInterview, { interviewId, answer: 'accept' }, link)
      await sqlOutside(app.payload).run({
        text: `update interviews set starts_at = now() + interval '20 hours',
          ends_at = now() + interval '21 hours',
          agreed_at = case when $2 then now() - interval '5 days' else agreed_at end where id = $1`,
        values: [interviewId, agreed === 'long ago'],
      })
      return interviewId
    }
    const [reminded, fresh] = [await tomorrow('long ago'), await tomorrow('just now')]
    await runQueuedJobs({ app, queues: ['watch-interviews'], data: {} })
    await runQueuedJobs({ app, queues: ['watch-interviews'], data: {} })
    const reminders = async (id: string) =>
      (await eventsOf(id)).filter((name) => name === 'interview.reminder-due').length
    expect([await reminders(reminded), await reminders(fresh)]).toEqual([1, 0])
  })

  it('ends with the submission', async () => {
    const { submissionId, interviewId } = await proposed()
    await done(rejectSubmission, { submissionId, reason: 'position-changed' }, recruiter)
    expect(await record('interviews', interviewId)).toMatchObject({
      state: 'cancelled',
      sequence: 1,
    })
  })
})

describe('an offer', () => {
  const extended = async () => {
    const submissionId = await putOn(await makeActiveOrder())
    await done(moveSubmission, { submissionId, toState: 'client_review' }, recruiter)
    const { offerId } = await done(
      extendOffer,
      { submissionId, startsOn: inDays(14), message: 'We would love to have you.' },
      recruiter,
    )
    return { submissionId, offerId, link: await holder('offer.answer', 'offer', offerId) }
  }

  it('shows pay but no bill rate, is accepted by link once, and the act spends the link', async () => {
    const { submissionId, offerId, link } = await extended()
    const seen = await offerForCandidate({ req: await as(link), offerId })
    expect(seen).toMatchObject({ payRateE4: 180_000, isOpen: true, state: 'extended', version: 1 })
    expect(JSON.stringify(seen)).not.toContain('270000')
    await done(answerOffer, { offerId, answer: 'accept' }, link)
    expect((await findLink({ req: await app.systemRequest(), linkId: link.id }))?.usable).toBe(
      false,
    )
    expect((await record('submissions', submissionId)).state).toBe('offer')
    expect(await attempt(answerOffer, { offerId, answer: 'decline' }, link)).toMatchObject({
      failure: { kind: 'state' },
    })
    expect(await eventsOf(offerId)).toEqual(['offer.created', 'offer.extended', 'offer.accepted'])
  })

  it('takes one of two answers that come at once', async () => {
    const { offerId, link } = await extended()
    const second = await holder('offer.answer', 'offer', offerId)
    const results = await Promise.all([
      attempt(answerOffer, { offerId, answer: 'accept' }, link),
      attempt(answerOffer, { offerId, answer: 'decline' }, second),
    ])
    expect(results.filter(({ ok }) => ok)).toHaveLength(1)
  })

  it('is superseded by new terms, withdrawn with a reason, and expires', async () => {
    const { submissionId, offerId, link } = await extended()
    const next = await done(
      extendOffer,
      { submissionId, startsOn: inDays(20), payRateE4: 190_000 },
      recruiter,
    )
    expect(next.version).toBe(2)
    expect((await record('offers', offerId)).state).toBe('superseded')
    expect((await findLink({ req: await app.systemRequest(), linkId: link.id }))?.usable).toBe(
      false,
    )
    await done(withdrawOffer, { offerId: next.offerId, reason: 'Budget' }, recruiter)
    expect((await record('offers', next.offerId)).state).toBe('withdrawn')
    const last = await done(extendOffer, { submissionId, startsOn: inDays(20) }, recruiter)
    await sqlOutside(app.payload).run({
      text: `update offers set expires_at = now() - interval '1 minute' where id = $1`,
      values: [last.offerId],
    })
    expect(await attempt(answerOffer, { offerId: last.offerId, answer: 'accept' })).toMatchObject({
      failure: { code: 'offer-expired' },
    })
    await runQueuedJobs({ app, queues: ['expire-answers'], data: {} })
    expect((await record('offers', last.offerId)).state).toBe('expired')
  })

  it('that loses money waits for a colleague, and goes out by their word alone', async () => {
    const submissionId = await putOn(await makeActiveOrder())
    await done(moveSubmission, { submissionId, toState: 'client_review' }, recruiter)
    const approver: Actor = {
      kind: 'staff',
      id: world.ownerId,
      name: 'Ana Silva',
      email: 'ana@agency.test',
      permissions: new Set(['pipeline.write', 'pipeline.read', 'offers.approve']),
      zone: 'Europe/London',
      locale: 'en-GB',
    }
    const make = async () =>
      await done(
        extendOffer,
        { submissionId, startsOn: inDays(14), payRateE4: 280_000, openForDays: 3 },
        approver,
      )
    const first = await make()
    expect(first).toMatchObject({ state: 'awaiting_approval', expiresAt: null })
    expect((await record('offers', first.offerId)).approvalReasons).toMatchObject([
      { code: 'margin', earnCode: 'REG', leastBp: 0 },
      { earnCode: 'OT' },
    ])
    const link = await holder('offer.answer', 'offer', first.offerId)
    expect(await offerForCandidate({ req: await as(link), offerId: first.offerId })).toBeNull()
    expect(
      await attempt(answerOffer, { offerId: first.offerId, answer: 'accept' }, link),
    ).toMatchObject({ ok: false })
    const approve = { offerId: first.offerId, answer: 'approve' as const }
    expect(await attempt(approveOffer, approve, recruiter)).toMatchObject({
      failure: { kind: 'right' },
    })
    expect(await attempt(approveOffer, approve, approver)).toMatchObject({
      failure: { kind: 'right', message: expect.stringContaining('colleague') },
    })
    const { id: colleagueId } = await app.payload.create({
      collection: 'users',
      data: {
        name: 'Ben Ito',
        roles: [],
        email: `ben.${randomUUID()}@agency.test`,
        password: `A-${randomUUID()}`,
        zone: 'UTC',
        locale: 'en-GB',
      },
      req: await app.systemRequest(),
      overrideAccess: true,
    })
    const colleague: Actor = { ...approver, id: colleagueId }
    expect(await attempt(approveOffer, { ...approve, answer: 'refuse' }, colleague)).toMatchObject({
      failure: { fields: { note: expect.any(String) } },
    })
    const both = await Promise.all([
      attempt(approveOffer, approve, colleague),
      attempt(approveOffer, { ...approve, answer: 'refuse', note: 'Too dear' }, colleague),
    ])
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    const second = await make()
    expect((await record('offers', first.offerId)).state).toMatch(/superseded|not_approved/)
    await done(approveOffer, { offerId: second.offerId, answer: 'approve' }, colleague)
    const sent = await record('offers', second.offerId)
    expect(sent).toMatchObject({ state: 'extended', approvedBy: colleagueId })
    expect(Date.parse(sent.expiresAt ?? '') - Date.parse(sent.extendedAt ?? '')).toBe(
      3 * 86_400_000,
    )
  })

  it('is answered by other wishes, and those by a new version that says what has changed', async () => {
    const { submissionId, offerId, link } = await extended()
    const counter = async (wish: object, reason = '') =>
      await attempt(answerOffer, { offerId, answer: 'counter', wish, reason }, link)
    expect(await counter({})).toMatchObject({ failure: { fields: { wish: expect.any(String) } } })
    expect(await counter({ payRateE4: 180_000 })).toMatchObject({ ok: false })
    expect(await counter({ payRateE4: -5 })).toMatchObject({ failure: { kind: 'input' } })
    expect(await counter({ payRateE4: 200_000 }, 'The way is long.')).toMatchObject({ ok: true })
    expect(await record('offers', offerId)).toMatchObject({
      state: 'countered',
      counterPayRateE4: 200_000,
      counterWords: 'The way is long.',
    })
    expect(await attempt(answerOffer, { offerId, answer: 'accept' }, link)).toMatchObject({
      failure: { kind: 'state' },
    })
    const next = await done(
      extendOffer,
      { submissionId, startsOn: inDays(14), payRateE4: 195_000 },
      recruiter,
    )
    expect((await record('offers', offerId)).state).toBe('superseded')
    const second = await holder('offer.answer', 'offer', next.offerId)
    expect(await offerForCandidate({ req: await as(second), offerId: next.offerId })).toMatchObject(
      {
        version: 2,
        differences: [{ name: 'payRateE4', from: 180_000, to: 195_000 }],
      },
    )
    await done(
      answerOffer,
      { offerId: next.offerId, answer: 'decline', declineCode: 'pay', reason: 'Still far' },
      second,
    )
    expect(await record('offers', next.offerId)).toMatchObject({
      state: 'declined',
      declineCode: 'pay',
      declineReason: 'Still far',
    })
  })

  it('ends with the application', async () => {
    const { submissionId, offerId, link } = await extended()
    await done(withdrawSubmission, { submissionId, reason: 'Found something else.' }, recruiter)
    expect((await record('offers', offerId)).state).toBe('withdrawn')
    expect(await attempt(answerOffer, { offerId, answer: 'accept' }, link)).toMatchObject({
      ok: false,
    })
  })

  it('ends when the candidate is erased, who leaves every order', async () => {
    const { submissionId, offerId } = await extended()
    const { candidate } = await record('submissions', submissionId)
    const candidateId = idOf(candidate)
    const elsewhere = await putOn(await makeActiveOrder(), candidateId)
    await done(erasePerson, { candidateId, ground: 'asked' })
    await runQueuedJobs({ app, queues: ['leave-every-order', 'finish-erasure'] })
    for (const id of [submissionId, elsewhere]) {
      expect((await record('submissions', id)).state).toBe('withdrawn')
      expect(await eventsOf(id)).toContain('submission.withdrawn')
    }
    expect((await record('offers', offerId)).state).toBe('withdrawn')
    expect(
      await attempt(
        addCandidateToOrder,
        { jobOrderId: await makeActiveOrder(), candidateId },
        recruiter,
      ),
    ).toMatchObject({ ok: false })
  })

  it('is not made to whom the client has not seen, nor without pay', async () => {
    const submissionId = await putOn(await makeActiveOrder())
    expect(
      await attempt(extendOffer, { submissionId, startsOn: inDays(14) }, recruiter),
    ).toMatchObject({ failure: { kind: 'state' } })
    const permanent = await putOn(
      await makeActiveOrder({
        employmentType: 'permanent',
        feeBp: 2_000,
        salaryFromMinor: 5_000_000,
        payRateE4: null,
        billRateE4: null,
      }),
    )
    await done(moveSubmission, { submissionId: permanent, toState: 'client_review' }, recruiter)
    expect(
      await attempt(extendOffer, { submissionId: permanent, startsOn: inDays(14) }, recruiter),
    ).toMatchObject({ failure: { fields: { salaryMinor: expect.any(String) } } })
  })
})

describe('the stages of an agency', () => {
  it('are ordered, named, hidden and taken away, and boards follow', async () => {
    const jobOrderId = await makeActiveOrder()
    const submissionId = await putOn(jobOrderId)
    const names = async () =>
      (await board({ req: await as(recruiter), jobOrderId }))?.map(({ name }) => name) ?? []
    const ids = async () =>
      (
        await app.payload.find({
          collection: 'stages',
          sort: 'position',
          pagination: false,
          depth: 0,
          req: await app.systemRequest(),
          overrideAccess: true,
        })
      ).docs.map(({ id }) => id)
    const admin: Actor = {
      kind: 'staff',
      id: world.ownerId,
      name: 'Ana Silva',
      email: 'ana@agency.test',
      permissions: new Set(['settings.write', 'pipeline.read']),
      zone: 'Europe/London',
      locale: 'en-GB',
    }
    const before = await ids()

    const { stageId } = await done(addStage, { name: 'Reference check', state: 'screening' }, admin)
    expect((await names()).slice(0, 4)).toEqual([
      'New',
      'Screening',
      'Reference check',
      'Internal review',
    ])
    for (const name of ['reference CHECK', ' '])
      expect(await attempt(addStage, { name, state: 'new' }, admin)).toMatchObject({
        failure: { fields: { name: expect.any(String) } },
      })

    const turned = (await ids()).toReversed()
    const changes = async () => await counted(`domain_events where name = 'stage.updated'`, [])
    await done(orderStages, { stageIds: turned }, admin)
    expect((await names())[0]).toBe('Withdrawn')
    const once = await changes()
    await done(orderStages, { stageIds: turned }, admin)
    expect(await changes()).toBe(once)
    for (const stageIds of [
      turned.slice(1),
      [...turned.slice(1), turned[1] ?? ''],
      [...turned, randomUUID()],
    ])
      expect(await attempt(orderStages, { stageIds }, admin)).toMatchObject({
        failure: { kind: 'state', code: 'changed-meanwhile' },
      })
    expect(await attempt(orderStages, { stageIds: turned }, recruiter)).toMatchObject({
      failure: { kind: 'right' },
    })

    await done(moveSubmission, { submissionId, toStageId: stageId }, recruiter)
    expect(await attempt(removeStage, { stageId }, admin)).toMatchObject({
      failure: { code: 'stage-in-use' },
    })
    await done(changeStage, { stageId, name: 'References', isHidden: true }, admin)
    expect(await names()).toContain('References')
    const other = await putOn(jobOrderId)
    expect(
      await attempt(moveSubmission, { submissionId: other, toStageId: stageId }, recruiter),
    ).toMatchObject({ failure: { code: 'stage-hidden' } })
    await done(moveSubmission, { submissionId, toState: 'internal_review' }, recruiter)
    expect(await names()).not.toContain('References')

    const screening = before[1] ?? ''
    expect(await attempt(changeStage, { stageId: screening, isHidden: true }, admin)).toMatchObject(
      { failure: { code: 'last-of-state' } },
    )
    await expect(
      app.payload.update({
        collection: 'stages',
        id: screening,
        data: { isHidden: true },
        req: await as(admin),
        overrideAccess: false,
      }),
    ).rejects.toThrow()
    await expect(
      app.payload.delete({
        collection: 'stages',
        id: screening,
        req: await as(admin),
        overrideAccess: false,
      }),
    ).rejects.toThrow('only stage shown')
    await done(removeStage, { stageId }, admin)
    await done(orderStages, { stageIds: before }, admin)
    expect((await names())[0]).toBe('New')
  })
})

describe('a consent that was taken back', () => {
  it('keeps a candidate off every order until there is a new one', async () => {
    const jobOrderId = await makeActiveOrder()
    const candidateId = await makeCandidate()
    const submissionId = await putOn(jobOrderId, candidateId)
    const given = { candidateId, purpose: 'application' as const }
    const { consentId } = await done(recordConsent, given)
    await done(moveSubmission, { submissionId, toState: 'screening' }, recruiter)
    await done(withdrawConsent, { consentId }, candidateActor(candidateId))
    const refused = { ok: false, failure: { kind: 'state', code: 'consent-withdrawn' } }
    const elsewhere = await makeActiveOrder()
    for (const act of [
      async () =>
        await attempt(moveSubmission, { submissionId, toState: 'client_review' }, recruiter),
      async () =>
        await attempt(sendShortlist, { jobOrderId, submissionIds: [submissionId] }, recruiter),
      async () =>
        await attempt(addCandidateToOrder, { jobOrderId: elsewhere, candidateId }, recruiter),
    ])
      expect(await act()).toMatchObject(refused)
    expect((await record('submissions', submissionId)).state).toBe('screening')
    await done(recordConsent, given)
    await done(moveSubmission, { submissionId, toState: 'client_review' }, recruiter)
  })
})

describe('before a client sees a candidate', () => {
  const ask = async (submissionId: string) => {
    const { representationId } = await done(askRightToRepresent, { submissionId }, recruiter)
    const link = await holder('representation.answer', 'representation', representationId)
    return { representationId, link }
  }
  const asking = async () => {
    const jobOrderId = await makeActiveOrder()
    await app.payload.update({
      collection: 'job-orders',
      id: jobOrderId,
      data: { representation: 'asked' },
      req: await app.systemRequest(),
      overrideAccess: true,
    })
    return { jobOrderId, submissionId: await putOn(jobOrderId) }
  }

  it('the right to represent is given by link, once, with a name and the words as proof', async () => {
    const { jobOrderId, submissionId } = await asking()
    const shown = [
      async () =>
        await attempt(moveSubmission, { submissionId, toState: 'client_review' }, recruiter),
      async () => await attempt(moveSubmission, { submissionId, toState: 'interview' }, recruiter),
      async () =>
        await attempt(sendShortlist, { jobOrderId, submissionIds: [submissionId] }, recruiter),
      async () =>
        await attempt(
          proposeInterview,
          { submissionId, mode: 'phone', day: inDays(3), time: '10:00' },
          recruiter,
        ),
    ]
    for (const act of shown)
      expect(await act()).toMatchObject({
        failure: { kind: 'state', code: 'no-right-to-represent' },
      })
    await done(moveSubmission, { submissionId, toState: 'screening' }, recruiter)
    const first = await ask(submissionId)
    const { representationId, link } = await ask(submissionId)
    expect((await record('representations', first.representationId)).state).toBe('cancelled')
    expect(
      await attempt(
        answerRightToRepresent,
        { representationId: first.representationId, answer: 'give', signedName: 'Z. Ż.' },
        first.link,
      ),
    ).toMatchObject({ ok: false })
    expect(
      await attempt(answerRightToRepresent, { representationId, answer: 'give' }, link),
    ).toMatchObject({ failure: { fields: { signedName: expect.any(String) } } })
    for (const stranger of [anonymous, candidateActor(randomUUID()), first.link])
      expect(
        await attempt(
          answerRightToRepresent,
          { representationId, answer: 'give', signedName: 'Somebody Else' },
          stranger,
        ),
      ).toMatchObject({ ok: false })
    const given = { representationId, answer: 'give' as const, signedName: 'Zbigniew Żółkiewski' }
    const answers = await Promise.all(
      [1, 2, 3].map(async () => await attempt(answerRightToRepresent, given, link)),
    )
    expect(answers.every(({ ok }) => ok)).toBe(true)
    const proof = await record('representations', representationId)
    expect(proof).toMatchObject({
      state: 'given',
      signedName: 'Zbigniew Żółkiewski',
      answeredThrough: 'link',
      text: expect.stringContaining('Harbor Logistics'),
    })
    expect(proof.answeredAt).toBeTruthy()
    expect(await eventsOf(representationId)).toEqual([
      'representation.created',
      'representation.given',
    ])
    expect(await attempt(askRightToRepresent, { submissionId }, recruiter)).toMatchObject({
      failure: { code: 'already-given' },
    })
    await done(moveSubmission, { submissionId, toState: 'client_review' }, recruiter)
  })

  it('a right that was refused, taken back or has expired is none', async () => {
    const { submissionId } = await asking()
    const show = async () =>
      await attempt(moveSubmission, { submissionId, toState: 'client_review' }, recruiter)
    const refused = await ask(submissionId)
    await done(
      answerRightToRepresent,
      { representationId: refused.representationId, answer: 'refuse' },
      refused.link,
    )
    expect(await show()).toMatchObject({ failure: { code: 'no-right-to-represent' } })
    const { representationId, link } = await ask(submissionId)
    await done(
      answerRightToRepresent,
      { representationId, answer: 'give', signedName: 'Zbigniew Ż' },
      link,
    )
    await done(answerRightToRepresent, { representationId, answer: 'refuse' }, link)
    expect((await record('representations', representationId)).state).toBe('taken_back')
    expect(await show()).toMatchObject({ failure: { code: 'no-right-to-represent' } })
    const last = await ask(submissionId)
    expect(
      await attempt(
        answerRightToRepresent,
        { representationId: last.representationId, answer: 'give', signedName: 'Z Żółkiewski' },
        recruiter,
      ),
    ).toMatchObject({ failure: { fields: { note: expect.any(String) } } })
    await done(
      answerRightToRepresent,
      {
        representationId: last.representationId,
        answer: 'give',
        signedName: 'Z Żółkiewski',
        note: 'Said yes on the phone at ten.',
      },
      recruiter,
    )
    expect(await record('representations', last.representationId)).toMatchObject({
      answeredThrough: 'colleague',
      takenByName: 'Ana Silva',
    })
    await sqlOutside(app.payload).run({
      text: `update representations set valid_on = '2020-01-01' where id = $1`,
      values: [last.representationId],
    })
    expect(await show()).toMatchObject({ failure: { code: 'no-right-to-represent' } })
    await runQueuedJobs({ app, queues: ['expire-answers'], data: {} })
    expect((await record('representations', last.representationId)).state).toBe('expired')
    expect(
      await representationForCandidate({
        req: await as(candidateActor(randomUUID())),
        representationId,
      }),
    ).toBeNull()
    expect(
      await representationForCandidate({ req: await as(link), representationId }),
    ).toMatchObject({ isOpen: false, state: 'taken_back' })
  })

  it('an open question ends with the application', async () => {
    const { submissionId } = await asking()
    const { representationId, link } = await ask(submissionId)
    await done(withdrawSubmission, { submissionId }, recruiter)
    expect((await record('representations', representationId)).state).toBe('cancelled')
    expect(
      await attempt(
        answerRightToRepresent,
        { representationId, answer: 'give', signedName: 'Too Late' },
        link,
      ),
    ).toMatchObject({ ok: false })
  })

  it('a block keeps them apart until its last day or its end, whoever wanted it', async () => {
    const jobOrderId = await makeActiveOrder()
    const candidateId = await makeCandidate()
    const submissionId = await putOn(jobOrderId, candidateId)
    const block = {
      candidateId,
      clientId: world.client.clientId,
      wantedBy: 'client' as const,
      reason: 'Left a shift without a word.',
    }
    expect(
      await attempt(blockForClient, { ...block, until: '2020-01-01' }, recruiter),
    ).toMatchObject({ failure: { fields: { until: expect.any(String) } } })
    const { clientBlockId } = await done(blockForClient, { ...block, until: inDays(30) }, recruiter)
    expect(await attempt(blockForClient, block, recruiter)).toMatchObject({
      failure: { code: 'already-blocked' },
    })
    const show = async () =>
      await attempt(sendShortlist, { jobOrderId, submissionIds: [submissionId] }, recruiter)
    expect(await show()).toMatchObject({
      failure: {
        code: 'blocked-for-client',
        message: expect.stringContaining('noted by Ana Silva'),
      },
    })
    expect((await record('submissions', submissionId)).state).toBe('new')
    await done(endClientBlock, { clientBlockId, reason: 'They talked it over.' }, recruiter)
    const own = await done(blockForClient, { ...block, wantedBy: 'candidate' }, recruiter)
    expect(await show()).toMatchObject({ failure: { code: 'blocked-for-client' } })
    await sqlOutside(app.payload).run({
      text: `update client_blocks set until = '2020-01-01' where id = $1`,
      values: [own.clientBlockId],
    })
    expect(await show()).toMatchObject({ ok: true })
  })

  it('two desks send one person to one client for one role once, however parallel', async () => {
    const candidateId = await makeCandidate()
    const orders = await Promise.all(
      ['Night porter', 'Night Porter', 'night-porter'].map(
        async (title) => await makeActiveOrder({ title }),
      ),
    )
    const other = await makeActiveOrder({ title: 'Day porter' })
    const submissions: string[] = []
    for (const jobOrderId of orders) submissions.push(await putOn(jobOrderId, candidateId))
    const results = await Promise.all(
      submissions.map(
        async (submissionId) =>
          await attempt(moveSubmission, { submissionId, toState: 'client_review' }, recruiter),
      ),
    )
    expect(results.filter(({ ok }) => ok)).toHaveLength(1)
    for (const refused of results.filter(({ ok }) => !ok))
      expect(refused).toMatchObject({
        failure: { code: 'sent-before', message: expect.stringMatching(/^Ana Silva sent .*JO-/) },
      })
    await done(
      moveSubmission,
      { submissionId: await putOn(other, candidateId), toState: 'client_review' },
      recruiter,
    )
    await sqlOutside(app.payload).run({
      text: `update submissions set client_submitted_at = now() - interval '181 days'
        where candidate_id = $1 and client_submitted_at is not null`,
      values: [candidateId],
    })
    const [late] = submissions.filter((_, index) => !results[index]?.ok)
    await done(moveSubmission, { submissionId: late ?? '', toState: 'client_review' }, recruiter)
  })

  it('the rules of a client go before those of the agency', async () => {
    const create = async (data: {
      client?: string
      isRepresentationAsked: boolean
      sameRoleDays: number
    }) =>
      await app.payload.create({
        collection: 'submission-rules',
        data: { name: 'Rules', representationDays: 90, ...data },
        req: await app.systemRequest(),
        overrideAccess: true,
        depth: 0,
      })
    const all = await create({ isRepresentationAsked: true, sameRoleDays: 180 })
    await expect(create({ isRepresentationAsked: true, sameRoleDays: 1 })).rejects.toThrow()
    const submissionId = await putOn(await makeActiveOrder())
    const show = async () =>
      await attempt(moveSubmission, { submissionId, toState: 'client_review' }, recruiter)
    expect(await show()).toMatchObject({ failure: { code: 'no-right-to-represent' } })
    const own = await create({
      client: world.client.clientId,
      isRepresentationAsked: false,
      sameRoleDays: 0,
    })
    expect(await show()).toMatchObject({ ok: true })
    for (const { id } of [all, own])
      await app.payload.delete({
        collection: 'submission-rules',
        id,
        req: await app.systemRequest(),
        overrideAccess: true,
      })
  })

  it('the terms are noted, and kept as the client first saw them', async () => {
    const jobOrderId = await makeActiveOrder()
    const submissionId = await putOn(jobOrderId)
    expect(
      await attempt(noteSubmissionTerms, { submissionId, billRateE4: 300_000 }, recruiter),
    ).toMatchObject({ failure: { kind: 'right' } })
    expect(await attempt(noteSubmissionTerms, { submissionId }, recruiter)).toMatchObject({
      failure: { kind: 'input' },
    })
    await done(
      noteSubmissionTerms,
      { submissionId, payRateE4: 190_000, noticeDays: 14, availableOn: inDays(20) },
      recruiter,
    )
    await done(moveSubmission, { submissionId, toState: 'client_review' }, recruiter)
    const kept = await record('submissions', submissionId)
    expect(kept).toMatchObject({
      payRateE4: 190_000,
      billRateE4: 270_000,
      noticeDays: 14,
      availableOn: inDays(20),
    })
    expect(kept.termsKeptAt).toBeTruthy()
  })
})

describe('whoever has no right', () => {
  it('is refused at every command of the recruiter', async () => {
    const jobOrderId = await makeActiveOrder()
    const submissionId = await putOn(jobOrderId)
    const visitor = contactActor(world.client)
    const results = [
      await attempt(moveSubmission, { submissionId, toState: 'screening' }, visitor),
      await attempt(rejectSubmission, { submissionId, reason: 'pay' }, visitor),
      await attempt(closeJobOrder, { jobOrderId, outcome: 'lost', reason: 'x' }, visitor),
      await attempt(publishJob, { jobOrderId, site: 's' }, visitor),
      await attempt(addOpenings, { jobOrderId, count: 1 }, candidateActor(randomUUID())),
      await attempt(extendOffer, { submissionId, startsOn: inDays(3) }, anonymous),
    ]
    for (const result of results) expect(result.ok).toBe(false)
    expect((await record('submissions', submissionId)).state).toBe('new')
  })
})

describe('what was mailed in all of this', () => {
  it('tells no client the pay and no candidate the bill rate', async () => {
    const mailsTo = async (people: string) =>
      await sqlOutside(app.payload).rows({
        schema: z.object({ words: z.string() }),
        text: `select concat_ws(' ', m.subject, m.content::text, m.merged::text) as words
          from outbound_mails m where exists (select from ${people} p where lower(p.email) = lower(m.to))`,
      })
    const [clients, candidates] = [await mailsTo('client_contacts'), await mailsTo('candidates')]
    expect(clients.length).toBeGreaterThan(5)
    expect(candidates.length).toBeGreaterThan(5)
    const pay = /(?<![\d.])(18|19|25)\.00(?!\d)|180_?000|190_?000|250_?000/
    const bill = /(?<![\d.])(27|37)\.[05]0(?!\d)|270_?000|375_?000/
    expect(clients.filter(({ words }) => pay.test(words))).toEqual([])
    expect(candidates.filter(({ words }) => bill.test(words))).toEqual([])
    expect(clients.filter(({ words }) => /@worker\.test|payRateE4/.test(words))).toEqual([])
  })
})

describe('messages with a client', () => {
  const withRights = (permissions: readonly string[]): Actor =>
    recruiter.kind === 'staff' ? { ...recruiter, permissions: new Set(permissions) } : recruiter
  const contactByLink = async (jobOrderId: string, contactId: string): Promise<Actor> => {
    const link = await holder('order.conversation', 'job-order', jobOrderId)
    return link.kind === 'link'
      ? { ...link, person: { kind: 'client-contact', id: contactId } }
      : link
  }
  const conversation = async (jobOrderId: string, actor: Actor) =>
    await conversationForClient({ req: await as(actor), jobOrderId })

  it('go to the contact by mail and back to the owner, and are told apart from notes', async () => {
    const jobOrderId = await makeActiveOrder()
    const { contactId } = world.client
    await done(
      addNote,
      { about: { kind: 'job-order', id: jobOrderId }, text: 'They pay late, keep this quiet.' },
      withRights(['orders.read', 'activity.write']),
    )
    await done(writeToClient, { jobOrderId, text: 'Does Monday at six suit you?' }, recruiter)
    expect(await drainJobs({ payload: app.payload })).toEqual([])
    expect(
      await counted(
        `outbound_mails mail join client_contacts contact on contact.email = mail."to"
          where mail.message_kind = 'message.to-client' and contact.id = $1
            and mail.content::text like '%Does Monday at six suit you?%'`,
        [contactId],
      ),
    ).toBe(1)
    expect(
      await counted(
        `access_links where purpose = 'order.conversation' and subject_id::text = $1
          and person_id::text = $2`,
        [jobOrderId, contactId],
      ),
    ).toBe(1)
    const byLink = await contactByLink(jobOrderId, contactId)
    expect(await conversation(jobOrderId, byLink)).toMatchObject({
      isUnread: true,
      messages: [{ text: 'Does Monday at six suit you?', author: 'Ana Silva', isNew: true }],
    })
    await done(writeToAgency, { jobOrderId, text: 'Yes, at the east gate.' }, byLink)
    expect(await drainJobs({ payload: app.payload })).toEqual([])
    const seen = await conversation(jobOrderId, contactActor(world.client))
    expect(seen?.messages.map(({ text, isOurs }) => [text, isOurs])).toEqual([
      ['Does Monday at six suit you?', false],
      ['Yes, at the east gate.', true],
    ])
    expect(seen?.isUnread).toBe(false)
    expect(JSON.stringify(seen)).not.toContain('quiet')
    expect(
      await counted(`notices where kind = 'message' and user_id = $1 and about_id = $2`, [
        world.ownerId,
        jobOrderId,
      ]),
    ).toBe(1)
    expect(await eventsOf(jobOrderId)).toEqual(
      expect.arrayContaining(['client-message.sent', 'client-message.received']),
    )
    const unread = async () =>
      await counted(
        `client_messages where job_order_id = $1 and written_by = 'client' and read_at is null`,
        [jobOrderId],
      )
    expect(await unread()).toBe(1)
    await done(readClientMessages, { jobOrderId }, contactActor(world.client))
    expect(await unread()).toBe(1)
    await done(readClientMessages, { jobOrderId }, recruiter)
    expect(await unread()).toBe(0)
  })

  it('are nobody else’s to read or write', async () => {
    const jobOrderId = await makeActiveOrder()
    await done(writeToClient, { jobOrderId, text: 'For Harbor only.' }, recruiter)
    const other = contactActor(world.otherClient)
    const strangers: Actor[] = [
      other,
      anonymous,
      candidateActor(await makeCandidate()),
      await contactByLink(await makeActiveOrder(), world.client.contactId),
      withRights(['candidates.read']),
    ]
    for (const actor of strangers) {
      expect(await conversation(jobOrderId, actor)).toBeNull()
      expect((await attempt(writeToAgency, { jobOrderId, text: 'Let me in.' }, actor)).ok).toBe(
        false,
      )
      expect((await attempt(readClientMessages, { jobOrderId }, actor)).ok).toBe(false)
    }
    // The link of a contact of another company, and a link that names nobody.
    const foreign = await contactByLink(jobOrderId, world.otherClient.contactId)
    expect((await attempt(writeToAgency, { jobOrderId, text: 'x' }, foreign)).ok).toBe(false)
    const nameless = await holder('order.conversation', 'job-order', jobOrderId)
    expect((await attempt(writeToAgency, { jobOrderId, text: 'x' }, nameless)).ok).toBe(false)
    expect(await counted('client_messages where job_order_id = $1', [jobOrderId])).toBe(1)
  })

  it('say what is missing: a contact of the client, who has an address, and words', async () => {
    const jobOrderId = await makeActiveOrder()
    const refused = async (input: object) => {
      const result = await attempt(
        writeToClient,
        { jobOrderId, text: 'Hello', ...input },
        recruiter,
      )
      return result.ok ? null : Object.keys(result.failure.fields ?? {})
    }
    expect(await refused({ contactId: world.otherClient.contactId })).toEqual(['contactId'])
    expect(await refused({ text: ' ' })).toEqual(['text'])
    expect(await refused({ text: 'x'.repeat(5_001) })).toEqual(['text'])
    expect(
      (await attempt(writeToClient, { jobOrderId, text: 'x' }, contactActor(world.client))).ok,
    ).toBe(false)
  })
})
