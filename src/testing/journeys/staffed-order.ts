import { randomUUID } from 'node:crypto'
import { z } from 'zod'

import type { StaffRest } from './staff-rest'

export type StaffedOrder = {
  orderId: string
  /** Submissions of candidates, all before the client. */
  submissions: { id: string; name: string; email: string }[]
}

/** An active order of a client of its own, with candidates on its board. */
export const makeStaffedOrder = async ({
  staff,
  candidates,
  openings = 1,
  state = 'client_review',
}: {
  staff: StaffRest
  candidates: number
  openings?: number
  /** Where on the board they stand. */
  state?: 'new' | 'client_review'
}): Promise<StaffedOrder> => {
  const { docs } = listed.parse((await staff.call({ path: '/api/legal-entities?limit=1' })).body)
  const clientId = await staff.create({
    collection: 'client-corporations',
    data: {
      name: `Quayside ${randomUUID().slice(0, 8)}`,
      status: 'active',
      currency: 'USD',
      legalEntity: docs[0]?.id,
    },
  })
  const contactId = await staff.create({
    collection: 'client-contacts',
    data: {
      client: clientId,
      firstName: 'Blair',
      lastName: 'Buyer',
      email: `blair.${randomUUID()}@client.test`,
      isApprover: true,
    },
  })
  const workLocationId = await staff.create({
    collection: 'work-locations',
    data: {
      client: clientId,
      name: 'Pier 4',
      city: 'New York',
      country: 'US',
      zone: 'America/New_York',
      jurisdiction: 'US-NY',
    },
  })
  const { jobOrderId: orderId } = madeOrder.parse(
    await staff.command({
      name: 'create-job-order',
      input: {
        clientId,
        contactId,
        workLocationId,
        title: `Dock worker ${randomUUID().slice(0, 8)}`,
        employmentType: 'temp',
        openingsCount: openings,
        currency: 'USD',
        payRateE4: 200_000,
        billRateE4: 300_000,
        startsOn: '2027-01-04',
      },
    }),
  )
  await staff.command({ name: 'qualify-job-order', input: { jobOrderId: orderId } })
  await staff.command({ name: 'activate-job-order', input: { jobOrderId: orderId } })
  const submissions: StaffedOrder['submissions'] = []
  for (let number = 1; number <= candidates; number += 1) {
    const name = `Robin ${randomUUID().slice(0, 8)}`
    const email = `robin.${randomUUID()}@people.test`
    const candidateId = await staff.create({
      collection: 'candidates',
      data: { firstName: 'Robin', lastName: name.slice(6), email },
    })
    const { submissionId } = madeSubmission.parse(
      await staff.command({
        name: 'add-candidate-to-order',
        input: { jobOrderId: orderId, candidateId },
      }),
    )
    if (state !== 'new')
      await staff.command({
        name: 'move-submission',
        input: { submissionId, toState: state, tellsClient: false },
      })
    submissions.push({ id: submissionId, name, email })
  }
  return { orderId, submissions }
}

const listed = z.object({ docs: z.array(z.object({ id: z.string() })) })
const madeOrder = z.object({ jobOrderId: z.string() })
const madeSubmission = z.object({ submissionId: z.string() })
