import { z } from 'zod'

import { orders, requests } from './data/orders'
import { sites } from './data/agency'
import { filledForms } from './data/intake-forms'
import type { Story } from './story'

const created = z.object({ jobOrderId: z.string() })
const posted = z.object({ postingId: z.string() })

/** An order as the account director takes it, worked on and published by its recruiter. */
export const winOrders = async (story: Story): Promise<void> => {
  for (const order of orders) await winOrder({ story, order })
}

/** The night shift began before the clocks were changed, whenever that was. */
export const winNightShift = async ({
  story,
  daysAgo,
}: {
  story: Story
  daysAgo: number
}): Promise<void> =>
  await winOrder({
    story,
    order: {
      key: 'night-nurse',
      client: 'meridian',
      contact: 'rosalind',
      place: 'midtown',
      owner: 'maya',
      calledAgo: daysAgo,
      activeAgo: daysAgo,
      site: 'harbour',
      credential: 'rn-licence',
      terms: {
        title: 'Registered nurse, night shift',
        employmentType: 'temp',
        openingsCount: 2,
        description: 'Nights on a ward of 24 beds, with a team that has stayed together for years.',
        mustHaves: ['New York RN license', 'Two years med-surg'],
        niceToHaves: ['Epic'],
        currency: 'USD',
        payRateE4: 520_000,
        billRateE4: 780_000,
        hoursPerWeekMinutes: 36 * 60,
      },
    },
  })

/** Two clients used the form for nurses: one said all, one forgot the place and is asked for it. */
const hearForms = async (story: Story): Promise<void> => {
  for (const { key, daysAgo, answers } of filledForms(story.calendar)) {
    await story.at(daysAgo, '15:20')
    await story.visitor({
      command: 'submit-intake-form',
      input: {
        form: 'nursing',
        answers,
        requestKey: `demo-form-${key}`,
        site: story.ids.of('site:harbour'),
      },
    })
  }
}

/** Requests of the website: one became an order, one was declined, one waits for an answer, two for us. */
export const hearRequests = async (story: Story): Promise<void> => {
  for (const { key, daysAgo, input } of requests) {
    await story.at(daysAgo, '09:20')
    await story.visitor({
      command: 'request-staff',
      input: { ...input, requestKey: `demo-request-${key}`, site: story.ids.of('site:harbour') },
    })
    const { docs } = await story.payload.find({
      collection: 'order-requests',
      where: { requestKey: { equals: `demo-request-${key}` } },
      limit: 1,
      depth: 0,
      overrideAccess: true,
    })
    story.ids.keep(`request:${key}`, docs[0]?.id ?? '')
  }
  await story.at(8, '14:00')
  const order = await story.staff({
    as: 'grace',
    command: 'convert-order-request',
    input: {
      requestId: story.ids.of('request:cad-technician'),
      clientId: story.ids.of('client:thames'),
      contactId: story.ids.of('contact:alasdair'),
      workLocationId: story.ids.of('place:london'),
      ownerId: story.ids.of('staff:siobhan'),
      employmentType: 'contract',
      currency: 'GBP',
      payRateE4: 260_000,
      mustHaves: ['AutoCAD or SolidWorks drafting'],
    },
    result: created,
  })
  story.ids.keep('order:cad-technician', order.jobOrderId)
  await story.at(7, '11:00')
  await story.staff({
    as: 'grace',
    command: 'decline-order-request',
    input: {
      requestId: story.ids.of('request:holiday-pickers'),
      reason: 'We only place people who are paid by the hour.',
    },
  })
  await story.at(3, '10:10')
  await story.staff({
    as: 'kwame',
    command: 'request-order-info',
    input: {
      requestId: story.ids.of('request:night-porter'),
      question: 'Which nights and hours, and what do you pay your own porters?',
    },
  })
  await hearForms(story)
  await story.staff({
    as: 'grace',
    command: 'save-order-template',
    input: { jobOrderId: story.ids.of('order:night-nurse'), name: 'Night nurse, New York' },
  })
}

type Order = (typeof orders)[number]

const winOrder = async ({ story, order }: { story: Story; order: Order }): Promise<void> => {
  const { key, client, contact, place, owner, calledAgo, activeAgo, site, credential } = order
  const exclusive =
    order.exclusiveDays === undefined ? null : story.calendar.day(order.exclusiveDays)
  await story.at(calledAgo, '10:00')
  const { jobOrderId } = await story.staff({
    as: 'grace',
    command: 'create-job-order',
    input: {
      ...order.terms,
      clientId: story.ids.of(`client:${client}`),
      contactId: story.ids.of(`contact:${contact}`),
      workLocationId: story.ids.of(`place:${place}`),
      ownerId: story.ids.of(`staff:${owner}`),
      startsOn: story.calendar.day(14 - calledAgo),
      credentialTypeIds: credential ? [story.ids.of(`credential:${credential}`)] : [],
    },
    result: created,
  })
  story.ids.keep(`order:${key}`, jobOrderId)
  await story.system(async (req) => {
    await req.payload.update({
      collection: 'job-orders',
      id: jobOrderId,
      data: {
        ...order.asked,
        interviewPlan: (order.rounds ?? []).map(({ with: people, ...round }) => ({
          ...round,
          contacts: people.map((person) => story.ids.of(`contact:${person}`)),
        })),
        ...(order.asked
          ? {
              decisionMaker: story.ids.of(`contact:${contact}`),
              exclusivityUntilOn: exclusive,
              ...(order.startsIn === undefined
                ? {}
                : { startsOn: story.calendar.day(order.startsIn) }),
            }
          : {}),
      },
      req,
      overrideAccess: true,
    })
  })
  await story.staff({ as: owner, command: 'qualify-job-order', input: { jobOrderId } })
  if (activeAgo === undefined) return
  await story.at(activeAgo, '11:00')
  await story.staff({ as: owner, command: 'activate-job-order', input: { jobOrderId } })
  if (!site) return
  const { postingId } = await story.staff({
    as: owner,
    command: 'publish-job',
    input: {
      jobOrderId,
      site: story.ids.of(`site:${site}`),
      siteName: sites.find((one) => one.key === site)?.data.name ?? null,
      isPayShown: order.terms.employmentType !== 'permanent',
      validThroughOn: story.calendar.day(45),
    },
    result: posted,
  })
  story.ids.keep(`posting:${key}`, postingId)
}

/** The orders that did not come to anything, or wait. */
export const loseOrders = async (story: Story): Promise<void> => {
  await story.at(24, '15:00')
  await story.staff({
    as: 'kwame',
    command: 'close-job-order',
    input: {
      jobOrderId: story.ids.of('order:payroll-specialist'),
      outcome: 'lost',
      reason: 'The client found somebody among its own people.',
    },
  })
  await story.at(21, '09:40')
  await story.staff({
    as: 'diego',
    command: 'close-job-order',
    input: {
      jobOrderId: story.ids.of('order:yard-supervisor'),
      outcome: 'cancelled',
      reason: 'The budget for this role was withdrawn.',
    },
  })
  await story.at(10, '16:20')
  await story.staff({
    as: 'diego',
    command: 'hold-job-order',
    input: {
      jobOrderId: story.ids.of('order:logistics-coordinator'),
      reason: 'The client reorganizes the team and will call in December.',
    },
  })
}
