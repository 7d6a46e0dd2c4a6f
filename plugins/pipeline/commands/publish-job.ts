import type { DataFromCollectionSlug, PayloadRequest } from 'payload'
import { z } from 'zod'

import { idOf } from '#plugins/crm/domain'
import { defineCommand, lockRecord, moveRecord, databaseNow } from '#plugins/kernel'
import { calendarDay, ok, refuseInput, refuseMissing, refuseState } from '#plugins/kernel/domain'
import { chosen, requiredText } from '../domain/inputs'
import { isWorkedOn } from '../domain/job-order-workflow'
import { postingText } from '../domain/posting-text'
import { slugOf } from '../domain/slug'
import { todayAtWork } from '../queries/clock-of-work'
import { orderStateOf } from './lock-submission'

/**
 * Puts an order on a site. What is left out is taken from the order; what was written on the posting
 * before stays. Its address is given once, so that links to it keep working.
 */
export const publishJob = defineCommand({
  name: 'publish-job',
  summary: 'Publish an order on a site',
  input: z.object({
    jobOrderId: chosen('a job order'),
    site: z.string('Choose a site.').min(1, 'Choose a site.').max(60),
    siteName: z.string().trim().max(120).nullish(),
    title: requiredText({ what: 'the title', most: 160 }).optional(),
    description: requiredText({ what: 'the description', most: 20_000 }).optional(),
    isPayShown: z.boolean().optional(),
    isRemote: z.boolean().optional(),
    validThroughOn: calendarDay.nullish(),
  }),
  allow: { staff: 'site.write' },
  run: async ({ input, ctx: { req, payload } }) => {
    const order = await lockRecord({ req, collection: 'job-orders', id: input.jobOrderId })
    if (!order || order.deletedAt) return refuseMissing('job order')
    if (!isWorkedOn(orderStateOf(order)))
      return refuseState({
        code: 'order-not-active',
        message: 'Only an active order is published. Activate it first.',
      })
    const today = await todayAtWork({ req, order })
    if (input.validThroughOn && input.validThroughOn < today)
      return refuseInput({ validThroughOn: 'This day is over. Choose today or a later one.' })
    const existing = await postingOf({ req, jobOrderId: order.id, site: input.site })
    // Published again, a posting does not end on the day it ended before.
    const isOver = Boolean(existing?.validThroughOn && existing.validThroughOn < today)
    const validThroughOn = input.validThroughOn ?? (isOver ? null : input.validThroughOn)
    const draft = existing ?? (await writeDraft({ req, order, input }))
    const now = await databaseNow(req)
    const written = {
      ...(input.title ? { title: input.title } : {}),
      ...(input.description ? { description: input.description } : {}),
      ...(input.isPayShown === undefined ? {} : { isPayShown: input.isPayShown }),
      ...(input.isRemote === undefined ? {} : { isRemote: input.isRemote }),
      ...(validThroughOn === undefined ? {} : { validThroughOn }),
      ...(input.siteName ? { siteName: input.siteName } : {}),
      ...payOf(order),
    }
    if (draft.state === 'published')
      await payload.update({
        collection: 'job-postings',
        id: draft.id,
        data: written,
        req,
        overrideAccess: true,
        depth: 0,
      })
    else {
      const published = await moveRecord({
        req,
        collection: 'job-postings',
        id: draft.id,
        to: 'published',
        data: { ...written, publishedAt: now, closedAt: null },
        what: 'posting',
      })
      if (!published.ok) return published
    }
    await payload.update({
      collection: 'job-orders',
      id: order.id,
      data: { isPublic: true },
      req,
      overrideAccess: true,
      depth: 0,
    })
    return ok({ postingId: draft.id, slug: draft.slug })
  },
})

const postingOf = async ({
  req,
  jobOrderId,
  site,
}: {
  req: PayloadRequest
  jobOrderId: string
  site: string
}): Promise<DataFromCollectionSlug<'job-postings'> | null> => {
  const { docs } = await req.payload.find({
    collection: 'job-postings',
    where: { jobOrder: { equals: jobOrderId }, site: { equals: site } },
    limit: 1,
    depth: 0,
    pagination: false,
    req,
    overrideAccess: true,
  })
  return docs[0] ?? null
}

const writeDraft = async ({
  req,
  order,
  input,
}: {
  req: PayloadRequest
  order: DataFromCollectionSlug<'job-orders'>
  input: { site: string; siteName?: string | null | undefined; title?: string | undefined }
}): Promise<DataFromCollectionSlug<'job-postings'>> => {
  const locationId = idOf(order.workLocation)
  const location = locationId
    ? await req.payload.findByID({
        collection: 'work-locations',
        id: locationId,
        depth: 0,
        req,
        overrideAccess: true,
      })
    : null
  const title = input.title ?? order.title
  return await req.payload.create({
    collection: 'job-postings',
    data: {
      state: 'draft',
      jobOrder: order.id,
      site: input.site,
      siteName: input.siteName ?? null,
      // The reference makes it unique on the site, whatever else is called the same.
      slug: slugOf(slugOf(title, location?.city).slice(0, 60), order.ref ?? order.id),
      title,
      description: postingText({ ...order, title }),
      employmentType: order.employmentType,
      place: [location?.city, location?.region].filter(Boolean).join(', ') || null,
      city: location?.city ?? null,
      region: location?.region ?? null,
      country: location?.country ?? null,
      postalCode: location?.postalCode ?? null,
      isPayShown: false,
      isRemote: false,
      ...payOf(order),
    },
    req,
    overrideAccess: true,
    depth: 0,
  })
}

/** What the candidate would earn; never what the client pays. */
const payOf = (order: DataFromCollectionSlug<'job-orders'>) => ({
  currency: order.currency,
  payFromRateE4: order.payRateE4 ?? null,
  payToRateE4: order.payRateE4 ?? null,
  salaryFromMinor: order.salaryFromMinor ?? null,
  salaryToMinor: order.salaryToMinor ?? order.salaryFromMinor ?? null,
})
