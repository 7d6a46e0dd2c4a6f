import type { PayloadRequest } from 'payload'

import { brandOfMail, type MailBrand } from '#plugins/agency'
import { orderOfSubject } from '#plugins/kernel'
import type { SubjectRef } from '#plugins/kernel/domain'
import { idOf, readRecord } from './read-record'

/**
 * The brand under which somebody outside is written to about a record: the one its order picks, else
 * that of the website the order is published on or was asked for on, else the agency's default.
 */
export const brandOf = async ({
  req,
  about,
}: {
  req: PayloadRequest
  about: SubjectRef
}): Promise<MailBrand | null> => {
  const isRequest = about.kind === 'order-request'
  const orderId = isRequest ? null : await orderOfSubject({ req, subject: about })
  const order = await readRecord({ req, collection: 'job-orders', id: orderId })
  const picked = idOf(order?.brand)
  if (picked) return await brandOfMail({ req, id: picked })
  const ofPosting = order ? await brandOfPosting({ req, orderId: order.id }) : null
  const request = await readRecord({
    req,
    collection: 'order-requests',
    id: isRequest ? about.id : order?.request,
  })
  const id = ofPosting ?? (await brandOfSite({ req, siteId: request?.site ?? null }))
  return await brandOfMail({ req, id })
}

const brandOfPosting = async ({
  req,
  orderId,
}: {
  req: PayloadRequest
  orderId: string
}): Promise<string | null> => {
  const { docs } = await req.payload.find({
    collection: 'job-postings',
    where: { jobOrder: { equals: orderId } },
    sort: '-createdAt',
    limit: 1,
    depth: 0,
    pagination: false,
    req,
    overrideAccess: true,
  })
  return await brandOfSite({ req, siteId: docs[0]?.site ?? null })
}

const brandOfSite = async ({
  req,
  siteId,
}: {
  req: PayloadRequest
  siteId: string | null
}): Promise<string | null> =>
  idOf((await readRecord({ req, collection: 'sites', id: siteId }))?.brand)
