import type { Zone } from '#plugins/kernel/domain'
import { currentVisit } from '../../../shared/visit'
import { siteOfVisit } from '../../../shared/site-of-visit'

/** In whose words and on whose clock a page tells money and times. */
export type Reader = { locale: string; zone: Zone }

/** The signed-in person's own choice; whoever came by a link reads as the site does. */
export const currentReader = async (): Promise<Reader> => {
  const { actor } = await currentVisit()
  if (actor.kind === 'portal' || actor.kind === 'staff')
    return { locale: actor.locale, zone: actor.zone }
  const site = await siteOfVisit()
  return { locale: site?.locale ?? 'en-US', zone: site?.zone ?? 'UTC' }
}
