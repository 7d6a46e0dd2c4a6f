import { notFound } from 'next/navigation'
import { cache } from 'react'

import { env } from '#env'
import { menuOf, siteByHost, type PublicSite } from '#plugins/site'
import { themeByName } from '#themes'
import { currentVisit } from '../../../shared/visit'

const adminHost = new URL(env.ADMIN_URL).host

/** The website of the host in the path, with its theme and menu; 404 for a host that is none of ours. */
export const siteOf = cache(async (host: string) => {
  const { req } = await currentVisit()
  const site = await siteByHost({ req, host: decodeURIComponent(host), adminHost })
  if (!site) notFound()
  return { site, theme: themeByName(site.theme), menu: await menuOf({ req, siteId: site.id }), req }
})

export type Params<Extra = object> = { params: Promise<{ host: string } & Extra> }

/** The public address of a path of the website. */
export const urlOf = ({ site, path }: { site: PublicSite; path: string }): string => {
  const { protocol, port } = new URL(env.siteUrl)
  return `${protocol}//${site.hostname}${port ? `:${port}` : ''}${path}`
}

export const typeLabels = {
  permanent: 'Permanent',
  contract: 'Contract',
  temp: 'Temporary',
} as const
