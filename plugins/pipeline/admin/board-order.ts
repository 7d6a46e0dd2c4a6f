import type { BasePayload, TypedUser } from 'payload'

import { interviewModeLabels } from '../domain/interview-plan'
import type { ShownBoard } from './board-types'

/** What the dialogs need of an order, as the reader may see it; null when it is not theirs to see. */
export const boardOrder = async ({
  payload,
  user,
  orderId,
}: {
  payload: BasePayload
  user: TypedUser | null | undefined
  orderId: string
}): Promise<ShownBoard['order'] | null> => {
  const order = await payload.findByID({
    collection: 'job-orders',
    id: orderId,
    depth: 1,
    user: user ?? null,
    overrideAccess: false,
    disableErrors: true,
  })
  if (!order) return null
  const { client, contact, workLocation } = order
  const clientId = typeof client === 'string' ? client : client.id
  const { docs: contacts } = await payload.find({
    collection: 'client-contacts',
    where: { client: { equals: clientId }, email: { exists: true } },
    sort: 'lastName',
    limit: 30,
    depth: 0,
    pagination: false,
    user: user ?? null,
    overrideAccess: false,
  })
  return {
    id: order.id,
    title: order.title,
    ref: order.ref ?? '',
    grade: order.grade ?? null,
    score: order.score ?? null,
    clientId,
    contacts: contacts.map(({ id, name, email }) => ({ id, title: name ?? email ?? 'Contact' })),
    client: typeof client === 'string' ? 'the client' : client.name,
    contact:
      contact && typeof contact === 'object'
        ? { id: contact.id, title: contact.name ?? contact.email ?? 'Contact' }
        : null,
    rounds: (order.interviewPlan ?? []).map(({ name, mode, minutes }) => ({
      name,
      told: `${name} (${interviewModeLabels[mode].toLowerCase()}, ${minutes} minutes)`,
    })),
    zone: workLocation && typeof workLocation === 'object' ? workLocation.zone : 'UTC',
    currency: order.currency,
    isPermanent: order.employmentType === 'permanent',
    payRateE4: order.payRateE4 ?? null,
    billRateE4: order.billRateE4 ?? null,
    startsOn: order.startsOn ?? null,
    endsOn: order.endsOn ?? null,
  }
}
