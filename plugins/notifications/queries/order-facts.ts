import type { PayloadRequest } from 'payload'

import { isFilledOrder } from '#plugins/pipeline/domain'
import { fullName } from '../domain'
import { idOf, readRecord } from './read-record'
import { staffReader, type StaffReader } from './readers'

export type OrderFacts = {
  id: string
  title: string
  ref: string
  /** The place of work as one line; null when the order names none. */
  place: string | null
  /** The clock of the place of work. */
  zone: string
  clientName: string
  /** Every opening was taken: what is called off now is called off for this. */
  isFilled: boolean
  owner: StaffReader | null
}

/** What mails say about an order, and nothing about its rates; null when it is gone. */
export const orderFacts = async ({
  req,
  id,
}: {
  req: PayloadRequest
  id: Parameters<typeof idOf>[0]
}): Promise<OrderFacts | null> => {
  const order = await readRecord({ req, collection: 'job-orders', id })
  if (!order) return null
  const [location, client, owner] = [
    await readRecord({ req, collection: 'work-locations', id: order.workLocation }),
    await readRecord({ req, collection: 'client-corporations', id: order.client }),
    await staffReader({ req, id: order.owner }),
  ]
  return {
    id: order.id,
    title: order.title,
    ref: order.ref ?? '',
    place: location ? placeOf(location) : null,
    zone: location?.zone ?? owner?.zone ?? 'UTC',
    clientName: client?.name ?? '',
    isFilled: isFilledOrder(order.state),
    owner,
  }
}

/** 'Harbour House, New York'. */
const placeOf = ({ name, city }: { name: string; city?: string | null }): string =>
  city && !name.includes(city) ? `${name}, ${city}` : name

/** The name of the candidate of a record, for the agency's own people and the client. */
export const candidateName = async ({
  req,
  id,
}: {
  req: PayloadRequest
  id: Parameters<typeof idOf>[0]
}): Promise<string> => {
  const candidate = await readRecord({ req, collection: 'candidates', id })
  return candidate ? fullName(candidate) : 'the candidate'
}

/** What a letter about an order may merge in. */
export const mergedOrder = ({ title, ref, clientName }: OrderFacts) => ({
  'order.title': title,
  'order.ref': ref,
  'client.name': clientName,
})
