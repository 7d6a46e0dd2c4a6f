import type { DataFromCollectionSlug, PayloadRequest } from 'payload'

import { idOf } from '#plugins/crm/domain'
import { todayAt } from '#plugins/kernel'
import type { Day } from '#plugins/kernel/domain'

type Order = DataFromCollectionSlug<'job-orders'>

/** The zone of the place where the work of an order is done; null while no place is named. */
export const zoneOfWork = async ({
  req,
  order,
}: {
  req: PayloadRequest
  order: Order
}): Promise<string | null> => {
  const id = idOf(order.workLocation)
  if (!id) return null
  const location = await req.payload.findByID({
    collection: 'work-locations',
    id,
    depth: 0,
    req,
    overrideAccess: true,
  })
  return location.zone
}

/** The calendar day where the work of an order is done. */
export const todayAtWork = async (given: { req: PayloadRequest; order: Order }): Promise<Day> =>
  await todayAt({ req: given.req, zone: (await zoneOfWork(given)) ?? 'UTC' })
