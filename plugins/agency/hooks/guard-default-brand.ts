import { APIError, type CollectionBeforeDeleteHook } from 'payload'

/** Mails without a brand of their own would have none. */
export const guardDefaultBrand: CollectionBeforeDeleteHook = async ({ id, req }) => {
  const brand = await req.payload.findByID({
    collection: 'brands',
    id,
    depth: 0,
    req,
    overrideAccess: true,
    disableErrors: true,
  })
  if (!brand?.isDefault) return
  throw new APIError(
    'This is the default brand. Make another one the default first.',
    409,
    null,
    true,
  )
}
