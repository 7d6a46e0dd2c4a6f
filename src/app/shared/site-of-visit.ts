import { cache } from 'react'

import { env } from '#env'
import { siteByHost, type PublicSite } from '#plugins/site'
import { hostnameFrom } from '#plugins/site/domain'
import { currentVisit } from './visit'

/** The agency's website on whose host this page is shown. */
export const siteOfVisit = cache(async (): Promise<PublicSite | null> => {
  const { req, host } = await currentVisit()
  return await siteByHost({ req, host, adminHost: hostnameFrom(new URL(env.ADMIN_URL).host) ?? '' })
})
