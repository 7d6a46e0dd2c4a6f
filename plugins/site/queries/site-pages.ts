import type { DataFromCollectionSlug, PayloadRequest } from 'payload'

/** A published page of a website by its address. */
export const pageBySlug = async ({
  req,
  siteId,
  slug,
}: {
  req: PayloadRequest
  siteId: string
  slug: string
}): Promise<DataFromCollectionSlug<'pages'> | null> => {
  const { docs } = await req.payload.find({
    collection: 'pages',
    where: {
      and: [
        { site: { equals: siteId } },
        { slug: { equals: slug } },
        { _status: { equals: 'published' } },
      ],
    },
    limit: 1,
    depth: 0,
    pagination: false,
    req,
    overrideAccess: true,
  })
  return docs[0] ?? null
}

/** The published pages that stand in the menu. */
export const menuOf = async ({
  req,
  siteId,
}: {
  req: PayloadRequest
  siteId: string
}): Promise<{ title: string; slug: string }[]> => {
  const { docs } = await req.payload.find({
    collection: 'pages',
    where: {
      and: [
        { site: { equals: siteId } },
        { isInMenu: { equals: true } },
        { _status: { equals: 'published' } },
      ],
    },
    sort: 'position',
    limit: 12,
    depth: 0,
    pagination: false,
    select: { title: true, slug: true },
    req,
    overrideAccess: true,
  })
  return docs.map(({ title, slug }) => ({ title, slug }))
}
