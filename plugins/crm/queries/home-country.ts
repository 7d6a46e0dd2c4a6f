import type { PayloadRequest } from 'payload'

/** Where the agency is at home: phone numbers without a country code are read as there. */
export const homeCountry = async (req: PayloadRequest): Promise<string> => {
  const { docs } = await req.payload.find({
    collection: 'legal-entities',
    sort: '-isBase',
    limit: 1,
    depth: 0,
    pagination: false,
    req,
    overrideAccess: true,
  })
  return docs[0]?.address?.country ?? 'US'
}
