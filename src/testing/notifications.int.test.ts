import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'

import { enqueue, registryOf, runParsed, sqlOutside } from '#plugins/kernel'
import { mailAttachment, mailContent, mailLink } from '#plugins/work/domain'
import { brandOf } from '../../plugins/notifications/queries/brand-of'
import { foundAgency } from '../seed/found-agency'
import { meetClients } from '../seed/meet-people'
import { createStory, type Story } from '../seed/story'
import { startPayload, type TestApp } from './harness'

let app: TestApp
let story: Story

const results = {
  order: z.object({ jobOrderId: z.string() }),
  posting: z.object({ postingId: z.string() }),
  submission: z.object({ submissionId: z.string() }),
  interview: z.object({ interviewId: z.string() }),
  offer: z.object({ offerId: z.string() }),
  placement: z.object({ placementId: z.string() }),
  timesheet: z.object({ timesheetId: z.string() }),
  invoice: z.object({ invoiceId: z.string() }),
}

const people = ['ada', 'ben', 'cleo', 'dora'] as const

beforeAll(async () => {
  app = await startPayload({ env: { DEMO: 'on' } })
  story = await createStory({ payload: app.payload })
  await foundAgency(story)
  await meetClients(story)
  for (const key of people) await addCandidate(key)
  const { jobOrderId } = await story.staff({
    as: 'grace',
    command: 'create-job-order',
    input: {
      title: 'Ward clerk',
      clientId: story.ids.of('client:meridian'),
      contactId: story.ids.of('contact:rosalind'),
      workLocationId: story.ids.of('place:midtown'),
      ownerId: story.ids.of('staff:kwame'),
      employmentType: 'temp',
      openingsCount: 1,
      payRateE4: 213_700,
      billRateE4: 331_900,
    },
    result: results.order,
  })
  story.ids.keep('order', jobOrderId)
  for (const command of ['qualify-job-order', 'activate-job-order'])
    await story.staff({ as: 'kwame', command, input: { jobOrderId } })
  const { postingId } = await story.staff({
    as: 'kwame',
    command: 'publish-job',
    input: { jobOrderId, site: story.ids.of('site:harbour') },
    result: results.posting,
  })
  story.ids.keep('posting', postingId)
  await mailsSince()
}, 400_000)
afterAll(async () => await app.stop())

const addCandidate = async (key: (typeof people)[number]): Promise<void> => {
  const candidate = await story.system(
    async (req) =>
      await req.payload.create({
        collection: 'candidates',
        data: {
          state: 'new',
          firstName: key,
          lastName: 'Żak',
          email: `${key}@mail.example`,
          currency: 'USD',
          zone: 'America/New_York',
          locale: 'en-US',
          doNotContact: key === 'dora',
        },
        req,
        overrideAccess: true,
        depth: 0,
      }),
  )
  story.ids.keep(`candidate:${key}`, candidate.id)
}

const mailRow = z.object({
  id: z.string(),
  to: z.string(),
  subject: z.string(),
  content: mailContent,
  links: z.array(mailLink),
  attachments: z.array(mailAttachment),
  purposes: z.array(z.string()).nullable(),
})

let seen = new Set<string>()

/** The mails written since it was last asked, by their receivers. */
const mailsSince = async () => {
  const rows = await sqlOutside(app.payload).rows({
    schema: mailRow,
    text: `select m.id, m."to", m.subject, m.content, m.links, m.attachments,
        (select array_agg(l.purpose) from access_links l
          where l.id::text in (select link ->> 'linkId' from jsonb_array_elements(m.links) link)) as purposes
      from outbound_mails m order by m.created_at, m.id`,
  })
  const fresh = rows.filter(({ id }) => !seen.has(id))
  seen = new Set(rows.map(({ id }) => id))
  return fresh
}

/** Receiver, subject and the purpose of its link, in the order of the alphabet. */
const told = async () =>
  (await mailsSince())
    .map(({ to, subject, purposes }) => [to, subject, purposes?.join() ?? null])
    .sort()

const client = 'rosalind.achterberg@meridianhealth.example'
const owner = 'kwame.mensah@harbourhale.example'
const submit = async (candidate: string): Promise<string> => {
  const { submissionId } = await story.staff({
    as: 'kwame',
    command: 'add-candidate-to-order',
    input: {
      jobOrderId: story.ids.of('order'),
      candidateId: story.ids.of(`candidate:${candidate}`),
    },
    result: results.submission,
  })
  story.ids.keep(`submission:${candidate}`, submissionId)
  return submissionId
}

describe('a request for staff', () => {
  const request = async (key: string): Promise<string> => {
    await story.visitor({
      command: 'request-staff',
      input: {
        company: 'Meridian Health Partners',
        contactName: 'Rosalind Achterberg',
        email: client,
        jobTitle: 'Orderly',
        workLocation: 'Midtown clinic',
        requestKey: `request-${key}`,
      },
    })
    const { docs } = await app.payload.find({
      collection: 'order-requests',
      where: { requestKey: { equals: `request-${key}` } },
      depth: 0,
      overrideAccess: true,
    })
    return docs[0]?.id ?? ''
  }

  it('is acknowledged, and told to the owner of a client we know', async () => {
    await request('first')
    expect(await told()).toEqual([
      [
        'grace.liang@harbourhale.example',
        'New request: Orderly for Meridian Health Partners',
        null,
      ],
      [client, 'We have your request: Orderly', null],
    ])
  })

  it('is asked about by a link, and declined with the reason', async () => {
    const requestId = await request('second')
    await mailsSince()
    await story.staff({
      as: 'grace',
      command: 'request-order-info',
      input: { requestId, question: 'Which shifts?' },
    })
    expect(await told()).toEqual([
      [client, 'A question about your request: Orderly', 'order-request.answer'],
    ])
    await story.staff({
      as: 'grace',
      command: 'decline-order-request',
      input: { requestId, reason: 'We do not place orderlies.' },
    })
    const [mail] = await mailsSince()
    expect(JSON.stringify(mail?.content)).toContain('We do not place orderlies.')
  })
})

describe('an application', () => {
  it('is confirmed with a link to its status, once however often it is sent', async () => {
    const input = {
      postingId: story.ids.of('posting'),
      firstName: 'Ada',
      lastName: 'Żak',
      email: 'ada@mail.example',
      agreesToApplication: true,
    }
    await story.visitor({ command: 'apply-to-job', input })
    await story.visitor({ command: 'apply-to-job', input })
    expect(await told()).toEqual([
      ['ada@mail.example', 'Your application: Ward clerk', 'application.status'],
    ])
    const { docs } = await app.payload.find({
      collection: 'submissions',
      where: { candidate: { equals: story.ids.of('candidate:ada') } },
      depth: 0,
      overrideAccess: true,
    })
    story.ids.keep('submission:ada', docs[0]?.id ?? '')
  })

  it('is refused in kind words that do not tell the reason', async () => {
    await story.staff({
      as: 'kwame',
      command: 'reject-submission',
      input: {
        submissionId: story.ids.of('submission:ada'),
        reason: 'overqualified',
        note: 'Too good for us',
      },
    })
    const [mail, ...others] = await mailsSince()
    expect(others).toEqual([])
    expect(mail?.to).toBe('ada@mail.example')
    expect(JSON.stringify(mail?.content)).not.toMatch(/overqualified|too good/i)
  })

  it('of which the candidate never knew is refused without a word', async () => {
    const submissionId = await submit('ben')
    await story.staff({
      as: 'kwame',
      command: 'reject-submission',
      input: { submissionId, reason: 'skills' },
    })
    expect(await told()).toEqual([])
  })
})

describe('a shortlist', () => {
  it('goes to the contact with the link to decide, and the decision to the owner', async () => {
    const submissionIds = [await submit('cleo'), await submit('dora')]
    const { shortlistId } = await story.staff({
      as: 'kwame',
      command: 'send-shortlist',
      input: { jobOrderId: story.ids.of('order'), submissionIds, message: 'Both are great.' },
      result: z.object({ shortlistId: z.string() }),
    })
    expect(await told()).toEqual([[client, '2 candidates for Ward clerk', 'shortlist.decide']])
    const { docs } = await app.payload.find({
      collection: 'shortlist-items',
      where: { submission: { equals: submissionIds[1] } },
      depth: 0,
      overrideAccess: true,
    })
    await story.byLink({
      purpose: 'shortlist.decide',
      subject: { kind: 'shortlist', id: shortlistId },
      command: 'decide-shortlist-item',
      input: { shortlistId, itemId: docs[0]?.id, decision: 'reject', reason: 'pay' },
    })
    const mails = await mailsSince()
    // Whoever asked not to be contacted hears nothing of it.
    expect(mails.map(({ to, subject }) => [to, subject])).toEqual([
      [owner, 'dora Żak: the client says no (Ward clerk)'],
    ])
    expect(JSON.stringify(mails[0]?.content)).toContain('Pay does not fit')
  })
})

describe('an interview', () => {
  it('is proposed by link, agreed by invitation, moved and called off in both calendars', async () => {
    const { interviewId } = await story.staff({
      as: 'kwame',
      command: 'propose-interview',
      input: {
        submissionId: story.ids.of('submission:cleo'),
        mode: 'onsite',
        day: story.calendar.day(5),
        time: '14:00',
        place: 'Third floor',
      },
      result: results.interview,
    })
    expect(await told()).toEqual([
      ['cleo@mail.example', 'An interview for Ward clerk', 'interview.answer'],
    ])
    await story.byLink({
      purpose: 'interview.answer',
      subject: { kind: 'interview', id: interviewId },
      command: 'answer-interview',
      input: { interviewId, answer: 'accept' },
    })
    const agreed = await mailsSince()
    await story.staff({
      as: 'kwame',
      command: 'reschedule-interview',
      input: { interviewId, day: story.calendar.day(6), time: '15:00', isAgreed: true },
    })
    const moved = await mailsSince()
    expect(moved.map(({ to }) => to).sort()).toEqual(['cleo@mail.example', client])
    await story.staff({
      as: 'kwame',
      command: 'cancel-interview',
      input: { interviewId, reason: 'The ward is closed.' },
    })
    const cancelled = await mailsSince()
    expect(agreed.map(({ to }) => to).sort()).toEqual(['cleo@mail.example', client])
    expect(cancelled.map(({ to }) => to).sort()).toEqual(['cleo@mail.example', client])
    const uids = [...agreed, ...moved, ...cancelled].map(({ to, attachments }, index) => {
      const [calendar] = attachments
      if (calendar?.kind !== 'calendar') throw new Error('There is no invitation.')
      const isCancelled = index >= agreed.length + moved.length
      expect(calendar.method).toBe(isCancelled ? 'CANCEL' : 'REQUEST')
      const text = calendar.content.replaceAll(/\r\n /g, '')
      expect(text).toContain(`METHOD:${calendar.method}`)
      expect(text).toContain(`SEQUENCE:${Math.floor(index / 2)}`)
      expect(text.match(/ATTENDEE/g)).toHaveLength(1)
      expect(text.toLowerCase()).toContain(`:mailto:${to}`)
      return /UID:(.+)/.exec(text)?.[1]
    })
    expect(new Set(uids).size).toBe(1)
    expect(JSON.stringify(agreed)).toMatch(/2:00|02:00/)
    expect(JSON.stringify(moved)).toMatch(/3:00|03:00/)
  })
})

describe('an offer and a placement', () => {
  it('tell the candidate pay and never the bill rate, and the owner the answer', async () => {
    const { offerId } = await story.staff({
      as: 'kwame',
      command: 'extend-offer',
      input: {
        submissionId: story.ids.of('submission:cleo'),
        startsOn: story.calendar.monday(-1),
      },
      result: results.offer,
    })
    const [mail] = await mailsSince()
    expect([mail?.to, mail?.purposes]).toEqual(['cleo@mail.example', ['offer.answer']])
    expect(JSON.stringify(mail?.content)).toContain('$21.37 an hour')
    await story.byLink({
      purpose: 'offer.answer',
      subject: { kind: 'offer', id: offerId },
      command: 'answer-offer',
      input: { offerId, answer: 'accept' },
    })
    expect(await told()).toEqual([
      ['cleo@mail.example', 'You accepted: Ward clerk', null],
      [owner, 'cleo Żak accepted: Ward clerk', null],
    ])
  })

  it('tell those still in the race, the client, and the worker with the letter', async () => {
    const { submissionId } = await story.staff({
      as: 'kwame',
      command: 'add-candidate-to-order',
      input: {
        jobOrderId: story.ids.of('order'),
        candidateId: story.ids.of('candidate:ben'),
      },
      result: results.submission,
    })
    await story.staff({
      as: 'kwame',
      command: 'move-submission',
      input: { submissionId, toState: 'client_review', tellsClient: false },
    })
    expect(await told()).toEqual([])
    const { placementId } = await story.staff({
      as: 'kwame',
      command: 'place-candidate',
      input: {
        submissionId: story.ids.of('submission:cleo'),
        startsOn: story.calendar.monday(-1),
      },
      result: results.placement,
    })
    story.ids.keep('placement', placementId)
    expect(await told()).toEqual([['ben@mail.example', 'Ward clerk: the position is filled', null]])
    await story.staff({ as: 'kwame', command: 'confirm-placement', input: { placementId } })
    const mails = await mailsSince()
    expect(mails.map(({ to, subject }) => [to, subject])).toEqual([
      [client, 'Confirmed: cleo Żak as Ward clerk'],
      ['cleo@mail.example', 'Welcome: Ward clerk at Meridian Health Partners'],
    ])
    expect(mails[1]?.attachments).toMatchObject([{ kind: 'document' }])
  })
})

describe('hours and money', () => {
  it('ask the worker, then the approver, and bring back what the client says', async () => {
    const { docs } = await app.payload.find({
      collection: 'readiness-items',
      where: { placement: { equals: story.ids.of('placement') } },
      depth: 0,
      overrideAccess: true,
    })
    for (const { id, state } of docs)
      if (state !== 'verified')
        await story.staff({ as: 'kwame', command: 'verify-readiness-item', input: { itemId: id } })
    const placementId = story.ids.of('placement')
    await story.staff({ as: 'kwame', command: 'start-placement', input: { placementId } })
    const monday = story.calendar.monday(-1)
    const { timesheetId } = await story.staff({
      as: 'tom',
      command: 'open-timesheet',
      input: { placementId, weekStartsOn: monday },
      result: results.timesheet,
    })
    const [opened] = await told()
    expect([opened?.[0], opened?.[2]]).toEqual(['cleo@mail.example', 'timesheet.enter'])
    const subject = { kind: 'timesheet', id: timesheetId }
    const enter = async (revision: number) => {
      await story.byLink({
        purpose: 'timesheet.enter',
        subject,
        command: 'save-timesheet',
        input: {
          timesheetId,
          revision,
          entries: [{ day: monday, start: '08:00', end: '16:30', breakMinutes: 30 }],
        },
      })
      await story.byLink({
        purpose: 'timesheet.enter',
        subject,
        command: 'submit-timesheet',
        input: { timesheetId },
      })
    }
    await enter(0)
    expect(await told()).toEqual([
      [client, 'Please approve: cleo Żak, 8:00 hours', 'timesheet.approve'],
    ])
    await story.byLink({
      purpose: 'timesheet.approve',
      subject,
      command: 'dispute-timesheet',
      input: { timesheetId, reason: 'You left at four.' },
    })
    const [disputed] = await mailsSince()
    expect([disputed?.to, disputed?.purposes]).toEqual(['cleo@mail.example', ['timesheet.enter']])
    expect(JSON.stringify(disputed?.content)).toContain('You left at four.')
    await enter(1)
    await mailsSince()
    await story.byLink({
      purpose: 'timesheet.approve',
      subject,
      command: 'approve-timesheet',
      input: { timesheetId },
    })
    const [approved] = await told()
    expect(approved?.[0]).toBe('cleo@mail.example')
    expect(approved?.[1]).toMatch(/^Your hours are approved/)
  })

  it('send the invoice once it is printed, and a receipt for what is paid', async () => {
    const { invoiceId } = await story.staff({
      as: 'beatrix',
      command: 'draft-invoice-from-time',
      input: {
        clientId: story.ids.of('client:meridian'),
        legalEntityId: story.ids.of('entity:us'),
        throughOn: story.calendar.today,
      },
      result: results.invoice,
    })
    expect(await told()).toEqual([])
    await story.staff({ as: 'beatrix', command: 'issue-invoice', input: { invoiceId } })
    const [mail, ...more] = await mailsSince()
    expect(more).toEqual([])
    expect([mail?.to, mail?.purposes]).toEqual(['accounts@meridianhealth.example', ['invoice.pay']])
    expect(mail?.attachments).toMatchObject([
      { kind: 'document', filename: expect.stringMatching(/^HH-.+\.pdf$/) },
    ])
    expect(mail?.subject).toContain('$265.52')
    await story.staff({
      as: 'beatrix',
      command: 'record-payment',
      input: {
        invoiceId,
        amountMinor: 100_00,
        receivedOn: story.calendar.today,
        reference: 'AP 7',
      },
    })
    expect(await told()).toEqual([
      ['accounts@meridianhealth.example', 'Thank you: $100.00 received', null],
    ])
  })
})

describe('people who are let in', () => {
  it('are a colleague whom a colleague invites, by a link that holds no token', async () => {
    const role = await sqlOutside(app.payload).first({
      schema: z.object({ id: z.string() }),
      text: `select id from roles where key = 'recruiter'`,
    })
    const { userId } = await story.staff({
      as: 'helen',
      command: 'invite-colleague',
      input: { name: 'Nadia Petrov', email: 'nadia@agency.example', roleId: role?.id ?? '' },
      result: z.object({ userId: z.string() }),
    })
    await story.settle()
    const [mail] = await mailsSince()
    expect(mail?.to).toBe('nadia@agency.example')
    expect(mail?.links).toEqual([{ kind: 'reset', collection: 'users', id: userId }])
  })

  it('are an outside person who asks for a link to the portal', async () => {
    await story.staff({
      as: 'helen',
      command: 'grant-portal-access',
      input: { candidateId: story.ids.of('candidate:cleo') },
    })
    await mailsSince()
    await story.visitor({ command: 'request-portal-link', input: { email: 'cleo@mail.example' } })
    await story.visitor({ command: 'request-portal-link', input: { email: 'nobody@mail.example' } })
    expect(await told()).toEqual([
      ['cleo@mail.example', 'Your way into the portal', 'portal.login'],
    ])
  })
})

describe('all mails', () => {
  it('tell no candidate the bill rate and no client the pay rate', async () => {
    const rows = await sqlOutside(app.payload).rows({
      schema: z.object({ to: z.string(), content: z.unknown() }),
      text: 'select "to", content from outbound_mails',
    })
    const texts = (isReader: (to: string) => boolean) =>
      JSON.stringify(rows.filter(({ to }) => isReader(to)).map(({ content }) => content))
    expect(texts((to) => to.endsWith('@mail.example'))).not.toContain('33.19')
    expect(texts((to) => to.endsWith('@meridianhealth.example'))).not.toContain('21.37')
  })

  it('are written once per event and reader, however often a reaction runs', async () => {
    const { reactions } = registryOf(app.payload)
    const events = await sqlOutside(app.payload).rows({
      schema: z.object({ id: z.string(), name: z.string() }),
      text: 'select id, name from domain_events',
    })
    await story.system(async (req) => {
      for (const { id, name } of events)
        for (const reaction of reactions)
          if (reaction.name.startsWith('mail-') && reaction.on.includes(name))
            await enqueue({ req, queue: reaction.name, data: { eventId: id } })
    })
    await story.settle()
    expect(await told()).toEqual([])
  })

  it('answer to events that exist', () => {
    const { contributions, workflows, events, subjects } = registryOf(app.payload)
    const known = new Set([
      ...events.keys(),
      ...[...workflows.values()].flatMap(({ states }) =>
        Object.values(states).flatMap(({ next }) =>
          Object.values(next).flatMap((move) => (move ? [move.event] : [])),
        ),
      ),
      ...[...subjects.keys()].flatMap((kind) => [`${kind}.created`, `${kind}.updated`]),
    ])
    const mine = contributions.find(({ plugin }) => plugin === 'notifications')?.reactions ?? []
    expect(mine.length).toBeGreaterThan(10)
    expect(mine.flatMap(({ on }) => on.filter((name) => !known.has(name)))).toEqual([])
  })
})

describe('a kept mail opened as its receiver', () => {
  const newest = async (purpose: string): Promise<string> => {
    const row = await sqlOutside(app.payload).first({
      schema: z.object({ id: z.string() }),
      text: `select m.id from outbound_mails m join access_links l
        on l.id::text = m.links -> 0 ->> 'linkId' where l.purpose = $1
        order by m.created_at desc limit 1`,
      values: [purpose],
    })
    return row?.id ?? ''
  }
  const open = async ({ mailId, role = 'recruiter' }: { mailId: string; role?: string }) => {
    const command = registryOf(app.payload).commands.get('open-mail-link')
    if (!command) throw new Error('The command is missing.')
    return await runParsed({ command, req: await app.staffRequest({ role }), input: { mailId } })
  }

  it('gives the address of the link and tells the audit who opened it', async () => {
    const mailId = await newest('application.status')
    const opened = await open({ mailId })
    expect(opened).toMatchObject({
      ok: true,
      value: { url: expect.stringMatching(/^http:\/\/localhost:3000\/l\/[\w-]{43}$/) },
    })
    const event = await sqlOutside(app.payload).first({
      schema: z.object({ actor_kind: z.string(), changes: z.record(z.string(), z.unknown()) }),
      text: `select actor_kind, changes from domain_events
        where name = 'mail.opened-as' and subject_id = $1`,
      values: [mailId],
    })
    expect(event).toMatchObject({
      actor_kind: 'staff',
      changes: { purpose: 'application.status' },
    })
  })

  it('is refused to who may not read mails, for spent links, and for a colleague’s login', async () => {
    const mailId = await newest('application.status')
    expect(await open({ mailId, role: 'payroll' })).toMatchObject({ failure: { kind: 'right' } })
    expect(await open({ mailId: await newest('offer.answer') })).toMatchObject({
      failure: { code: 'link-not-usable' },
    })
    const invitation = await sqlOutside(app.payload).first({
      schema: z.object({ id: z.string() }),
      text: `select id from outbound_mails where links -> 0 ->> 'kind' = 'reset' limit 1`,
    })
    expect(await open({ mailId: invitation?.id ?? '' })).toMatchObject({
      failure: { kind: 'missing' },
    })
  })
})

describe('the brand of a mail', () => {
  it('is that of the order, else of its website, else the agency’s default; colleagues get none', async () => {
    const jobOrderId = story.ids.of('order')
    const about = { kind: 'job-order', id: jobOrderId }
    const nameOf = async () =>
      await story.system(async (req) => (await brandOf({ req, about }))?.name ?? null)
    const put = async (text: string, brand: string | null) =>
      await sqlOutside(app.payload).run({ text, values: [brand] })
    expect(await nameOf()).toBe('Harbour & Hale')
    await put('update sites set brand_id = $1', story.ids.of('brand:northline'))
    expect(await nameOf()).toBe('Northline Engineering')
    await put('update job_orders set brand_id = $1', story.ids.of('brand:harbour'))
    expect(await nameOf()).toBe('Harbour & Hale')
    await put('update job_orders set brand_id = $1', null)
    await put('update sites set brand_id = $1', null)
    expect(await nameOf()).toBe('Harbour & Hale')
    const mails = await sqlOutside(app.payload).rows({
      schema: z.object({ is_staff: z.boolean(), brand: z.string().nullable() }),
      text: `select distinct exists (select 1 from users where email = mail."to") as is_staff,
          brand.name as brand
        from outbound_mails mail left join brands brand on brand.id = mail.brand_id
        where mail.subject_kind is not null`,
    })
    expect(mails).toContainEqual({ is_staff: false, brand: 'Harbour & Hale' })
    expect(mails.filter(({ is_staff: isStaff }) => isStaff)).toEqual(
      mails.some(({ is_staff: isStaff }) => isStaff) ? [{ is_staff: true, brand: null }] : [],
    )
  })
})
