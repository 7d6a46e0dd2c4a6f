import type { PayloadRequest } from 'payload'

/** The colleagues whom the reader may see, by name; for choosing one of them. */
export const colleaguesFor = async (
  req: PayloadRequest,
): Promise<{ id: string; name: string }[]> => {
  const { docs } = await req.payload.find({
    collection: 'users',
    sort: 'name',
    limit: 200,
    depth: 0,
    pagination: false,
    user: req.user,
    overrideAccess: false,
    req,
  })
  return docs.map(({ id, name }) => ({ id, name }))
}
